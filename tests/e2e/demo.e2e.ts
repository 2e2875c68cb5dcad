import { expect, test } from '@playwright/test';
import { everyCase } from '@shared/contract/cases';
import { EVERY_EMPLOYER } from '@shared/contract/employers';
import { call } from './support/calls.ts';
import { pick } from './support/forms.ts';
import type { LaunchedApp } from './support/launch.ts';
import { goTo, launchOffice } from './support/office.ts';
import { cellsOf, exported } from './support/workbook.ts';

/** 演示: the sample office is a living one — its to-do, calendar, lists, search, recycle bin and statistics answer. */

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

test('the list is narrowed by text, town and state, and keeps its filter under a name', async () => {
  const { page } = office;
  await goTo(page, '/supervision?view=all');
  const all = await cases();
  await expect(rows()).toHaveCount(all.length);
  const search = page.getByRole('textbox', { name: '按案号、案由或单位查找' });
  await search.fill('聚友');
  await expect(rows()).toHaveCount(1);
  await search.fill('');
  await expect(rows()).toHaveCount(all.length);
  await pick(page.getByRole('combobox', { name: '乡镇（街道）' }), '溪口镇');
  const inTown = all.filter(({ town }) => town === '溪口镇');
  expect(inTown.length).toBeGreaterThan(1);
  await expect(rows()).toHaveCount(inTown.length);

  await page.getByRole('button', { name: '常用筛选' }).click();
  await page.getByRole('menuitem', { name: '把当前筛选存为…' }).click();
  await page.locator('#saved-view-name').fill('溪口镇的案件');
  await page.locator('.ant-modal').getByRole('button', { name: '保存' }).click();
  await expect(page.locator('.ant-modal')).not.toBeVisible();
  await page.getByRole('button', { name: '清除筛选' }).click();
  await expect(rows()).toHaveCount(all.length);
  await page.getByRole('button', { name: '常用筛选' }).click();
  await page.getByRole('menuitem', { name: '溪口镇的案件' }).click();
  await expect(rows()).toHaveCount(inTown.length);
});

test('the list goes to Excel as it is filtered, and reads back', async () => {
  const shown = await rows().count();
  const book = await exported(office, '导出');
  const sheet = cellsOf(book, book.SheetNames[0]!);
  const head = sheet.findIndex((row) => row.some((cell) => cell.includes('案号')));
  expect(head).toBeGreaterThanOrEqual(0);
  const body = sheet.slice(head + 1).filter((row) => row.some((cell) => cell !== ''));
  expect(body).toHaveLength(shown);
  expect(body.flat().join('\n')).toContain('安溪县晴川纺织有限公司');
});

test('Ctrl+K finds by name, part, initials, case number, letter number and credit code', async () => {
  const { page } = office;
  const employers = await call(page, 'employers.list', {
    ...EVERY_EMPLOYER,
    text: '聚友',
    offset: 0,
    limit: 5,
  });
  const { name, uscc } = employers.rows[0]!;
  const kase = (await cases()).find(({ employerName }) => employerName === name)!;
  const letters = await call(page, 'documents.list', {
    kind: 'reminderLetter',
    status: '',
    offset: 0,
    limit: 50,
  });
  const letter = letters.rows.find(({ addressee }) => addressee === name)!;
  const searches: readonly (readonly [string, string])[] = [
    [name, name],
    ['聚友餐饮', name],
    ['jycy', name],
    [uscc, name],
    [kase.caseNo, kase.title],
    [letter.documentNo, letter.documentNo],
    ['陈国栋', '陈国栋'],
    ['cgd', '陈国栋'],
  ];
  const box = page.getByRole('combobox', { name: '全局搜索' });
  const hits = page.getByRole('listbox', { name: '搜索结果' });
  for (const [typed, found] of searches) {
    await page.keyboard.press('Control+k');
    await expect(box).toBeFocused();
    await box.fill(typed);
    await expect(hits.getByRole('option').filter({ hasText: found }).first(), typed).toBeVisible();
    await page.keyboard.press('Escape');
  }
});

test('a search never leads to who complained', async () => {
  const { page } = office;
  await page.keyboard.press('Control+k');
  const box = page.getByRole('combobox', { name: '全局搜索' });
  await box.fill('万小满');
  await expect(page.locator('.global-search-none')).toBeVisible();
  await page.keyboard.press('Escape');
});

test('Enter on a hit opens it; the timeline of the case is told from new to old', async () => {
  const { page } = office;
  const kase = (await cases()).find(({ employerName }) => employerName.includes('聚友'))!;
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: '全局搜索' }).fill(kase.caseNo);
  await expect(page.getByRole('option').filter({ hasText: kase.title }).first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`cases/${kase.id}`));
  await page.getByRole('tab', { name: '时间线' }).click();
  const days = await page
    .locator('.timeline-date')
    .evaluateAll((times) => times.map((time) => time.getAttribute('datetime')));
  expect(days.length).toBeGreaterThan(8);
  expect(days).toEqual([...days].sort().reverse());
});

test('a case goes to the recycle bin and comes back', async () => {
  const { page } = office;
  const kase = (await cases()).find(({ employerName }) => employerName.includes('瑞丰'))!;
  await goTo(page, `/supervision/cases/${kase.id}`);
  await page.getByRole('button', { name: '更多操作' }).click();
  await page.getByRole('menuitem', { name: '移入回收站' }).click();
  await page.locator('.ant-modal').getByRole('button', { name: '移入回收站' }).click();
  await expect(page).toHaveURL(/#\/supervision(\?|$)/);
  await goTo(page, '/supervision?view=trash');
  const row = page.getByRole('row').filter({ hasText: kase.title });
  await row.getByRole('button', { name: '恢复' }).click();
  await expect(row).toHaveCount(0);
  expect((await cases()).some(({ id }) => id === kase.id)).toBe(true);
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
