import { z } from 'zod';
import type { PaperModel } from '../domain/papers/model';
import { chainStep, versionRow } from './approval';
import { actionOffer, empty, fieldValues, id, nullableDate, revision } from './common';
import { command, job, query } from './define';

/** A paper in a list. */
export const documentRow = z.object({
  id,
  revision,
  caseId: id.nullable(),
  kind: z.string(),
  kindLabel: z.string(),
  title: z.string(),
  addressee: z.string(),
  documentNo: z.string(),
  status: z.string(),
  statusLabel: z.string(),
  signedOn: nullableDate,
  servedOn: nullableDate,
  dueOn: nullableDate,
  repliedOn: nullableDate,
  isSealed: z.boolean(),
  isOutgoing: z.boolean(),
  /** Names the complainant: shown only to whom the block may be shown. */
  isRestricted: z.boolean(),
  takesNumber: z.boolean(),
  /** Written up and kept, not issued: it is 定稿, never 签发. */
  isRecord: z.boolean(),
  /** The letter it is about, e.g. what a 送达回证 proves; empty when it stands for itself. */
  aboutText: z.string(),
  updatedAt: z.string(),
});
export type DocumentRow = z.infer<typeof documentRow>;

export const finding = z.object({
  severity: z.enum(['block', 'warn']),
  code: z.string(),
  message: z.string(),
  field: z.string().optional(),
  key: z.string().optional(),
  excerpt: z.string(),
});

export const paragraphDraft = z.object({
  key: z.string().max(80),
  /** What it is for, e.g. 为什么发函. */
  label: z.string(),
  text: z.string(),
  defaultText: z.string(),
  isEdited: z.boolean(),
  isOptional: z.boolean(),
  isIncluded: z.boolean(),
});
export type ParagraphDraft = z.infer<typeof paragraphDraft>;

/** Edits on top of the default wording: text by paragraph key; null leaves an optional paragraph out. */
export const paragraphEdits = z.record(z.string().max(80), z.string().max(20_000).nullable());
export type ParagraphEdits = z.infer<typeof paragraphEdits>;

const model = z.custom<PaperModel>((v) => typeof v === 'object' && v !== null);
const fieldList = z.array(
  z.custom<import('../domain/kernel/field').Field>((v) => typeof v === 'object' && v !== null),
);

export const paperPreview = z.object({
  model,
  paragraphs: z.array(paragraphDraft),
  findings: z.array(finding),
});

/** A button of a paper; see judgeOffers for how the text and the other reasons come together. */
export const documentOffer = actionOffer.extend({
  needsSoundText: z.boolean(),
  otherReason: z.string(),
});

const paperLink = z.object({ id, title: z.string(), documentNo: z.string() }).nullable();

export const documentDetail = paperPreview.extend({
  document: documentRow,
  fields: fieldList,
  values: fieldValues,
  edits: paragraphEdits,
  actions: z.array(documentOffer),
  steps: z.array(
    z.object({
      key: z.string(),
      label: z.string(),
      status: z.enum(['done', 'current', 'coming', 'skipped']),
    }),
  ),
  /** The text cannot be changed by this account now. */
  isReadOnly: z.boolean(),
  /** Empty for a record, and for a draft that was never sent on. */
  chain: z.array(chainStep),
  versions: z.array(versionRow),
  /** 更正: the paper this one stands for, and the one that stands for it. */
  replaces: paperLink,
  replacedBy: paperLink,
  contentHash: z.string(),
  history: z.array(
    z.object({ at: z.string(), title: z.string(), detail: z.string(), accountName: z.string() }),
  ),
  /** Title and number of the case it belongs to. */
  caseTitle: z.string(),
  caseNo: z.string(),
});
export type DocumentDetail = z.infer<typeof documentDetail>;

export const batchItem = z.object({
  employerId: id,
  employerName: z.string(),
  documentId: id.nullable(),
  documentNo: z.string(),
  isDone: z.boolean(),
  /** Chinese reason when not done. */
  reason: z.string(),
});

export const documentsContract = {
  /** Papers that can be made for this case, those the present state asks for first. */
  'documents.kinds': query({
    input: z.object({ caseId: id.nullable() }),
    output: z.array(
      z.object({
        kind: z.string(),
        label: z.string(),
        group: z.string(),
        isSuggested: z.boolean(),
        isEnabled: z.boolean(),
        reason: z.string(),
      }),
    ),
    permission: 'case.read',
  }),
  'documents.create': command({
    input: z.object({ caseId: id.nullable(), kind: z.string().max(40), basedOnId: id.nullable() }),
    output: z.object({ id, revision }),
    permission: 'case.write',
  }),
  'documents.get': query({ input: z.object({ id }), output: documentDetail, permission: 'case.read' }),
  'documents.save': command({
    input: z.object({ id, revision, values: fieldValues, edits: paragraphEdits }),
    output: z.object({ id, revision }),
    permission: 'case.write',
  }),
  /** The page as it would print with these values; writes nothing. */
  'documents.preview': query({
    input: z.object({ id, values: fieldValues, edits: paragraphEdits }),
    output: paperPreview,
    permission: 'case.read',
  }),
  /** 送审 审核 签发 用印 送达 拒收 答复 评价 延期 作废 更正 …: every step of a paper. */
  'documents.act': command({
    input: z.object({ id, revision, action: z.string().max(40), values: fieldValues }),
    output: z.object({
      id,
      revision,
      status: z.string(),
      documentNo: z.string(),
      /** The new paper that a 更正 made. */
      createdId: id.nullable(),
      /** Done, and to be thought about. */
      warnings: z.array(z.string()),
    }),
    permission: 'case.write',
  }),
  /** 全部定稿: every draft of the case that is kept and not issued; each for itself, all or nothing. */
  'documents.finaliseAll': job({
    input: z.object({ caseId: id }),
    output: z.object({
      items: z.array(
        z.object({ documentId: id, title: z.string(), isDone: z.boolean(), reason: z.string() }),
      ),
    }),
    permission: 'case.write',
  }),
  'documents.remove': command({
    input: z.object({ id, revision }),
    output: z.object({ id }),
    permission: 'case.write',
  }),
  /** Asks where, writes 文号+标题+对方.docx. Leak scan runs on the model and again on the written file. */
  'documents.export': job({
    input: z.object({ id, open: z.boolean() }),
    output: z.object({ path: z.string() }).nullable(),
    permission: 'document.export',
    audit: 'export',
  }),
  'documents.exportAll': job({
    input: z.object({ caseId: id }),
    output: z.object({ folder: z.string(), count: z.int() }).nullable(),
    permission: 'document.export',
    audit: 'export',
  }),
  /** html: the printed twin of the frozen or draft model, made by the page. */
  'documents.print': job({
    input: z.object({ id, html: z.string().max(5_000_000) }),
    output: z.object({ isPrinted: z.boolean() }),
    permission: 'document.export',
    audit: 'print',
  }),
  'documents.list': query({
    input: z.object({
      kind: z.string().max(40),
      status: z.string().max(10),
      offset: z.int().min(0),
      limit: z.int().min(1).max(200),
    }),
    output: z.object({ total: z.int(), rows: z.array(documentRow) }),
    permission: 'case.read',
  }),
  /** One letter to many employers: the form, then the run. */
  'documents.batch.form': query({
    input: z.object({ kind: z.string().max(40) }),
    output: z.object({
      fields: fieldList,
      initial: fieldValues,
      kinds: z.array(z.object({ value: z.string(), label: z.string() })),
    }),
    permission: 'case.write',
  }),
  'documents.batch.preview': query({
    input: z.object({ kind: z.string().max(40), employerId: id, values: fieldValues, edits: paragraphEdits }),
    output: paperPreview,
    permission: 'case.write',
  }),
  'documents.batch.run': job({
    input: z.object({
      jobId: z.string().min(1).max(60),
      kind: z.string().max(40),
      employerIds: z.array(id).min(1).max(5000),
      values: fieldValues,
      edits: paragraphEdits,
      signerId: id,
      signedOn: z.string().max(10),
      output: z.enum(['files', 'merged', 'none']),
    }),
    output: z
      .object({
        folder: z.string(),
        items: z.array(batchItem),
        isCancelled: z.boolean(),
        /** What stopped the run before its end, e.g. a full disk; the items tell what is signed all the same. */
        problem: z.string(),
      })
      .nullable(),
    permission: 'case.sign',
  }),
  'jobs.cancel': job({
    input: z.object({ jobId: z.string().max(60) }),
    output: z.object({ isCancelled: z.boolean() }),
    permission: 'session',
    audit: 'none',
  }),
  'app.openPath': job({
    input: z.object({ path: z.string().max(1000) }),
    output: z.object({ isOpened: z.boolean() }),
    permission: 'session',
    audit: 'none',
  }),
  'app.manual': query({
    input: empty,
    output: z.array(z.object({ key: z.string(), title: z.string(), markdown: z.string() })),
    permission: 'public',
  }),
} as const;
