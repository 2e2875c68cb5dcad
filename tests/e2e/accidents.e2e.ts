import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { readMainJob } from '../builders/main-job.ts';
import { arrangeClue, arrangeOffice, arrangeRegisters } from './support/arrange.ts';
import { call } from './support/calls.ts';
import type { LaunchedApp } from './support/launch.ts';
import { openCase } from './support/main-job.ts';
import { goTo, launchOffice, logIn, stillness } from './support/office.ts';
import { dayAfter } from './support/story.ts';

/** Accidents: two windows on one case, a second copy of the program, the power gone while somebody types. */

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
