import { z } from 'zod';
import { civilDate, fieldValue, id, nullableDate, option, page, revision, searchText, year } from './common';
import { command, job, query } from './define';

/** The frame every module shares: list, saved views, recycle bin, deadlines, to-do, statistics. */

export const CASE_VIEWS = ['all', 'open', 'overdue', 'mine', 'closed', 'archived', 'trash'] as const;
export const caseView = z.enum(CASE_VIEWS);

export const caseFilter = z.object({
  module: z.enum(['supervision']),
  view: caseView,
  text: searchText,
  states: z.array(z.string().max(10)).max(40),
  town: z.string().max(60),
  violation: z.string().max(10),
  handlerId: id.nullable(),
  employerId: id.nullable(),
  openedFrom: nullableDate,
  openedTo: nullableDate,
  sort: z.enum(['opened', 'due', 'updated', 'caseNo', 'state']),
  isDescending: z.boolean(),
});
export type CaseFilter = z.infer<typeof caseFilter>;

/** Every case of a module, the newest first. */
export const everyCase = (module: CaseFilter['module']): CaseFilter => ({
  module,
  view: 'all',
  text: '',
  states: [],
  town: '',
  violation: '',
  handlerId: null,
  employerId: null,
  openedFrom: null,
  openedTo: null,
  sort: 'opened',
  isDescending: true,
});

export const caseRow = z.object({
  id,
  revision,
  caseNo: z.string(),
  title: z.string(),
  employerName: z.string(),
  town: z.string(),
  state: z.string(),
  stateLabel: z.string(),
  openedOn: z.string(),
  nextDueOn: nullableDate,
  nextDueLabel: z.string(),
  /** Workdays left, negative when overdue, null without deadline. */
  daysLeft: z.int().nullable(),
  handlerName: z.string(),
  updatedAt: z.string(),
});
export type CaseRow = z.infer<typeof caseRow>;

/** One line of the to-do page: what is due, for whom, how many days, the page that does it. */
export const todoItem = z.object({
  kind: z.enum(['deadline', 'approval', 'certificate']),
  caseId: id.nullable(),
  documentId: id.nullable(),
  title: z.string(),
  party: z.string(),
  what: z.string(),
  dueOn: nullableDate,
  daysLeft: z.int().nullable(),
  actionLabel: z.string(),
});
export type TodoItem = z.infer<typeof todoItem>;

export const casesContract = {
  'cases.list': query({
    input: caseFilter.extend(page.shape),
    output: z.object({ total: z.int(), isTotalCapped: z.boolean(), rows: z.array(caseRow) }),
    permission: 'case.read',
  }),
  'cases.counts': query({
    input: z.object({ module: z.enum(['supervision']) }),
    output: z.record(z.string(), z.int()),
    permission: 'case.read',
  }),
  'cases.export': job({
    input: caseFilter,
    output: z.object({ path: z.string(), count: z.int() }).nullable(),
    permission: 'document.export',
    audit: 'export',
  }),
  'cases.remove': command({
    input: z.object({ id, revision }),
    output: z.object({ id }),
    permission: 'case.write',
  }),
  'cases.restore': command({ input: z.object({ id }), output: z.object({ id }), permission: 'case.write' }),
  'views.list': query({
    input: z.object({ list: z.string().max(40) }),
    output: z.array(z.object({ id, name: z.string(), query: z.string() })),
    permission: 'session',
  }),
  'views.save': command({
    input: z.object({
      list: z.string().max(40),
      name: z.string().trim().min(1, '请填写视图名称').max(30),
      query: z.string().max(5000),
    }),
    output: z.object({ id }),
    permission: 'session',
  }),
  'views.remove': command({ input: z.object({ id }), output: z.object({ id }), permission: 'session' }),
  'todo.board': query({
    input: z.object({}),
    output: z.object({
      overdue: z.array(todoItem),
      today: z.array(todoItem),
      soon: z.array(todoItem),
      waiting: z.array(todoItem),
      /** This year's numbers in one line each. */
      year: z.array(z.object({ label: z.string(), value: z.string(), hint: z.string() })),
      monthly: z.array(z.object({ month: z.int(), issued: z.int(), replied: z.int() })),
      isCalendarProjected: z.boolean(),
    }),
    permission: 'case.read',
  }),
  'deadlines.calendar': query({
    input: z.object({ from: civilDate, to: civilDate }),
    output: z.array(
      z.object({
        date: civilDate,
        isWorkday: z.boolean(),
        dayName: z.string(),
        items: z.array(todoItem),
      }),
    ),
    permission: 'case.read',
  }),
  'statistics.year': query({
    input: z.object({ year, town: z.string().max(60) }),
    output: z.object({
      asOf: z.string(),
      indicators: z.array(
        z.object({
          key: z.string(),
          label: z.string(),
          value: z.string(),
          numerator: z.number().nullable(),
          denominator: z.number().nullable(),
          /** How it is counted. */
          definition: z.string(),
        }),
      ),
      byType: z.array(z.object({ label: z.string(), count: z.int() })),
      byTown: z.array(z.object({ label: z.string(), count: z.int() })),
      byViolation: z.array(z.object({ label: z.string(), count: z.int() })),
      bySource: z.array(z.object({ label: z.string(), count: z.int() })),
      byMonth: z.array(
        z.object({
          month: z.int(),
          reminder: z.int(),
          opinion: z.int(),
          recommendation: z.int(),
          replied: z.int(),
        }),
      ),
    }),
    permission: 'statistics.read',
  }),
  'statistics.ledgers': query({
    input: z.object({}),
    output: z.array(option),
    permission: 'statistics.read',
  }),
  'statistics.ledger': query({
    input: z.object({
      ledger: z.string().max(40),
      year,
      offset: z.int().min(0),
      limit: z.int().min(1).max(200),
    }),
    output: z.object({
      columns: z.array(z.object({ key: z.string(), label: z.string(), isNumber: z.boolean() })),
      rows: z.array(z.record(z.string(), fieldValue)),
      total: z.int(),
    }),
    permission: 'statistics.read',
  }),
  /** The year's ledgers and statistics as one workbook, the audit head on its first sheet. */
  'statistics.export': job({
    input: z.object({ year, ledgers: z.array(z.string().max(40)).max(20) }),
    output: z.object({ path: z.string() }).nullable(),
    permission: 'document.export',
    audit: 'export',
  }),
  /** One chart as the page draws it, or its numbers as a workbook. */
  'statistics.chart.export': job({
    input: z.object({
      title: z.string().min(1).max(60),
      content: z.discriminatedUnion('type', [
        z.object({ type: z.literal('picture'), png: z.string().max(4_000_000) }),
        z.object({
          type: z.literal('table'),
          series: z.array(z.string().max(60)).min(1).max(20),
          rows: z
            .array(z.object({ label: z.string().max(200), values: z.array(z.number()).max(20) }))
            .max(500),
        }),
      ]),
    }),
    output: z.object({ path: z.string() }).nullable(),
    permission: 'document.export',
    audit: 'export',
  }),
} as const;
