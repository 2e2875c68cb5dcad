import type { CivilDate } from '../kernel/civil-date';
import type { Field, FieldValues } from '../kernel/field';
import { checkFields, cleanValues } from '../kernel/field-schema';
import { type Permission, ROLE_LABELS, ROLE_PERMISSIONS, ROLES } from '../kernel/permissions';
import { chainWarnings } from './lifecycle-chain';
import type {
  DocumentAction,
  DocumentContext,
  LifecycleDocument,
  PaperPolicy,
  Problem,
} from './lifecycle-data';
import { DRAFTING_ACTIONS } from './lifecycle-drafting';
import type { DocumentEffect } from './lifecycle-effect';
import { REPLY_ACTIONS } from './lifecycle-reply';
import { SERVICE_ACTIONS } from './lifecycle-service';
import { documentStatusLabel } from './lifecycle-state';
import { dateOf } from './lifecycle-values';
import { WITHDRAWAL_ACTIONS } from './lifecycle-withdrawal';

export * from './lifecycle-chain';
export type * from './lifecycle-data';
export type { DeadlineEffect, DocumentEffect, Evaluation, ServiceOutcome } from './lifecycle-effect';
export * from './lifecycle-state';

/** Every step of every paper, the natural next one before the others. */
export const DOCUMENT_ACTIONS: readonly DocumentAction[] = [
  ...DRAFTING_ACTIONS,
  ...SERVICE_ACTIONS,
  ...REPLY_ACTIONS,
  ...WITHDRAWAL_ACTIONS,
];

/** The step sends the text on, so nothing that blocks may stand against it; no for an unknown step. */
export const needsSoundText = (actionKey: string): boolean =>
  DOCUMENT_ACTIONS.some((action) => action.key === actionKey && action.needsSoundText === true);

/** Name of a step as its record is titled; a text changed on the way is no step of its own. */
export const documentActionLabel = (actionKey: string): string =>
  actionKey === 'revise'
    ? '修改文稿'
    : (DOCUMENT_ACTIONS.find((action) => action.key === actionKey)?.label ?? actionKey);

/** What a module adds to the life of its papers. `S` is its subject (the case), `E` its effects. */
export type DocumentHooks<S, C extends DocumentContext, E> = {
  policy(document: LifecycleDocument, subject: S | null, ctx: C): PaperPolicy;
  /** Fields added to a step, e.g. the response item by item. */
  fields?(document: LifecycleDocument, action: string, subject: S | null, ctx: C): readonly Field[];
  initial?(document: LifecycleDocument, action: string, subject: S | null, ctx: C): FieldValues;
  /** What stands against the text of the paper: bars every step that sends it on. */
  textReasons?(document: LifecycleDocument, subject: S | null, ctx: C): readonly string[];
  /** Why the step is refused before anything is typed. */
  guard?(document: LifecycleDocument, action: string, subject: S | null, ctx: C): readonly string[];
  check?(
    document: LifecycleDocument,
    action: string,
    values: FieldValues,
    subject: S | null,
    ctx: C,
  ): readonly Problem[];
  /** Not wrong, but to be thought about. */
  warnings?(
    document: LifecycleDocument,
    action: string,
    values: FieldValues,
    subject: S | null,
    ctx: C,
  ): readonly string[];
  /** What the step does to the case. */
  react?(
    document: LifecycleDocument,
    action: string,
    values: FieldValues,
    subject: S | null,
    ctx: C,
  ): readonly E[];
};

/** A button; the shape of the contract's actionOffer. */
export type Offer = {
  readonly key: string;
  readonly label: string;
  readonly isEnabled: boolean;
  readonly reason: string;
  readonly isPrimary: boolean;
  readonly isDanger: boolean;
  readonly fields: Field[];
  readonly initial: FieldValues;
};

/** A button of a paper. What stands against its text is judged apart, because the text changes while it is typed. */
export type DocumentOffer = Offer & {
  readonly needsSoundText: boolean;
  /** Why not, whatever the text says. */
  readonly otherReason: string;
  /** To be thought about before it is done; kept with the step. */
  readonly warnings: readonly string[];
};

export type DecisionCode = 'BAD_INPUT' | 'REFUSED' | 'FORBIDDEN';
export type DecisionRefused = {
  readonly ok: false;
  readonly code: DecisionCode;
  readonly message: string;
  readonly fields: readonly { readonly field: string; readonly message: string }[];
};
export type DocumentDecision<E> =
  | {
      readonly ok: true;
      readonly effects: readonly DocumentEffect[];
      /** What it does to the case. */
      readonly caseEffects: readonly E[];
      readonly summary: string;
      readonly warnings: readonly string[];
      /** The day it happened on: the first date of the form, else today. */
      readonly on: CivilDate;
      /** The values as they are kept with the event. */
      readonly values: FieldValues;
    }
  | DecisionRefused;

export function refused(
  code: DecisionCode,
  message: string,
  fields: readonly { field: string; message: string }[] = [],
): DecisionRefused {
  return { ok: false, code, message, fields };
}

/** Refusal over what was typed: the sentences together, and each at its field. */
export function refusedInput(problems: readonly Problem[]): DecisionRefused {
  const fields = problems.flatMap(({ field, message }) => (field === undefined ? [] : [{ field, message }]));
  const message = problems.map((problem) => problem.message).join('；');
  return refused(fields.length > 0 ? 'BAD_INPUT' : 'REFUSED', message, fields);
}

/** 需要“审核人”或者“签发人”权限. */
export function permissionReason(permission: Permission): string {
  const roles = ROLES.filter((role) => ROLE_PERMISSIONS[role].includes(permission));
  return `需要${roles.map((role) => `“${ROLE_LABELS[role]}”`).join('或者')}权限`;
}

const actionsFor = (document: LifecycleDocument, policy: PaperPolicy): readonly DocumentAction[] =>
  DOCUMENT_ACTIONS.filter(
    (action) =>
      action.profiles.includes(policy.profile) &&
      (action.from as readonly string[]).includes(document.status),
  );

/** Steps the paper can take now, refused ones with their reason; the first primary one is the next step. */
export function documentOffers<S, C extends DocumentContext, E>(
  document: LifecycleDocument,
  subject: S | null,
  ctx: C,
  hooks: DocumentHooks<S, C, E>,
): readonly DocumentOffer[] {
  const policy = hooks.policy(document, subject, ctx);
  const offers = actionsFor(document, policy).map((action): DocumentOffer => {
    const initial = {
      ...action.initial?.(document, ctx, policy),
      ...hooks.initial?.(document, action.key, subject, ctx),
    };
    return {
      key: action.key,
      label: action.label,
      isEnabled: true,
      reason: '',
      isPrimary: false,
      isDanger: action.isDanger ?? false,
      fields: fieldsOf(action, document, subject, ctx, hooks, policy),
      initial,
      needsSoundText: action.needsSoundText ?? false,
      otherReason: reasonsAgainst(action, document, subject, ctx, hooks, policy).join('；'),
      warnings: chainWarnings(document, action.key, initial, ctx),
    };
  });
  return judgeOffers(offers, hooks.textReasons?.(document, subject, ctx) ?? []);
}

/**
 * The buttons of a paper whose text has these faults: what sends the text on is refused with them; the first main step
 * that is left is the next one.
 */
export function judgeOffers<O extends Omit<DocumentOffer, 'fields' | 'initial'>>(
  offers: readonly O[],
  textReasons: readonly string[],
): readonly O[] {
  const judged = offers.map((offer) => {
    const faults = offer.needsSoundText ? [...new Set(textReasons)] : [];
    const reason = [offer.otherReason, soundnessReason(faults)].filter((text) => text !== '').join('；');
    return { ...offer, reason, isEnabled: reason === '' };
  });
  const next = judged.find((offer) => offer.isEnabled && isMainStep(offer.key));
  return judged.map((offer) => ({ ...offer, isPrimary: offer === next }));
}

const isMainStep = (key: string): boolean =>
  DOCUMENT_ACTIONS.some((action) => action.key === key && action.isPrimary === true);

const MOST_TOLD = 3;

/** 还有 2 处须改正：… ; empty when nothing blocks. */
export function soundnessReason(faults: readonly string[]): string {
  if (faults.length === 0) return '';
  const rest = faults.length > MOST_TOLD ? ' 等' : '';
  return `还有 ${faults.length} 处须改正：${faults.slice(0, MOST_TOLD).join('；')}${rest}`;
}

/** Judges one step of a paper: its effects on the paper and on the case, or why it is refused. */
export function decideDocument<S, C extends DocumentContext, E>(
  document: LifecycleDocument,
  actionKey: string,
  values: FieldValues,
  subject: S | null,
  ctx: C,
  hooks: DocumentHooks<S, C, E>,
): DocumentDecision<E> {
  const policy = hooks.policy(document, subject, ctx);
  const action = actionsFor(document, policy).find((known) => known.key === actionKey);
  if (!action) {
    const label = DOCUMENT_ACTIONS.find((known) => known.key === actionKey)?.label ?? actionKey;
    return refused('REFUSED', `文书处于“${documentStatusLabel(document, ctx.today)}”，不能办理“${label}”`);
  }
  if (!ctx.can(action.permission)) return refused('FORBIDDEN', permissionReason(action.permission));
  const faults = action.needsSoundText ? (hooks.textReasons?.(document, subject, ctx) ?? []) : [];
  const reasons = [
    ...reasonsAgainst(action, document, subject, ctx, hooks, policy),
    ...[soundnessReason(faults)].filter((text) => text !== ''),
  ];
  if (reasons.length > 0) return refused('REFUSED', reasons.join('；'));
  const fields = fieldsOf(action, document, subject, ctx, hooks, policy);
  const clean = cleanValues(fields, values);
  const problems: Problem[] = [...checkFields(fields, values)];
  if (problems.length === 0) {
    problems.push(...(action.check?.(document, clean, ctx, policy) ?? []));
    problems.push(...(hooks.check?.(document, action.key, clean, subject, ctx) ?? []));
  }
  if (problems.length > 0) return refusedInput(problems);
  const dated = action.isDoneToday ? undefined : fields.find((field) => field.kind === 'date');
  return {
    ok: true,
    effects: action.outcome(document, clean, ctx, policy),
    caseEffects: hooks.react?.(document, action.key, clean, subject, ctx) ?? [],
    summary: `${document.title}：${action.label}`,
    warnings: [
      ...chainWarnings(document, action.key, clean, ctx),
      ...(hooks.warnings?.(document, action.key, clean, subject, ctx) ?? []),
    ],
    on: (dated && dateOf(clean, dated.name)) ?? ctx.today,
    values: clean,
  };
}

function reasonsAgainst<S, C extends DocumentContext, E>(
  action: DocumentAction,
  document: LifecycleDocument,
  subject: S | null,
  ctx: C,
  hooks: DocumentHooks<S, C, E>,
  policy: PaperPolicy,
): readonly string[] {
  if (!ctx.can(action.permission)) return [permissionReason(action.permission)];
  return [
    ...(action.guard?.(document, ctx, policy) ?? []),
    ...(hooks.guard?.(document, action.key, subject, ctx) ?? []),
  ];
}

const fieldsOf = <S, C extends DocumentContext, E>(
  action: DocumentAction,
  document: LifecycleDocument,
  subject: S | null,
  ctx: C,
  hooks: DocumentHooks<S, C, E>,
  policy: PaperPolicy,
): Field[] => [
  ...action.fields(document, ctx, policy),
  ...(hooks.fields?.(document, action.key, subject, ctx) ?? []),
];
