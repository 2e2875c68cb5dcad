import type { FieldValues } from '@shared/domain/kernel/field';
import type { CaseData, DeadlineData } from '@shared/domain/supervision/case-data';
import type { CaseEffect } from '@shared/domain/supervision/case-effect';
import { decide } from './decisions';
import { context } from './samples';

/** A running deadline. */
export const clock = (kind: string, over: Partial<DeadlineData> = {}): DeadlineData => ({
  id: 1,
  kind,
  label: kind,
  startOn: '2026-09-01',
  nominalOn: '2026-09-20',
  dueOn: '2026-09-20',
  status: 'running',
  metOn: null,
  documentId: null,
  ...over,
});

/** What an action does; a refusal is thrown. */
export function effectsOf(
  c: CaseData,
  key: string,
  over: FieldValues = {},
  ctx = context(),
): readonly CaseEffect[] {
  const decision = decide(c, key, over, ctx);
  if (!decision.ok) throw new Error(decision.message);
  return decision.effects;
}

/** Kinds of the deadlines that are started. */
export const started = (effects: readonly CaseEffect[]): string[] =>
  effects.flatMap((effect) => (effect.type === 'deadline.start' ? [effect.kind] : []));
