import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { complainantSecrets, readMainJob } from '../builders/main-job.ts';
import { arrangeClue, arrangeOffice, arrangeRegisters, stepsUntil, takeQuickly } from './support/arrange.ts';
import { call, invoke } from './support/calls.ts';
import { answerDialogs } from './support/dialogs.ts';
import { docxFiles, docxText } from './support/docx.ts';
import type { LaunchedApp } from './support/launch.ts';
import { act, openPaper } from './support/main-job.ts';
import { launchOffice } from './support/office.ts';
import { dayAfter } from './support/story.ts';

/** A letter from its draft to its correction: what is seen, what is refused, what stays as it was signed. */

const story = readMainJob();
const folder = mkdtempSync(join(tmpdir(), 'casework-letters-'));
let office: LaunchedApp;
let caseId: number;
let letterId: number;
let number = '';

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  office = await launchOffice({ today: dayAfter(10) });
  const { page } = office;
  await arrangeOffice(page);
  const registers = await arrangeRegisters(page, story);
  caseId = await arrangeClue(page, story, registers);
  await takeQuickly(page, caseId, registers, stepsUntil(story, 'deliberate'));
  const { documents } = await call(page, 'supervision.case.get', { id: caseId });
  letterId = documents.find(({ kind }) => kind === 'reminderLetter')!.id;
  await openPaper(page, caseId, letterId);
});

test.afterAll(async () => {
  await office.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The pages on the desk, without the flow that is only measured. */
const preview = () => office.page.locator('.paper-desk');
const missing = () => office.page.locator('.paper-desk-page .paper-missing');
const check = () => office.page.getByRole('region', { name: '检查' });
const facts = () => office.page.locator('#paper-facts');
const actions = async () => (await call(office.page, 'documents.get', { id: letterId })).actions;
const exported = async (name: string) => {
  const target = join(folder, name);
  mkdirSync(target);
  await answerDialogs(office.app, { folder: target });
  await office.page.getByRole('button', { name: '导出 Word' }).click();
  await expect.poll(() => docxFiles(target).length).toBe(1);
  await expect(office.page.locator('.ant-btn-loading')).toHaveCount(0);
  return docxFiles(target)[0]!;
};

test('the preview shows what is typed while it is typed', async () => {
  const before = await facts().inputValue();
  await facts().fill(`${before}\n部分职工反映午休时间被压缩`);
  await expect(preview()).toContainText('部分职工反映午休时间被压缩');
  await facts().fill(before);
  await expect(preview()).not.toContainText('午休时间被压缩');
});

test('a required field that is empty is marked where it will print, and the letter is not sent on without it', async () => {
  const before = await facts().inputValue();
  await facts().fill('');
  await expect(missing().filter({ hasText: '了解到的情况' })).toBeVisible();
  await expect(check()).toContainText(/\d+ 项须改正/);
  const refused = office.page.locator('.refused-action').filter({ hasText: '送审批签发' });
  await expect(refused).toContainText('了解到的情况');
  await facts().fill(before);
  await expect(office.page.getByRole('button', { name: '送审批签发', exact: true })).toBeEnabled();
  await expect(check()).not.toContainText(/\d+ 项须改正/);
});

for (const [what, secret] of [
  ['name', story.complainant.name],
  ['phone', story.complainant.phone!],
] as const) {
  test(`the complainant's ${what} is found at once, and the letter is not sent on with it`, async () => {
    const { page } = office;
    const before = await facts().inputValue();
    await facts().fill(`${before}\n据${secret}反映，车间长期加班`);
    await expect(check()).toContainText(/\d+ 项须改正/);
    await expect(check().getByRole('listitem').filter({ hasText: '须改正' }).first()).toBeVisible();

    // The button says so before it is pressed, for the text as it is typed and not yet saved.
    await expect(page.getByRole('button', { name: '送审批签发', exact: true })).toBeDisabled();
    await expect(page.locator('.refused-action').filter({ hasText: '送审批签发' })).toContainText(
      /还有 \d+ 处须改正：/,
    );
    await page.getByRole('button', { name: /保存（Ctrl/ }).click();
    await expect(page.getByRole('status').filter({ hasText: '已保存' })).toBeVisible();
    const { document, actions: offered } = await call(page, 'documents.get', { id: letterId });
    expect(offered.find(({ key }) => key === 'submitApproval')?.reason).toMatch(/反映人|个人信息/);
    const sent = await invoke(page, 'documents.act', {
      id: letterId,
      revision: document.revision,
      action: 'submitApproval',
      values: {},
    });
    expect(sent).toMatchObject({ ok: false, error: { code: 'REFUSED' } });
    expect((await call(page, 'documents.get', { id: letterId })).document).toMatchObject({
      status: 'D01',
      documentNo: '',
    });
    await facts().fill(before);
    await page.getByRole('button', { name: /保存（Ctrl/ }).click();
    await expect(page.getByRole('status').filter({ hasText: '已保存' })).toBeVisible();
  });
}

test('signed and sealed, it bears its number and cannot be changed any more', async () => {
  const { page } = office;
  await act(page, await actions(), 'submitApproval', {});
  await act(page, await actions(), 'approveAndSign', { signerId: story.leaders[0]!.name });
  await act(page, await actions(), 'seal', { keeper: '孙洁' });
  await expect(page.locator('.paperpage-number')).toHaveText('安工劳监提〔2026〕1号');
  await expect(preview()).toContainText('安工劳监提〔2026〕1号');
  await expect(missing()).toHaveCount(0);
  await expect(facts()).not.toBeEditable();
  await expect(page.locator('.paperpage-sealed')).toContainText('内容已锁定');
  number = '安工劳监提〔2026〕1号';
  const detail = await call(page, 'documents.get', { id: letterId });
  const written = { id: letterId, revision: detail.document.revision, values: detail.values, edits: {} };
  await expect(call(page, 'documents.save', written)).rejects.toThrow(/REFUSED/);
});

test('printed again it is the same file to the byte, and it holds nothing of the complainant', async () => {
  const [first, second] = [await exported('first'), await exported('second')];
  const hash = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');
  expect(hash(first)).toBe(hash(second));
  expect(first).toContain(number);
  expect(first).toContain(story.employer.name);
  const text = docxText(first);
  expect(text).toContain(number);
  expect(text).toContain(story.employer.name);
  for (const secret of complainantSecrets(story)) expect(text).not.toContain(secret);
});

test('a correction is a letter of its own with a number of its own', async () => {
  const { page } = office;
  await act(page, await actions(), 'serve', {
    method: 'direct',
    serverA: '陈国栋',
    serverB: '李晓梅',
    place: '行政办公室',
    receiverName: '范晓岚',
    receiverPost: '人事负责人',
  });
  const offer = (await actions()).find(({ key }) => key === 'correct')!;
  expect(offer.isEnabled, offer.reason).toBe(true);
  const open = offer.fields.filter((field) => field.isRequired && !offer.initial[field.name]);
  const values = Object.fromEntries(open.map((field) => [field.name, '联系电话有误']));
  await act(page, await actions(), 'correct', values);
  const { documents } = await call(page, 'supervision.case.get', { id: caseId });
  const draft = documents.find((row) => row.kind === 'reminderLetter' && row.id > letterId)!;
  expect(draft).toMatchObject({ documentNo: '', isSealed: false });
  // The new letter opens by itself and leads back to the old one.
  await page.waitForURL(new RegExp(`papers/${draft.id}$`));
  await expect(page.getByText(`本文书用于更正《工会劳动法律监督提示函》（${number}）`)).toBeVisible();
  await expect(preview()).toContainText(number);
  const actionsNow = async () => (await call(page, 'documents.get', { id: draft.id })).actions;
  await act(page, await actionsNow(), 'submitApproval', {});
  await act(page, await actionsNow(), 'approveAndSign', { signerId: story.leaders[0]!.name });
  await expect(page.locator('.paperpage-number')).toHaveText('安工劳监提〔2026〕2号');
  const original = await call(page, 'documents.get', { id: letterId });
  expect(original.document.documentNo).toBe(number);
  expect(original.isReadOnly).toBe(true);
});
