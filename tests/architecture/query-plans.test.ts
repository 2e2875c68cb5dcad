import type { Input } from '@shared/contract';
import { CASE_VIEWS, everyCase } from '@shared/contract/cases';
import { EVERY_EMPLOYER } from '@shared/contract/employers';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Sqlite } from '../../electron/db/open';
import { createTestOffice, type TestOffice } from '../builders/office';
import { tellStory } from '../builders/story';

/** What the database does for a list that people open: one index, no walk over the whole table. */

let office: TestOffice;
beforeAll(async () => {
  office = await createTestOffice();
  await tellStory(office);
});
afterAll(() => office.close());

type Node = { parent: number; detail: string };

/** Every statement a call makes, with SQLite's plan for it. */
async function plansOf(
  call: () => Promise<unknown>,
): Promise<{ sql: string; plan: string[]; nodes: Node[] }[]> {
  office.forget();
  const { sqlite, session } = office;
  const { prepare } = sqlite;
  const statements: string[] = [];
  const watched = [sqlite, session.reader.sqlite].map((connection) =>
    vi.spyOn(connection, 'prepare').mockImplementation(function (this: Sqlite, sql: string) {
      statements.push(sql);
      return prepare.call(this, sql);
    }),
  );
  try {
    await call();
  } finally {
    for (const spy of watched) spy.mockRestore();
  }
  return statements
    .filter((sql) => /^\s*(?:select|with)/i.test(sql))
    .map((sql) => {
      const holes = sql.replace(/'[^']*'/g, '').match(/\?/g)?.length ?? 0;
      const rows = sqlite
        .prepare(`explain query plan ${sql}`)
        .all(...Array.from({ length: holes }, () => null)) as Node[];
      return { sql, plan: rows.map((row) => row.detail), nodes: rows };
    });
}

/** `SCAN x` without an index reads every row; tables of a few rows by their nature may be read whole. */
const SMALL =
  /^SCAN (?:setting|leader|rule_override|catalogue_override|calendar_override|supervisor|account|saved_view|number_counter|c|kind|capped|\(subquery-\d+\)|constant row|"?capped"?|\d+ CONSTANT ROWS?)\b|VIRTUAL TABLE/i;
/** The newest by primary key, as many as a page holds: walked from the end and left after one page. */
const isNewestFirst = ({ sql, plan }: { sql: string; plan: readonly string[] }) =>
  /order by (?:"\w+"\.)?"(?:id|seq)" desc limit/i.test(sql) &&
  !plan.some((line) => line.includes('TEMP B-TREE'));
const wholeTables = (plans: readonly { sql: string; plan: readonly string[] }[]) =>
  plans
    .filter((statement) => !isNewestFirst(statement))
    .flatMap(({ plan }) => plan)
    .filter(
      (line) =>
        /^SCAN\b/.test(line) &&
        !/USING (?:COVERING )?INDEX|USING INTEGER PRIMARY KEY/.test(line) &&
        !SMALL.test(line),
    );

/** Sorting beside an index of case_file sorts all it finds; sorting rows fetched by their ids sorts one page. */
const sortsAllCases = (nodes: readonly Node[]): boolean =>
  nodes.some(
    (node) =>
      node.detail.includes('TEMP B-TREE') &&
      nodes.some(
        ({ parent, detail }) =>
          parent === node.parent && /\bcase_file\b(?!.*INTEGER PRIMARY KEY)/.test(detail),
      ),
  );

const filter = { ...everyCase('supervision'), offset: 0, limit: 50 };
const SORTS = ['opened', 'due', 'updated', 'caseNo', 'state'] as const;

describe('cases.list', () => {
  for (const view of CASE_VIEWS) {
    for (const sort of SORTS) {
      it(`${view} by ${sort} scans no table`, async () => {
        for (const isDescending of [true, false]) {
          const plans = await plansOf(() =>
            office.must('cases.list', { ...filter, view, sort, isDescending }),
          );
          expect(plans.length).toBeGreaterThan(1);
          expect(wholeTables(plans)).toEqual([]);
          expect(plans.flatMap(({ plan }) => plan).filter((line) => /^SCAN case_file$/.test(line))).toEqual(
            [],
          );
        }
      });
    }
  }

  it.each([
    ['a town', { town: '城关镇' }],
    ['an employer', { employerId: 1 }],
    ['a handler', { handlerId: 1 }],
    ['states', { states: ['C02', 'C03'] }],
    ['days', { openedFrom: '2026-01-01', openedTo: '2026-12-31' }],
    ['a word', { text: '精工' }],
    ['a violation', { violation: 'V01' }],
  ] as const)('filtered by %s scans no table', async (_, changes) => {
    const plans = await plansOf(() =>
      office.must('cases.list', { ...filter, ...changes } as Input<'cases.list'>),
    );
    expect(wholeTables(plans)).toEqual([]);
  });

  it('the first page of a view in its usual order needs no sorting of all its rows', async () => {
    const sorted: string[] = [];
    for (const [view, sort] of [
      ['all', 'opened'],
      ['all', 'due'],
      ['all', 'updated'],
      ['all', 'caseNo'],
      ['open', 'opened'],
      ['mine', 'opened'],
      ['overdue', 'due'],
      ['closed', 'opened'],
      ['archived', 'opened'],
    ] as const) {
      const [rows] = await plansOf(() => office.must('cases.list', { ...filter, view, sort }));
      if (rows && sortsAllCases(rows.nodes)) sorted.push(`${view} by ${sort}: ${rows.plan.join(' | ')}`);
    }
    expect(sorted).toEqual([]);
  });
});

describe('other lists and look-ups scan no table of people’s records', () => {
  const page = { offset: 0, limit: 50 };
  const employers = { ...EVERY_EMPLOYER, ...page };
  const calls: Record<string, () => Promise<unknown>> = {
    'employers by name': () => office.must('employers.list', { ...employers, sort: 'name' }),
    'employers by town': () => office.must('employers.list', { ...employers, sort: 'town' }),
    'employers by time': () => office.must('employers.list', { ...employers, sort: 'updatedAt' }),
    'employers of a town': () =>
      office.must('employers.list', { ...employers, sort: 'name', town: '城关镇' }),
    'employers by word': () => office.must('employers.list', { ...employers, sort: 'name', text: '精工' }),
    'the towns': () => office.must('employers.towns', {}),
    'an employer': () => office.must('employers.get', { id: 1 }),
    'a twin by USCC': () =>
      office.must('employers.check', { name: '安溪湾精工', uscc: '91330000MA00001000', exceptId: null }),
    people: () => office.must('people.list', { ...page, text: '' }),
    'people by word': () => office.must('people.list', { ...page, text: 'zs' }),
    'a twin by ID number': () =>
      office.must('people.check', { name: '张三', idNumber: '330000199005061234', exceptId: null }),
    'the search': () => office.must('search.global', { text: '安溪', limit: 8 }),
    'the counts of views': () => office.must('cases.counts', { module: 'supervision' }),
    'a case': () => office.must('supervision.case.get', { id: 1 }),
    'a paper': () => office.must('documents.get', { id: 1 }),
    'papers by kind': () => office.must('documents.list', { kind: 'reminderLetter', status: '', ...page }),
    papers: () => office.must('documents.list', { kind: '', status: '', ...page }),
    'the calendar of a month': () =>
      office.must('deadlines.calendar', { from: '2026-09-01', to: '2026-09-30' }),
    'the to-do list': () => office.must('todo.board', {}),
    'the choices of the log': () => office.must('audit.choices', {}),
    drafts: () => office.must('drafts.list', { prefix: 'clue' }),
  };
  it.each(Object.entries(calls))('%s', async (_, call) => {
    expect(wholeTables(await plansOf(call))).toEqual([]);
  });
});

describe('audit.list', () => {
  const day = { from: '2026-09-01', to: '2026-09-30' };
  it.each<[string, Partial<Input<'audit.list'>>]>([
    ['the newest', {}],
    ['an older page', { before: { at: '2026-09-10T04:00:00.000Z', seq: 5 } }],
    ['days', day],
    ['an account', { accountId: 1 }],
    [
      'an account on days, an older page',
      { ...day, accountId: 1, before: { at: '2026-09-10T04:00:00.000Z', seq: 5 } },
    ],
    ['a kind of object', { entity: 'case' }],
    ['views, exports and prints', { isSensitiveOnly: true }],
    ['views, exports and prints of an account on days', { ...day, isSensitiveOnly: true, accountId: 1 }],
    ['a word', { text: '登记' }],
    ['all at once', { ...day, accountId: 1, entity: 'case', text: '登记', isSensitiveOnly: true }],
  ])('%s: one walk along an index, in the order shown', async (_, changes) => {
    const plans = await plansOf(() => office.must('audit.list', { limit: 50, ...changes }));
    const walks = plans
      .flatMap(({ plan }) => plan)
      .filter(
        (line) => /\baudit_log\b/.test(line) && !/USING INTEGER PRIMARY KEY|SCAN audit_log$/.test(line),
      );
    expect(walks.length).toBeGreaterThanOrEqual(1);
    for (const line of walks)
      expect(line).toMatch(/USING (?:COVERING )?INDEX audit_log_(?:at|account|kind|sensitive)\b/);
    // Only the head of the log is found without a named index: the end of the table itself.
    const whole = plans.filter(({ plan }) => plan.includes('SCAN audit_log'));
    for (const { sql } of whole) expect(sql).toMatch(/order by "seq" desc limit/);
    // What is sorted is what was found in the window, never the log.
    const sorted = plans.flatMap(({ nodes }) =>
      nodes
        .filter((node) => node.detail.includes('TEMP B-TREE'))
        .flatMap((sort) =>
          nodes.filter(({ parent, detail }) => parent === sort.parent && /audit_log/.test(detail)),
        ),
    );
    expect(sorted).toEqual([]);
  });
});
