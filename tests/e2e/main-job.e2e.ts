import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { complainantSecrets, FIRST_DAY, nameOf, readMainJob } from '../builders/main-job.ts';
import { type Registers, takeQuickly } from './support/arrange.ts';
import { call, invoke } from './support/calls.ts';
import { answerDialogs } from './support/dialogs.ts';
import { docxFiles, docxText } from './support/docx.ts';
import type { LaunchedApp } from './support/launch.ts';
import {
  act,
  enterDemands,
  enterLeaders,
  enterSettings,
  enterSupervisors,
  openCase,
  saveEmployer,
  submitClue,
  takeStep,
  typeClue,
  typeEmployer,
} from './support/main-job.ts';
import { goTo, launchOffice, logIn, setUpOffice, submitSetUp } from './support/office.ts';
import { dayAfter } from './support/story.ts';

/** The main job in the real window: typed, pressed and read as a person does, from the first run to the archive. */

const story = readMainJob();
const userData = mkdtempSync(join(tmpdir(), 'casework-main-'));
const folder = mkdtempSync(join(tmpdir(), 'casework-papers-'));
let office: LaunchedApp;
let caseId: number;
let registers: Registers;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  office = await launchOffice({ today: dayAfter(2), userData });
});

test.afterAll(async () => {
  await office.close();
  for (const made of [userData, folder]) rmSync(made, { recursive: true, force: true });
});

/** The next day somebody sits down at the program. */
async function nextDay(day: number): Promise<void> {
  await office.close();
  office = await launchOffice({ today: dayAfter(day), userData });
  await logIn(office.page);
  await openCase(office.page, caseId);
}

const stepsBetween = (first: string, last: string) => {
  const names = story.steps.map(nameOf);
  return story.steps.slice(names.indexOf(first), names.indexOf(last) + 1);
};
/** Steps of the case in the window; those of papers that have their own test go the short way. */
async function work(first: string, last: string, papersInWindow: readonly string[] = []): Promise<void> {
  for (const step of stepsBetween(first, last)) {
    const isSeen = step.case !== undefined || papersInWindow.includes(step.paper ?? '');
    if (isSeen) await takeStep(office.page, caseId, story, step);
    else await takeQuickly(office.page, caseId, registers, [step]);
  }
}
const state = (label: string) => expect(office.page.locator('.sup-case-state')).toContainText(label);
const button = (name: string) =>
  office.page.locator('.action-bar').getByRole('button', { name, exact: true });
const refused = (name: string) => office.page.locator('.refused-action').filter({ hasText: name });

test('the first run sets up the office', async () => {
  const { page } = office;
  await page.getByRole('button', { name: '建立资料库，下一步' }).click();
  await expect(page.locator('.error-summary')).toContainText('请填写单位全称');
  await setUpOffice(page);
  await submitSetUp(page);
  await expect(page.locator('.top-bar-unit')).toHaveText('安溪县总工会');
  await expect(page.getByRole('region', { name: '开始使用' })).toBeVisible();
});

test('registers are typed into the settings', async () => {
  const { page } = office;
  await enterSettings(page, story);
  await enterLeaders(page, story);
  await enterSupervisors(page, story);
  await typeEmployer(page, story.employer);
  await saveEmployer(page);
  const leaders = await call(page, 'leaders.list', {});
  const supervisors = await call(page, 'supervision.supervisors.list', { onDate: null });
  const idOf = (rows: readonly { id: number; name: string }[], name: string) =>
    rows.find((row) => row.name === name)!.id;
  registers = {
    firstDay: FIRST_DAY,
    leaders: story.leaders.map(({ name }) => idOf(leaders, name)),
    supervisors: story.supervisors.map(({ name }) => idOf(supervisors, name)),
    employerId: Number(/employers\/(\d+)/.exec(page.url())![1]),
  };
});

test('a clue is registered with its violations and, apart from them, who complained', async () => {
  const { page } = office;
  await typeClue(page, story);
  caseId = await submitClue(page);
  await state('线索已登记');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('〔2026〕安工线索第1号');
  // Nobody who opens the case sees the name before asking for it.
  for (const secret of complainantSecrets(story)) {
    await expect(page.locator('.shell-page')).not.toContainText(secret);
  }
});

test('an acceptance without the declarations of the supervisors is refused at its fields', async () => {
  const { page } = office;
  await work('startReview', 'startReview');
  await state('受理审查');
  const { actions } = await call(page, 'supervision.case.get', { id: caseId });
  const { hasNoConflictA: _, ...rest } = story.steps.find((step) => step.case === 'accept')!.values!;
  const supervisors = { supervisorA: story.supervisors[0]!.name, supervisorB: story.supervisors[1]!.name };
  const attempt = act(page, actions, 'accept', { ...rest, ...supervisors });
  await expect(attempt).rejects.toThrow(/无利害关系/);
  await page.locator('.ant-drawer').getByRole('button', { name: '取消' }).click();
  await state('受理审查');
});

test('what was typed into a form that was left is there again', async () => {
  const { page } = office;
  await button('受理（立案）').click();
  const drawer = page.locator('.ant-drawer');
  await expect(drawer.getByText('已恢复未保存的内容')).toBeVisible();
  await expect(drawer.locator('[id$="-departmentHead"]')).toHaveValue('郑可欣');
  await drawer.getByRole('button', { name: '放弃这些内容' }).click();
  await drawer.getByRole('button', { name: '取消' }).click();
  await expect(drawer).toHaveCount(0);
});

test('accepted and investigated it comes to a decision', async () => {
  await work('accept', 'acceptanceNotice.serve');
  await nextDay(10);
  await work('startTalk', 'startTalk');
  await state('听取意见与协商');
  // Both sides are heard first: the investigation is there to be seen, grey, with its ground.
  await expect(refused('开展调查')).toContainText('请先登记沟通协商结果');
  await refused('开展调查').getByRole('button').click({ force: true });
  await expect(office.page.locator('.ant-drawer')).toHaveCount(0);
  await work('recordTalk', 'submitReport');
  await state('处理意见审议');
  await enterDemands(office.page, caseId, story);
  await work('deliberate', 'deliberate');
  await state('文书制发中');
});

test('the reminder is signed, sealed and served, and its term is counted past the rest days', async () => {
  const { page } = office;
  await work('reminderLetter.submitApproval', 'reminderLetter.serve', ['reminderLetter']);
  await openCase(page, caseId, 'deadlines');
  await state('等待用人单位答复');
  await state('9月28日');
  const row = page.getByRole('row').filter({ hasText: '提示函答复' });
  await expect(row).toContainText('9月26日');
  await expect(row).toContainText('9月28日');
  await expect(refused('升级为意见书')).toContainText('期满后可用');
});

test('overdue, it stands red on the first page and the next step is offered', async () => {
  await nextDay(28);
  const { page } = office;
  await goTo(page, '/');
  const late = page.getByRole('region', { name: '已逾期' });
  await expect(late).toContainText('提示函答复');
  await expect(late).toContainText('已逾期 1 个工作日');
  await late.getByRole('button', { name: /去办理/ }).click();
  await expect(page).toHaveURL(new RegExp(`cases/${caseId}`));
  await work('markOverdue', 'dun');
  await state('逾期');
  await expect(button('升级为意见书')).toBeVisible();
  await expect(refused('建议书')).toContainText('意见书尚未送达');
});

test('opinion, refusal to receive it, recommendation to the department', async () => {
  await nextDay(40);
  await work('escalateToOpinion', 'opinionLetter.seal');
  await work('opinionLetter.refuse', 'opinionLetter.refuse', ['opinionLetter']);
  await openCase(office.page, caseId);
  await expect(button('提请政府部门（建议书）')).toBeVisible();
  await work('escalateToRecommendation', 'recommendationLetter.serve');
  await state('已提请政府部门');
});

test('a closing before the report is final is refused with its reason; then it is closed and archived', async () => {
  await nextDay(78);
  const { page } = office;
  await work('departmentAccepted', 'recheckPassed');
  await state('结案审批');
  await expect(refused('批准结案')).toContainText('尚未定稿');
  await work('closingReport.finalise', 'archive');
  await state('已归档');
  await expect(page.locator('.action-bar')).toHaveCount(0);
  const { revision, basics } = await call(page, 'supervision.case.get', { id: caseId });
  const late = await invoke(page, 'supervision.case.update', { id: caseId, revision, values: basics });
  expect(late).toMatchObject({ ok: false, error: { code: 'REFUSED' } });
});

test('every paper is written, numbered, and those that leave hold nothing of the complainant', async () => {
  const { page, app } = office;
  await answerDialogs(app, { folder });
  await openCase(page, caseId, 'papers');
  const { documents } = await call(page, 'supervision.case.get', { id: caseId });
  await page.getByRole('button', { name: '全部导出 Word' }).click();
  await expect.poll(() => docxFiles(folder).length, { timeout: 60_000 }).toBe(documents.length);
  const files = docxFiles(folder);
  const mayName = /登记表|告知书|送达回证/;
  for (const file of files) {
    const text = docxText(file);
    expect(text.length, file).toBeGreaterThan(50);
    if (mayName.test(file)) continue;
    for (const secret of complainantSecrets(story)) expect(text, file).not.toContain(secret);
  }
  for (const number of ['安工劳监提〔2026〕1号', '安工劳监意〔2026〕1号', '安工劳监建〔2026〕1号']) {
    expect(files.filter((file) => file.includes(number))).toHaveLength(1);
  }
});

test('the timeline tells it all, and the audit log is whole', async () => {
  const { page } = office;
  await openCase(page, caseId, 'timeline');
  await expect(page.locator('.timeline-entry').first()).toContainText('归档');
  expect(await page.locator('.timeline-entry').count()).toBeGreaterThan(25);
  expect(await call(page, 'audit.verify', {})).toMatchObject({ isIntact: true });
  expect(office.errors).toEqual([]);
});
