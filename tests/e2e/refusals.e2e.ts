import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CFB, utils, write } from '@e965/xlsx';
import { expect, type Locator, test } from '@playwright/test';
import { EVERY_EMPLOYER } from '@shared/contract/employers';
import { makeUscc } from '../../shared/domain/kernel/uscc.ts';
import { readMainJob } from '../builders/main-job.ts';
import {
  arrangeClue,
  arrangeOffice,
  arrangeRegisters,
  type Registers,
  stepsUntil,
  takeQuickly,
} from './support/arrange.ts';
import { call, invoke } from './support/calls.ts';
import { answerDialogs } from './support/dialogs.ts';
import type { LaunchedApp } from './support/launch.ts';
import { act, openPaper } from './support/main-job.ts';
import { goTo, launchOffice, stillness } from './support/office.ts';
import { dayAfter } from './support/story.ts';

/** What is wrong is refused in words that name it; nothing is written, and nothing typed is lost. */

const TODAY = dayAfter(12);
const DAY_BEFORE = dayAfter(11);
const story = readMainJob();
let office: LaunchedApp;
let registers: Registers;
let folder = '';

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'casework-refusals-'));
  office = await launchOffice({ today: TODAY });
  await arrangeOffice(office.page);
  registers = await arrangeRegisters(office.page, story);
});

test.afterAll(async () => {
  await office.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Each test begins without anything typed on the page before. */
test.beforeEach(async () => {
  const { page } = office;
  await page.reload();
  await page.locator('.shell').waitFor();
  await stillness(page);
});

const caseCount = async () => (await call(office.page, 'cases.counts', { module: 'supervision' })).all;
const employers = () => call(office.page, 'employers.list', { ...EVERY_EMPLOYER, offset: 0, limit: 200 });
const summary = (scope: Locator) => scope.locator('.error-summary').first();
const drawer = () => office.page.locator('.ant-drawer').last();
const paper = (id: number) => call(office.page, 'documents.get', { id });

/** A case whose reminder letter has got as far as the step says. */
async function arrangeLetter(step: string): Promise<{ caseId: number; letterId: number }> {
  const caseId = await arrangeClue(office.page, story, registers);
  await takeQuickly(office.page, caseId, registers, stepsUntil(story, step));
  const { documents } = await call(office.page, 'supervision.case.get', { id: caseId });
  return { caseId, letterId: documents.find(({ kind }) => kind === 'reminderLetter')!.id };
}

/** As a person pastes: what the control does to pasted text happens here as well. */
async function paste(control: Locator, text: string): Promise<void> {
  await office.app.evaluate(({ clipboard }, copied) => clipboard.writeText(copied), text);
  await control.press('Control+a');
  await control.press('Control+v');
}

test('a clue with a day that does not exist and without what is required names each field', async () => {
  const { page } = office;
  const before = await caseCount();
  await goTo(page, '/supervision/new');
  const { fields, initial } = await call(page, 'supervision.clue.form', {});
  const received = page.locator('#clue-receivedOn');
  await page.locator('#clue-topicSummary').fill('只写了摘要');
  await received.fill('2026-2-30');
  await received.blur();
  await page.getByRole('button', { name: /登记线索/ }).click();

  await expect(page.locator('#clue-receivedOn-error')).toContainText('不是有效日期');
  const sum = summary(page.locator('.sup-form-column'));
  await expect(sum).toBeInViewport();
  await expect(sum).toContainText(/还有 \d+ 处需要补充或修改/);
  const missing = fields.filter(
    ({ name, kind, isRequired, when }) =>
      isRequired && !when && kind !== 'flag' && !initial[name] && name !== 'topicSummary',
  );
  expect(missing.length).toBeGreaterThan(1);
  for (const { name, label } of missing.filter((field) => field.name !== 'receivedOn')) {
    await expect(page.locator(`[id="clue-${name}-error"]`)).toContainText(`「${label}」`);
  }

  // A line of the summary leads to its field.
  await sum.getByRole('button', { name: '不是有效日期' }).click();
  await expect(received).toBeFocused();
  await expect(received).toHaveValue('2026-2-30');
  await expect(page.locator('#clue-topicSummary')).toHaveValue('只写了摘要');
  expect(await caseCount()).toBe(before);
  await expect
    .poll(async () => (await call(page, 'drafts.get', { key: 'supervision.clue.new' }))?.payload)
    .toContain('2026-2-30');
});

test('an employer with a wrong code, an endless name or pasted markup is not registered', async () => {
  const { page } = office;
  const before = (await employers()).total;
  await goTo(page, '/employers/new');
  const field = (name: string) => page.locator(`#employer-${name}`);
  const error = (name: string) => page.locator(`#employer-${name}-error`);
  const save = page.getByRole('button', { name: '保存', exact: true });
  const form = page.locator('form.field-form');
  const code = makeUscc({ serial: 770_001 });
  const wrong = code.slice(0, 17) + (code.endsWith('1') ? '2' : '1');

  await field('name').fill('安溪县试错机械厂');
  await field('note').fill('这一段不能丢');
  await field('uscc').fill(wrong);
  await save.click();
  await expect(error('uscc')).toContainText('「统一社会信用代码」有误');
  await expect(summary(form)).toContainText('「统一社会信用代码」有误');
  await expect(field('uscc')).toHaveValue(wrong);
  await field('uscc').fill(code);

  const endless = '长'.repeat(10_000);
  await paste(field('name'), endless);
  await save.click();
  await expect(error('name')).toContainText('「单位名称」最多填写 120 个字，现在有 10000 个字');
  await expect(field('name')).toHaveValue(endless);

  const markup = '<p class="MsoNormal">安溪县试错机械厂<o:p></o:p></p>';
  await paste(field('name'), markup);
  await paste(field('address'), '安溪县\uFFFD\uFFFD路1号');
  await save.click();
  await expect(error('name')).toContainText('「单位名称」中带有从 Word 或者网页复制来的代码');
  await expect(error('address')).toContainText('「住所」中有无法识别的字符');
  await expect(summary(form)).toContainText('还有 2 处需要补充或修改');
  await expect(field('name')).toHaveValue(markup);
  await expect(field('note')).toHaveValue('这一段不能丢');
  expect((await employers()).total).toBe(before);

  // Put right, it is saved; what cannot be seen is taken out of the text.
  await field('name').fill('安溪县\u0007试错\u200B机械厂\u0001');
  await field('address').fill('安溪县工业路1号');
  await save.click();
  await page.waitForURL(/#\/employers\/\d+$/);
  const { rows, total } = await employers();
  expect(total).toBe(before + 1);
  const saved = rows.find(({ uscc }) => uscc === code);
  expect(saved).toMatchObject({ name: '安溪县试错机械厂', note: '这一段不能丢' });
});

test('a letter is not served before its signature and not answered before its service', async () => {
  const { page } = office;
  const { caseId, letterId } = await arrangeLetter('reminderLetter.seal');
  await openPaper(page, caseId, letterId);
  const sealed = await paper(letterId);
  const service = {
    method: 'direct',
    servedOn: DAY_BEFORE,
    serverA: '陈国栋',
    serverB: '李晓梅',
    place: '行政办公室',
    receiverName: '范晓岚',
    receiverPost: '人事负责人',
  };
  const early = act(page, sealed.actions, 'serve', service);
  await expect(early).rejects.toThrow(/送达日期不能早于成文日期/);
  await expect(drawer().locator('[id$="-servedOn-error"]')).toContainText('送达日期不能早于成文日期');
  for (const [name, value] of Object.entries(service).filter(([key]) => key !== 'method')) {
    await expect(drawer().locator(`[id$="-${name}"]`)).toHaveValue(value);
  }
  expect((await paper(letterId)).document).toEqual(sealed.document);

  await drawer().locator('[id$="-servedOn"]').fill(TODAY);
  await drawer().locator('.drawer-footer .ant-btn-primary').click();
  await expect(page.locator('.ant-drawer')).toHaveCount(0);
  const served = await paper(letterId);
  expect(served.document.servedOn).toBe(TODAY);

  const answer = { repliedOn: DAY_BEFORE, summary: '已经安排补发，月底前完成。' };
  await expect(act(page, served.actions, 'reply', answer)).rejects.toThrow(/答复日期不能早于送达日期/);
  await expect(drawer().locator('[id$="-repliedOn-error"]')).toContainText('答复日期不能早于送达日期');
  await expect(drawer().locator('[id$="-repliedOn"]')).toHaveValue(DAY_BEFORE);
  await expect(drawer().locator('[id$="-summary"]')).toHaveValue(answer.summary);
  expect((await paper(letterId)).document).toEqual(served.document);
});

test('a letter without facts, or with an article that is in no catalogue, is not sent on', async () => {
  const { page } = office;
  const { caseId, letterId } = await arrangeLetter('deliberate');
  await openPaper(page, caseId, letterId);
  const found = page.getByRole('region', { name: '检查' }).getByRole('listitem');
  const blocked = (text: string) => found.filter({ hasText: '须改正' }).filter({ hasText: text });
  const refusedFor = async (reason: RegExp) => {
    // Said at the button for what is typed, and by the service for what is saved.
    const button = page.locator('.refused-action').filter({ hasText: '送审批签发' });
    await expect(button).toContainText(reason);
    await page.getByRole('button', { name: /保存（Ctrl/ }).click();
    await expect(page.getByRole('status').filter({ hasText: '已保存' })).toBeVisible();
    const { document } = await paper(letterId);
    const sent = { id: letterId, revision: document.revision, action: 'submitApproval', values: {} };
    const answer = await invoke(page, 'documents.act', sent);
    expect(answer).toMatchObject({ ok: false, error: { message: expect.stringMatching(reason) } });
    expect((await paper(letterId)).document).toEqual(document);
    expect(document).toMatchObject({ status: 'D01', documentNo: '', isSealed: false });
  };

  const facts = page.locator('#paper-facts');
  const written = await facts.inputValue();
  await facts.fill('');
  await expect(blocked('【了解到的情况】').first()).toContainText('请补充');
  await refusedFor(/处须改正：.*【了解到的情况】/);
  await facts.fill(written);
  await expect(blocked('【了解到的情况】')).toHaveCount(0);

  const paragraph = page.locator('textarea[id^="paragraph-"]').first();
  const wording = await paragraph.inputValue();
  await paragraph.fill(`${wording}根据《中华人民共和国劳动法》第九百九十九条的规定，请予改正。`);
  await expect(blocked('第九百九十九条').first()).toContainText('不在法律依据目录中');
  await refusedFor(/处须改正：.*第九百九十九条.*不在法律依据目录中/);
  await expect(paragraph).toHaveValue(/第九百九十九条/);
});

test('a folder that cannot be written to is said before anything is done for it', async () => {
  const { page, app } = office;
  const { caseId, letterId } = await arrangeLetter('deliberate');
  await openPaper(page, caseId, letterId);
  const before = await paper(letterId);
  const file = join(folder, '是文件.txt');
  writeFileSync(file, '');
  await answerDialogs(app, { folder: join(file, '导出') });
  const refusal = page.locator('.ant-message').getByText('不能写入所选文件夹').last();

  await page.getByRole('button', { name: '导出 Word' }).click();
  await expect(refusal).toContainText('请换一个文件夹再导出');
  expect(await paper(letterId)).toEqual(before);

  await page.reload();
  await goTo(page, '/employers');
  await page.getByRole('button', { name: /^导出/ }).click();
  await expect(refusal).toBeVisible();

  // Letters to many: refused before the first is signed and numbered.
  const batch = await invoke(page, 'documents.batch.run', {
    jobId: 'refused',
    kind: 'reminderLetter',
    employerIds: [registers.employerId],
    values: {},
    edits: {},
    signerId: registers.leaders[0]!,
    signedOn: TODAY,
    output: 'files',
  });
  expect(batch).toMatchObject({ ok: false, error: { code: 'FILE_UNWRITABLE' } });
  const kept = { kind: 'reminderLetter', status: 'D04', offset: 0, limit: 200 };
  expect((await call(page, 'documents.list', kept)).rows).toEqual([]);
});

test('a roster that is encrypted, empty or cut off is refused by its name', async () => {
  const { page, app } = office;
  const before = (await employers()).total;
  const book = utils.book_new();
  const rows = Array.from({ length: 40 }, (_, i) => [`安溪第${i}机械厂`, makeUscc({ serial: 880_000 + i })]);
  utils.book_append_sheet(book, utils.aoa_to_sheet([['单位名称', '统一社会信用代码'], ...rows]), 'Sheet1');
  const sound = write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
  const container = CFB.utils.cfb_new();
  CFB.utils.cfb_add(container, '/EncryptedPackage', Buffer.alloc(5000, 3));
  CFB.utils.cfb_add(container, '/EncryptionInfo', Buffer.alloc(300, 4));
  const encrypted = CFB.write(container, { type: 'buffer' }) as Buffer;
  const cut = sound.subarray(0, Math.floor(sound.length / 2));
  const choose = async (name: string, bytes: Uint8Array) => {
    const file = join(folder, name);
    writeFileSync(file, bytes);
    await answerDialogs(app, { folder, file });
    await page.getByRole('button', { name: '选择文件' }).click();
  };

  await goTo(page, '/employers/import');
  for (const [name, bytes, said] of [
    ['加密名册.xlsx', encrypted, /「加密名册\.xlsx」设有打开密码.*请/],
    ['空名册.xlsx', new Uint8Array(), /「空名册\.xlsx」是空文件.*请/],
    ['截断名册.xlsx', cut, /「截断名册\.xlsx」不完整或已损坏.*请/],
  ] as const) {
    await choose(name, bytes);
    await expect(page.getByRole('alert').filter({ hasText: name })).toContainText(said);
    expect((await employers()).total).toBe(before);
  }

  await choose('完好名册.xlsx', sound);
  await expect(page.getByText('完好名册.xlsx')).toBeVisible();
  await expect(page.getByRole('alert').filter({ hasText: '损坏' })).toHaveCount(0);
});
