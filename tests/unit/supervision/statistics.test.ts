import {
  byMonth,
  countBy,
  hideSmall,
  indicators,
  percent,
  resultIndicators,
  type StatisticsCase,
  type StatisticsDocument,
  type StatisticsInput,
} from '@shared/domain/supervision/statistics';
import { describe, expect, it } from 'vitest';
import { catalogue } from './samples';

describe('statistics', () => {
  const letter = (id: number, over: Partial<StatisticsDocument> = {}): StatisticsDocument => ({
    id,
    caseId: id,
    employerId: id,
    kind: 'reminderLetter',
    status: 'D08',
    signedOn: '2026-05-01',
    servedOn: '2026-05-02',
    serviceOutcome: 'served',
    dueOn: '2026-05-18',
    repliedOn: null,
    ...over,
  });
  const one = (id: number, over: Partial<StatisticsCase> = {}): StatisticsCase => ({
    id,
    employerId: id,
    state: 'C20',
    source: '01',
    town: '城关镇',
    industry: 'C',
    nature: 'private',
    openedOn: '2026-04-01',
    acceptedOn: '2026-04-03',
    closedOn: '2026-06-02',
    closeReason: 'rectified',
    workersTotal: 20,
    workersFemale: 5,
    workersMigrant: 3,
    workersPlatform: 1,
    items: [{ code: 'V13', finding: 'established', rectified: 'done' }],
    satisfaction: 'satisfied',
    departmentOutcome: '',
    ...over,
  });
  const input = (over: Partial<StatisticsInput> = {}): StatisticsInput => ({
    from: '2026-01-01',
    to: '2026-12-31',
    asOf: '2026-06-30',
    documents: [],
    cases: [],
    results: [],
    supervisors: [],
    ...over,
  });
  const read = (over: Partial<StatisticsInput>) => {
    const list = indicators(input(over));
    return (key: string) => list.find((indicator) => indicator.key === key);
  };

  it('count letters by type, in the period, without the withdrawn', () => {
    const of = read({
      documents: [
        letter(1),
        letter(2, { status: 'D99' }),
        letter(3, { status: 'D04' }),
        letter(4, { signedOn: '2025-12-31' }),
        letter(5, { kind: 'opinionLetter' }),
        letter(6, { kind: 'publicReminder', status: 'D06P' }),
        letter(7, { signedOn: null }),
      ],
    });
    expect([
      of('issued.reminderLetter')?.value,
      of('issued.opinionLetter')?.value,
      of('issued.publicReminder')?.value,
    ]).toEqual(['1', '1', '1']);
    expect(of('issued.publicReminder')?.definition).toContain('分开统计');
  });

  it('rate service, answers and their punctuality', () => {
    const of = read({
      documents: [
        letter(1, { status: 'D09', repliedOn: '2026-05-18' }),
        letter(2, { status: 'D09', repliedOn: '2026-05-19' }),
        letter(3),
        letter(4, { dueOn: '2026-07-15' }),
        letter(5, { serviceOutcome: 'refused', status: 'D07', dueOn: null }),
        letter(6, { serviceOutcome: 'left', status: 'D07', dueOn: null }),
        letter(7, { serviceOutcome: 'returned', status: 'D06' }),
        letter(8, { status: 'D09', dueOn: null, repliedOn: '2026-05-18' }),
        letter(9, { status: 'D08', dueOn: null }),
        letter(10, { status: 'D09', repliedOn: '2026-07-01', dueOn: '2026-07-20' }),
      ],
    });
    expect(of('served')).toMatchObject({ numerator: 9, denominator: 10, value: '90%' });
    expect(of('refused')).toMatchObject({ numerator: 2, denominator: 9 });
    expect(of('replyDue')?.value).toBe('4');
    expect(of('replied')).toMatchObject({ numerator: 3, denominator: 4, value: '75%' });
    expect(of('repliedInTime')).toMatchObject({ numerator: 2 });
    expect(of('overdue')?.value).toBe('1');
  });

  it('rate rectification by employer and by item, upheld objections left out', () => {
    const items = (...states: string[]) =>
      states.map((rectified) => ({ code: 'V13', finding: 'established', rectified }));
    const of = read({
      documents: [letter(1), letter(2), letter(3), letter(4), letter(5, { caseId: null })],
      cases: [
        one(1, { items: items('done', 'objectionUpheld') }),
        one(2, { employerId: 1, items: items('partly') }),
        one(3, { employerId: null, items: items('done') }),
        one(4, { items: [{ code: 'V13', finding: 'notEstablished', rectified: 'pending' }] }),
        one(9, { items: items('none') }),
      ],
    });
    expect(of('rectifiedItems')).toMatchObject({ numerator: 2, denominator: 3, value: '66.7%' });
    expect(of('rectifiedEmployers')).toMatchObject({ numerator: 1, denominator: 2 });
  });

  it('follow the ladder to the department', () => {
    const of = read({
      documents: [
        letter(1, { kind: 'opinionLetter' }),
        letter(2, { kind: 'opinionLetter', caseId: 2 }),
        letter(3, { kind: 'opinionLetter', caseId: null }),
        letter(4, { kind: 'recommendationLetter', caseId: 1, repliedOn: '2026-06-01' }),
        letter(5, { kind: 'recommendationLetter', caseId: 3, signedOn: '2026-06-01' }),
        letter(6, { kind: 'recommendationLetter', caseId: 4 }),
        letter(7, { kind: 'recommendationLetter', caseId: 2, status: 'D99' }),
      ],
      cases: [
        one(1, { departmentOutcome: 'result' }),
        one(3, { departmentOutcome: 'declined' }),
        one(4, { departmentOutcome: 'filed' }),
      ],
    });
    expect(of('escalated')).toMatchObject({ numerator: 1, denominator: 3 });
    expect([of('department.filed')?.value, of('department.declined')?.value]).toEqual(['2', '1']);
    expect(of('department.answered')).toMatchObject({ numerator: 1, denominator: 3 });
  });

  it('tell clues, cases, people, duration, satisfaction', () => {
    const of = read({
      cases: [
        one(1),
        one(2, { closedOn: '2026-05-03', satisfaction: 'dissatisfied' }),
        one(3, { closedOn: null, closeReason: '', satisfaction: '' }),
        one(4, { acceptedOn: null, closeReason: 'declined', satisfaction: '', closedOn: '2026-04-05' }),
      ],
    });
    expect([of('clues')?.value, of('accepted')?.value, of('declined')?.value, of('closed')?.value]).toEqual([
      '4',
      '3',
      '1',
      '3',
    ]);
    expect(of('duration')).toMatchObject({ value: '45（中位数 45）', numerator: 90, denominator: 2 });
    expect(read({ cases: [one(1)] })('duration')?.value).toBe('60（中位数 60）');
    expect(read({})('duration')?.value).toBe('—');
    expect([of('workers')?.value, of('workers.female')?.value]).toEqual(['60', '15']);
    expect(of('satisfied')).toMatchObject({ value: '50%', denominator: 2 });
  });

  it('tell supervisors and certificates', () => {
    const of = read({
      supervisors: [
        { validFrom: '2024-01-01', validTo: '2028-01-01', isActive: true },
        { validFrom: '2024-01-01', validTo: '2026-01-01', isActive: true },
        { validFrom: '2024-01-01', validTo: '2028-01-01', isActive: false },
      ],
    });
    expect(of('supervisors')?.value).toBe('2');
    expect(of('certified')?.value).toBe('50%');
  });

  it('add up money that is proved, kind by kind', () => {
    const result = (kind: string, over = {}) => ({
      caseId: 1,
      kind,
      on: '2026-05-01',
      amountFen: 0,
      workerCount: 0,
      quantity: 0,
      evidence: '凭证1',
      ...over,
    });
    const kinds = catalogue.options.results.items;
    const list = resultIndicators(
      input({
        results: [
          result('wages', { amountFen: 123_450, workerCount: 3 }),
          result('wages', { amountFen: 100_000, evidence: ' ' }),
          result('contracts', { quantity: 4, workerCount: 4 }),
          result('insuranceEnrolment'),
          result('socialInsurance', { amountFen: 50_000, on: '2025-01-01' }),
          result('hazardsRemoved', { quantity: 2 }),
        ],
      }),
      [...kinds, { code: 'none', label: '', quantityUnit: null }],
    );
    expect(list.map(({ label, value }) => `${label}=${value}`)).toEqual([
      '挽回金额（元）=1234.50',
      '补发工资=1234.50 元，3 人',
      '补签劳动合同=4 人，4 份',
      '办理参保登记=0',
      '消除安全隐患=2 处',
    ]);
    expect(
      resultIndicators(input({ results: [result('x', { quantity: 1 })] }), [
        { code: 'x', label: 'X', quantityUnit: null },
      ])[1]?.value,
    ).toBe('1');
  });

  it('group, by key and by month', () => {
    expect(countBy(['a', 'b', 'a', ''], (key) => key)).toEqual(
      [
        { label: 'a', count: 2 },
        { label: '未填写', count: 1 },
        { label: 'b', count: 1 },
      ].toSorted((x, y) => y.count - x.count || x.label.localeCompare(y.label, 'zh-CN')),
    );
    const months = byMonth(
      input({
        documents: [
          letter(1, { repliedOn: '2026-06-01' }),
          letter(2, { kind: 'opinionLetter', signedOn: '2026-06-30' }),
          letter(3, { kind: 'recommendationLetter' }),
          letter(4, { status: 'D99', repliedOn: '2026-06-02' }),
        ],
      }),
    );
    expect(months).toHaveLength(12);
    expect(months[4]).toEqual({ month: 5, reminder: 1, opinion: 0, recommendation: 1, replied: 0 });
    expect(months[5]).toEqual({ month: 6, reminder: 0, opinion: 1, recommendation: 0, replied: 1 });
    expect(percent(1, 0)).toBe('—');
    expect([hideSmall(0, 3), hideSmall(2, 3), hideSmall(3, 3)]).toEqual(['0', '<3', '3']);
  });
});
