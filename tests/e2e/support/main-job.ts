import type { Locator, Page } from '@playwright/test';
import type { ActionOffer } from '../../../shared/contract/common.ts';
import type { Field } from '../../../shared/domain/kernel/field.ts';
import type { MainJob } from '../../builders/main-job.ts';
import { call } from './calls.ts';
import { fillForm, pick, type Typed } from './forms.ts';
import { goTo } from './office.ts';
import { type Step, told } from './story.ts';

/** The main job as a person does it: each page, form and button, filled from the story. */

const text = (name: string): Field => ({ name, label: name, kind: 'text' });
const choice = (name: string, options: Readonly<Record<string, string>>): Field => ({
  name,
  label: name,
  kind: 'select',
  options: Object.entries(options).map(([value, label]) => ({ value, label })),
});

export async function enterSettings(page: Page, story: MainJob): Promise<void> {
  await goTo(page, '/settings/unit');
  const form = page.locator('.settings-section');
  await form.locator('#settings-contact').waitFor();
  await fillForm(form, Object.keys(story.settings).map(text), story.settings, 'settings');
  await form.getByRole('button', { name: '保存' }).click();
  await form.locator('button[type=submit]:disabled').waitFor();
}

const POSTS = { chair: '主席', vice_chair: '副主席' } as const;

export async function enterLeaders(page: Page, story: MainJob): Promise<void> {
  const fields = [text('name'), choice('post', POSTS), { ...text('validFrom'), kind: 'date' as const }];
  await enterPeople(page, '/settings/leaders', '登记签发人', fields, story.leaders);
}

export async function enterSupervisors(page: Page, story: MainJob): Promise<void> {
  const certificate = {
    unit: '安溪县总工会',
    issuedBy: '云州市总工会',
    validFrom: '20240101',
    validTo: '2028-12-31',
  };
  const fields = ['name', 'unit', 'certificateNo', 'issuedBy', 'validFrom', 'validTo'].map(text);
  const people = story.supervisors.map((person) => ({ ...certificate, ...person }));
  await enterPeople(page, '/settings/supervisors', '登记监督员', fields, people);
}

async function enterPeople(
  page: Page,
  path: string,
  button: string,
  fields: readonly Field[],
  people: readonly (Typed & { readonly name: string })[],
): Promise<void> {
  await goTo(page, path);
  for (const person of people) {
    await page.getByRole('button', { name: button }).last().click();
    const drawer = await readyDrawer(page);
    await fillForm(drawer, fields, person);
    await drawer.getByRole('button', { name: '保存' }).click();
    await drawer.waitFor({ state: 'detached' });
    await page.getByRole('row', { name: new RegExp(person.name) }).waitFor();
  }
}

const INDUSTRIES = { C: '制造业' } as const;
const NATURES = { private: '民营企业' } as const;
const UNIONS = { yes: '已建会', no: '未建会', unknown: '不清楚' } as const;

/** Opens a blank employer and types it in; `submit` is left to the caller. */
export async function typeEmployer(page: Page, employer: Typed): Promise<void> {
  await goTo(page, '/employers/new');
  await page.locator('#employer-name').waitFor();
  const { industry, nature, hasUnion, ...plain } = employer;
  const form = page.locator('.shell-page');
  await fillForm(form, Object.keys(plain).map(text), plain, 'employer');
  const choices = [choice('industry', INDUSTRIES), choice('nature', NATURES), choice('hasUnion', UNIONS)];
  await fillForm(form, choices, { industry, nature, hasUnion }, 'employer');
}

export async function saveEmployer(page: Page): Promise<void> {
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await page.waitForURL(/#\/employers\/\d+$/);
}

const COMPLAINANT: readonly Field[] = [
  text('name'),
  choice('sex', { 女: '女', 男: '男' }),
  choice('ageBand', { '31至45周岁': '31至45周岁' }),
  text('phone'),
  text('idNumber'),
  text('address'),
  text('trade'),
];

const VIOLATION: readonly Field[] = [
  text('fact'),
  { ...text('workerCount'), kind: 'count' },
  { ...text('amountFen'), kind: 'money' },
  text('evidence'),
];

/** Types the whole clue: the facts, each suspected violation, and apart from them who complained. */
export async function typeClue(page: Page, story: MainJob): Promise<void> {
  await goTo(page, '/supervision/new');
  await page.locator('#clue-source').waitFor();
  const form = page.locator('.sup-form-column');
  const { fields } = await call(page, 'supervision.clue.form', {});
  const clue = { employerId: story.employer.name, ...told(story, story.clue) };
  await fillForm(form, fields, clue, 'clue');
  for (const violation of story.violations) {
    await pick(form.getByRole('combobox', { name: '添加涉嫌违法类型' }), violation.code);
    const { fact, workerCount, amountFen, evidence } = violation;
    await fillForm(
      form,
      VIOLATION,
      { fact, workerCount, amountFen, evidence },
      `violation-${violation.code}`,
    );
  }
  await fillForm(form, COMPLAINANT, story.complainant, 'complainant');
}

/** Registers what is typed and answers the id of the case whose page opens. */
export async function submitClue(page: Page): Promise<number> {
  await page.getByRole('button', { name: /登记线索/ }).click();
  await page.waitForURL(/#\/supervision\/cases\/\d+/);
  await page.locator('.sup-case-header').waitFor();
  return Number(/cases\/(\d+)/.exec(page.url())?.[1]);
}

/** What is demanded of each violation and until when, on the case page. */
export async function enterDemands(page: Page, caseId: number, story: MainJob): Promise<void> {
  await openCase(page, caseId, 'investigation');
  const { violations } = await call(page, 'supervision.case.get', { id: caseId });
  for (const { code, name } of violations) {
    const { demand, demandDueOn } = told(story, story.violations.find((item) => item.code === code) ?? {});
    await page.getByRole('button', { name: `修改事项：${name}` }).click();
    const drawer = openDrawer(page);
    await drawer.locator('[id$="-demand"]').fill(String(demand));
    await drawer.locator('[id$="-demandDueOn"]').fill(String(demandDueOn));
    await drawer.locator('[id$="-demandDueOn"]').blur();
    await drawer.getByRole('button', { name: '保存' }).click();
    await drawer.waitFor({ state: 'detached' });
  }
}

export async function openCase(page: Page, caseId: number, tab?: string): Promise<void> {
  const isThere = new RegExp(`cases/${caseId}(\\?|$)`).test(page.url());
  if (isThere && tab === undefined) return;
  await goTo(page, `/supervision/cases/${caseId}?tab=${tab ?? 'basics'}`);
  await page.locator('.sup-case-header').waitFor();
}

/** From the case's list of papers to the paper; from another paper straight there. */
export async function openPaper(page: Page, caseId: number, paperId: number): Promise<void> {
  if (page.url().endsWith(`papers/${paperId}`)) return;
  if (/papers\/\d+$/.test(page.url())) await goTo(page, `/supervision/papers/${paperId}`);
  else {
    await openCase(page, caseId, 'papers');
    await page.locator(`tr[data-row-key="${paperId}"]`).click();
  }
  await page.waitForURL(new RegExp(`papers/${paperId}$`));
  await page.locator('.paperpage-header').waitFor();
}

export type StepHooks = {
  /** The form of the step is filled in and not yet sent. */
  readonly onFilled?: (step: Step) => Promise<void>;
};

/** One step of the story through the page where it is done. */
export async function takeStep(
  page: Page,
  caseId: number,
  story: MainJob,
  step: Step,
  hooks: StepHooks = {},
): Promise<void> {
  const onFilled = async () => hooks.onFilled?.(step);
  if (step.case !== undefined) {
    await openCase(page, caseId);
    const { actions } = await call(page, 'supervision.case.get', { id: caseId });
    return act(page, actions, step.case, told(story, step.values ?? {}), onFilled);
  }
  const { documents } = await call(page, 'supervision.case.get', { id: caseId });
  const papers = documents.filter(({ kind, status }) => kind === step.paper && status !== 'D99');
  const isAll = step.action === 'finaliseAll';
  for (const paper of isAll ? papers.filter(({ status }) => status === 'D01') : papers.slice(-1)) {
    await openPaper(page, caseId, paper.id);
    const { actions } = await call(page, 'documents.get', { id: paper.id });
    await act(
      page,
      actions,
      isAll ? 'finalise' : (step.action ?? ''),
      told(story, step.values ?? {}),
      onFilled,
    );
  }
}

/** Presses the button of an action, fills its form and sends it. */
export async function act(
  page: Page,
  actions: readonly ActionOffer[],
  key: string,
  values: Typed,
  onFilled?: () => Promise<void>,
): Promise<void> {
  const offer = actions.find((action) => action.key === key);
  if (!offer?.isEnabled) throw new Error(`${key} is not offered: ${offer?.reason ?? 'no such button'}`);
  await page.locator('.action-bar').getByRole('button', { name: offer.label, exact: true }).click();
  if (offer.fields.length === 0 && !offer.isDanger) return settled(page, offer.label);
  const drawer = offer.fields.length > 0 ? await readyDrawer(page) : openDrawer(page);
  await fillForm(drawer, offer.fields, values);
  await onFilled?.();
  const send = offer.isDanger ? `确定${offer.label}` : offer.label;
  await drawer.locator('.drawer-footer').getByRole('button', { name: send, exact: true }).click();
  const refusal = await answered(page);
  if (refusal !== null) throw new Error(`${offer.label}: ${refusal}`);
}

/** Waits until the drawer is gone, which means done, or says why not. */
export async function answered(page: Page): Promise<string | null> {
  const answer = await page.waitForFunction(() => {
    const drawer = document.querySelector('.ant-drawer');
    if (!drawer) return 'done';
    return drawer.querySelector<HTMLElement>('.error-summary, .stale-notice')?.textContent ?? null;
  });
  const text = await answer.jsonValue();
  return text === 'done' ? null : text;
}

/** The word that an action without a form is done. */
const settled = (page: Page, label: string): Promise<void> =>
  page.locator('.ant-message').getByText(`${label}：已完成`).last().waitFor();

/** The open drawer, once it has put the cursor into its first field: who types earlier is torn out of it. */
export async function readyDrawer(page: Page): Promise<Locator> {
  await page.waitForFunction(() => Boolean(document.activeElement?.closest('.ant-drawer-body')));
  return openDrawer(page);
}

const openDrawer = (page: Page): Locator => page.locator('.ant-drawer[role=dialog], .ant-drawer').last();
