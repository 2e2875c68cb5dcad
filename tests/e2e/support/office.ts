import type { Locator, Page } from '@playwright/test';
import { fillForm } from './forms.ts';
import { type LaunchedApp, type LaunchOptions, launchApp } from './launch.ts';

/** An office that exists nowhere; the one the first run page of every test sets up. */
export const UNIT = {
  unitName: '安溪县总工会',
  issuerCode: '安工',
  area: '安溪县',
  jurisdiction: '浙江省',
  displayName: '王敏',
  loginName: 'wangmin',
  password: 'ceshi-2026',
} as const;

/** The program on a fixed day. */
export async function launchOffice(
  options: LaunchOptions & { readonly today: string },
): Promise<LaunchedApp> {
  const { today, args = [], ...rest } = options;
  const launched = await launchApp({ ...rest, args: [`--clock=${today}`, ...args] });
  await stillness(launched.page);
  return launched;
}

/** Drawers are there at once. Lists keep their movement: they measure their place by it. */
export async function stillness(page: Page): Promise<void> {
  await page.addStyleTag({
    content: '.ant-drawer,.ant-drawer *{transition-duration:1ms!important;animation-duration:1ms!important}',
  });
}

/** The first run page, filled in and sent. */
export async function setUpOffice(page: Page): Promise<void> {
  const form = page.locator('form.door-panel');
  const { jurisdiction, ...texts } = UNIT;
  for (const [name, text] of Object.entries(texts)) await page.locator(`#first-run-${name}`).fill(text);
  await page.locator('#first-run-passwordAgain').fill(UNIT.password);
  await fillForm(
    form,
    [
      {
        name: 'jurisdiction',
        label: '适用规则',
        kind: 'select',
        options: [{ value: jurisdiction, label: jurisdiction }],
      },
    ],
    { jurisdiction },
    'first-run',
  );
}

export const submitSetUp = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: '建立资料库，下一步' }).click();
  await typeBackRecoveryCode(page);
  await page.getByRole('button', { name: '以后再说' }).click();
  await page.getByRole('button', { name: '开始使用' }).click();
  await page.locator('.shell').waitFor();
};

/** Has the recovery code made, reads it from the page and types it as a person would. @returns the code as shown */
export async function typeBackRecoveryCode(page: Page | Locator): Promise<string> {
  await page.getByRole('button', { name: '生成恢复码' }).click();
  const shown = page.locator('.recovery-code b');
  await shown.first().waitFor();
  const groups = await shown.allTextContents();
  await page.locator('#recovery-code').fill(groups.join(' ').toLowerCase());
  await page.getByRole('button', { name: '确认恢复码' }).click();
  await page.locator('.recovery-code').waitFor({ state: 'detached' });
  return groups.join('-');
}

/** Opens the file on the login page. */
export async function logIn(
  page: Page,
  who: { readonly loginName: string; readonly password: string } = UNIT,
): Promise<void> {
  await page.locator('#login-name').fill(who.loginName);
  await page.locator('#login-password').fill(who.password);
  await page.getByRole('button', { name: '打开', exact: true }).click();
  await page.locator('.shell').waitFor();
}

/** Goes to an address inside the program, as a link would. */
export async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, `#${path}`);
}

/** Waits for the quiet word that something is done, and lets it go. */
export async function done(page: Page, text: string | RegExp): Promise<void> {
  const notice = page
    .locator('.ant-message-notice-wrapper, .ant-message-notice')
    .filter({ hasText: text })
    .last();
  await notice.waitFor();
}

/** The drawer that is open. */
export const drawer = (page: Page): Locator => page.locator('.ant-drawer-open, .ant-drawer').last();
