import { expect, test } from '@playwright/test';
import { everyCase } from '@shared/contract/cases';
import { call } from './support/calls.ts';
import { type LaunchedApp, resize } from './support/launch.ts';
import { goTo, launchOffice } from './support/office.ts';
import { cellsOf, exported } from './support/workbook.ts';

/** 演示: the sample office is a living one. What its pages do in any office is tested on the desk of everyday.e2e.ts. */

const TODAY = '2026-09-10';
let office: LaunchedApp;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  office = await launchOffice({ today: TODAY, args: ['--demo'] });
});

test.afterAll(() => office.close());

const list = (name: string) => office.page.getByRole('region', { name, exact: true });
const rows = () => office.page.locator('.open-row');
const allCases = { ...everyCase('supervision'), offset: 0, limit: 100 };
const cases = async () => (await call(office.page, 'cases.list', allCases)).rows;

test('演示 opens with one press and is marked on every page', async () => {
  const { page } = office;
  await expect(page.locator('#login-name')).toHaveValue('yanshi');
  await page.getByRole('button', { name: '打开', exact: true }).click();
  await expect(page.locator('.shell')).toBeVisible({ timeout: 60_000 });
  await expect(page.locator('.top-bar')).toContainText('演示');
});

test('the first page lists what is overdue, due today, due soon and waiting', async () => {
  const { page } = office;
  await expect(list('已逾期')).toContainText('提示函答复');
  await expect(list('今天到期')).toContainText('聚友餐饮');
  await expect(list('5个工作日内').locator('.todo-item').first()).toBeVisible();
  await expect(list('等我审核、签发、用印')).toContainText('意见书');
  await expect(page.locator('.year-numbers')).toContainText('挽回金额');
  await expect(page.locator('.side-menu-count')).toHaveText(/^\d+$/);
});

test('the calendar shows rest days and leads to the case', async () => {
  const { page } = office;
  await goTo(page, '/calendar');
  const day = page.locator('.calendar-day-today');
  await expect(day).toContainText('聚友餐饮');
  await day.getByRole('button').click();
  const items = page.getByRole('region', { name: '当天到期' });
  await expect(items).toContainText('提示函答复');
  await page.getByRole('button', { name: '下个月' }).click();
  await expect(page.locator('.calendar-table')).toContainText('国庆');
  await page.getByRole('button', { name: '本月' }).click();
  await items.getByRole('button').first().click();
  await expect(page.locator('.sup-case-header')).toBeVisible();
});

test('back from a case the list stands where it was left, on the row that was opened', async () => {
  const { page } = office;
  const before = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
  await resize(page, { width: 1366, height: 640 });
  await goTo(page, '/supervision?view=all&sort=opened');
  await expect(rows()).toHaveCount((await cases()).length);
  const place = page.locator('#page');
  await expect(rows().nth(10)).toBeVisible();
  await place.evaluate((element) => element.scrollTo(0, 120));
  const opened = rows().nth(9);
  const caseNo = (await opened.locator('td').first().textContent()) ?? '';
  await opened.click();
  await expect(page.locator('.sup-case-header h1')).toContainText(caseNo);
  await page.getByRole('tab', { name: '时间线' }).click();
  await page.getByRole('button', { name: '← 列表' }).click();

  await expect(page).toHaveURL(/view=all&sort=opened$/);
  await expect(opened, 'has the keyboard again').toBeFocused();
  await expect(opened).toHaveAttribute('aria-current', 'true');
  await expect(opened.locator('td').first()).toHaveText(caseNo);
  expect(await place.evaluate((element) => element.scrollTop)).toBe(120);

  const menu = page.getByRole('navigation', { name: '主菜单' });
  await menu.getByRole('link', { name: '期限日历' }).click();
  await expect(page.locator('.calendar-table')).toBeVisible();
  await menu.getByRole('link', { name: '一函两书' }).click();
  await expect(rows().first()).toBeVisible();
  expect(await place.evaluate((element) => element.scrollTop), 'the menu opens it anew').toBe(0);
  await expect(page.locator('.open-row[aria-current]')).toHaveCount(0);
  await resize(page, before);
});

test('a search never leads to who complained', async () => {
  const { page } = office;
  await page.keyboard.press('Control+k');
  const box = page.getByRole('combobox', { name: '全局搜索' });
  await box.fill('万小满');
  await expect(page.locator('.global-search-none')).toBeVisible();
  await page.keyboard.press('Escape');
});

test('the year of ledgers and statistics is one workbook that reads back', async () => {
  const { page } = office;
  await goTo(page, '/statistics');
  await expect(page.getByRole('table', { name: '年度指标' })).toContainText('按期回复率');
  await expect(page.getByText('各月发出与答复')).toBeVisible();
  const book = await exported(office, '导出全年台账和统计');
  expect(book.SheetNames.length).toBeGreaterThan(3);
  const words = book.SheetNames.flatMap((name) => cellsOf(book, name).flat()).join('\n');
  expect(words).toContain('提示函制发数');
  expect(words).toContain('安工劳监提〔2026〕1号');
  // Formula cells would run in somebody's Excel; who complained stays in the file.
  expect(words).not.toMatch(/^[=+@]/m);
  for (const name of ['万小满', '林秀禾', '柳七月']) expect(words).not.toContain(name);
});

test('nothing went wrong in the page all day', () => {
  expect(office.errors).toEqual([]);
});
