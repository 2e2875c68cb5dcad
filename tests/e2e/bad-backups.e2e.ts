import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { makeUscc } from '../../shared/domain/kernel/uscc.ts';
import { arrangeEmployer, arrangeOffice } from './support/arrange.ts';
import { call } from './support/calls.ts';
import { answerDialogs } from './support/dialogs.ts';
import { type LaunchedApp, shot } from './support/launch.ts';
import { goTo, launchOffice, logIn, UNIT } from './support/office.ts';

/** Backups that will not do, each met on the pages: what is said, and that nothing has changed. Last the way on by keys alone. */

const userData = mkdtempSync(join(tmpdir(), 'casework-'));
const sound = mkdtempSync(join(tmpdir(), 'casework-stick-'));
const sticks: string[] = [sound];
const office = join(userData, 'office');
let launched: LaunchedApp;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  launched = await launchOffice({ today: '2026-09-10', userData });
  const { page } = launched;
  await arrangeOffice(page);
  await arrangeEmployer(page, { name: '云州纺织集团', uscc: makeUscc({ serial: 420_001 }) });
  const evidence = join(office, 'evidence/ab');
  mkdirSync(evidence, { recursive: true });
  writeFileSync(join(evidence, `ab${'3'.repeat(62)}`), Buffer.alloc(3000, 7));
  await pickFrom(sound);
  await call(page, 'backup.runTo', {});
});
test.afterAll(async () => {
  await launched.close();
  for (const folder of [userData, ...sticks]) rmSync(folder, { recursive: true, force: true });
});

const pickFrom = (folder: string) => answerDialogs(launched.app, { folder });

/** A copy of the sound stick, changed. */
function spoiled(change: (set: string, root: string) => void): string {
  const stick = mkdtempSync(join(tmpdir(), 'casework-stick-'));
  sticks.push(stick);
  cpSync(sound, stick, { recursive: true });
  const root = join(stick, '工会案管备份');
  const set = readdirSync(root).find((name) => /^\d/.test(name)) ?? '';
  change(join(root, set), root);
  return stick;
}
const editManifest = (set: string, change: (manifest: Record<string, unknown>) => void) => {
  const path = join(set, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
  change(manifest);
  writeFileSync(path, JSON.stringify(manifest));
};
const flip = (path: string, at: number) => {
  const bytes = readFileSync(path);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(path, bytes);
};

/** From the settings to the list of sets of a stick. */
async function lookAt(page: Page, stick: string): Promise<void> {
  await pickFrom(stick);
  await goTo(page, '/settings/backup');
  await page.getByRole('button', { name: '从备份恢复' }).click();
  await page.getByRole('button', { name: '选择备份所在的文件夹' }).click();
  await expect(page.getByRole('table', { name: '找到的备份' })).toBeVisible();
}
const keysOfOffice = () => readFileSync(join(office, 'keys.json'), 'utf8');
/** Back in the program, with what was there. */
async function nothingChanged(page: Page, keys: string): Promise<void> {
  await page.getByRole('button', { name: '返回' }).click();
  await expect(page.locator('.shell')).toBeVisible();
  expect(keysOfOffice()).toBe(keys);
  expect(readdirSync(office)).not.toContain('恢复前保留');
}

test('one of a newer program says so in the list, and cannot be chosen', async () => {
  const { page } = launched;
  const keys = keysOfOffice();
  await lookAt(
    page,
    spoiled((set) => editManifest(set, (manifest) => Object.assign(manifest, { schemaVersion: 999_999 }))),
  );
  await expect(page.getByText('由更新版本的程序建立，请先安装新版本')).toBeVisible();
  await expect(page.getByRole('button', { name: '查看并核对' })).toBeHidden();
  await shot(page, 'bad-backup-newer');
  await nothingChanged(page, keys);
});

for (const [name, words, change] of [
  ['one cut short', '不完整', (set: string) => truncateSync(join(set, 'casework.db'), 100_000)],
  ['one with a flipped bit', '内容已改变', (set: string) => flip(join(set, 'casework.db'), 5000)],
  ['one without its keys', '密钥文件不见了', (set: string) => rmSync(join(set, 'keys.json'))],
] as const) {
  test(`${name} is refused at the look, before a password is asked for`, async () => {
    const { page } = launched;
    const keys = keysOfOffice();
    await lookAt(page, spoiled(change));
    await page.getByRole('button', { name: '查看并核对' }).click();
    await expect(page.getByText('这份备份已损坏，不能恢复')).toContainText(words);
    await expect(page.locator('#secret-name')).toBeHidden();
    await nothingChanged(page, keys);
  });
}

test('another unit’s has to be said, and with a damaged attachment that as well', async () => {
  const { page } = launched;
  const keys = keysOfOffice();
  const stick = spoiled((set, root) => {
    editManifest(set, (manifest) => Object.assign(manifest, { unitName: '云州市总工会' }));
    flip(join(root, 'evidence/ab', `ab${'3'.repeat(62)}`), 10);
  });
  await lookAt(page, stick);
  await page.getByRole('button', { name: '查看并核对' }).click();
  await expect(page.getByText('这份备份属于“云州市总工会”')).toBeVisible();
  await expect(page.getByText('有 1 个证据附件缺失或已损坏')).toBeVisible();
  await page.locator('#secret-name').fill(UNIT.loginName);
  await page.locator('#secret-password').fill(UNIT.password);
  const restore = page.getByRole('button', { name: '另存现有资料，恢复这份备份' });
  await expect(restore).toBeDisabled();
  await shot(page, 'bad-backup-other-unit');
  await page.getByRole('checkbox', { name: '缺少附件也恢复' }).check();
  await expect(restore).toBeDisabled();
  await page.getByRole('checkbox', { name: '确实要换成' }).check();
  await restore.click();
  // The unit's name was written into the list afterwards: the seal tells.
  await expect(page.getByText('清单在备份之后被改动过').first()).toBeVisible();
  await nothingChanged(page, keys);
});

test('a wrong recovery code says what to do, and keeps what was typed', async () => {
  const { page } = launched;
  const keys = keysOfOffice();
  await lookAt(page, sound);
  await page.getByRole('button', { name: '查看并核对' }).click();
  await page.getByRole('radio', { name: '用恢复码' }).check();
  await page.locator('#secret-code').fill('AAAA-BBBB-CCCC');
  await page.getByRole('button', { name: '另存现有资料，恢复这份备份' }).click();
  await expect(page.getByText('恢复码不正确，或者不是备份那天有效的恢复码')).toBeVisible();
  await expect(page.locator('#secret-code')).toHaveValue('AAAA-BBBB-CCCC');
  await shot(page, 'bad-backup-wrong-code');
  await nothingChanged(page, keys);
});

test('a folder inside the program’s own is refused with the reason; the folder stays as it was', async () => {
  const { page } = launched;
  await pickFrom(office);
  await goTo(page, '/settings/backup');
  await page.getByRole('button', { name: '选择文件夹' }).click();
  await expect(page.getByText('程序自己存放资料的文件夹')).toBeVisible();
  await expect(page.locator('.backup-folder')).toHaveText('尚未选择');
});

test('by keys alone: from the login to the restored office', async () => {
  await launched.app.close();
  launched = await launchOffice({ today: '2026-09-11', userData });
  await pickFrom(sound);
  const { page } = launched;
  const enterOn = async (name: string) => {
    for (let i = 0; i < 30; i += 1) {
      if ((await page.evaluate(() => document.activeElement?.textContent)) === name) break;
      await page.keyboard.press('Tab');
    }
    await expect(page.getByRole('button', { name, exact: true })).toBeFocused();
    await page.keyboard.press('Enter');
  };
  await enterOn('从备份恢复');
  await enterOn('选择备份所在的文件夹');
  await expect(page.getByRole('button', { name: '查看并核对' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('#secret-name')).toBeFocused();
  await page.keyboard.type(UNIT.loginName);
  await page.keyboard.press('Tab');
  await page.keyboard.type(UNIT.password);
  await page.keyboard.press('Enter');
  await expect(page.getByText('恢复完成')).toBeVisible();
  await expect(page.getByRole('button', { name: '去登录' })).toBeFocused();
  await page.keyboard.press('Enter');
  await logIn(page);
});

test('a damaged page leads to the three ways on; salvage by keys alone shows its report and the office opens', async () => {
  await launched.app.close();
  const { database = 'casework.db' } = JSON.parse(keysOfOffice()) as { database?: string };
  const file = join(office, database);
  const bytes = readFileSync(file);
  // A page in the middle: neither the list of tables nor what the login reads.
  const middle = Math.floor((bytes.length / 4096) * 0.6) * 4096;
  bytes.fill(0x5a, middle + 500, middle + 600);
  writeFileSync(file, bytes);
  launched = await launchOffice({ today: '2026-09-11', userData });
  const { page } = launched;
  await page.locator('#login-name').fill(UNIT.loginName);
  await page.locator('#login-password').fill(UNIT.password);
  await page.getByRole('button', { name: '打开', exact: true }).click();
  await expect(page.getByRole('heading', { name: '数据文件损坏' })).toBeVisible();
  await shot(page, 'backup-damage-found');
  await page.getByRole('button', { name: '抢救到新文件' }).press('Enter');
  await expect(page.locator('#secret-name')).toBeFocused();
  await page.keyboard.type(UNIT.loginName);
  await page.keyboard.press('Tab');
  await page.keyboard.type(UNIT.password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: '抢救结果' })).toBeVisible();
  await shot(page, 'backup-salvage-result');
  // The login before it wrote on other pages; the damaged one is kept as it is.
  const kept = readFileSync(join(office, '恢复前保留', keptLast(), database));
  expect(kept.subarray(middle, middle + 4096).equals(bytes.subarray(middle, middle + 4096))).toBe(true);
  await page.getByRole('button', { name: '去登录' }).press('Enter');
  await logIn(page);
  expect((await call(page, 'audit.list', { text: '抢救', limit: 5 })).rows).toHaveLength(1);
});

const keptLast = () => readdirSync(join(office, '恢复前保留')).sort().at(-1) ?? '';
