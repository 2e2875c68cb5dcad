import type { CivilDate } from '../kernel/civil-date';
import type { ResolvedRules } from '../kernel/rules';
import type { DeadlineEffect } from '../papers/lifecycle-effect';
import type { CaseData, DeadlineData } from './case-data';
import type { CaseEffect } from './case-effect';
import { CASE_STATE_CODES, type CaseState, isSideState } from './case-state';
import { periodRule } from './rule-access';

type DeadlineKindSpec = {
  readonly label: string;
  /** Rule of the period; empty when the day is printed on a letter or set by a person. */
  readonly ruleKey: string;
  /** States in which it runs; on leaving them it lapses. */
  readonly states: readonly CaseState[];
};

const from = (first: CaseState, last: CaseState): readonly CaseState[] =>
  CASE_STATE_CODES.filter((state) => state >= first && state <= last);

/** Every clock of a case. */
export const DEADLINE_KINDS = {
  registration: {
    label: '转入受理审查',
    ruleKey: 'supervision.clueRegistration',
    states: ['C01', 'C02'],
  },
  intakeReview: { label: '受理审查', ruleKey: 'supervision.intakeReview', states: from('C01', 'C03') },
  nonAcceptance: {
    label: '不予受理告知',
    ruleKey: 'supervision.nonAcceptanceNotice',
    states: from('C01', 'C04'),
  },
  transferReturn: { label: '转办回复', ruleKey: '', states: ['C05'] },
  consultation: { label: '听取意见与协商', ruleKey: 'supervision.consultation', states: ['C06', 'C07'] },
  investigation: { label: '调查', ruleKey: 'supervision.investigation', states: from('C01', 'C08') },
  deliberation: { label: '处理意见审议', ruleKey: 'supervision.deliberation', states: ['C09'] },
  explanation: { label: '向反映人说明', ruleKey: 'supervision.noViolationExplanation', states: ['C10'] },
  issueLetters: { label: '制发文书', ruleKey: 'supervision.issueAfterDecision', states: ['C11'] },
  reply: { label: '用人单位答复', ruleKey: '', states: from('C11', 'C17') },
  replyReview: { label: '审查答复', ruleKey: 'supervision.replyReview', states: ['C13'] },
  supplement: { label: '补充答复', ruleKey: '', states: ['C12', 'C16'] },
  dunning: { label: '催办宽限', ruleKey: 'supervision.dunningGrace', states: ['C12', 'C16'] },
  recheck: { label: '复查（回访）', ruleKey: 'supervision.revisit', states: ['C14'] },
  departmentFiling: { label: '部门立案', ruleKey: 'supervision.departmentFiling', states: ['C17'] },
  departmentInvestigation: {
    label: '部门调查',
    ruleKey: 'supervision.departmentInvestigation',
    states: ['C17'],
  },
  departmentFollowUp: {
    label: '跟进建议书办理',
    ruleKey: 'supervision.recommendationFeedback',
    states: ['C17'],
  },
  closing: { label: '结案审批', ruleKey: 'supervision.closing', states: ['C15'] },
  feedback: { label: '向反映人反馈结果', ruleKey: 'supervision.resultFeedback', states: ['C20'] },
  archive: { label: '归档', ruleKey: 'supervision.archiving', states: ['C20'] },
  hotline: { label: '热线工单办理', ruleKey: '', states: from('C01', 'C20') },
  resume: { label: '恢复办理', ruleKey: '', states: ['C90'] },
} as const satisfies Record<string, DeadlineKindSpec>;

export type DeadlineKind = keyof typeof DEADLINE_KINDS;

const specOf = (kind: string): DeadlineKindSpec | undefined =>
  (DEADLINE_KINDS as Readonly<Record<string, DeadlineKindSpec>>)[kind];

/** A clock by rule; nothing when this jurisdiction has no such rule. The day of the event is not counted. */
export function startClock(
  rules: ResolvedRules,
  kind: DeadlineKind,
  startOn: CivilDate,
  startEvent: string,
): DeadlineEffect[] {
  const { label, ruleKey } = DEADLINE_KINDS[kind];
  if (periodRule(rules, ruleKey) === null) return [];
  return [{ type: 'deadline.start', kind, label, ruleKey, startOn, startEvent }];
}

/** A clock to a day that a person set; nothing when none was set. */
export function startUntil(
  kind: DeadlineKind,
  dueOn: CivilDate | null,
  startOn: CivilDate,
  startEvent: string,
): DeadlineEffect[] {
  if (dueOn === null) return [];
  return [
    {
      type: 'deadline.start',
      kind,
      label: DEADLINE_KINDS[kind].label,
      ruleKey: '',
      startOn,
      startEvent,
      dueOn,
    },
  ];
}

export const meet = (kind: DeadlineKind, on: CivilDate): DeadlineEffect => ({
  type: 'deadline.meet',
  kind,
  on,
});

/** Answers that never came: an escalation ends their clocks as missed. Those still in time go on. */
export const missedReplies = (c: CaseData, on: CivilDate): DeadlineEffect[] =>
  c.deadlines
    .filter((deadline) => deadline.kind === 'reply' && isLive(deadline) && deadline.dueOn < on)
    .map(({ documentId }) => ({
      type: 'deadline.meet',
      kind: 'reply',
      on,
      ...(documentId === null ? {} : { documentId }),
    }));

export const cancel = (kind: DeadlineKind): DeadlineEffect => ({ type: 'deadline.cancel', kind });

const isLive = (deadline: DeadlineData): boolean =>
  deadline.status === 'running' || deadline.status === 'paused';

/** The effects of a decision, and the end of the clocks that its change of state leaves without meaning. */
export function withLapsing(c: CaseData, effects: readonly CaseEffect[]): readonly CaseEffect[] {
  const to = effects.findLast((effect) => effect.type === 'state')?.to;
  if (to === undefined || to === c.state) return effects;
  const settled = effects.flatMap((effect) =>
    effect.type === 'deadline.meet' || effect.type === 'deadline.cancel' || effect.type === 'deadline.start'
      ? [effect.kind]
      : [],
  );
  return [...effects, ...lapsingClocks(c, to, settled)];
}

/** Side states (中止, 外部程序, 上报) keep all clocks. `settled`: kinds the decision itself spoke of. */
function lapsingClocks(c: CaseData, to: CaseState, settled: readonly string[]): DeadlineEffect[] {
  if (isSideState(to)) return [];
  const kinds = c.deadlines
    .filter((deadline) => isLive(deadline) && !settled.includes(deadline.kind))
    .map((deadline) => deadline.kind)
    .filter((kind) => specOf(kind)?.states.includes(to) === false);
  return [...new Set(kinds)].map((kind) => ({ type: 'deadline.cancel', kind }));
}

/** The next day that matters: the earliest running deadline. */
export function nextDeadline(deadlines: readonly DeadlineData[]): DeadlineData | null {
  const running = deadlines.filter((deadline) => deadline.status === 'running');
  return running.sort((a, b) => a.dueOn.localeCompare(b.dueOn))[0] ?? null;
}
