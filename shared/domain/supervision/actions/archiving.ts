import type { CivilDate } from '../../kernel/civil-date';
import type { FieldValues } from '../../kernel/field';
import { textOf } from '../../papers/lifecycle-values';
import type { CaseAction } from '../case-action';
import type { CaseContext } from '../case-context';
import type { CaseData } from '../case-data';
import type { CaseEffect } from '../case-effect';
import { clockOnReturn, meet, startClock, waitsForHotline } from '../deadlines';
import { dossierMissing } from '../dossier';
import { eventsOf, hasReached, paperOf } from '../letters';
import { isPaperKind, PAPER_LIFECYCLE, type PaperKind } from '../paper-kinds';
import { recordedOn } from '../record-day';
import { basisOf, flagRule } from '../rule-access';
import { dateField, dayOf, hasNamedComplainant, longField, required, selectField, textField } from './forms';

/** After closing: the result is told, the file goes to the archive, or the case comes back. */

const feedBackResult: CaseAction = {
  key: 'feedBackResult',
  label: '向反映人反馈结果',
  from: ['C20'],
  permission: 'case.write',
  isPrimary: (c) => hasNamedComplainant(c) && !isFedBack(c),
  fields: () => [
    dateField('fedBackOn', '反馈日期'),
    selectField('mode', '方式', { written: '书面', phone: '电话', meeting: '当面', online: '线上' }),
    longField('content', '反馈内容', required),
    selectField('satisfaction', '满意度', {
      satisfied: '满意',
      fair: '基本满意',
      dissatisfied: '不满意',
      unknown: '未评价',
    }),
  ],
  initial: (_c, ctx) => ({ fedBackOn: ctx.today, mode: 'written', satisfaction: 'unknown' }),
  happened: ['fedBackOn'],
  guard: (c) => (hasNamedComplainant(c) ? [] : ['本案没有实名反映人，不需要反馈']),
  outcome: (_c, values, ctx) => [meet('feedback', dayOf(values, 'fedBackOn', ctx))],
  suggestsPapers: ['resultNotice'],
};

const archive: CaseAction = {
  key: 'archive',
  label: '归档',
  from: ['C20'],
  shownIn: ['C15'],
  permission: 'case.archive',
  isPrimary: () => true,
  fields: (_c, ctx) => [
    dateField('archivedOn', '归档日期'),
    textField('archiveNo', '档号', { isRequired: true, maxLength: 60 }),
    textField('box', '盒号', { maxLength: 40 }),
    {
      name: 'retention',
      label: '保管期限',
      kind: 'select',
      isRequired: true,
      options: ctx.catalogue.options.retention.items.map((item) => ({ value: item.code, label: item.label })),
    },
    selectField('secrecy', '利用限制', { restricted: '限制利用', internal: '内部', open: '一般' }),
    textField('filedBy', '立卷人', { isRequired: true, maxLength: 30 }),
    textField('checkedBy', '检查人', { isRequired: true, maxLength: 30 }),
    longField('condition', '缺页、破损情况'),
  ],
  initial: (c, ctx) => ({
    archivedOn: ctx.today,
    retention: defaultRetention(c, ctx),
    secrecy: c.hasComplainant ? 'restricted' : 'internal',
    filedBy: c.handlerName,
    condition: '无缺页、破损。',
  }),
  happened: ['archivedOn'],
  guard: (c, ctx) => {
    if (c.state !== 'C20') return [];
    const missing = dossierMissing(c, ctx.catalogue.options['dossier-order'].items);
    const reasons = missing.length === 0 ? [] : [`卷内缺少：${missing.join('、')}`];
    if (mustFeedBack(c, ctx) && !isFedBack(c)) {
      const basis = basisOf(ctx.rules, 'supervision.feedbackToNamedRequired');
      reasons.push(`尚未向实名反映人反馈结果${basis}`);
    }
    if (waitsForHotline(c)) reasons.push('热线工单尚未回复，请先“回复热线工单”');
    return reasons;
  },
  outcome: (c, values, ctx) => {
    const on = dayOf(values, 'archivedOn', ctx);
    return [
      ...finaliseRecords(c, on),
      { type: 'archive', on, values: archiveValues(values) },
      { type: 'state', to: 'C21' },
      meet('archive', on),
    ];
  },
  suggestsPapers: ['dossierCover', 'dossierIndex', 'filingNote'],
};

const isFedBack = (c: CaseData): boolean => {
  const notice = paperOf(c, 'resultNotice');
  return eventsOf(c, 'feedBackResult').length > 0 || (notice !== null && hasReached(notice));
};

/** What lies in the file is final from now on. */
const finaliseRecords = (c: CaseData, on: CivilDate): CaseEffect[] =>
  c.documents
    .filter((document) => document.status === 'D01' && isPaperKind(document.kind))
    .filter((document) => PAPER_LIFECYCLE[document.kind as PaperKind] === 'record')
    .map((document) => ({
      type: 'document',
      documentId: document.id,
      effects: [
        { type: 'freeze', signedOn: recordedOn(document, on), signerId: 0, signerName: '', signerPost: '' },
        { type: 'status', to: 'D11' },
      ],
    }));

/** A refused complainant was told by the notice of refusal; everybody else hears the result. */
const mustFeedBack = (c: CaseData, ctx: CaseContext): boolean =>
  hasNamedComplainant(c) &&
  eventsOf(c, 'closeDeclined').length === 0 &&
  flagRule(ctx.rules, 'supervision.feedbackToNamedRequired');

const archiveValues = (values: FieldValues): FieldValues => ({
  archiveNo: textOf(values, 'archiveNo'),
  box: textOf(values, 'box'),
  retention: textOf(values, 'retention'),
  secrecy: textOf(values, 'secrecy'),
});

/** Longer for a case in which the union spoke formally; the catalogue says how long. */
function defaultRetention(c: CaseData, ctx: CaseContext): string | null {
  const items = ctx.catalogue.options.retention.items.filter((item) => item.years !== null);
  const byLength = items.toSorted((a, b) => Number(a.years) - Number(b.years));
  const isFormal = c.documents.some(
    (document) =>
      ['opinionLetter', 'recommendationLetter', 'transferLetter'].includes(document.kind) &&
      document.signedOn !== null,
  );
  return (isFormal ? byLength.at(-1) : byLength[0])?.code ?? null;
}

const reopen: CaseAction = {
  key: 'reopen',
  label: '恢复办理',
  from: ['C20'],
  permission: 'case.approve',
  fields: () => [
    dateField('reopenedOn', '日期'),
    longField('reason', '理由（新的事实、材料）', required),
    textField('approver', '批准人', { isRequired: true, maxLength: 30 }),
  ],
  initial: (_c, ctx) => ({ reopenedOn: ctx.today }),
  happened: ['reopenedOn'],
  outcome: (c, values, ctx) => {
    const to = eventsOf(c, 'accept', 'returnFromTransfer').length > 0 ? 'C08' : 'C03';
    const on = dayOf(values, 'reopenedOn', ctx);
    return [
      { type: 'reopen' },
      { type: 'state', to },
      ...clockOnReturn(c, to, on, '恢复办理', ctx.rules),
      ...(to === 'C03' && hasNamedComplainant(c)
        ? startClock(ctx.rules, 'nonAcceptance', on, '恢复办理')
        : []),
    ];
  },
};

export const ARCHIVING_ACTIONS: readonly CaseAction[] = [feedBackResult, archive, reopen];
