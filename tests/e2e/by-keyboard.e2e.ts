import { expect, test } from '@playwright/test';
import type { LaunchedApp } from './support/launch.ts';
import { goTo, launchOffice, setUpOffice, submitSetUp } from './support/office.ts';

/** What those meet who use keys instead of the mouse, or have the screen read to them. */

let office: LaunchedApp;

test.beforeAll(async () => {
  office = await launchOffice({ today: '2026-09-10' });
  await setUpOffice(office.page);
  await submitSetUp(office.page);
});

test.afterAll(async () => {
  await office.close();
});

test('a row taken out of the middle leaves the others, their text and the cursor where they are', async () => {
  const { page } = office;
  await goTo(page, '/settings/calendar');
  const rows = page.locator('#calendar-holidays tbody tr');
  await expect(rows.nth(4)).toBeVisible();
  const count = await rows.count();
  const name = (row: number) => rows.nth(row).getByRole('textbox', { name: `第${row + 1}行节日` });
  const date = (row: number) => rows.nth(row).getByRole('textbox', { name: `第${row + 1}行日期` });
  await name(3).fill('端午节放假');
  await date(3).fill('六月');
  await rows.nth(3).evaluate((row) => row.setAttribute('data-known', 'yes'));

  await rows.nth(1).getByRole('button', { name: '删除第2行' }).focus();
  await page.keyboard.press('Enter');
  await expect(rows).toHaveCount(count - 1);
  await expect(rows.nth(2), 'the row itself moved up, not only its text').toHaveAttribute(
    'data-known',
    'yes',
  );
  await expect(name(2)).toHaveValue('端午节放假');
  await expect(date(2)).toHaveValue('六月');
  await expect(rows.nth(1).getByRole('button', { name: '删除第2行' })).toBeFocused();

  await page.locator('#calendar-holidays').getByRole('button', { name: '添加一行' }).focus();
  await page.keyboard.press('Enter');
  await expect(date(count - 1), 'a new row is there to be typed into').toBeFocused();
});

test('nothing on the screen is named in English', async () => {
  const { page } = office;
  await goTo(page, '/');
  for (const path of [
    '/supervision',
    '/employers',
    '/people',
    '/calendar',
    '/statistics',
    '/settings/leaders',
  ]) {
    await goTo(page, path);
    await expect(page.locator('main h1')).toBeVisible();
    expect(await englishNames(), path).toEqual([]);
  }
  await page.getByRole('button', { name: '登记签发人', exact: true }).first().click();
  await expect(page.locator('.ant-drawer').getByRole('button', { name: '关闭' })).toBeVisible();
  expect(await englishNames(), 'a drawer').toEqual([]);
});

/** Names of Latin letters only that a screen reader would say. */
const englishNames = () =>
  office.page.evaluate(() =>
    [...document.querySelectorAll('[aria-label], [title], [alt]')]
      .filter((element) => element.closest('[aria-hidden=true]') === null)
      .flatMap((element) => ['aria-label', 'title', 'alt'].map((name) => element.getAttribute(name) ?? ''))
      .filter((text) => /^[a-z][a-z -]{2,}$/i.test(text)),
  );
