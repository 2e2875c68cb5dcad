import type { DocumentData } from '@shared/domain/supervision/case-data';
import { buildDossier, dossierMissing } from '@shared/domain/supervision/dossier';
import { findLedger, LEDGERS } from '@shared/domain/supervision/ledgers';
import { limitationsOf } from '@shared/domain/supervision/limitation';
import { duplicateWindowStart, relatedCases } from '@shared/domain/supervision/related';
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
import { caseData, catalogue, context, documentData, event, inState, item, rulesWith } from './world';

const places = catalogue.options['dossier-order'].items;

describe('limitation radar', () => {
  const radar = (basics: Record<string, string>, code = 'V13', ctx = context()) =>
    Object.fromEntries(
      limitationsOf(caseData({ basics, violations: [item({ code })] }), ctx).map((limit) => [
        limit.key,
        limit,
      ]),
    );

  it('counts one year of arbitration from the day of knowing', () => {
    expect(radar({ knewOn: '2025-10-01' }, 'V21').arbitration).toMatchObject({
      expiresOn: '2026-10-01',
      daysLeft: 21,
      isUrgent: true,
      note: '',
    });
    expect(radar({ knewOn: '2026-08-01' }, 'V21').arbitration).toMatchObject({
      daysLeft: 325,
      isUrgent: false,
    });
    expect(radar({ knewOn: '2025-01-01' }, 'V21').arbitration).toMatchObject({
      note: '已经届满，请核对是否有中断、中止情形',
      isUrgent: true,
    });
    expect(radar({}, 'V21').arbitration).toMatchObject({
      expiresOn: null,
      daysLeft: null,
      note: '请填写知道权利受侵害之日',
    });
  });

  it.each([
    ['2025-11-08', 59, true],
    ['2025-11-09', 60, true],
    ['2025-11-10', 61, false],
  ])('is urgent by its own rule: known on %s', (knewOn, daysLeft, isUrgent) => {
    expect(radar({ knewOn }, 'V21').arbitration).toMatchObject({ daysLeft, isUrgent });
    const none = context({ rules: rulesWith('zhejiang', { 'limitation.urgentDays': null }) });
    expect(radar({ knewOn }, 'V21', none).arbitration?.isUrgent).toBe(false);
  });

  it('leaves the one year from knowing out where all is about pay, not where something else is too', () => {
    expect(radar({ knewOn: '2025-10-01' }).arbitration).toBeUndefined();
    const mixed = caseData({
      basics: { knewOn: '2025-10-01' },
      violations: [item(), item({ id: 12, code: 'V21' })],
    });
    expect(limitationsOf(mixed, context()).map(({ key }) => key)).toEqual(
      expect.arrayContaining(['arbitration', 'arbitrationWage']),
    );
  });

  it('for pay starts when the employment ends', () => {
    expect(radar({}).arbitrationWage).toMatchObject({
      expiresOn: null,
      note: expect.stringContaining('终止后起算'),
    });
    expect(radar({ employmentEndedOn: '2026-08-31' }).arbitrationWage).toMatchObject({
      expiresOn: '2027-08-31',
      basis: expect.stringContaining('第二十七条第四款'),
    });
    expect(radar({}, 'V21').arbitrationWage).toBeUndefined();
  });

  it('of inspection from the end of the conduct, else estimated from its beginning', () => {
    expect(radar({ factsFrom: '2026-06-01', factsTo: '2026-08-31' }).inspection).toMatchObject({
      expiresOn: '2028-08-31',
      note: '',
    });
    expect(radar({ factsFrom: '2024-06-01' }).inspection).toMatchObject({
      expiresOn: '2026-06-01',
      note: expect.stringContaining('按事实起始日估算'),
    });
    expect(radar({}).inspection).toMatchObject({ expiresOn: null, note: '请填写事实起止时间' });
  });

  it('of an injury only where there is one; the nearest first', () => {
    expect(radar({}).injuryWorker).toBeUndefined();
    const both = radar({ injuryOn: '2026-09-01' });
    expect(both.injuryEmployer).toMatchObject({ expiresOn: '2026-10-01' });
    expect(both.injuryWorker).toMatchObject({ expiresOn: '2027-09-01' });
    expect(Object.keys(both)[0]).toBe('injuryEmployer');
  });

  it('leaves out what it has no rule for', () => {
    expect(
      radar({}, 'V13', context({ rules: rulesWith('zhejiang', { 'limitation.arbitration': null }) }))
        .arbitration,
    ).toBeUndefined();
    const list = { ...catalogue.options['limitation-notices'] };
    const items = [{ ...list.items[0]!, code: 'other' }];
    const ctx = context({
      catalogue: {
        ...catalogue,
        options: { ...catalogue.options, 'limitation-notices': { ...list, items } },
      },
    });
    expect(limitationsOf(caseData(), ctx)).toEqual([]);
  });
});

describe('related cases', () => {
  const one = (id: number, over = {}) => ({
    id,
    caseNo: `案${id}`,
    title: '',
    employerId: 7,
    openedOn: '2026-08-03',
    factsFrom: null,
    factsTo: null,
    violationCodes: ['V13'],
    ...over,
  });
  const { rules } = context();

  it('are those of the same employer within the window', () => {
    const others = [
      one(2, { openedOn: '2025-08-03' }),
      one(3, { openedOn: '2025-08-02' }),
      one(4, { employerId: 8 }),
      one(5, { employerId: null }),
      one(6, { openedOn: '2027-08-03' }),
      one(7, { openedOn: '2027-08-04' }),
      one(1),
    ];
    expect(
      relatedCases(one(1), others, rules)
        .map((known) => known.id)
        .toSorted(),
    ).toEqual([2, 6]);
    expect(relatedCases(one(1, { employerId: null }), others, rules)).toEqual([]);
  });

  it('say why, the likeliest first', () => {
    const subject = one(1, { factsFrom: '2026-06-01', factsTo: null });
    const others = [
      one(2, { violationCodes: ['V01'] }),
      one(3, { factsTo: '2026-07-01', openedOn: '2026-08-01' }),
      one(4, { factsTo: '2026-05-01' }),
      one(5, { factsFrom: '2026-07-01', openedOn: '2026-08-02' }),
    ];
    expect(relatedCases(subject, others, rules).map(({ id, why }) => `${id} ${why}`)).toEqual([
      '5 同一单位、违法类型相同（V13）、事实期间重叠，疑似同一事项',
      '3 同一单位、违法类型相同（V13）、事实期间重叠，疑似同一事项',
      '4 同一单位、违法类型相同（V13），疑似同一事项',
      '2 同一单位，疑似重复或者可以并案',
    ]);
  });

  it('follow the window of the rules', () => {
    const withWindow = (n: number, unit: 'day' | 'year' | 'month') => {
      const rule = rules.rules['supervision.duplicateClueWindow'];
      return {
        ...rules,
        rules: {
          ...rules.rules,
          'supervision.duplicateClueWindow': { ...rule!, kind: 'period' as const, n, unit },
        },
      } as typeof rules;
    };
    expect(duplicateWindowStart(withWindow(10, 'day'), '2026-08-11')).toBe('2026-08-01');
    expect(duplicateWindowStart(withWindow(2, 'year'), '2026-08-11')).toBe('2024-08-11');
    const none = rulesWith('zhejiang', { 'supervision.duplicateClueWindow': null });
    expect(duplicateWindowStart(none, '2026-08-11')).toBeNull();
    expect(relatedCases(one(1), [one(2), one(3, { openedOn: '2026-09-01' })], none)).toEqual([]);
  });
});

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

describe('ledgers', () => {
  it('are ten, the most asked-for with all its columns', () => {
    expect(LEDGERS).toHaveLength(10);
    expect(findLedger('letters')?.columns).toHaveLength(28);
    expect(findLedger('x')).toBeUndefined();
    for (const ledger of LEDGERS)
      expect(new Set(ledger.columns.map((column) => column.key)).size).toBe(ledger.columns.length);
  });
});

describe('dossier', () => {
  const paper = (id: number, kind: string, over: Partial<DocumentData> = {}) =>
    documentData({ id, kind, title: kind, status: 'D11', signedOn: '2026-08-20', pageCount: 2, ...over });

  it('numbers the pages in the default order', () => {
    const c = inState('C20', {
      documents: [
        paper(1, 'opinionLetter', { signedOn: '2026-09-01', documentNo: '意1' }),
        paper(2, 'proofOfService', { basedOnId: 1, signedOn: null, servedOn: '2026-09-03', status: 'D01' }),
        paper(3, 'reminderLetter', { status: 'D99', documentNo: '提1' }),
        paper(4, 'reminderLetter', { status: 'D99' }),
        paper(5, 'reminderLetter', { status: 'D02' }),
        paper(6, 'registrationForm', { pageCount: 0 }),
        paper(7, 'dossierIndex'),
        paper(8, 'talkRecord', { status: 'D99' }),
        paper(9, 'unknownKind', { status: 'D11' }),
        paper(10, 'reminderLetter', { status: 'D11', signedOn: '2026-08-10' }),
        paper(11, 'proofOfService', { basedOnId: 77, signedOn: null }),
        paper(12, 'interviewRecord', { signedOn: null, status: 'D01' }),
      ],
    });
    const { rows, pageCount } = buildDossier(c, places, '安溪县总工会');
    expect(rows.map((row) => `${row.documentId}:${row.pageFrom}-${row.pageTo}${row.note}`)).toEqual([
      '6:1-1',
      '11:2-3',
      '12:4-5',
      '10:6-7',
      '3:8-9作废',
      '1:10-11',
      '2:12-13',
      '9:14-15',
    ]);
    expect(pageCount).toBe(15);
    expect(rows[0]).toMatchObject({ hasPersonalData: true, author: '安溪县总工会' });
    expect(rows.find((row) => row.documentId === 2)?.date).toBe('2026-09-03');
    expect(rows.find((row) => row.documentId === 12)?.date).toBe('');
  });

  it('says what is missing on this course of the case', () => {
    const full = ['registrationForm', 'dossierIndex', 'filingNote'].map((kind, id) => paper(id + 1, kind));
    expect(dossierMissing(inState('C20', { documents: full }), places)).toEqual([]);
    expect(
      dossierMissing(
        inState('C20', { documents: full, events: [event('accept'), event('approveClose')] }),
        places,
      ),
    ).toEqual(['办理（立案）审批表', '结案报告、结案审批表']);
    expect(
      dossierMissing(
        inState('C20', { documents: [...full, paper(9, 'opinionLetter', { status: 'D03' })] }),
        places,
      ),
    ).toEqual(['意见书尚未发出（请办结或者作废）']);
    expect(
      dossierMissing(
        inState('C20', { documents: [...full, paper(9, 'opinionLetter', { serviceOutcome: 'served' })] }),
        places,
      ),
    ).toEqual(['送达回证 1 份']);
  });
});
