import type { FieldValues } from '@shared/domain/kernel/field';
import {
  type CaseDecision,
  decideCase,
  findCaseAction,
  offersFor,
} from '@shared/domain/supervision/case-actions';
import type { CaseContext } from '@shared/domain/supervision/case-context';
import type { CaseData } from '@shared/domain/supervision/case-data';
import { filled } from './fill';
import { context } from './samples';
import type { World } from './world';

/** An action with its form filled in: what it opens with, what the test says, and what else is required. */
export function decide(
  c: CaseData,
  key: string,
  over: FieldValues = {},
  ctx: CaseContext = context(),
): CaseDecision {
  const action = findCaseAction(key);
  const values = filled(action?.fields(c, ctx) ?? [], action?.initial?.(c, ctx) ?? {}, over, ctx.today);
  return decideCase(c, key, values, ctx);
}

/** Why it is refused; nothing when it is done. */
export const messageOf = (
  decision: { readonly ok: true } | { readonly ok: false; readonly message: string },
): string => (decision.ok ? '' : decision.message);

export const fieldsOf = (decision: CaseDecision): string[] =>
  decision.ok ? [] : decision.fields.map(({ field }) => field);

/** Where the case goes, if anywhere. */
export const stateOf = (decision: CaseDecision) =>
  decision.ok && decision.effects.findLast((effect) => effect.type === 'state')?.to;

/** What is started, met or drawn up by effects of one type. */
export const kindsOf = (decision: CaseDecision, type: string): string[] =>
  decision.ok
    ? decision.effects.flatMap((effect) => (effect.type === type && 'kind' in effect ? [effect.kind] : []))
    : [];

/** Why the button of an action is grey. */
export const reasonOf = (world: World, key: string) =>
  offersFor(world.c(), world.ctx()).find((offer) => offer.key === key)?.reason;
