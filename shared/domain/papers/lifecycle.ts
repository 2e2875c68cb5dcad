import type { CivilDate } from '../kernel/civil-date';
import type { Field, FieldValues } from '../kernel/field';
import { checkFields, cleanValues } from '../kernel/field-schema';
import { type Permission, ROLE_LABELS, ROLE_PERMISSIONS, ROLES } from '../kernel/permissions';
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

/** What a module adds to the life of its papers. `S` is its subject (the case), `E` its effects. */
export type DocumentHooks<S, C extends DocumentContext, E> = {
  policy(document: LifecycleDocument, subject: S | null, ctx: C): PaperPolicy;
  /** Fields added to a step, e.g. the response item by item. */
  fields?(document: LifecycleDocument, action: string, subject: S | null, ctx: C): readonly Field[];
  initial?(document: LifecycleDocument, action: string, subject: S | null, ctx: C): FieldValues;
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
): readonly Offer[] {
  const policy = hooks.policy(document, subject, ctx);
  const offers = actionsFor(document, policy).map((action): Offer => {
    const reasons = reasonsAgainst(action, document, subject, ctx, hooks, policy);
    return {
      key: action.key,
      label: action.label,
      isEnabled: reasons.length === 0,
      reason: reasons.join('；'),
      isPrimary: action.isPrimary ?? false,
      isDanger: action.isDanger ?? false,
      fields: fieldsOf(action, document, subject, ctx, hooks, policy),
      initial: {
        ...action.initial?.(document, ctx, policy),
        ...hooks.initial?.(document, action.key, subject, ctx),
      },
    };
  });
  const next = offers.find((offer) => offer.isPrimary && offer.isEnabled);
  return offers.map((offer) => ({ ...offer, isPrimary: offer === next }));
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
  const reasons = reasonsAgainst(action, document, subject, ctx, hooks, policy);
  if (reasons.length > 0) return refused('REFUSED', reasons.join('；'));
  const fields = fieldsOf(action, document, subject, ctx, hooks, policy);
  const clean = cleanValues(fields, values);
  const problems: Problem[] = [...checkFields(fields, values)];
  if (problems.length === 0) {
    problems.push(...(action.check?.(document, clean, ctx, policy) ?? []));
    problems.push(...(hooks.check?.(document, action.key, clean, subject, ctx) ?? []));
  }
  if (problems.length > 0) return refusedInput(problems);
  const dated = fields.find((field) => field.kind === 'date');
  return {
    ok: true,
    effects: action.outcome(document, clean, ctx, policy),
    caseEffects: hooks.react?.(document, action.key, clean, subject, ctx) ?? [],
    summary: `${document.title}：${action.label}`,
    warnings: hooks.warnings?.(document, action.key, clean, subject, ctx) ?? [],
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
