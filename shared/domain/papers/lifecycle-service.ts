import type { CivilDate } from '../kernel/civil-date';
import { computeDeadline } from '../kernel/deadline';
import type { Field, FieldValues } from '../kernel/field';
import { notAfterToday, notBefore } from './lifecycle-checks';
import type {
  DocumentAction,
  DocumentContext,
  LifecycleDocument,
  PaperPolicy,
  Problem,
  ServiceMethod,
} from './lifecycle-data';
import type { DeadlineEffect } from './lifecycle-effect';
import { dayOf, isTicked, textOf } from './lifecycle-values';

/**
 * Service of a paper. The reply clock starts here, never at signature or posting, and the first day is not counted;
 * what counts is the term printed on the paper.
 */

const SERVED_PROFILES = ['letter', 'notice'] as const;

/** Methods in which somebody takes the paper; leaving it in place goes with a refusal. */
const takenMethods = (ctx: DocumentContext, policy: PaperPolicy): readonly ServiceMethod[] =>
  ctx.catalogue.options['service-methods'].items.filter(
    (method) =>
      !method.needsWitnessOrMedia && (method.isEnabled || policy.extraServiceMethods.includes(method.code)),
  );

/** Code of leaving in place, and of the post, in resources/catalogues/service-methods.json. */
const LEFT_IN_PLACE = 'leftInPlace';
const POST = 'post';

const methodField = (ctx: DocumentContext, policy: PaperPolicy): Field => ({
  name: 'method',
  label: '送达方式',
  kind: 'select',
  isRequired: true,
  options: takenMethods(ctx, policy).map((method) => ({ value: method.code, label: method.label })),
});

const SERVERS: readonly Field[] = [
  { name: 'serverA', label: '送达人', kind: 'text', isRequired: true, maxLength: 30 },
  { name: 'serverB', label: '送达人（二）', kind: 'text', maxLength: 30 },
];

const startService: DocumentAction = {
  key: 'startService',
  label: '交付送达',
  profiles: SERVED_PROFILES,
  from: ['D05'],
  permission: 'case.write',
  fields: (_document, ctx, policy) => [
    methodField(ctx, policy),
    { name: 'sentOn', label: '交付（寄出）日期', kind: 'date', isRequired: true },
    ...SERVERS,
    {
      name: 'mailNo',
      label: '邮件单号',
      kind: 'text',
      maxLength: 40,
      when: { field: 'method', is: [POST] },
    },
  ],
  initial: (_document, ctx) => ({ sentOn: ctx.today }),
  check: (document, values, ctx) => [
    ...notAfterToday(values, 'sentOn', '交付日期', ctx.today),
    ...notBefore(values, 'sentOn', '交付日期', document.signedOn, '成文日期'),
  ],
  outcome: () => [{ type: 'status', to: 'D06' }],
};

/** Last day for an answer to a paper served on that day; null without a printed term. */
export function replyDueOn(
  document: Pick<LifecycleDocument, 'replyN' | 'replyUnit'>,
  servedOn: CivilDate,
  ctx: Pick<DocumentContext, 'calendar'>,
): CivilDate | null {
  if (document.replyN === null || document.replyUnit === null) return null;
  const rule = { n: document.replyN, unit: document.replyUnit };
  return computeDeadline({ rule, startOn: servedOn, calendar: ctx.calendar }).dueOn;
}

function replyClock(
  document: LifecycleDocument,
  servedOn: CivilDate,
  dueOn: CivilDate | null,
  policy: PaperPolicy,
): DeadlineEffect[] {
  if (dueOn === null || document.replyN === null || document.replyUnit === null) return [];
  return [
    {
      type: 'deadline.start',
      kind: 'reply',
      label: `${policy.shortName}答复`,
      ruleKey: policy.replyRuleKey,
      startOn: servedOn,
      startEvent: '送达',
      documentId: document.id,
      n: document.replyN,
      unit: document.replyUnit,
    },
  ];
}

const serviceDates = (document: LifecycleDocument, values: FieldValues, ctx: DocumentContext): Problem[] => [
  ...notAfterToday(values, 'servedOn', '送达日期', ctx.today),
  ...notBefore(values, 'servedOn', '送达日期', document.signedOn, '成文日期'),
];

function checkServe(
  document: LifecycleDocument,
  values: FieldValues,
  ctx: DocumentContext,
  policy: PaperPolicy,
): Problem[] {
  const method = takenMethods(ctx, policy).find((known) => known.code === textOf(values, 'method'));
  const problems = serviceDates(document, values, ctx);
  if (method?.needsReason && textOf(values, 'reason') === '') {
    problems.push({ field: 'reason', message: `采用“${method.label}”须说明理由` });
  }
  return problems;
}

const serve: DocumentAction = {
  key: 'serve',
  label: '登记送达',
  profiles: SERVED_PROFILES,
  from: ['D05', 'D06'],
  permission: 'case.write',
  isPrimary: true,
  fields: (_document, ctx, policy) => [
    methodField(ctx, policy),
    {
      name: 'servedOn',
      label: '送达日期',
      kind: 'date',
      isRequired: true,
      help: takenMethods(ctx, policy)
        .map((method) => `${method.label}：${method.servedOn}`)
        .join('；'),
    },
    { name: 'servedHour', label: '送达时间', kind: 'time' },
    { name: 'place', label: '送达地点（地址、邮箱或者系统）', kind: 'text' },
    { name: 'receiverName', label: '签收人', kind: 'text', isRequired: true, maxLength: 30 },
    { name: 'receiverPost', label: '签收人职务', kind: 'text', isRequired: true, maxLength: 40 },
    { name: 'relation', label: '代收人与受送达人关系', kind: 'text', maxLength: 40 },
    ...SERVERS,
    {
      name: 'mailNo',
      label: '邮件单号',
      kind: 'text',
      isRequired: true,
      maxLength: 40,
      when: { field: 'method', is: [POST] },
    },
    { name: 'photoNo', label: '影像编号', kind: 'text', maxLength: 60, proposes: 'evidence' },
    { name: 'reason', label: '采用该方式的理由', kind: 'text' },
  ],
  initial: (_document, ctx, policy) => ({
    servedOn: ctx.today,
    method: takenMethods(ctx, policy)[0]?.code ?? null,
  }),
  check: checkServe,
  outcome: (document, values, ctx, policy) => {
    const servedOn = dayOf(values, 'servedOn', ctx.today);
    const dueOn = replyDueOn(document, servedOn, ctx);
    return [
      { type: 'service', outcome: 'served', method: textOf(values, 'method'), servedOn, dueOn, values },
      { type: 'status', to: dueOn === null ? 'D07' : 'D08' },
      ...replyClock(document, servedOn, dueOn, policy),
    ];
  },
};

const refuse: DocumentAction = {
  key: 'refuse',
  label: '登记拒收',
  profiles: SERVED_PROFILES,
  from: ['D05', 'D06'],
  permission: 'case.write',
  fields: () => [
    { name: 'servedOn', label: '拒收日期', kind: 'date', isRequired: true },
    { name: 'servedHour', label: '时间', kind: 'time' },
    { name: 'place', label: '地点', kind: 'text', isRequired: true },
    { name: 'refusedBy', label: '拒收人', kind: 'text', isRequired: true, maxLength: 30 },
    { name: 'receiverPost', label: '拒收人职务', kind: 'text', isRequired: true, maxLength: 40 },
    { name: 'refusalReason', label: '拒收事由', kind: 'text', isRequired: true },
    { name: 'isLeft', label: '已说明内容并留置', kind: 'flag' },
    { name: 'witness', label: '见证人（姓名、单位）', kind: 'text' },
    { name: 'photoNo', label: '影像编号', kind: 'text', maxLength: 60, proposes: 'evidence' },
    ...SERVERS,
  ],
  initial: (_document, ctx) => ({ servedOn: ctx.today, isLeft: true }),
  check: (document, values, ctx) => [
    ...serviceDates(document, values, ctx),
    ...(textOf(values, 'witness') === '' && textOf(values, 'photoNo') === ''
      ? [{ field: 'witness', message: '拒收须有见证人，或者有拍照（录像）的影像编号' }]
      : []),
  ],
  outcome: (_document, values, ctx) => [
    {
      type: 'service',
      outcome: isTicked(values, 'isLeft') ? 'left' : 'refused',
      method: LEFT_IN_PLACE,
      servedOn: dayOf(values, 'servedOn', ctx.today),
      dueOn: null,
      values,
    },
    { type: 'status', to: 'D07' },
  ],
};

const returned: DocumentAction = {
  key: 'returned',
  label: '登记退回（未送达）',
  profiles: SERVED_PROFILES,
  from: ['D06'],
  permission: 'case.write',
  fields: () => [
    { name: 'servedOn', label: '退回日期', kind: 'date', isRequired: true },
    { name: 'reason', label: '退回原因', kind: 'text', isRequired: true },
  ],
  initial: (_document, ctx) => ({ servedOn: ctx.today }),
  check: serviceDates,
  outcome: (_document, values, ctx) => [
    {
      type: 'service',
      outcome: 'returned',
      method: '',
      servedOn: dayOf(values, 'servedOn', ctx.today),
      dueOn: null,
      values,
    },
    { type: 'status', to: 'D06' },
  ],
};

/** 公开提示函: published instead of served; no 送达回证, no reply clock. */
const publish: DocumentAction = {
  key: 'publish',
  label: '登记发布',
  profiles: ['publicLetter'],
  from: ['D05'],
  permission: 'case.write',
  isPrimary: true,
  fields: () => [
    { name: 'publishedOn', label: '发布日期', kind: 'date', isRequired: true },
    { name: 'channel', label: '发布渠道', kind: 'text', isRequired: true },
    { name: 'url', label: '网址', kind: 'text', maxLength: 400 },
    { name: 'screenshotNo', label: '截图（影像）编号', kind: 'text', maxLength: 60, proposes: 'evidence' },
  ],
  initial: (_document, ctx) => ({ publishedOn: ctx.today }),
  check: (document, values, ctx) => [
    ...notAfterToday(values, 'publishedOn', '发布日期', ctx.today),
    ...notBefore(values, 'publishedOn', '发布日期', document.signedOn, '成文日期'),
  ],
  outcome: (_document, values, ctx) => [
    {
      type: 'publish',
      publishedOn: dayOf(values, 'publishedOn', ctx.today),
      channel: textOf(values, 'channel'),
      url: textOf(values, 'url'),
    },
    { type: 'status', to: 'D06P' },
  ],
};

export const SERVICE_ACTIONS: readonly DocumentAction[] = [serve, refuse, startService, returned, publish];
