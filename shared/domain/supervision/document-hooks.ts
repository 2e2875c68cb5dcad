import { formatChinese } from '../kernel/civil-date';
import type { Field, FieldValues } from '../kernel/field';
import {
  type DocumentDecision,
  type DocumentHooks,
  type DocumentOffer,
  decideDocument,
  documentOffers,
  type LifecycleDocument,
  type Problem,
} from '../papers/lifecycle';
import { dateOf } from '../papers/lifecycle-values';
import {
  dateField,
  establishedItems,
  itemRows,
  itemRowsField,
  multiField,
  selectField,
  textField,
} from './actions/forms';
import type { CaseContext } from './case-context';
import type { CaseData } from './case-data';
import type { CaseEffect } from './case-effect';
import { withLapsing } from './deadlines';
import { letterFindings, paperPolicy, reportedOn } from './letter-rules';
import { isEmployerLetter, isPaperKind, PAPER_LIFECYCLE } from './paper-kinds';
import { reactionsTo } from './reactions';
import { recordedOn } from './record-day';
import { FAILURES } from './triggers';

/** What this module adds to the life of its papers. */

/** The employer's answer to one item. */
export const RESPONSES = {
  corrected: '已改正',
  promised: '承诺整改',
  partial: '部分属实',
  objection: '有异议',
} as const;

/** Steps that stay open in a case that is closed or paused: what comes in, and taking back. */
const ALWAYS: readonly string[] = ['reply', 'returned', 'finish', 'void', 'withdraw', 'finalise'];

function fields(document: LifecycleDocument, action: string, c: CaseData | null): readonly Field[] {
  if (c === null || !isEmployerLetter(document.kind)) return [];
  const items = establishedItems(c);
  if (action === 'reply' && items.length > 0) {
    const rows = itemRowsField('items', '逐项答复', items, [
      selectField('response', '答复', RESPONSES, { isRequired: false }),
      textField('measure', '措施或者理由'),
      dateField('plannedOn', '计划完成日期', { isRequired: false }),
    ]);
    return [{ ...rows, isRequired: false }];
  }
  if (action !== 'evaluate') return [];
  const upheld = Object.fromEntries(items.map((item) => [String(item.id), item.name]));
  return [
    selectField('failure', '不合格的情形', FAILURES, {
      when: { field: 'evaluation', is: ['partial', 'fail'] },
    }),
    ...(items.length > 0
      ? [
          multiField('upheldItems', '异议成立的问题', upheld, {
            when: { field: 'evaluation', is: ['objectionUpheld'] },
          }),
        ]
      : []),
  ];
}

function initial(
  document: LifecycleDocument,
  action: string,
  c: CaseData | null,
  ctx: CaseContext,
): FieldValues {
  if (action === 'finalise') return { finalisedOn: recordedOn(document, ctx.today) };
  if (c === null || action !== 'reply' || !isEmployerLetter(document.kind)) return {};
  const items = establishedItems(c);
  return items.length > 0 ? { items: itemRows(items, 'response', () => null) } : {};
}

function guard(document: LifecycleDocument, action: string, c: CaseData | null): string[] {
  const reasons: string[] = [];
  if (c?.state === 'C21') return ['案件已归档，文书不能再改动'];
  if (c !== null && !ALWAYS.includes(action)) {
    if (c.state === 'C90') reasons.push('案件中止期间不办理文书，请先“恢复办理”');
    if (c.state === 'C20' && isLetter(document.kind))
      reasons.push('案件已结案，不再发出监督文书；确需发出的，先“恢复办理”');
  }
  return reasons;
}

const textReasons = (document: LifecycleDocument, c: CaseData | null, ctx: CaseContext): string[] =>
  letterFindings(document, c, ctx)
    .filter((finding) => finding.severity === 'block')
    .map((finding) => finding.message);

const isLetter = (kind: string): boolean =>
  isPaperKind(kind) && (PAPER_LIFECYCLE[kind] === 'letter' || PAPER_LIFECYCLE[kind] === 'publicLetter');

function check(
  document: LifecycleDocument,
  action: string,
  values: FieldValues,
  c: CaseData | null,
): Problem[] {
  if (c === null || action !== 'approveAndSign' || document.kind !== 'opinionLetter') return [];
  const [signedOn, report] = [dateOf(values, 'signedOn'), reportedOn(c)];
  if (signedOn === null || report === null || signedOn >= report) return [];
  return [{ field: 'signedOn', message: `签发日期不能早于调查终结报告（${formatChinese(report)}）` }];
}

function signatureWarnings(
  document: LifecycleDocument,
  action: string,
  c: CaseData | null,
  ctx: CaseContext,
): string[] {
  if (action !== 'approveAndSign') return [];
  return letterFindings(document, c, ctx)
    .filter((finding) => finding.severity === 'warn')
    .map((finding) => finding.message);
}

export const supervisionHooks: DocumentHooks<CaseData, CaseContext, CaseEffect> = {
  policy: (document, _c, ctx) => paperPolicy(document, ctx),
  fields,
  initial,
  textReasons,
  guard,
  check,
  warnings: (document, action, _values, c, ctx) => signatureWarnings(document, action, c, ctx),
  react: (document, action, values, c, ctx) =>
    c === null ? [] : withLapsing(c, reactionsTo(document, action, values, c, ctx)),
};

/** Steps of a paper of this module; `c` is null for a paper without a case. */
export const paperOffers = (
  document: LifecycleDocument,
  c: CaseData | null,
  ctx: CaseContext,
): readonly DocumentOffer[] => documentOffers(document, c, ctx, supervisionHooks);

/** Judges one step of a paper of this module. */
export const decidePaper = (
  document: LifecycleDocument,
  action: string,
  values: FieldValues,
  c: CaseData | null,
  ctx: CaseContext,
): DocumentDecision<CaseEffect> => decideDocument(document, action, values, c, ctx, supervisionHooks);
