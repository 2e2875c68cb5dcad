import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { read, utils } from '@e965/xlsx';
import { everyCase } from '@shared/contract/cases';
import { auditHeadText } from '@shared/domain/kernel/audit-head';
import { LEDGERS } from '@shared/domain/supervision/ledgers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TestOffice } from '../../builders/office';
import { tellYear } from './year-story';

/** Every number here is counted by hand from the story in year-story.ts. */

let office: TestOffice;
beforeAll(async () => {
  office = await tellYear();
}, 60_000);
afterAll(() => office.close());

const yearOf = async (town = '', year = 2026) => {
  const statistics = await office.must('statistics.year', { year, town });
  const byKey = new Map(statistics.indicators.map((indicator) => [indicator.key, indicator]));
  return { ...statistics, of: (key: string) => byKey.get(key) };
};
const ledgerOf = (ledger: string, page = { offset: 0, limit: 50 }) =>
  office.must('statistics.ledger', { ledger, year: 2026, ...page });

describe('the indicators of the year', () => {
  test.each([
    // One reminder of the case, two of the batch.
    ['issued.reminderLetter', '3', 3, null],
    ['issued.opinionLetter', '1', 1, null],
    ['issued.recommendationLetter', '1', 1, null],
    // The opinion letter was refused and left in place: it counts as served.
    ['served', '100%', 5, 5],
    ['refused', '20%', 1, 5],
    // The three reminders; the refused opinion letter waits for no answer. One answered, in time.
    ['replyDue', '3', 3, null],
    ['repliedInTime', '33.3%', 1, 3],
    ['overdue', '2', 2, null],
    ['rectifiedEmployers', '100%', 1, 1],
    ['rectifiedItems', '100%', 2, 2],
    ['escalated', '100%', 1, 1],
    ['department.answered', '100%', 1, 1],
    ['clues', '2', 2, null],
    ['accepted', '1', 1, null],
    ['declined', '1', 1, null],
    ['closed', '2', 2, null],
    // 3 September to 15 November.
    ['duration', '73（中位数 73）', 73, 1],
    // The declined clue's worker does not count.
    ['workers', '86', 86, null],
    ['workers.female', '31', 31, null],
    ['satisfied', '100%', 1, 1],
    // One of three certificates is over.
    ['certified', '66.7%', 2, 3],
    ['money', '236800.50', 236800.5, null],
    ['result.overtime', '200000.00 元，86 人', 200000, null],
  ])('%s is %s', async (key, value, numerator, denominator) => {
    expect((await yearOf()).of(key)).toMatchObject({ value, numerator, denominator });
  });

  test('of one town leave the other town out', async () => {
    const town = await yearOf('湾头镇');
    expect(town.of('issued.reminderLetter')?.value).toBe('1');
    expect(town.of('clues')?.value).toBe('1');
    expect(town.of('workers')?.value).toBe('0');
    expect(town.of('money')?.value).toBe('0.00');
    expect(town.byTown).toEqual([{ label: '湾头镇', count: 1 }]);
  });

  test('of another year are empty, but for what still waits', async () => {
    const before = await yearOf('', 2025);
    expect(before.of('clues')?.value).toBe('0');
    expect(before.of('issued.reminderLetter')?.value).toBe('0');
    expect(before.of('repliedInTime')?.value).toBe('—');
  });

  test('are grouped by kind, source, violation and month', async () => {
    const { byType, bySource, byViolation, byMonth } = await yearOf();
    expect(byType[0]).toEqual({ label: '提示函', count: 3 });
    expect(bySource).toEqual([
      { label: '来访', count: 1 },
      { label: '来信', count: 1 },
    ]);
    expect(byViolation.map(({ label }) => label)).toEqual(['超时加班', '未付或者少付加班费']);
    expect(byMonth[8]).toEqual({ month: 9, reminder: 3, opinion: 0, recommendation: 0, replied: 1 });
    expect(byMonth[9]).toEqual({ month: 10, reminder: 0, opinion: 1, recommendation: 1, replied: 0 });
  });

  test('stand on the to-do page in one line each', async () => {
    const { year, monthly } = await office.must('todo.board', {});
    expect(year.map(({ label, value }) => `${label} ${value}`)).toEqual([
      '提示函 3 件',
      '意见书 1 件',
      '建议书 1 件',
      '按期回复率 33.3%',
      '整改率 100%',
      '涉及职工 86 人',
      '挽回金额 236800.50 元',
    ]);
    expect(year[3]?.hint).toBe('应答复 3，其中 1');
    expect(monthly[8]).toEqual({ month: 9, issued: 3, replied: 1 });
  });

  test('of a case in the recycle bin do not count', async () => {
    const closed = { ...everyCase('supervision'), view: 'closed', offset: 0, limit: 10 } as const;
    const { rows } = await office.must('cases.list', closed);
    const declined = rows[0]!;
    await office.must('cases.remove', { id: declined.id, revision: declined.revision });
    expect((await yearOf()).of('clues')?.value).toBe('1');
    await office.must('cases.restore', { id: declined.id });
    expect((await yearOf()).of('clues')?.value).toBe('2');
  });
});

describe('the ledgers', () => {
  test('are the ones a county union keeps', async () => {
    expect((await office.must('statistics.ledgers', {})).map(({ label }) => label)).toEqual(
      LEDGERS.map(({ label }) => label),
    );
  });

  test('of letters tells the whole course of each letter', async () => {
    const { rows, total, columns } = await ledgerOf('letters');
    expect(total).toBe(5);
    expect(Object.keys(rows[0]!)).toEqual(columns.map(({ key }) => key));
    expect(rows.map(({ seq, documentNo }) => `${seq} ${documentNo}`)).toEqual([
      '1 安工劳监提〔2026〕1号',
      '2 安工劳监提〔2026〕2号',
      '3 安工劳监提〔2026〕3号',
      '4 安工劳监意〔2026〕1号',
      '5 安工劳监建〔2026〕1号',
    ]);
    expect(rows[0]).toMatchObject({ isInTime: '按期', violations: '未付或者少付加班费', town: '安溪街道' });
    expect(rows[1]).toMatchObject({ isInTime: '逾期未答复', industry: '住宿和餐饮业', replyTerm: '15日' });
    expect(rows[2]).toMatchObject({
      kindLabel: '提示函',
      signedOn: '2026-09-11',
      signerName: '周正平',
      employerName: '安溪湾精工机械有限公司',
      hasUnion: '已建会',
      serviceMethod: '直接送达',
      dueOn: '2026-09-28',
      rectified: '已整改',
      rectifiedOn: '2026-11-12',
      nextDocumentNo: '安工劳监意〔2026〕1号',
      department: '安溪县人力资源和社会保障局',
      result: '整改完成',
      archiveNo: '2026-LJ-001',
    });
  });

  test('of letters counts people and money of a case once', async () => {
    const { rows } = await ledgerOf('letters');
    expect(rows.map((row) => row.workersTotal)).toEqual([null, null, 86, null, null]);
    expect(rows.map((row) => row.recoveredYuan)).toEqual([null, null, 236800.5, null, null]);
    expect(rows[4]?.note).toBe('与安工劳监提〔2026〕3号同案，人数、金额不重复计');
  });

  test('come page by page, numbered through', async () => {
    const { rows, total } = await ledgerOf('letters', { offset: 2, limit: 2 });
    expect(total).toBe(5);
    expect(rows.map((row) => row.seq)).toEqual([3, 4]);
  });

  test('of clues says what was decided and what came of it', async () => {
    const { rows } = await ledgerOf('clues');
    expect(rows.map(({ decision, result, toldOn }) => [decision, result, toldOn])).toEqual([
      ['受理', '整改完成', '2026-11-16'],
      ['不予受理', '不予受理', ''],
    ]);
  });

  test('of service names no complainant', async () => {
    const { rows } = await ledgerOf('service');
    expect(rows.map(({ addressee, outcome }) => [addressee, outcome])).toEqual([
      ['反映人', '已送达'],
      ['安溪湾精工机械有限公司', '已送达'],
      ['湾头绿源酒店有限公司', '已送达'],
      ['安溪湾精工机械有限公司', '已送达'],
      ['安溪湾精工机械有限公司', '拒收（留置）'],
      ['安溪县人力资源和社会保障局', '已送达'],
      ['反映人', '已送达'],
    ]);
    expect(rows[4]).toMatchObject({ servers: '陈国栋、李晓梅', proofNo: '2026-送达-017' });
    for (const { value } of await office.must('statistics.ledgers', {})) {
      expect(JSON.stringify(await ledgerOf(value))).not.toContain('林秀禾');
    }
  });

  test.each([
    ['transfers', 1, { conditions: '拒绝接收意见书', feedbackOn: '2026-11-10' }],
    ['supervisors', 3, { name: '陈国栋', standing: '有效' }],
    ['models', 1, { alias: '某用人单位（制造业）未付或者少付加班费、超时加班案', recoveredYuan: 236800.5 }],
    ['seals', 7, { sealedOn: '2026-09-03', copies: 3, keeper: '孙洁', approver: '吴海燕' }],
    ['archive', 1, { archiveNo: '2026-LJ-001', retention: '永久', box: '3', secrecy: '限制利用' }],
    ['deadlines', 18, { label: '转入受理审查', status: '按期', dueOn: '2026-09-02' }],
    ['publicReminders', 0, undefined],
  ])('of %s has %d rows', async (ledger, count, first) => {
    const { rows, total } = await ledgerOf(ledger);
    expect(total).toBe(count);
    if (first) expect(rows[0]).toMatchObject(first);
  });

  test('that do not exist are refused', async () => {
    const result = await office.invoke('statistics.ledger', { ledger: 'x', year: 2026, offset: 0, limit: 1 });
    expect(result).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
  });
});

describe('the workbook', () => {
  test('holds indicators with their definitions, then every ledger, and tells the head of the log', async () => {
    const path = join(office.folder, '统计.xlsx');
    office.ports.next.save = path;
    const head = office.sqlite.prepare('select seq, hash from audit_log order by seq desc limit 1').get() as {
      seq: number;
      hash: string;
    };
    const ledgers = LEDGERS.map(({ key }) => key);
    expect(await office.must('statistics.export', { year: 2026, ledgers })).toEqual({ path });

    const book = read(readFileSync(path));
    expect(book.SheetNames).toEqual(['统计', '分类统计', ...LEDGERS.map(({ label }) => label)]);
    const sheet = (name: string) =>
      utils.sheet_to_json<(string | number)[]>(book.Sheets[name]!, { header: 1 });
    const [title, note, columns, ...indicators] = sheet('统计');
    expect(title?.[0]).toBe('安溪县总工会工会劳动法律监督统计（2026年度）');
    expect(note?.[0]).toContain(auditHeadText(head));
    expect(columns).toEqual(['指标', '数值', '分子', '分母', '口径']);
    expect(indicators.find(([label]) => label === '按期回复率')?.slice(0, 4)).toEqual([
      '按期回复率',
      1 / 3,
      1,
      3,
    ]);
    expect(
      sheet('“一函两书”台账')
        .slice(3)
        .map((row) => row[2]),
    ).toEqual([
      '安工劳监提〔2026〕1号',
      '安工劳监提〔2026〕2号',
      '安工劳监提〔2026〕3号',
      '安工劳监意〔2026〕1号',
      '安工劳监建〔2026〕1号',
    ]);
    expect(JSON.stringify(book.Sheets)).not.toContain('林秀禾');
    expect(
      office.sqlite.prepare('select summary from audit_log order by seq desc limit 1').pluck().get(),
    ).toBe('导出2026年统计和台账 10 本');
  });

  test('is not written when no place was chosen', async () => {
    office.ports.next.save = null;
    const before = office.sqlite.prepare('select count(*) from audit_log').pluck().get();
    expect(await office.must('statistics.export', { year: 2026, ledgers: ['letters'] })).toBeNull();
    expect(office.sqlite.prepare('select count(*) from audit_log').pluck().get()).toBe(before);
  });
});

describe('the queries', () => {
  test.each([
    ['case_file_closed', 'module = ? and closed_on >= ? and deleted_at is null', 'case_file'],
    ['case_file_archived', 'module = ? and archived_on >= ?', 'case_file'],
    ['document_served', 'served_on >= ?', 'document'],
    ['document_replied', 'replied_on >= ?', 'document'],
    ['document_event_day', "action = 'seal' and occurred_on >= ?", 'document_event'],
    ['supervision_result_day', 'recorded_on >= ?', 'supervision_result'],
  ])('%s finds the day of an event', (index, condition, table) => {
    const plan = office.sqlite
      .prepare(`explain query plan select * from ${table} where ${condition}`)
      .all(...Array.from(condition.matchAll(/\?/g), () => '2026-01-01')) as { detail: string }[];
    expect(plan.map(({ detail }) => detail).join()).toContain(index);
  });
});
