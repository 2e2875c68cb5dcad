import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { everyCase } from '../../shared/contract/cases.ts';
import { call, invoke } from './support/calls.ts';
import { answerDialogs } from './support/dialogs.ts';
import type { LaunchedApp } from './support/launch.ts';
import { shot } from './support/launch.ts';
import { goTo, launchOffice } from './support/office.ts';

/** What stood open when the lock fell: nothing of it stays on the screen, and nothing of it acts for whoever comes next. */

let office: LaunchedApp;
let caseId = 0;
const page = (): Page => office.page;

/** The login page of 演示 knows its own name and password. */
async function enter(): Promise<void> {
  await page().getByRole('button', { name: '打开', exact: true }).click();
  await expect(page().locator('.shell')).toBeVisible({ timeout: 60_000 });
}

/** The lock or the sleep of the computer, as the system reports it. */
const systemEvent = (name: 'lock-screen' | 'suspend') =>
  office.app.evaluate(({ powerMonitor }, event) => void powerMonitor.emit(event), name);

const allCases = async () =>
  (await call(page(), 'cases.list', { ...everyCase('supervision'), offset: 0, limit: 100 })).rows;

const question = () => page().locator('.ant-modal');
const notice = () => page().locator('.ant-message-notice');

test.beforeAll(async () => {
  office = await launchOffice({ today: '2026-09-10', args: ['--demo'] });
  await enter();
  caseId = (await allCases())[0]?.id ?? 0;
  expect(caseId).toBeGreaterThan(0);
});
test.afterAll(() => office.close());

for (const event of ['lock-screen', 'suspend'] as const) {
  test(`the question of 移入回收站 goes at ${event} and does not come back with the next login`, async () => {
    await goTo(page(), `/supervision/cases/${caseId}`);
    await page().getByRole('button', { name: '更多操作' }).click();
    await page().getByRole('menuitem', { name: '移入回收站' }).click();
    await expect(question()).toContainText('把本案移入回收站？');
    await systemEvent(event);
    await expect(page().getByText('电脑锁屏或休眠，程序已随之锁定')).toBeVisible();
    await expect(question()).toHaveCount(0);
    await shot(page(), `question-gone-at-${event}`);
    await enter();
    await expect(page().getByRole('button', { name: '更多操作' })).toBeVisible();
    await expect(question()).toHaveCount(0);
    expect((await allCases()).map(({ id }) => id)).toContain(caseId);
  });
}

test('a notice that names a file is gone with the lock', async () => {
  await answerDialogs(office.app, { folder: office.userData });
  await goTo(page(), '/employers');
  await page().getByRole('button', { name: /^导出/ }).click();
  await expect(notice()).toContainText('单位名册.xlsx');
  await systemEvent('suspend');
  await expect(page().locator('#login-name')).toBeVisible();
  // Counted at once: after its eight seconds it would go by itself.
  expect(await notice().count()).toBe(0);
  await enter();
});

test('a dialog that outlives the lock is answered for nobody: no file, and the answer is LOCKED', async () => {
  const target = join(office.userData, 'after-the-lock.docx');
  // The person has left with the dialog open; somebody else presses 保存 when the program is locked.
  await office.app.evaluate(({ dialog, app }, filePath) => {
    const showSaveDialog = () =>
      new Promise((answer) => {
        app.once('browser-window-blur', () => answer({ canceled: false, filePath }));
        process.title = 'asking';
      });
    Object.assign(dialog, { showSaveDialog });
  }, target);
  const papers = { kind: '', status: '', offset: 0, limit: 1 };
  const { rows } = await call(page(), 'documents.list', papers);
  const asking = invoke(page(), 'documents.export', { id: rows[0]?.id ?? 0, open: true });
  await expect.poll(() => office.app.evaluate(() => process.title)).toBe('asking');
  await systemEvent('lock-screen');
  await expect(page().locator('#login-name')).toBeVisible();
  await office.app.evaluate(({ app }) => void app.emit('browser-window-blur'));
  expect(await asking).toMatchObject({ ok: false, error: { code: 'LOCKED' } });
  expect(existsSync(target)).toBe(false);
  await enter();
});

test('what waits in the printer’s dialog when the lock falls is not printed any more', async () => {
  await office.app.evaluate(({ app }) => {
    // The dialog of a printer stands until somebody answers it.
    app.once('browser-window-created', (_event, window) => {
      Object.assign(window.webContents, { print: () => undefined });
    });
  });
  const windowCount = () => office.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
  const { rows } = await call(page(), 'documents.list', { kind: '', status: '', offset: 0, limit: 1 });
  const printing = invoke(page(), 'documents.print', { id: rows[0]?.id ?? 0, html: '<p>草稿</p>' });
  await expect.poll(windowCount).toBe(2);
  await systemEvent('suspend');
  await expect(page().locator('#login-name')).toBeVisible();
  expect(await windowCount()).toBe(1);
  expect(await printing).toMatchObject({ ok: false, error: { code: 'LOCKED' } });
  await enter();
});

test('Ctrl+L empties the screen at once, also while the program is busy', async () => {
  await goTo(page(), '/employers');
  await expect(page().locator('.shell')).toBeVisible();
  // From now on nobody answers the page.
  await office.app.evaluate(({ ipcMain }) => {
    ipcMain.removeHandler('union-casework:call');
    ipcMain.handle('union-casework:call', () => new Promise(() => undefined));
  });
  await page().keyboard.press('Control+l');
  await expect(page().getByText('正在锁定')).toBeVisible();
  await expect(page().locator('.shell')).toHaveCount(0);
});
