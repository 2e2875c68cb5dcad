import { expect, type Locator, test } from '@playwright/test';
import { stepsUntil } from './support/arrange.ts';
import { arrangeDesk, type DeskCases, EMPLOYERS, story, TODAY } from './support/desk.ts';
import { pick } from './support/forms.ts';
import type { LaunchedApp } from './support/launch.ts';
import { openCase } from './support/main-job.ts';
import { goTo, launchOffice, stillness } from './support/office.ts';
import { cellsOf, exported } from './support/workbook.ts';

/** The desk of every day: what is due, where a case is found, what has become of it. */

let office: LaunchedApp;
let cases: DeskCases;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  office = await launchOffice({ today: TODAY });
  ({ cases } = await arrangeDesk(office.page));
});

test.afterAll(async () => {
  await office.close();
});

const todo = (title: string): Locator => office.page.getByRole('region', { name: title });
const rows = () => office.page.locator('.shell-page tr[data-row-key]');
const caseNumbers = () => rows().locator('td:first-child');
const tab = (name: string) => office.page.getByRole('tab', { name, exact: true });
const casePage = (id: number) => new RegExp(`#/supervision/cases/${id}(\\?|$)`);

test('the day begins with what is late, what is due and what waits for a signature', async () => {
  const { page } = office;
  const late = todo('已逾期').getByRole('listitem').filter({ hasText: EMPLOYERS.late.name });
  await expect(late, 'one case is one line, whatever of it is late').toHaveCount(1);
  await expect(late).toContainText('逾期');
  await expect(late).toContainText('不予受理告知');
  await expect(todo('5个工作日内')).toContainText(EMPLOYERS.soon.name);
  await expect(todo('已逾期')).not.toContainText(EMPLOYERS.waiting.name);
  const letter = todo('等我审核、签发').getByRole('listitem').filter({ hasText: EMPLOYERS.waiting.name });
  await expect(letter).toContainText('待我签发');

  await late.getByRole('button').click();
  await expect(page).toHaveURL(casePage(cases.late));
  const header = page.locator('.sup-case-header');
  await expect(header).toContainText('线索第2号');
  await header.getByRole('link', { name: EMPLOYERS.late.name }).click();
  await expect(page.locator('main h1'), 'from the case to the register').toHaveText(EMPLOYERS.late.name);
  await goTo(page, '/');
  await letter.getByRole('button').click();
  await expect(page.locator('.paperpage-header')).toContainText('提示函');
});

test('the calendar shows the due day, the holiday, and a year whose holidays nobody has published', async () => {
  const { page } = office;
  await goTo(page, '/calendar?month=2026-09');
  // 15 days from 11 September end in the Mid-Autumn holiday and go on to the Monday after it.
  const due = page.locator('button[aria-label^="2026-09-28"]');
  await expect(due).toHaveAttribute('aria-label', /1 项到期$/);
  await expect(due).toContainText(story.employer.name);
  await due.click();
  const list = page.getByRole('region', { name: '当天到期' });
  await expect(list).toContainText('提示函答复');
  await list.getByRole('button').click();
  await expect(page).toHaveURL(casePage(cases.served));
  const first = page.getByRole('region', { name: '下一步' }).getByRole('button').first();
  await expect(first, 'what the case waits for').toHaveText('提示函：登记答复');
  await expect(first).toHaveClass(/ant-btn-primary/);

  await goTo(page, '/calendar?month=2026-09');
  await page.getByRole('button', { name: '下个月' }).click();
  const holiday = page.locator('button[aria-label^="2026-10-01"]');
  await expect(holiday.locator('.calendar-mark')).toHaveText('休');
  await expect(holiday).toContainText('国庆节');
  await expect(page.getByText('放假安排尚未录入')).toHaveCount(0);
  await goTo(page, '/calendar?month=2027-01');
  await expect(page.locator('.shell-page').getByRole('alert')).toContainText('2027年的放假安排尚未录入');
});

test('the list counts by tabs, narrows by state, town, violation and words, and sorts', async () => {
  const { page } = office;
  await goTo(page, '/supervision');
  for (const name of ['全部 6', '在办 5', '逾期 2', '已结 0', '已归档 1', '回收站 0']) {
    await expect(tab(name)).toBeVisible();
  }
  await expect(rows()).toHaveCount(5);
  await tab('逾期 2').click();
  await expect(rows()).toHaveCount(2);
  await tab('全部 6').click();
  await expect(rows()).toHaveCount(6);

  await pick(page.getByRole('combobox', { name: '乡镇（街道）' }), '溪口镇');
  await expect(rows()).toHaveCount(3);
  await page.getByRole('button', { name: '清除筛选' }).click();
  await expect(rows()).toHaveCount(6);
  await pick(page.getByRole('combobox', { name: '违法类型' }), '超时加班');
  await expect(rows()).toHaveCount(1);
  await expect(rows()).toContainText(story.employer.name);
  await page.getByRole('button', { name: '清除筛选' }).click();
  await page.getByRole('textbox', { name: '按案号、案由或单位查找' }).fill('丰禾');
  await expect(rows()).toHaveCount(1);
  await expect(rows()).toContainText(EMPLOYERS.late.name);
  await page.getByRole('button', { name: '清除筛选' }).click();

  await pick(page.getByRole('combobox', { name: '状态' }), '线索已登记');
  await page.keyboard.press('Escape');
  await expect(rows()).toHaveCount(3);
  await page.getByRole('columnheader', { name: '案号' }).click();
  await expect(caseNumbers()).toHaveText([/第6号$/, /第3号$/, /第2号$/]);
  await page.getByRole('columnheader', { name: '案号' }).click();
  await expect(caseNumbers()).toHaveText([/第2号$/, /第3号$/, /第6号$/]);
});

test('a list is found again as it was left, also by its name after a restart of the page, and taken along', async () => {
  const { page } = office;
  await page.getByRole('button', { name: '常用筛选' }).click();
  await page.getByRole('menuitem', { name: '把当前筛选存为…' }).click();
  await page.locator('#saved-view-name').fill('待受理线索');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^保\s?存$/ })
    .click();
  await expect(page.getByText('已存为常用筛选')).toBeVisible();

  await goTo(page, '/');
  await page.reload();
  await page.locator('.shell').waitFor();
  await stillness(page);
  await goTo(page, '/supervision');
  await expect(rows()).toHaveCount(5);
  await page.getByRole('button', { name: '常用筛选' }).click();
  await page.getByRole('menuitem', { name: '待受理线索' }).first().click();
  await expect(caseNumbers()).toHaveText([/第2号$/, /第3号$/, /第6号$/]);

  await rows().filter({ hasText: '第3号' }).click();
  await expect(page).toHaveURL(casePage(cases.soon));
  await page.getByRole('button', { name: '← 列表' }).click();
  await expect(caseNumbers()).toHaveText([/第2号$/, /第3号$/, /第6号$/]);

  const book = await exported(office, '导出');
  const [title, note, header, ...table] = cellsOf(book, '案件');
  expect(title![0]).toContain('案件清单');
  expect(note![0]).toContain('共 3 件');
  expect(table.filter(([number]) => number !== '')).toHaveLength(3);
  const at = (row: string[] | undefined, column: string) => row?.[header!.indexOf(column)];
  expect(at(table[0], '案号')).toBe('〔2026〕安工线索第2号');
  expect(at(table[0], '用人单位')).toBe(EMPLOYERS.late.name);
  expect(at(table[2], '乡镇（街道）')).toBe('溪口镇');
});

test('whoever types a piece of it finds it with Ctrl+K', async () => {
  const { page } = office;
  const search = page.getByRole('combobox', { name: '全局搜索' });
  const list = page.getByRole('listbox', { name: '搜索结果' });
  const served = casePage(cases.served);
  for (const [typed, hit, address] of [
    [story.employer.name, '劳监案第1号', served],
    ['精工', '劳监案第1号', served],
    ['jgjx', '劳监案第1号', served],
    ['第1号', '劳监案第1号', served],
    ['〔2026〕1号', '劳监案第1号', served],
    ['提〔2026〕1号', '安工劳监提〔2026〕1号', /#\/supervision\/papers\/\d+$/],
    [story.employer.uscc, '劳监案第1号', served],
    ['cgd', story.supervisors[0]!.name, /#\/settings\/supervisors$/],
  ] as const) {
    await goTo(page, '/help');
    await page.keyboard.press('Control+k');
    await expect(search).toBeFocused();
    // What is shown next cannot be left from the search before.
    await page.keyboard.insertText('无此词');
    await expect(list).toContainText('没有找到“无此词”');
    await page.keyboard.press('Control+k');
    await page.keyboard.insertText(typed);
    await expect(list.locator('[aria-selected=true]')).toContainText(hit);
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(address);
  }
});

test('the timeline tells each step with its day', async () => {
  const { page } = office;
  await openCase(page, cases.served, 'timeline');
  const entries = page.locator('.timeline-entry');
  const steps = stepsUntil(story, 'reminderLetter.serve');
  await expect(entries).toHaveCount(steps.length + 1);
  await expect(entries.locator('time')).toHaveText(Array(steps.length + 1).fill(/^\d+月\d+日$/));
  const entry = (title: string) => entries.filter({ has: page.getByText(title, { exact: true }) }).last();
  await expect(entry('受理（立案）').locator('time')).toHaveText('9月3日');
  await expect(entry('登记沟通协商').locator('time')).toHaveText('9月7日');
  await expect(entry('审批签发')).toContainText('受理告知书');
  await expect(entries.first()).toContainText('登记送达');
  await expect(entries.first()).toContainText('提示函');
  await expect(entries.first().locator('time')).toHaveText('9月11日');
  await expect(entries.last()).toContainText('登记线索');
});

test('what was registered by mistake goes to the recycle bin, is found nowhere, and comes back', async () => {
  const { page } = office;
  const search = page.getByRole('combobox', { name: '全局搜索' });
  const list = page.getByRole('listbox', { name: '搜索结果' });
  await openCase(page, cases.mistaken);
  await page.getByRole('button', { name: '更多操作' }).click();
  await page.getByRole('menuitem', { name: '移入回收站' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '移入回收站' }).click();
  await expect(page).toHaveURL(/#\/supervision(\?|$)/);
  await goTo(page, '/supervision?view=all');
  await expect(rows()).toHaveCount(5);
  await expect(page.getByRole('table')).not.toContainText('线索第6号');
  await search.fill('线索第6号');
  await expect(list).toContainText('没有找到“线索第6号”');
  await search.press('Escape');

  await tab('回收站 1').click();
  await expect(rows()).toHaveCount(1);
  await expect(rows()).toContainText('线索第6号');
  await rows()
    .getByRole('button', { name: /恢\s?复/ })
    .click();
  await expect(page.getByText(/线索第6号 已恢复/)).toBeVisible();
  await tab('全部 6').click();
  await expect(rows()).toHaveCount(6);
  await search.fill('线索第6号');
  await expect(list.locator('[aria-selected=true]')).toContainText('线索第6号');
  await search.press('Escape');
});

test('nothing went wrong in the page', () => {
  expect(office.errors).toEqual([]);
});
