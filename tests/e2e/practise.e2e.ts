import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ElectronApplication, expect, type Page, test } from '@playwright/test';
import { call } from './support/calls.ts';
import { collectErrors, registerPage, shot } from './support/launch.ts';
import { goTo, launchOffice, logIn, setUpOffice, typeBackRecoveryCode, UNIT } from './support/office.ts';

/** From the end of the first run to 演示 and back: two offices, one at a time, nothing of one in the other. */

const today = '2026-09-10';
const userData = mkdtempSync(join(tmpdir(), 'casework-'));
test.afterAll(() => rmSync(userData, { recursive: true, force: true }));

const band = (page: Page) => page.locator('.demo-band');

/** Presses what leads to the other office, and comes back with the window it opens. */
async function change(app: ElectronApplication, page: Page, button: string): Promise<Page> {
  const opened = app.waitForEvent('window');
  const gone = page.waitForEvent('close');
  await page.getByRole('button', { name: button }).click();
  const next = registerPage(app, await opened);
  await gone;
  expect(app.windows()).toHaveLength(1);
  return next;
}

const titles = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.getTitle()));

test('the wizard ends with an offer to practise, and 退出演示 leads back to the real file', async () => {
  const { app, page: first, close } = await launchOffice({ today, userData });
  await expect(first.getByRole('button', { name: '打开演示资料' })).toBeVisible();
  await setUpOffice(first);
  await first.getByRole('button', { name: '建立资料库，下一步' }).click();
  await typeBackRecoveryCode(first);
  await first.getByRole('button', { name: '以后再说' }).click();
  await expect(first.getByRole('button', { name: '开始使用' })).toBeVisible();
  await shot(first, 'first-run-practise');

  const demo = await change(app, first, '打开演示资料');
  const errors = collectErrors(demo);
  expect(await titles(app)).toEqual(['工会案管（演示）']);
  await expect(band(demo)).toContainText('虚构');
  await expect(demo.locator('#login-name')).toHaveValue('yanshi');
  await shot(demo, 'practise-login');
  await demo.getByRole('button', { name: '打开', exact: true }).click();
  await expect(demo.locator('.shell')).toBeVisible({ timeout: 60_000 });
  await expect(band(demo)).toBeVisible();
  // What is invented needs no copy.
  await expect(demo.getByText('备份', { exact: false })).toHaveCount(0);
  await shot(demo, 'practise-home');
  await goTo(demo, '/statistics');
  await expect(demo.getByRole('table', { name: '年度指标' })).toBeVisible();
  await shot(demo, 'practise-statistics');
  const invented = await call(demo, 'search.global', { text: '聚友餐饮', limit: 5 });
  expect(invented.length).toBeGreaterThan(0);
  expect(errors).toEqual([]);

  const real = await change(app, demo, '退出演示');
  expect(await titles(app)).toEqual(['工会案管']);
  await expect(band(real)).toHaveCount(0);
  await expect(real.locator('#login-name')).toHaveValue('');
  await logIn(real);
  await expect(real.locator('.top-bar')).toContainText(UNIT.unitName);
  expect(await call(real, 'search.global', { text: '聚友餐饮', limit: 5 })).toEqual([]);
  await close();
});

test('what is typed is kept when 演示 is opened from 帮助, and the key is gone meanwhile', async () => {
  const { app, page: real, close } = await launchOffice({ today, userData });
  await logIn(real);
  await goTo(real, '/supervision/new');
  const facts = real.locator('#clue-facts');
  await facts.fill('拖欠工资三个月');
  await goTo(real, '/help');
  await expect(real.getByRole('heading', { name: '帮助' })).toBeVisible();
  await shot(real, 'help-practise');
  const demo = await change(app, real, '打开演示资料');
  expect(await call(demo, 'session.status', {})).toMatchObject({
    state: 'locked',
    isDemo: true,
    account: null,
  });

  const back = await change(app, demo, '退出演示');
  await expect(back.locator('#login-name')).toBeFocused();
  await shot(back, 'login-practise');
  await logIn(back);
  await goTo(back, '/supervision/new');
  await expect(back.locator('#clue-facts')).toHaveValue('拖欠工资三个月');
  await close();
});
