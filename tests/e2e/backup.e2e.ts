import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { makeUscc } from '../../shared/domain/kernel/uscc.ts';
import { arrangeEmployer, arrangeOffice } from './support/arrange.ts';
import { call } from './support/calls.ts';
import { answerDialogs } from './support/dialogs.ts';
import { type LaunchedApp, shot } from './support/launch.ts';
import { goTo, launchOffice, logIn, UNIT } from './support/office.ts';

/** Copied by hand, by itself at close, restored after the data folder was destroyed; a damaged copy is refused. */

const TODAY = '2026-09-10';
let launched: LaunchedApp;
let userData: string;
let stick: string;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  userData = mkdtempSync(join(tmpdir(), 'casework-'));
  stick = mkdtempSync(join(tmpdir(), 'casework-stick-'));
  await launch();
});
test.afterAll(async () => {
  await launched.close();
  for (const folder of [userData, stick]) rmSync(folder, { recursive: true, force: true });
});

async function launch(): Promise<void> {
  launched = await launchOffice({ today: TODAY, userData });
  await answerDialogs(launched.app, { folder: stick });
}
const root = () => join(stick, '工会案管备份');
const sets = () => readdirSync(root()).filter((name) => /^\d{4}-/.test(name));

test('without a backup the home page warns', async () => {
  const { page } = launched;
  await arrangeOffice(page);
  await arrangeEmployer(page, { name: '云州纺织集团', uscc: makeUscc({ serial: 410_001 }) });
  await goTo(page, '/');
  await expect(page.getByText('还没有设置备份')).toBeVisible();
  await shot(page, 'backup-home-none');
});

test('a folder is chosen and a copy made by hand; its age stands in the footer', async () => {
  const { page } = launched;
  await goTo(page, '/settings/backup');
  await page.getByRole('button', { name: '选择文件夹' }).click();
  await expect(page.getByText(stick).first()).toBeVisible();
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByRole('button', { name: '立即备份' }).click();
  await expect(page.getByText('备份完成并已核对')).toBeVisible();
  expect(sets()).toHaveLength(1);
  await expect(page.locator('.footer-bar')).toContainText(/上次备份 今天 \d\d:\d\d ✓/);
  await shot(page, 'backup-settings');
  await goTo(page, '/');
  await expect(page.getByText('还没有设置备份')).toBeHidden();
});

test('closing makes one more copy of what was written since', async () => {
  await arrangeEmployer(launched.page, { name: '云州建材厂', uscc: makeUscc({ serial: 410_002 }) });
  await launched.app.close();
  expect(sets()).toHaveLength(1);
  expect(existsSync(join(root(), sets()[0] ?? '', 'manifest.json'))).toBe(true);
  const manifest = JSON.parse(readFileSync(join(root(), sets()[0] ?? '', 'manifest.json'), 'utf8'));
  expect(manifest).toMatchObject({ reason: 'close', rowCounts: { employer: 2 } });
});

test('a computer whose data folder is gone works again: folder, preview, password, login', async () => {
  rmSync(join(userData, 'office'), { recursive: true });
  await launch();
  const { page } = launched;
  await page.getByRole('button', { name: '从备份恢复' }).click();
  await page.getByRole('button', { name: '选择备份所在的文件夹' }).click();
  await page.getByRole('button', { name: '查看并核对' }).click();
  await expect(page.getByText('已逐字节核对')).toBeVisible();
  await page.locator('#secret-name').fill(UNIT.loginName);
  await page.locator('#secret-password').fill('bu-dui-2026');
  await shot(page, 'backup-restore-preview');
  await page.getByRole('button', { name: '恢复这份备份' }).click();
  await expect(page.getByText('登录名或密码不正确').first()).toBeVisible();
  await page.locator('#secret-password').fill(UNIT.password);
  await page.getByRole('button', { name: '恢复这份备份' }).click();
  await expect(page.getByText('恢复完成')).toBeVisible();
  await shot(page, 'backup-restore-done');
  await page.getByRole('button', { name: '去登录' }).click();
  await logIn(page);
  const { rows } = await call(page, 'employers.list', {
    text: '',
    town: '',
    industry: '',
    isDeleted: false,
    sort: 'name',
    isDescending: false,
    offset: 0,
    limit: 10,
  });
  expect(rows.map(({ name }) => name).sort()).toEqual(['云州建材厂', '云州纺织集团']);
});

test('a damaged copy is refused before anything changes', async () => {
  const { page } = launched;
  const file = join(root(), sets().at(-1) ?? '', 'casework.db');
  const bytes = readFileSync(file);
  bytes[5000] = (bytes[5000] ?? 0) ^ 1;
  writeFileSync(file, bytes);
  await goTo(page, '/settings/backup');
  await page.getByRole('button', { name: '从备份恢复' }).click();
  await page.getByRole('button', { name: '选择备份所在的文件夹' }).click();
  await page.getByRole('button', { name: '查看并核对' }).first().click();
  await expect(page.getByText('这份备份已损坏，不能恢复')).toBeVisible();
  await expect(page.getByRole('button', { name: '恢复这份备份' })).toBeHidden();
  await shot(page, 'backup-restore-damaged');
  await page.getByRole('button', { name: '返回' }).click();
  await expect(page.locator('.shell')).toBeVisible();
});

test('who is no administrator needs one beside him, and is told so before he types', async () => {
  const { page } = launched;
  const reader = { loginName: 'chenli', displayName: '陈丽', password: 'erstes-2026' };
  await call(page, 'accounts.add', { ...reader, roles: ['reader'] });
  await call(page, 'backup.run', { reason: 'hand' });
  await goTo(page, '/settings/backup');
  await page.getByRole('button', { name: '从备份恢复' }).click();
  await page.getByRole('button', { name: '选择备份所在的文件夹' }).click();
  await page.getByRole('button', { name: '查看并核对' }).first().click();
  await expect(page.getByText('只有管理员或者持有恢复码的人能用备份替换')).toBeVisible();
  await page.locator('#secret-name').fill(reader.loginName);
  await page.locator('#secret-password').fill(reader.password);
  const restore = page.getByRole('button', { name: '另存现有资料，恢复这份备份' });
  await restore.click();
  await expect(page.getByRole('heading', { name: '本机现在的管理员' })).toBeVisible();
  await expect(restore).toBeDisabled();
  await page.locator('#secret-authority-name').fill(UNIT.loginName);
  await page.locator('#secret-authority-password').fill(UNIT.password);
  await shot(page, 'backup-restore-authority');
  await restore.click();
  await expect(page.getByText('恢复完成')).toBeVisible();
  await page.getByRole('button', { name: '去登录' }).click();
  await logIn(page);
});

test('a folder that was put back by hand is told after the login, and stands until it is read', async () => {
  const data = join(userData, 'office');
  const former = join(stick, 'office-former');
  await launched.app.close();
  cpSync(data, former, { recursive: true });
  await launch();
  await logIn(launched.page);
  await arrangeEmployer(launched.page, { name: '云州印染厂', uscc: makeUscc({ serial: 410_003 }) });
  await launched.app.close();
  rmSync(data, { recursive: true });
  cpSync(former, data, { recursive: true });
  await launch();
  const { page } = launched;
  await logIn(page);
  const notice = page.getByRole('alert').filter({ hasText: '操作日志与以前不一致' });
  await expect(notice).toBeVisible();
  await shot(page, 'log-rolled-back');
  await notice.getByRole('button', { name: '知道了' }).click();
  await expect(notice).toBeHidden();
});

test('a file whose first page is gone cannot be salvaged: the page says so, leads to a backup, and the office works again', async () => {
  await launched.app.close();
  const folder = join(userData, 'office');
  const keys = JSON.parse(readFileSync(join(folder, 'keys.json'), 'utf8')) as { database?: string };
  const file = join(folder, keys.database ?? 'casework.db');
  const bytes = readFileSync(file);
  bytes.fill(0, 0, 4096);
  writeFileSync(file, bytes);
  await launch();
  const { page } = launched;
  await page.locator('#login-name').fill(UNIT.loginName);
  await page.locator('#login-password').fill(UNIT.password);
  await page.getByRole('button', { name: '打开', exact: true }).click();
  await expect(page.getByRole('heading', { name: '数据文件损坏' })).toBeVisible();
  await shot(page, 'backup-damage');
  await page.getByRole('button', { name: '抢救到新文件' }).click();
  await page.locator('#secret-name').fill(UNIT.loginName);
  await page.locator('#secret-password').fill(UNIT.password);
  await page.getByRole('button', { name: '开始抢救' }).click();
  await expect(page.getByText('只能从备份恢复')).toBeVisible();
  expect(readFileSync(file).equals(bytes)).toBe(true);
  await shot(page, 'backup-beyond-salvage');
  await page.getByRole('button', { name: '选择备份，开始恢复' }).press('Enter');
  await page.getByRole('button', { name: '选择备份所在的文件夹' }).click();
  await page.getByRole('button', { name: '查看并核对' }).first().click();
  await expect(page.getByText('已逐字节核对')).toBeVisible();
  await page.locator('#secret-name').fill(UNIT.loginName);
  await page.locator('#secret-password').fill(UNIT.password);
  await page.getByRole('button', { name: '另存现有资料，恢复这份备份' }).click();
  await expect(page.getByText('恢复完成')).toBeVisible();
  const kept = join(folder, '恢复前保留');
  const keptFiles = readdirSync(kept, { recursive: true }).map((name) => join(kept, String(name)));
  expect(keptFiles.some((path) => path.endsWith('.db') && readFileSync(path).equals(bytes))).toBe(true);
  await page.getByRole('button', { name: '去登录' }).click();
  await logIn(page);
});
