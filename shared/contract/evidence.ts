import { z } from 'zod';
import { id, nullableDate, revision, text } from './common';
import { command, job, query } from './define';

/** 证据材料 of a case: files kept encrypted beside the database. */

/** A file a person has chosen, dropped or pasted. Its path stays in the main process; the page holds a token for it. */
export const offeredFile = z.object({ token: z.string(), name: z.string(), size: z.int().nonnegative() });
export type OfferedFile = z.infer<typeof offeredFile>;

const preview = z.enum(['picture', 'pdf', 'sound', 'film', 'none']);

/** A line of the list. One that concerns the complainant tells only that it is there; evidence.get tells the rest. */
export const evidenceRow = z.object({
  id,
  revision,
  /** 证据号 within the case, never given twice. */
  number: z.int().positive(),
  name: z.string(),
  fileName: z.string(),
  kind: z.string(),
  kindLabel: z.string(),
  typeLabel: z.string(),
  preview,
  size: z.int(),
  provider: z.string(),
  obtainedOn: nullableDate,
  pageCount: z.int().nullable(),
  /** false: goes into the file as a disc or stick, without page numbers. */
  isPaged: z.boolean(),
  note: z.string(),
  isRestricted: z.boolean(),
  /** Name, file name, provider and note are left out here. */
  isHidden: z.boolean(),
  addedBy: z.string(),
  addedAt: z.string(),
  removedReason: z.string(),
});
export type EvidenceRow = z.infer<typeof evidenceRow>;

const pageCount = z.int('页数须为整数').min(1, '页数至少为 1').max(9999, '页数不能超过 9999').nullable();

export const evidenceFacts = z.object({
  name: text('名称', 100).refine((name) => name !== '', '请填写名称'),
  kind: z.string().min(1, '请选择种类').max(20),
  provider: text('提供人（来源）', 100),
  obtainedOn: nullableDate,
  pageCount,
  note: text('备注', 500, true),
  isRestricted: z.boolean(),
});
export type EvidenceFacts = z.infer<typeof evidenceFacts>;

/** What all files added in one go have in common. */
const given = z.object({
  provider: text('提供人（来源）', 100),
  obtainedOn: nullableDate,
  isRestricted: z.boolean(),
});
export type GivenFacts = z.infer<typeof given>;

const jobId = z.string().min(1).max(60);
const path = z.object({ path: z.string() }).nullable();

const damage = z.object({
  evidenceId: id,
  caseId: id,
  caseNo: z.string(),
  number: z.int(),
  name: z.string(),
  state: z.enum(['missing', 'damaged']),
});

export const evidenceContract = {
  'evidence.list': query({
    input: z.object({ caseId: id }),
    output: z.object({
      rows: z.array(evidenceRow),
      removedCount: z.int(),
      kinds: z.array(z.object({ value: z.string(), label: z.string() })),
      /** The account may open what concerns the complainant. */
      mayReadRestricted: z.boolean(),
    }),
    permission: 'case.read',
  }),
  'evidence.removed': query({
    input: z.object({ caseId: id }),
    output: z.array(evidenceRow),
    permission: 'case.read',
  }),
  /** One piece with everything that is known of it; each look is remembered. */
  'evidence.get': query({
    input: z.object({ id }),
    output: evidenceRow,
    permission: 'case.read',
    audit: 'sensitive',
  }),
  'evidence.pick': job({
    input: z.object({ caseId: id }),
    output: z.array(offeredFile).nullable(),
    permission: 'case.write',
    audit: 'none',
  }),
  /** Takes in one offered file; progress and cancel go by its token. */
  'evidence.add': job({
    input: z.object({ caseId: id, token: z.string().min(1).max(60), given }),
    output: z.object({
      id,
      number: z.int(),
      /** What the person should know, e.g. that the extension was put right. */
      notices: z.array(z.string()),
    }),
    permission: 'case.write',
  }),
  'evidence.update': command({
    input: z.object({ id, revision, facts: evidenceFacts }),
    output: z.object({ id, revision }),
    permission: 'case.write',
  }),
  /** All pieces of the case in their new order. */
  'evidence.reorder': command({
    input: z.object({ caseId: id, ids: z.array(id).max(2000) }),
    output: z.object({ caseId: id }),
    permission: 'case.write',
  }),
  /** Papers that cite a piece by its number; asked before it is removed. */
  'evidence.citations': query({
    input: z.object({ id }),
    output: z.array(
      z.object({
        id,
        title: z.string(),
        documentNo: z.string(),
        /** Signed or final: the piece can no longer be removed. */
        isFixed: z.boolean(),
      }),
    ),
    permission: 'case.read',
  }),
  'evidence.remove': command({
    input: z.object({
      id,
      revision,
      reason: text('移除理由', 200).refine((reason) => reason !== '', '请填写移除理由'),
    }),
    output: z.object({ id }),
    permission: 'case.write',
  }),
  'evidence.restore': command({
    input: z.object({ id }),
    output: z.object({ id }),
    permission: 'case.write',
  }),
  /** An address at which the window can show it, good until the lock falls. */
  'evidence.view': job({
    input: z.object({ id }),
    output: z.object({ url: z.string(), preview, pageCount: z.int().nullable() }),
    permission: 'case.read',
    audit: 'sensitive',
  }),
  /** A private copy for another program, wiped at lock and at the end of the program. */
  'evidence.openOutside': job({
    input: z.object({ id, jobId }),
    output: z.object({ isOpened: z.boolean() }),
    permission: 'document.export',
    audit: 'export',
  }),
  'evidence.export': job({
    input: z.object({ id, jobId }),
    output: path,
    permission: 'document.export',
    audit: 'export',
  }),
  'evidence.check': job({
    input: z.object({ jobId }),
    output: z.object({
      checkedCount: z.int(),
      problems: z.array(damage),
      strayCount: z.int(),
      strayBytes: z.int(),
      foreignCount: z.int(),
    }),
    permission: 'backup.manage',
  }),
  /** Removes files that belong to no record; refuses while evidence is being added. */
  'evidence.clean': job({
    input: z.object({}),
    output: z.object({ removedCount: z.int() }),
    permission: 'backup.manage',
  }),
} as const;
