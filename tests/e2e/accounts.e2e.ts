import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { arrangeOffice } from './support/arrange.ts';
import { call } from './support/calls.ts';
import type { LaunchedApp } from './support/launch.ts';
import { shot } from './support/launch.ts';
import { goTo, launchOffice, logIn, setUpOffice, UNIT } from './support/office.ts';

/** First run, accounts, lock and recovery as people meet them. One window, one office, in this order. */

/** Long enough to fill in a field on a busy machine. */
const IDLE_SECONDS = 15;
const FIRST_PASSWORD = 'chushi-2026';
const LIJUN = { loginName: 'lijun', password: 'lijun-eigen-2026' };

let launched: LaunchedApp;
let code = '';
const page = (): Page => launched.page;

test.beforeAll(async () => {
  launched = await launchOffice({ today: '2026-09-10' });
});
test.afterAll(() => launched.close());

test('the first run: unit and administrator, recovery code typed back, backups later, 演示 explained', async () => {
  await setUpOffice(page());
  await shot(page(), 'first-run-1');
  await page().getByRole('button', { name: '建立资料库，下一步' }).click();
  await page().getByRole('button', { name: '生成恢复码' }).waitFor();
  await shot(page(), 'first-run-2');
  await page().getByRole('button', { name: '生成恢复码' }).click();
  await page().locator('.recovery-code').waitFor();
  await shot(page(), 'first-run-3');
  const shown = await page().locator('.recovery-code b').allTextContents();
  await page().locator('#recovery-code').fill(shown.toReversed().join('-'));
  await page().getByRole('button', { name: '确认恢复码' }).click();
  await expect(page().locator('.field-error')).toBeVisible();
  await page().locator('#recovery-code').fill(shown.join(' ').toLowerCase());
  await page().getByRole('button', { name: '确认恢复码' }).click();
  code = shown.join('-');
  await page().getByRole('button', { name: '以后再说' }).waitFor();
  await shot(page(), 'first-run-4');
  await page().getByRole('button', { name: '以后再说' }).click();
  await expect(page().getByText('另有一套演示资料')).toBeVisible();
  await shot(page(), 'first-run-5');
  await page().getByRole('button', { name: '开始使用' }).click();
  await page().locator('.shell').waitFor();
  expect(await call(page(), 'recovery.status', {})).toMatchObject({ isIssued: true });
});

test('a colleague is given an account and begins with a password of one’s own', async () => {
  await goTo(page(), '/settings/accounts');
  await page().getByRole('button', { name: '新建账号' }).click();
  await page().locator('#account-displayName').fill('李军');
  await page().locator('#account-loginName').fill(LIJUN.loginName);
  await page().locator('#account-password').fill(FIRST_PASSWORD);
  await shot(page(), 'account-new');
  await page().getByRole('button', { name: '新建', exact: true }).click();
  await expect(page().getByRole('row', { name: /李军/ })).toContainText('待首次登录');
  await shot(page(), 'accounts');
  for (const section of ['delegations', 'permissions', 'security', 'password']) {
    await goTo(page(), `/settings/${section}`);
    await page().locator('.settings-section h2').waitFor();
    await shot(page(), `settings-${section}`);
  }
  await goTo(page(), '/settings/delegations');
  await page().getByRole('button', { name: '登记委托' }).click();
  const drawer = page().locator('.ant-drawer');
  const choices = (label: string) => drawer.getByRole('radiogroup', { name: label }).getByRole('radio');
  await expect(choices('委托人')).toHaveCount(2);
  await expect(choices('受托人')).toHaveCount(1);
  await drawer.getByRole('radiogroup', { name: '受托人' }).getByText('李军').click();
  await shot(page(), 'delegation-new');
  // 李军 is away instead: the choice that is taken away is none any more.
  await drawer.getByRole('radiogroup', { name: '委托人' }).getByText('李军').click();
  await expect(drawer.getByRole('radiogroup', { name: '受托人' })).toHaveText(UNIT.displayName);
  await expect(choices('受托人')).not.toBeChecked();
  await drawer.getByRole('button', { name: '取消' }).click();
  await page().keyboard.press('Control+l');
  await page().locator('#login-name').fill(LIJUN.loginName);
  await page().locator('#login-password').fill(FIRST_PASSWORD);
  await page().getByRole('button', { name: '打开', exact: true }).click();
  await page().locator('#own-password-oldPassword').waitFor();
  await shot(page(), 'first-password');
  await page().locator('#own-password-oldPassword').fill(FIRST_PASSWORD);
  await page().locator('#own-password-newPassword').fill(LIJUN.password);
  await page().locator('#own-password-newPasswordAgain').fill(LIJUN.password);
  await page().getByRole('button', { name: '修改密码' }).click();
  await page().locator('.shell').waitFor();
  // Another person does not land where the former one was.
  expect(await page().evaluate(() => window.location.hash)).toBe('#/');
  await goTo(page(), '/settings/accounts');
  await expect(page().getByText('只有管理员可以管理账号')).toBeVisible();
});

test('the lock of the system locks, and the same person comes back to what was typed', async () => {
  await goTo(page(), '/supervision/new');
  const fact = page().locator('textarea').first();
  await fact.waitFor();
  await fact.fill('车间连续三周每日加班至二十二时');
  await launched.app.evaluate(({ powerMonitor }) => void powerMonitor.emit('lock-screen'));
  await expect(page().getByText('电脑锁屏或休眠，程序已随之锁定')).toBeVisible();
  await shot(page(), 'locked-by-system');
  expect(await page().content()).not.toContain('车间连续三周');
  await logIn(page(), LIJUN);
  expect(await page().evaluate(() => window.location.hash)).toBe('#/supervision/new');
  await expect(page().locator('textarea').first()).toHaveValue('车间连续三周每日加班至二十二时');
});

test('the recovery code gives the administrator a new password', async () => {
  await page().keyboard.press('Control+l');
  await page().getByRole('button', { name: '管理员忘记密码？使用恢复码' }).click();
  await page().locator('#recover-code').fill(code.toLowerCase());
  await shot(page(), 'recover-1');
  await page().getByRole('button', { name: '下一步' }).click();
  await page().locator('#recover-password').fill('xin-mima-2026');
  await page().locator('#recover-passwordAgain').fill('xin-mima-2026');
  await shot(page(), 'recover-2');
  await page().getByRole('button', { name: '设置新密码并打开' }).click();
  await page().locator('.shell').waitFor();
  expect(await call(page(), 'session.status', {})).toMatchObject({
    account: { displayName: UNIT.displayName },
  });
});

test('the data key is changed from 安全, and everybody still gets in', async () => {
  await goTo(page(), '/settings/security');
  await page().getByRole('button', { name: '更换数据密钥' }).click();
  await page().locator('#rotate-password').fill('xin-mima-2026');
  await page().getByRole('button', { name: '更换', exact: true }).click();
  await expect(page().getByText('数据密钥已更换')).toBeVisible();
  await shot(page(), 'rotated');
  await page().keyboard.press('Control+l');
  await logIn(page(), LIJUN);
});

test('a keys.json that somebody changed opens, and the login is told once', async () => {
  await page().keyboard.press('Control+l');
  await page().locator('#login-password').waitFor();
  const path = join(launched.userData, 'office', 'keys.json');
  writeFileSync(path, readFileSync(path, 'utf8').replace(UNIT.unitName, '别的工会'));
  await logIn(page(), LIJUN);
  await goTo(page(), '/');
  const notice = page().getByRole('alert').filter({ hasText: '密钥文件 keys.json' });
  await expect(notice).toBeVisible();
  await shot(page(), 'keys-changed');
  await page().keyboard.press('Control+l');
  await logIn(page(), LIJUN);
  await goTo(page(), '/');
  await expect(page().locator('.shell')).toBeVisible();
  await expect(notice).toBeHidden();
});

test('nobody at the desk: the program locks by itself and returns to the draft', async () => {
  const userData = mkdtempSync(join(tmpdir(), 'casework-'));
  const first = await launchOffice({ today: '2026-09-10', userData });
  await arrangeOffice(first.page);
  await first.close();
  const office = await launchOffice({
    today: '2026-09-10',
    userData,
    args: [`--idle-seconds=${IDLE_SECONDS}`],
  });
  await logIn(office.page);
  await goTo(office.page, '/supervision/new');
  await office.page.locator('textarea').first().fill('拖欠七月工资');
  await expect(office.page.getByText('较长时间没有操作，程序已自动锁定')).toBeVisible({ timeout: 60_000 });
  await logIn(office.page);
  await expect(office.page.locator('textarea').first()).toHaveValue('拖欠七月工资');
  await office.close();
  rmSync(userData, { recursive: true, force: true });
});
