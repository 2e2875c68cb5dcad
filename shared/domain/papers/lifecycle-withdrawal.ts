import type { Field, FieldValues } from '../kernel/field';
import { notAfterToday } from './lifecycle-checks';
import type { DocumentAction, DocumentContext, LifecycleDocument } from './lifecycle-data';
import type { DocumentEffect } from './lifecycle-effect';
import { dayOf, textOf } from './lifecycle-values';

/** Taking a paper out of the world. Its number is never used again. */

const FIELDS: readonly Field[] = [
  { name: 'voidedOn', label: '日期', kind: 'date', isRequired: true },
  { name: 'reason', label: '理由', kind: 'longText', isRequired: true },
  { name: 'approver', label: '批准人', kind: 'text', isRequired: true, maxLength: 30 },
];

const voiding = (
  document: LifecycleDocument,
  values: FieldValues,
  ctx: DocumentContext,
): DocumentEffect[] => [
  {
    type: 'void',
    on: dayOf(values, 'voidedOn', ctx.today),
    reason: textOf(values, 'reason'),
    approver: textOf(values, 'approver'),
  },
  { type: 'status', to: 'D99' },
  { type: 'deadline.cancel', kind: 'reply', documentId: document.id },
];

const shared = {
  isDanger: true,
  fields: () => FIELDS,
  initial: (_document: LifecycleDocument, ctx: DocumentContext) => ({ voidedOn: ctx.today }),
  check: (_document: LifecycleDocument, values: FieldValues, ctx: DocumentContext) =>
    notAfterToday(values, 'voidedOn', '日期', ctx.today),
} as const;

/** Before anybody outside has it. */
const voidPaper: DocumentAction = {
  ...shared,
  key: 'void',
  label: '作废',
  profiles: ['letter', 'publicLetter', 'notice', 'record'],
  from: ['D01', 'D02', 'D03', 'D04', 'D05', 'D11'],
  permission: 'case.write',
  guard: (document) =>
    document.status === 'D11' && document.servedOn !== null
      ? ['已经送达的文书不能作废，请办理撤回或者更正']
      : [],
  outcome: voiding,
};

/** After service: the receiver is told. */
const withdraw: DocumentAction = {
  ...shared,
  key: 'withdraw',
  label: '撤回',
  profiles: ['letter', 'publicLetter', 'notice'],
  from: ['D06', 'D06P', 'D07', 'D08', 'D09', 'D10', 'D11'],
  permission: 'case.sign',
  outcome: voiding,
};

/** A corrected paper is a new paper with a new number; it cites the old one. */
const correct: DocumentAction = {
  ...shared,
  key: 'correct',
  label: '更正（另发新文书）',
  profiles: ['letter', 'publicLetter', 'notice'],
  from: ['D04', 'D05', 'D06', 'D06P', 'D07', 'D08', 'D09', 'D10', 'D11'],
  permission: 'case.sign',
  outcome: (document, values, ctx) => [
    ...voiding(document, values, ctx),
    {
      type: 'replace',
      kind: document.kind,
      values: {
        ...document.values,
        replacesDocumentNo: document.documentNo,
        replacesSignedOn: document.signedOn,
        correctionReason: textOf(values, 'reason'),
      },
    },
  ],
};

export const WITHDRAWAL_ACTIONS: readonly DocumentAction[] = [correct, withdraw, voidPaper];
