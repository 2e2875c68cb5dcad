import type { CivilDate } from '../kernel/civil-date';
import type { Field, FieldValues } from '../kernel/field';
import { checkFields, cleanValues } from '../kernel/field-schema';
import {
  type DecisionRefused,
  type Offer,
  permissionReason,
  refused,
  refusedInput,
} from '../papers/lifecycle';
import { notAfterToday, notBefore } from '../papers/lifecycle-checks';
import type { Problem } from '../papers/lifecycle-data';
import { dateOf } from '../papers/lifecycle-values';
import { ACCEPTANCE_ACTIONS } from './actions/acceptance';
import { ARCHIVING_ACTIONS } from './actions/archiving';
import { CLOSING_ACTIONS } from './actions/closing';
import { CONSULTATION_ACTIONS } from './actions/consultation';
import { DELIBERATION_ACTIONS } from './actions/deliberation';
import { DEPARTMENT_ACTIONS } from './actions/department';
import { ESCALATION_ACTIONS } from './actions/escalation';
import { INTAKE_ACTIONS } from './actions/intake';
import { INVESTIGATION_ACTIONS } from './actions/investigation';
import { OUTSIDE_ACTIONS } from './actions/outside';
import { PAUSING_ACTIONS } from './actions/pausing';
import { RECTIFICATION_ACTIONS } from './actions/rectification';
import type { CaseAction } from './case-action';
import type { CaseContext } from './case-context';
import type { CaseData } from './case-data';
import type { CaseEffect } from './case-effect';
import { CASE_STATES, type CaseState, caseStateLabel } from './case-state';
import { withCatalogueOptions } from './catalogue-fields';
import { withLapsing } from './deadlines';
import type { PaperKind } from './paper-kinds';

/** Everything that can be done with a case, the step of the stage before what is open at any stage. */
export const CASE_ACTIONS: readonly CaseAction[] = [
  ...ACCEPTANCE_ACTIONS,
  ...INTAKE_ACTIONS,
  ...CONSULTATION_ACTIONS,
  ...INVESTIGATION_ACTIONS,
  ...DELIBERATION_ACTIONS,
  ...RECTIFICATION_ACTIONS,
  ...ESCALATION_ACTIONS,
  ...DEPARTMENT_ACTIONS,
  ...CLOSING_ACTIONS,
  ...ARCHIVING_ACTIONS,
  ...OUTSIDE_ACTIONS,
  ...PAUSING_ACTIONS,
];

export type CaseDecision =
  | {
      readonly ok: true;
      readonly effects: readonly CaseEffect[];
      /** What was done, in one sentence, for the audit log. */
      readonly summary: string;
      /** The day it happened on: today unless the form says otherwise. */
      readonly on: CivilDate;
      /** The values as they are kept with the event. */
      readonly values: FieldValues;
    }
  | DecisionRefused;

export const findCaseAction = (key: string): CaseAction | undefined =>
  CASE_ACTIONS.find((action) => action.key === key);

const isIn = (states: readonly CaseState[] | undefined, state: string): boolean =>
  (states as readonly string[] | undefined)?.includes(state) ?? false;

/** Chinese reasons against an action now; empty: it can be done. */
function reasonsAgainst(action: CaseAction, c: CaseData, ctx: CaseContext): readonly string[] {
  const reasons = action.guard?.(c, ctx) ?? [];
  if (!isIn(action.from, c.state)) {
    return reasons.length > 0 ? reasons : [laterReason(action)];
  }
  return ctx.can(action.permission) ? reasons : [permissionReason(action.permission)];
}

const laterReason = (action: CaseAction): string =>
  `案件进入${action.from.map((state) => `“${CASE_STATES[state]}”`).join('、')}后可用`;

const formOf = (action: CaseAction, c: CaseData, ctx: CaseContext): Field[] =>
  withCatalogueOptions(action.fields(c, ctx), ctx.catalogue.options);

/** Buttons of a case: the step it waits for, other steps, refused ones with their reason, then what is always open. */
export function offersFor(c: CaseData, ctx: CaseContext): readonly Offer[] {
  const shown = CASE_ACTIONS.filter((action) => isIn(action.from, c.state) || isIn(action.shownIn, c.state))
    .map((action) => ({ action, reasons: reasonsAgainst(action, c, ctx) }))
    .filter(({ action, reasons }) => !action.isGeneral || reasons.length === 0);
  const primary = shown.find(
    ({ action, reasons }) => reasons.length === 0 && (action.isPrimary?.(c, ctx) ?? false),
  )?.action;
  const rankOf = ({ action, reasons }: (typeof shown)[number]): number => {
    if (action === primary) return 0;
    if (action.isGeneral) return 3;
    return reasons.length === 0 ? 1 : 2;
  };
  return shown
    .toSorted((a, b) => rankOf(a) - rankOf(b))
    .map(({ action, reasons }) => ({
      key: action.key,
      label: action.label,
      isEnabled: reasons.length === 0,
      reason: reasons.join('；'),
      isPrimary: action === primary,
      isDanger: action.isDanger ?? false,
      fields: formOf(action, c, ctx),
      initial: action.initial(c, ctx),
    }));
}

/** Judges one action: its effects, or why it is refused. */
export function decideCase(
  c: CaseData,
  actionKey: string,
  values: FieldValues,
  ctx: CaseContext,
): CaseDecision {
  const action = findCaseAction(actionKey);
  if (!action) return refused('REFUSED', `没有“${actionKey}”这项操作`);
  if (!isIn(action.from, c.state)) {
    return refused(
      'REFUSED',
      `案件处于“${caseStateLabel(c.state)}”，不能办理“${action.label}”；${reasonsAgainst(action, c, ctx).join('；')}`,
    );
  }
  if (!ctx.can(action.permission)) return refused('FORBIDDEN', permissionReason(action.permission));
  const reasons = reasonsAgainst(action, c, ctx);
  if (reasons.length > 0) return refused('REFUSED', reasons.join('；'));
  const fields = formOf(action, c, ctx);
  const clean = cleanValues(fields, values);
  const problems = [...checkFields(fields, values), ...datesProblems(action, fields, c, clean, ctx)];
  if (problems.length === 0) problems.push(...(action.check?.(c, clean, ctx) ?? []));
  if (problems.length > 0) return refusedInput(problems);
  const effects = action.outcome(c, clean, ctx);
  const on = happenedOn(action, clean, ctx);
  return {
    ok: true,
    effects: withLapsing(c, effects),
    summary: `${action.label}${summaryOf(c, effects)}`,
    on,
    values: clean,
  };
}

/** The day an action happened on, as its form says. */
function happenedOn(action: CaseAction, values: FieldValues, ctx: CaseContext): CivilDate {
  return action.happened?.map((name) => dateOf(values, name)).find((on) => on !== null) ?? ctx.today;
}

function datesProblems(
  action: CaseAction,
  fields: readonly Field[],
  c: CaseData,
  values: FieldValues,
  ctx: CaseContext,
): Problem[] {
  const receivedOn = dateOf(c.basics, 'receivedOn');
  return fields
    .filter((field) => action.happened?.includes(field.name))
    .flatMap((field) => [
      ...notAfterToday(values, field.name, field.label, ctx.today),
      ...notBefore(values, field.name, field.label, receivedOn, '收到线索之日'),
    ]);
}

function summaryOf(c: CaseData, effects: readonly CaseEffect[]): string {
  const to = effects.findLast((effect) => effect.type === 'state')?.to;
  return to === undefined || to === c.state ? '' : `：${caseStateLabel(c.state)} → ${CASE_STATES[to]}`;
}

/** Papers the present state asks for first. */
export function suggestedPapers(c: CaseData, ctx: CaseContext): readonly PaperKind[] {
  const kinds = CASE_ACTIONS.filter((action) => isIn(action.from, c.state) && !action.isGeneral)
    .filter((action) => reasonsAgainst(action, c, ctx).length === 0 || action.isPrimary?.(c, ctx))
    .flatMap((action) => action.suggestsPapers ?? []);
  return [...new Set(kinds)];
}
