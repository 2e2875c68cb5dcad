import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { read } from '@e965/xlsx';
import { expect, test } from '@playwright/test';
import { shortHash } from '../../shared/domain/kernel/audit-head.ts';
import { arrangeClue, type Registers } from './support/arrange.ts';
import { call, invoke } from './support/calls.ts';
import { arrangeDesk, clueOf, type DeskCases, TODAY } from './support/desk.ts';
import { answerDialogs } from './support/dialogs.ts';
import type { LaunchedApp } from './support/launch.ts';
import { openCase, readyDrawer } from './support/main-job.ts';
import { goTo, launchOffice } from './support/office.ts';
import { cellsOf, exported } from './support/workbook.ts';

/** What a year comes to: the archived case, the numbers, the log, and the rules it was counted by. */

const folder = mkdtempSync(join(tmpdir(), 'casework-year-'));
let office: LaunchedApp;
let cases: DeskCases;
let registers: Registers;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  office = await launchOffice({ today: TODAY });
  ({ registers, cases } = await arrangeDesk(office.page));
});

test.afterAll(async () => {
  await office.close();
  rmSync(folder, { recursive: true, force: true });
});

const rows = () => office.page.locator('.shell-page tr[data-row-key]');

test('an archived case has its index with page numbers, lacks nothing and can only be read', async () => {
  const { page } = office;
  await openCase(page, cases.archived, 'dossier');
  const index = page.getByRole('tabpanel', { name: '卷内目录' });
  await expect(index.getByRole('alert')).toContainText(/材料齐全：共 \d+ 件，\d+ 页/);
  const summary = (await index.getByRole('alert').textContent()) ?? '';
  const [, count, last] = /共 (\d+) 件，(\d+) 页/.exec(summary)!;
  await expect(index.locator('tr[data-row-key]')).toHaveCount(Number(count));
  const pages = await index.locator('tr[data-row-key] td:nth-child(6)').allInnerTexts();
  let next = 1;
  for (const cell of pages) {
    const [from, to = from] = cell.split('—').map(Number);
    expect(from).toBe(next);
    expect(to).toBeGreaterThanOrEqual(from!);
    next = to! + 1;
  }
  expect(next - 1).toBe(Number(last));
  await expect(index).toContainText('安工劳监提〔2026〕2号');

  await expect(page.locator('.sup-case-header')).toContainText('本案已归档，内容只能查看');
  await expect(page.getByRole('button', { name: '更多操作' })).toHaveCount(0);
  for (const key of ['basics', 'parties', 'investigation', 'papers', 'evidence']) {
    await goTo(page, `/supervision/cases/${cases.archived}?tab=${key}`);
    const panel = page.locator('.ant-tabs-tabpane-active, [role=tabpanel]:not([aria-hidden=true])').last();
    await expect(panel).toBeVisible();
    await expect(panel.getByRole('button', { name: /修改|保存|添加|新增|登记|拟制|删除|编辑/ })).toHaveCount(
      0,
    );
  }
  const { revision, basics } = await call(page, 'supervision.case.get', { id: cases.archived });
  const written = await invoke(page, 'supervision.case.update', {
    id: cases.archived,
    revision,
    values: basics,
  });
  expect(written.ok).toBe(false);
  const removed = await invoke(page, 'cases.remove', { id: cases.archived, revision });
  expect(removed.ok).toBe(false);
});

/**
 * By hand: six clues; three accepted with 86, 20 and 20 workers, 31, 5 and 5 of them women; two letters issued and served,
 * one answered; of three established violations one rectified, of two employers one; 80,000 yuan paid with a voucher.
 */
const BY_HAND = [
  ['提示函制发数', '2', ''],
  ['意见书制发数', '0', ''],
  ['应答复数', '1', ''],
  ['按期回复率', '100%', '1 / 1'],
  ['整改率（按单位）', '50%', '1 / 2'],
  ['整改率（按问题项）', '33.3%', '1 / 3'],
  ['线索数', '6', ''],
  ['受理（立案）数', '3', ''],
  ['结案数', '1', ''],
  ['涉及职工数', '126', ''],
  ['其中女职工', '41', ''],
  ['挽回金额（元）', '80 000.00', ''],
] as const;

test('the numbers of the year are those one counts by hand, on the page, in charts and in Excel', async () => {
  const { page, app } = office;
  await goTo(page, '/statistics');
  const indicators = page.getByRole('table', { name: '年度指标' });
  for (const [label, value, parts] of BY_HAND) {
    const cells = indicators
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader', { name: label, exact: true }) })
      .getByRole('cell');
    await expect(cells.nth(0)).toHaveText(asShown(value));
    await expect(cells.nth(1)).toHaveText(parts);
  }

  const saved = mkdtempSync(join(folder, 'chart-'));
  await answerDialogs(app, { folder: saved });
  const chart = (title: string) => page.getByRole('region', { name: title, exact: true });
  const numbersOf = async (title: string, expected: readonly (readonly [string, number])[]) => {
    await chart(title).getByText('表', { exact: true }).click();
    const lines = chart(title).locator('tbody tr');
    await expect(lines).toHaveText(expected.map(([label, n]) => `${label}${n}`));
  };
  // Charts are drawn when they come into sight.
  await chart('按乡镇（街道）').scrollIntoViewIfNeeded();
  await expect(chart('按乡镇（街道）').locator('canvas')).toBeVisible();
  await chart('按乡镇（街道）').getByRole('button', { name: '存为图片' }).click();
  await expect.poll(() => readdirSync(saved)).toContain('按乡镇（街道）.png');
  await numbersOf('按处理方式', [['提示函', 2]]);
  await numbersOf('按乡镇（街道）', [
    ['溪口镇', 3],
    ['云岭乡', 2],
    ['安溪街道', 1],
  ]);
  await numbersOf('按违法类型', [
    ['拖欠、克扣工资', 5],
    ['超时加班', 1],
    ['未付或者少付加班费', 1],
  ]);
  await chart('按乡镇（街道）').getByRole('button', { name: '存为表格' }).click();
  await expect.poll(() => readdirSync(saved)).toContain('按乡镇（街道）.xlsx');
  await expect(page.locator('.ant-btn-loading')).toHaveCount(0);
  expect(cellsOf(read(readFileSync(join(saved, '按乡镇（街道）.xlsx'))), '图表')).toContainEqual([
    '溪口镇',
    '3',
  ]);
  const { rows: left } = await call(page, 'audit.list', { text: '图表“按乡镇（街道）”', limit: 10 });
  expect(left.map(({ summary, nature }) => [summary, nature])).toEqual([
    ['图表“按乡镇（街道）”存为表格', 'export'],
    ['图表“按乡镇（街道）”存为图片', 'export'],
  ]);
  expect([...readFileSync(join(saved, '按乡镇（街道）.png')).subarray(1, 4)]).toEqual([
    ...Buffer.from('PNG'),
  ]);

  const { headHash } = await call(page, 'audit.verify', {});
  const ledgers = await call(page, 'statistics.ledgers', {});
  const book = await exported(office, '导出全年台账和统计');
  expect(book.SheetNames.slice(0, 2)).toEqual(['统计', '分类统计']);
  expect(book.SheetNames).toHaveLength(ledgers.length + 2);
  expect(book.SheetNames).toEqual(expect.arrayContaining(['线索台账', '“一函两书”台账', '归档移交清单']));
  const numbers = cellsOf(book, '统计');
  expect(numbers[1]![0]).toContain(`校验值 ${shortHash(headHash)}`);
  expect(numbers.find(([label]) => label === '提示函制发数')?.[1]).toBe('2');
  expect(numbers.find(([label]) => label === '挽回金额（元）')?.[1]).toBe('80,000.00');
  expect(cellsOf(book, '分类统计')).toContainEqual(['乡镇（街道）', '溪口镇', '3']);
  const letters = cellsOf(book, '“一函两书”台账');
  const numberAt = letters[2]!.indexOf('文号');
  expect(letters.slice(3).map((row) => row[numberAt])).toEqual(
    expect.arrayContaining(['安工劳监提〔2026〕1号', '安工劳监提〔2026〕2号']),
  );
});

/** A long figure stands in groups; which sign parts them is a matter of type. */
const asShown = (value: string) =>
  new RegExp(`^${value.replace(/[.()（）]/g, '\\$&').replaceAll(' ', '[\\s,\\u2009\\u202f]?')}$`);

test('the audit log says that it is whole', async () => {
  const { page } = office;
  await goTo(page, '/audit');
  await page.getByRole('button', { name: '校验完整性' }).click();
  await expect(page.locator('.shell-page').getByRole('alert')).toContainText(
    /操作日志完整，共 \d+ 条.*校验值 [0-9A-F]{4}(?:-[0-9A-F]{4}){3}/,
  );
  await expect(rows().first()).toContainText('导出2026年统计和台账');
});

test("the unit's own rule counts for what comes in from now on, and not for what is under way", async () => {
  const { page } = office;
  await goTo(page, '/settings/rules');
  await expect(page.locator('.shell-page').getByRole('alert')).toContainText('请核对本地文件');
  await page.getByRole('textbox', { name: '查找规则' }).fill('线索登记期限');
  await expect(rows()).toHaveCount(1);
  await expect(rows()).toContainText('1个工作日');
  await expect(rows()).toContainText('请核对本地文件');
  await rows().click();
  const drawer = await readyDrawer(page);
  await drawer.locator('[id$="-n"]').fill('10');
  await drawer.locator('[id$="-basis"]').fill('《安溪县工会劳动法律监督办法》第九条');
  await drawer
    .locator('.drawer-footer')
    .getByRole('button', { name: /保\s?存/ })
    .click();
  await drawer.waitFor({ state: 'detached' });
  await expect(rows()).toContainText('10个工作日');
  await expect(rows()).toContainText('本单位');

  const fresh = await arrangeClue(page, clueOf('2026-09-10', '未签订劳动合同'), registers);
  const term = () => page.locator('tr[data-row-key]').filter({ hasText: '转入受理审查' });
  await openCase(page, fresh, 'deadlines');
  // Ten workdays from 10 September; Sunday the 20th is worked for the Mid-Autumn holiday.
  await expect(term()).toContainText('2026年9月23日');
  await openCase(page, cases.mistaken, 'deadlines');
  await expect(term()).toContainText('2026年9月11日');
  await expect(term()).not.toContainText('2026年9月23日');
  expect(office.errors).toEqual([]);
});
