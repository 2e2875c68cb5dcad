import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { shot } from './support/launch.ts';
import { goTo, launchOffice, logIn, setUpOffice, typeBackRecoveryCode, UNIT } from './support/office.ts';

/** The power goes while the recovery code waits to be typed back: the home page says what is missing until it is made. */

const today = '2026-09-10';
const userData = mkdtempSync(join(tmpdir(), 'casework-'));
test.afterAll(() => rmSync(userData, { recursive: true, force: true }));

test('a first run that ended too early is remembered on the home page, with the way to make up for it', async () => {
  const first = await launchOffice({ today, userData });
  await setUpOffice(first.page);
  await first.page.getByRole('button', { name: '建立资料库，下一步' }).click();
  await first.page.getByRole('button', { name: '生成恢复码' }).click();
  await first.page.locator('.recovery-code').waitFor();
  await first.kill();

  const { page, close } = await launchOffice({ today, userData });
  await logIn(page);
  const notice = page.locator('.ant-alert').filter({ hasText: '还没有生效的恢复码' });
  await expect(notice).toBeVisible();
  await shot(page, 'recovery-missing');
  await notice.getByRole('link', { name: '去生成' }).click();
  await page.getByRole('button', { name: '生成恢复码' }).click();
  await page.locator('#recovery-password-password').fill(UNIT.password);
  await typeBackRecoveryCode(page.getByRole('dialog'));
  await goTo(page, '/');
  await page.getByRole('heading', { name: '今日待办' }).waitFor();
  await expect(page.locator('.ant-alert').filter({ hasText: '备份' })).toBeVisible();
  await expect(notice).toBeHidden();
  await close();
});
