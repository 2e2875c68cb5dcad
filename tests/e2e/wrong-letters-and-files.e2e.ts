import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CFB, utils, write } from '@e965/xlsx';
import { expect, test } from '@playwright/test';
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

/** Letters and files: a step out of turn, a text with a fault, a folder or a roster that cannot be used is refused in words. */

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

const employers = () => call(office.page, 'employers.list', { ...EVERY_EMPLOYER, offset: 0, limit: 200 });
const drawer = () => office.page.locator('.ant-drawer').last();
const paper = (id: number) => call(office.page, 'documents.get', { id });

/** A case whose reminder letter has got as far as the step says. */
async function arrangeLetter(step: string): Promise<{ caseId: number; letterId: number }> {
  const caseId = await arrangeClue(office.page, story, registers);
  await takeQuickly(office.page, caseId, registers, stepsUntil(story, step));
  const { documents } = await call(office.page, 'supervision.case.get', { id: caseId });
  return { caseId, letterId: documents.find(({ kind }) => kind === 'reminderLetter')!.id };
}

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

test('a folder that is gone is said, and the paper is as it was', async () => {
  const { page, app } = office;
  const gone = join(tmpdir(), 'casework-removed-disk');
  expect(existsSync(gone)).toBe(false);
  await answerDialogs(app, { folder: gone });
  const caseId = await arrangeClue(page, story, registers);
  const { documents } = await call(page, 'supervision.case.get', { id: caseId });
  await goTo(page, `/supervision/papers/${documents[0]!.id}`);
  await page.getByRole('button', { name: '导出 Word' }).click();
  await expect(page.locator('.ant-message')).toContainText('不能写入所选文件夹');
  const after = await call(page, 'supervision.case.get', { id: caseId });
  expect(after.documents[0]!.revision).toBe(documents[0]!.revision);
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
