import { z } from 'zod';
import { id, nullableDate, option, searchText } from './common';
import { job, query } from './define';

/** What of the log is asked for; everything left out asks for all. */
export const auditFilter = z.object({
  from: nullableDate.default(null),
  to: nullableDate.default(null),
  accountId: id.nullable().default(null),
  /** Kind of object, e.g. case; empty: all. */
  entity: z.string().max(40).default(''),
  text: searchText.default(''),
  /** Views of restricted records, exports and prints only. */
  isSensitiveOnly: z.boolean().default(false),
});
export type AuditFilter = z.output<typeof auditFilter>;

/** Where the next page begins: behind this row. */
export const auditPlace = z.object({ at: z.string().max(30), seq: z.int().nonnegative() });
export type AuditPlace = z.infer<typeof auditPlace>;

export const auditRow = z.object({
  seq: z.int(),
  at: z.string(),
  accountName: z.string(),
  channel: z.string(),
  nature: z.string(),
  entity: z.string(),
  entityId: z.int().nullable(),
  summary: z.string(),
});
export type AuditRow = z.infer<typeof auditRow>;

export const auditVerdict = z.object({
  isIntact: z.boolean(),
  /** Rows that stand, in order, each with the hash of the one before. */
  rowCount: z.int(),
  headHash: z.string(),
  /** First row that does not fit. */
  brokenAt: z.int().nullable(),
  /** Triggers that keep the log append-only and are gone or changed. */
  missingTriggers: z.array(z.string()),
  /** A row this machine remembers and the log no longer has: its end was cut, or an older file was put in its place by hand. */
  lostHead: z.object({ seq: z.int(), hash: z.string(), at: z.string() }).nullable(),
});
export type AuditVerdict = z.infer<typeof auditVerdict>;

export const auditContract = {
  'audit.list': query({
    input: auditFilter.extend({
      before: auditPlace.nullable().default(null),
      limit: z.int().min(1).max(200),
    }),
    output: z.object({
      rows: z.array(auditRow),
      /** Null when nothing older can fit. */
      next: auditPlace.nullable(),
      /** Rows of the whole log. */
      total: z.int(),
    }),
    permission: 'audit.read',
  }),
  /** What can be chosen from: accounts and kinds of objects that stand in the log. */
  'audit.choices': query({
    input: z.object({}),
    output: z.object({ accounts: z.array(option), entities: z.array(z.string()) }),
    permission: 'audit.read',
  }),
  'audit.verify': job({
    input: z.object({ jobId: z.string().min(1).max(60).default('audit.verify') }),
    output: auditVerdict,
    permission: 'audit.read',
    audit: 'none',
  }),
  'audit.export': job({
    input: auditFilter,
    output: z.object({ path: z.string(), count: z.int() }).nullable(),
    permission: 'audit.read',
    audit: 'export',
  }),
} as const;
