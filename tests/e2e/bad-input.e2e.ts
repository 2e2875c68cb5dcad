import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { readMainJob } from '../builders/main-job.ts';
import { arrangeClue, arrangeOffice, arrangeRegisters } from './support/arrange.ts';
import { call } from './support/calls.ts';
import { answerDialogs } from './support/dialogs.ts';
import type { LaunchedApp } from './support/launch.ts';
import { openCase } from './support/main-job.ts';
import { goTo, launchOffice, logIn, stillness } from './support/office.ts';
import { dayAfter } from './support/story.ts';

/** What people and machines do wrong: nothing is lost, nothing is half written, and the program says why. */

const story = readMainJob();
const userData = mkdtempSync(join(tmpdir(), 'casework-bad-'));
let office: LaunchedApp;
let caseId: number;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  office = await launchOffice({ today: dayAfter(2), userData });
  await arrangeOffice(office.page);
  const registers = await arrangeRegisters(office.page, story);
  caseId = await arrangeClue(office.page, story, registers);
});

test.afterAll(async () => {
  await office.close();
  rmSync(userData, { recursive: true, force: true });
});

const summary = () => office.page.locator('.error-summary').first();

test('a day that does not exist is said at once and is not registered', async () => {
  const { page } = office;
  await goTo(page, '/supervision/new');
  const received = page.locator('#clue-receivedOn');
  for (const wrong of ['2026-02-30', '2026-13-01', '明年', '0931']) {
    await received.fill(wrong);
    await received.blur();
    await page.getByRole('button', { name: /登记线索/ }).click();
    await expect(summary()).toContainText('收到日期');
    await expect(received).toHaveValue(wrong);
  }
  await received.fill('+3');
  await received.fill('20260902');
  await received.blur();
  await expect(received).toHaveValue('2026-09-02');
  await expect(page).toHaveURL(/supervision\/new/);
});

test('a clue from tomorrow is refused', async () => {
  const { page } = office;
  await page.locator('#clue-receivedOn').fill(dayAfter(3));
  await page.locator('#clue-receivedOn').blur();
  await page.getByRole('button', { name: /登记线索/ }).click();
  await expect(summary()).toBeVisible();
  await expect(page).toHaveURL(/supervision\/new/);
});

test('a wrong credit code is named while it is typed, and not saved', async () => {
  const { page } = office;
  await page.getByRole('button', { name: /返回列表/ }).click();
  await goTo(page, '/employers/new');
  await page.locator('#employer-name').fill('安溪县校验机械厂');
  await page.locator('#employer-uscc').fill('91000000MA0202602K');
  await expect(page.getByText(/校验位不符/).first()).toBeVisible();
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await expect(summary()).toContainText('统一社会信用代码');
  await page.locator('#employer-uscc').fill('91000000MA02O2602J');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await expect(page).toHaveURL(/employers\/new/);
  await page.getByRole('button', { name: '取消' }).click();
  await page.getByRole('button', { name: '放弃修改并离开' }).click();
});

test('ten thousand characters and what Word pastes are kept as plain text, or refused', async () => {
  const { page } = office;
  const long = '近三个月部分班次每日工作超过十小时。'.repeat(600);
  expect(long.length).toBeGreaterThan(10_000);
  await openCase(page, caseId, 'basics');
  await page.getByRole('button', { name: '修改', exact: true }).click();
  const facts = page.locator('textarea[id$="-facts"]');
  await facts.fill(long);
  const save = page.getByRole('button', { name: /保存/ }).last();
  await save.click();
  // Not cut off behind somebody's back: all of it stays to be shortened.
  await expect(summary()).toContainText(`最多填写 5000 个字，现在有 ${long.length} 个字`);
  await expect(facts).toHaveValue(long);

  await facts.fill('第一行<w:p><w:r><w:t>标记</w:t></w:r></w:p><script>alert(1)</script>');
  await save.click();
  await expect(summary()).toContainText('从 Word 或者网页复制来的代码');

  await facts.fill('第一行\u0000乱码');
  await save.click();
  await expect(summary()).toContainText('无法识别的字符');

  await facts.fill('第一行\u0007\u000b第二行\u200b “引号” 低于<3000元');
  await save.click();
  await expect(facts).toHaveCount(0);
  const kept = String((await call(page, 'supervision.case.get', { id: caseId })).basics.facts);
  expect(kept).toContain('第二行');
  expect(kept).toContain('低于<3000元');
  // Neither control characters nor what has no width.
  expect(kept).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}]/u);
});

test('two windows on one case: the second save is refused, and what was typed stays', async () => {
  const { page } = office;
  await openCase(page, caseId, 'basics');
  await page.getByRole('button', { name: '修改', exact: true }).click();
  const requests = page.locator('textarea[id$="-requests"]');
  await requests.fill('第一个窗口填写的诉求');

  const second = await secondWindow();
  await goTo(second, `/supervision/cases/${caseId}`);
  await second.getByRole('button', { name: '修改', exact: true }).click();
  const other = second.locator('textarea[id$="-ownEvidence"]');
  await other.fill('第二个窗口填写的证据');
  await second.getByRole('button', { name: /保存/ }).last().click();
  await expect
    .poll(async () => (await call(second, 'supervision.case.get', { id: caseId })).basics.ownEvidence)
    .toBe('第二个窗口填写的证据');

  await page.getByRole('button', { name: /保存/ }).last().click();
  const notice = page.locator('.stale-notice');
  await expect(notice).toContainText('已被更新');
  await expect(requests).toHaveValue('第一个窗口填写的诉求');
  await notice.getByRole('button', { name: '载入最新内容' }).click();
  await expect(requests).toHaveValue('第一个窗口填写的诉求');
  await expect(page.locator('textarea[id$="-ownEvidence"]')).toHaveValue('第二个窗口填写的证据');
  await page.getByRole('button', { name: /保存/ }).last().click();
  await expect
    .poll(async () => (await call(page, 'supervision.case.get', { id: caseId })).basics.requests)
    .toBe('第一个窗口填写的诉求');
  await second.close();
});

/** A second window of the same program on the same file. */
async function secondWindow(): Promise<Page> {
  const opened = office.app.waitForEvent('window');
  await office.app.evaluate(({ app, BrowserWindow }) => {
    const preload = `${app.getAppPath()}/out/preload/preload.cjs`;
    const window = new BrowserWindow({
      width: 1366,
      height: 768,
      webPreferences: { preload, sandbox: true },
    });
    void window.loadURL('app://bundle/');
  });
  const page = await opened;
  await page.locator('.shell').waitFor();
  await stillness(page);
  return page;
}

test('a second copy of the program ends at once', async () => {
  const electron = createRequire(import.meta.url)('electron') as string;
  const root = resolve(import.meta.dirname, '../..');
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(electron, ['.', `--user-data-dir=${userData}`, ...sandbox], {
    cwd: root,
    stdio: 'ignore',
  });
  const code = await new Promise((done) => child.once('exit', done));
  expect(code).toBe(0);
  await expect(office.page.locator('.shell')).toBeVisible();
});

test('a folder that cannot be written to is said, and the paper is as it was', async () => {
  const { page, app } = office;
  const gone = join(tmpdir(), 'casework-removed-disk');
  expect(existsSync(gone)).toBe(false);
  await answerDialogs(app, { folder: gone });
  const { documents } = await call(page, 'supervision.case.get', { id: caseId });
  await goTo(page, `/supervision/papers/${documents[0]!.id}`);
  await page.getByRole('button', { name: '导出 Word' }).click();
  await expect(page.locator('.ant-message')).toContainText('不能写入所选文件夹');
  const after = await call(page, 'supervision.case.get', { id: caseId });
  expect(after.documents[0]!.revision).toBe(documents[0]!.revision);
});

test('what was typed before the power went is there again', async () => {
  const { page } = office;
  await goTo(page, '/supervision/new');
  const facts = page.locator('#clue-facts');
  await facts.fill('断电之前填写的事实经过');
  await expect
    .poll(async () => (await call(page, 'drafts.get', { key: 'supervision.clue.new' }))?.payload ?? '')
    .toContain('断电之前填写的事实经过');
  await office.kill();

  office = await launchOffice({ today: dayAfter(2), userData });
  await logIn(office.page);
  await goTo(office.page, '/supervision/new');
  await expect(office.page.getByText('已恢复未保存的内容')).toBeVisible();
  await expect(office.page.locator('#clue-facts')).toHaveValue('断电之前填写的事实经过');
});
