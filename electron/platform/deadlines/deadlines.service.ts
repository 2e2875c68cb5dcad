import type { Calendar } from '@shared/domain/kernel/calendar';
import { type CivilDate, formatChinese } from '@shared/domain/kernel/civil-date';
import { computeDeadline, type Deadline, extendForPauses, type Pause } from '@shared/domain/kernel/deadline';
import type { PeriodRule } from '@shared/domain/kernel/rule-profile';
import { findPeriod, type ResolvedRules } from '@shared/domain/kernel/rules';
import type { DeadlineEffect } from '@shared/domain/papers/lifecycle-effect';
import type { CommandContext } from '../../ipc/context';
import {
  insertDeadline,
  listDeadlines,
  pauseDeadlines,
  refreshNextDue,
  settleDeadlines,
  updateDeadline,
} from './deadlines.repository';

/** What stands with a deadline for ever: the rule as it was when the clock started. */
export type StoredRule = {
  readonly label: string;
  readonly n: number | null;
  readonly unit: PeriodRule['unit'] | null;
  readonly basis: string;
  readonly source: string;
  readonly confidence: string;
  readonly origin: string;
};

type Clockwork = { readonly rules: ResolvedRules; readonly calendar: Calendar };

/** Applies one effect of a decision on a case's deadlines; afterwards the spine shows the next one. */
export async function applyDeadlineEffect(
  ctx: CommandContext,
  caseId: number,
  effect: DeadlineEffect,
  { rules, calendar }: Clockwork,
): Promise<void> {
  switch (effect.type) {
    case 'deadline.start':
      await startDeadline(ctx, caseId, effect, { rules, calendar });
      break;
    case 'deadline.meet':
      await meetDeadlines(ctx, caseId, effect);
      break;
    case 'deadline.cancel':
      await settleDeadlines(ctx.tx, { caseId, ...effect }, { status: 'cancelled', metOn: null });
      break;
    case 'deadline.pauseAll':
      await pauseDeadlines(ctx.tx, caseId, effect.on);
      break;
    case 'deadline.resumeAll':
      await resumeDeadlines(ctx, caseId, effect.on, calendar);
      break;
  }
  await refreshNextDue(ctx.tx, caseId);
}

type Start = Extract<DeadlineEffect, { type: 'deadline.start' }>;

async function startDeadline(
  ctx: CommandContext,
  caseId: number,
  effect: Start,
  { rules, calendar }: Clockwork,
) {
  const rule = effect.ruleKey === '' ? null : findPeriod(rules, effect.ruleKey);
  const n = effect.n ?? rule?.n ?? null;
  const unit = effect.unit ?? rule?.unit ?? null;
  const computed =
    effect.dueOn !== undefined || n === null || unit === null
      ? null
      : computeDeadline({ rule: { n, unit }, startOn: effect.startOn, calendar });
  const dueOn = effect.dueOn ?? computed?.dueOn;
  if (dueOn === undefined) throw new Error(`deadline ${effect.kind} has neither rule nor day`);
  const stored: StoredRule = {
    label: rule?.label ?? effect.label,
    n: effect.dueOn !== undefined && effect.n === undefined ? null : n,
    unit: effect.dueOn !== undefined && effect.unit === undefined ? null : unit,
    basis: rule?.basis ?? '',
    source: rule?.source ?? 'practice',
    confidence: rule?.confidence ?? 'A',
    origin: rule?.profileName ?? '本单位',
  };
  // A new clock of the same kind (on the same paper) takes the place of the old one.
  await settleDeadlines(
    ctx.tx,
    { caseId, kind: effect.kind, documentId: effect.documentId },
    { status: 'cancelled', metOn: null },
  );
  await insertDeadline(ctx.tx, {
    caseId,
    documentId: effect.documentId ?? null,
    kind: effect.kind,
    label: effect.label,
    ruleKey: effect.ruleKey,
    rule: JSON.stringify(stored),
    startEvent: effect.startEvent,
    startOn: effect.startOn,
    nominalOn: computed?.nominalOn ?? dueOn,
    dueOn,
    skipped: skippedText(computed),
    isProjected: computed && (computed.isProjected || computed.isCalendarMissing) ? 1 : 0,
    createdAt: ctx.clock.now().toISOString(),
  });
}

async function meetDeadlines(
  ctx: CommandContext,
  caseId: number,
  effect: Extract<DeadlineEffect, { type: 'deadline.meet' }>,
) {
  for (const deadline of await listDeadlines(ctx.db, caseId)) {
    const isMeant =
      deadline.kind === effect.kind &&
      (effect.documentId === undefined || deadline.documentId === effect.documentId) &&
      (deadline.status === 'running' || deadline.status === 'paused');
    if (!isMeant) continue;
    await updateDeadline(ctx.tx, deadline.id, {
      status: effect.on <= deadline.dueOn ? 'met' : 'missed',
      metOn: effect.on,
    });
  }
}

async function resumeDeadlines(ctx: CommandContext, caseId: number, on: CivilDate, calendar: Calendar) {
  for (const deadline of await listDeadlines(ctx.db, caseId)) {
    if (deadline.status !== 'paused') continue;
    const pauses = (JSON.parse(deadline.pauses) as Pause[]).map((pause) =>
      pause.to === null ? { ...pause, to: on } : pause,
    );
    const rule = JSON.parse(deadline.rule) as StoredRule;
    const extended =
      rule.n === null || rule.unit === null
        ? null
        : extendForPauses({
            deadline: computeDeadline({
              rule: { n: rule.n, unit: rule.unit },
              startOn: deadline.startOn,
              calendar,
            }),
            pauses,
            calendar,
            today: on,
          });
    await updateDeadline(ctx.tx, deadline.id, {
      status: 'running',
      pauses: JSON.stringify(pauses),
      ...(extended
        ? { nominalOn: extended.nominalOn, dueOn: extended.dueOn, skipped: skippedText(extended) }
        : {}),
    });
  }
}

/** 9月26日（星期六）休息；at most eight days by name, so that a person can follow the count. */
function skippedText(deadline: Deadline | null): string {
  if (!deadline || deadline.skipped.length === 0) return '';
  const days = deadline.skipped.map(
    ({ date, reason }) => `${formatChinese(date).replace(/^\d+年/, '')}（${reason}）`,
  );
  const shown = days.slice(0, 8).join('、');
  return days.length > 8 ? `${shown}等 ${days.length} 天不计` : `${shown}不计`;
}
