import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { read, utils, type WorkBook } from '@e965/xlsx';
import { expect, type Locator, test } from '@playwright/test';
import type { StoryStep, Told } from '../../electron/platform/demo/story.ts';
import { shortHash } from '../../shared/domain/kernel/audit-head.ts';
import { makeUscc } from '../../shared/domain/kernel/uscc.ts';
import { type MainJob, readMainJob } from '../builders/main-job.ts';
import {
  arrangeClue,
  arrangeEmployer,
  arrangeOffice,
  arrangeRegisters,
  type Registers,
  stepsUntil,
  takeQuickly,
} from './support/arrange.ts';
import { call, invoke } from './support/calls.ts';
import { answerDialogs } from './support/dialogs.ts';
import { pick } from './support/forms.ts';
import type { LaunchedApp } from './support/launch.ts';
import { openCase, readyDrawer } from './support/main-job.ts';
import { goTo, launchOffice, stillness } from './support/office.ts';
import { dayAfter } from './support/story.ts';

/** The desk of every day: what is due, where a case is found, what a year comes to. */

const story = readMainJob();
const folder = mkdtempSync(join(tmpdir(), 'casework-everyday-'));
const TODAY = dayAfter(10);
let office: LaunchedApp;
let registers: Registers;
/** The cases by what they are here for. */
const cases = { served: 0, late: 0, soon: 0, waiting: 0, archived: 0, mistaken: 0 };

const EMPLOYERS = {
  late: { name: '溪口镇丰禾食品有限公司', town: '溪口镇' },
  soon: { name: '云岭乡清泉水务有限公司', town: '云岭乡' },
  waiting: { name: '溪口镇永固建材有限公司', town: '溪口镇' },
  archived: { name: '云岭乡青峰茶业有限公司', town: '云岭乡' },
  mistaken: { name: '溪口镇远航物流有限公司', town: '溪口镇' },
} as const;

const WAGES = {
  code: 'V10',
  fact: '连续两个月未按劳动合同约定的日期支付工资',
  workerCount: 20,
  amountFen: 8_000_000,
  evidence: '工资条、劳动合同',
  demand: '足额支付拖欠的工资',
  demandDueOn: null,
};

/** The clue of the story, told of another employer and another day. */
const clueOf = (receivedOn: string, topicSummary: string): MainJob => ({
  ...story,
  clue: { ...story.clue, receivedOn, topicSummary, workersTotal: 20, workersFemale: 5, workersMigrant: 0 },
  violations: [WAGES],
});

const paper = (kind: string, action: string, values: Told = {}): StoryStep => ({
  day: 10,
  paper: kind,
  action,
  values,
});
const step = (action: string, values: Told = {}): StoryStep => ({ day: 10, case: action, values });

/** From the answer to the archive, all on one day. */
const TO_THE_ARCHIVE: readonly StoryStep[] = [
  paper('reminderLetter', 'reply', { replyNo: '', summary: '已自查并提交凭证', contact: '人事部门' }),
  paper('reminderLetter', 'evaluate', { evaluation: 'pass', opinion: '改正措施可行', reviewer: '王敏' }),
  step('recordRectificationClaim', {
    description: '已支付拖欠的工资',
    items: { $each: { state: 'done', voucher: '凭证1号' } },
  }),
  step('recheck', {
    mode: 'onSite',
    workersAsked: 6,
    vouchers: '银行流水',
    satisfaction: 'satisfied',
    conclusion: 'done',
    persons: '人事负责人、职工代表',
    items: { $each: { state: 'done', evidence: '核查-2026-01' } },
  }),
  step('recheckPassed'),
  paper('closingReport', 'finalise'),
  step('approveClose', { summary: '拖欠的工资已全部支付', departmentHead: '郑可欣', leader: '吴海燕' }),
  ...(story.steps.filter((one) => one.paper === 'resultNotice') as readonly StoryStep[]),
  ...(story.steps.filter((one) => one.case === 'feedBackResult') as readonly StoryStep[]),
  paper('*', 'finaliseAll'),
];
const ARCHIVE = step('archive', { archiveNo: '2026-LJ-001', checkedBy: '何文静' });

/** Days on which the steps of the served case were done, all entered today. */
const DONE_ON: Readonly<Record<string, Told>> = {
  accept: { acceptedOn: { $day: 2 } },
  startTalk: { startedOn: { $day: 3 } },
  recordTalk: { heldOn: { $day: 6 } },
};

async function arrangeCase(
  key: keyof typeof EMPLOYERS,
  receivedOn: string,
  steps: readonly StoryStep[],
): Promise<Registers> {
  const { page } = office;
  const serial = 500_001 + Object.keys(EMPLOYERS).indexOf(key);
  const address = `${EMPLOYERS[key].town}工业路1号`;
  const employer = { ...story.employer, ...EMPLOYERS[key], uscc: makeUscc({ serial }), address };
  const ground = { ...registers, employerId: await arrangeEmployer(page, employer) };
  cases[key] = await arrangeClue(page, clueOf(receivedOn, '拖欠工资'), ground);
  await takeQuickly(page, cases[key], ground, steps);
  return ground;
}

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  office = await launchOffice({ today: TODAY });
  const { page } = office;
  await arrangeOffice(page);
  registers = await arrangeRegisters(page, story);
  cases.served = await arrangeClue(page, story, registers);
  const served = stepsUntil(story, 'reminderLetter.serve').map((one) => ({
    ...one,
    values: { ...one.values, ...DONE_ON[one.case ?? ''] },
  }));
  await takeQuickly(page, cases.served, registers, served);
  await arrangeCase('late', '2026-08-03', []);
  await arrangeCase('soon', '2026-09-09', []);
  await arrangeCase('waiting', '2026-09-01', stepsUntil(story, 'reminderLetter.submitApproval'));
  const ground = await arrangeCase('archived', '2026-09-02', [
    ...stepsUntil(story, 'reminderLetter.serve'),
    ...TO_THE_ARCHIVE,
  ]);
  const { revision } = await call(page, 'supervision.case.get', { id: cases.archived });
  const paid = {
    kind: 'wages',
    amountFen: 8_000_000,
    workerCount: 20,
    quantity: 0,
    evidence: '银行代发清单',
  };
  await call(page, 'supervision.result.save', { caseId: cases.archived, revision, id: null, ...paid });
  await takeQuickly(page, cases.archived, ground, [ARCHIVE]);
  await arrangeCase('mistaken', '2026-09-10', []);
  // What was arranged over the bridge the page has not seen: it reads the board again when it is opened again.
  await goTo(page, '/employers');
  await goTo(page, '/');
});

test.afterAll(async () => {
  await office.close();
  rmSync(folder, { recursive: true, force: true });
});

const todo = (title: string): Locator => office.page.getByRole('region', { name: title });
const rows = () => office.page.locator('.shell-page tr[data-row-key]');
const caseNumbers = () => rows().locator('td:first-child');
const tab = (name: string) => office.page.getByRole('tab', { name, exact: true });
const casePage = (id: number) => new RegExp(`#/supervision/cases/${id}(\\?|$)`);

/** What the button writes into the folder. */
async function exported(button: string): Promise<WorkBook> {
  const target = mkdtempSync(join(folder, 'export-'));
  await answerDialogs(office.app, { folder: target });
  await office.page.getByRole('button', { name: button, exact: true }).click();
  await expect.poll(() => readdirSync(target)).toHaveLength(1);
  await expect(office.page.locator('.ant-btn-loading')).toHaveCount(0);
  const [name] = readdirSync(target);
  expect(name).toMatch(/\.xlsx$/);
  return read(readFileSync(join(target, name!)));
}

const cellsOf = (book: WorkBook, sheet: string): string[][] =>
  utils.sheet_to_json<string[]>(book.Sheets[sheet]!, { header: 1, raw: false, defval: '' });

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
  await expect(page.locator('.sup-case-header')).toContainText('线索第2号');
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

  const book = await exported('导出');
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
  await app.evaluate(({ session }, target) => {
    session.defaultSession.on('will-download', (_event, item) => {
      item.setSavePath(`${target}/${item.getFilename()}`);
    });
  }, saved);
  const chart = (title: string) => page.getByRole('region', { name: title, exact: true });
  const numbersOf = async (title: string, expected: readonly (readonly [string, number])[]) => {
    await chart(title).getByText('表', { exact: true }).click();
    const lines = chart(title).locator('tbody tr');
    await expect(lines).toHaveText(expected.map(([label, n]) => `${label}${n}`));
  };
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
  await expect.poll(() => readdirSync(saved)).toContain('按乡镇（街道）.csv');
  await expect.poll(() => readFileSync(join(saved, '按乡镇（街道）.csv'), 'utf8')).toContain('"溪口镇","3"');
  expect([...readFileSync(join(saved, '按乡镇（街道）.png')).subarray(1, 4)]).toEqual([
    ...Buffer.from('PNG'),
  ]);

  const { headHash } = await call(page, 'audit.verify', {});
  const ledgers = await call(page, 'statistics.ledgers', {});
  const book = await exported('导出全年台账和统计');
  expect(book.SheetNames.slice(0, 2)).toEqual(['统计', '分类统计']);
  expect(book.SheetNames).toHaveLength(ledgers.length + 2);
  expect(book.SheetNames).toEqual(expect.arrayContaining(['线索台账', '“一函两书”台账', '归档移交清单']));
  const numbers = cellsOf(book, '统计');
  expect(numbers[1]![0]).toContain(`校验值 ${shortHash(headHash)}`);
  expect(numbers.find(([label]) => label === '提示函制发数')?.[1]).toBe('2');
  expect(numbers.find(([label]) => label === '挽回金额（元）')?.[1]).toBe('80000.00');
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
  await page.getByRole('textbox', { name: '查找规则' }).fill('受理审查期限');
  await expect(rows()).toHaveCount(1);
  await expect(rows()).toContainText('3个工作日');
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
  const review = () =>
    page.locator('tr[data-row-key]').filter({ hasText: '受理审查' }).filter({ hasNotText: '转入' });
  await openCase(page, fresh, 'deadlines');
  // Ten workdays from 10 September; Sunday the 20th is worked for the Mid-Autumn holiday.
  await expect(review()).toContainText('2026年9月23日');
  await openCase(page, cases.mistaken, 'deadlines');
  await expect(review()).toContainText('2026年9月15日');
  expect(office.errors).toEqual([]);
});
