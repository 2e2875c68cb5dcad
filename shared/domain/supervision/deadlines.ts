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
  intakeReview: { label: '受理审查', ruleKey: 'supervision.intakeReview', states: ['C03'] },
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
  // A clock of the letter, whatever the case does meanwhile.
  reply: { label: '用人单位答复', ruleKey: '', states: from('C06', 'C17') },
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
  upperAnswer: { label: '上级答复（会商）', ruleKey: '', states: ['C19'] },
  hotline: { label: '热线工单办理', ruleKey: '', states: [...from('C01', 'C20'), 'C91'] },
  resume: { label: '恢复办理', ruleKey: '', states: ['C90'] },
} as const satisfies Record<string, DeadlineKindSpec>;

export type DeadlineKind = keyof typeof DEADLINE_KINDS;

/** What a 建议书 makes run; one of each for every department. */
export const DEPARTMENT_CLOCKS = [
  'departmentFiling',
  'departmentInvestigation',
  'departmentFollowUp',
] as const satisfies readonly DeadlineKind[];

const specOf = (kind: string): DeadlineKindSpec | undefined =>
  (DEADLINE_KINDS as Readonly<Record<string, DeadlineKindSpec>>)[kind];

/** The paper a clock belongs to, when it belongs to one: two 建议书 have clocks of their own. */
const ofPaper = (documentId: number | undefined) => (documentId === undefined ? {} : { documentId });

/** A clock by rule; nothing when this jurisdiction has no such rule. The day of the event is not counted. */
export function startClock(
  rules: ResolvedRules,
  kind: DeadlineKind,
  startOn: CivilDate,
  startEvent: string,
  documentId?: number,
): DeadlineEffect[] {
  const { label, ruleKey } = DEADLINE_KINDS[kind];
  if (periodRule(rules, ruleKey) === null) return [];
  return [{ type: 'deadline.start', kind, label, ruleKey, startOn, startEvent, ...ofPaper(documentId) }];
}

/** The clock each state has of its own. */
const STATE_CLOCKS: Partial<Record<CaseState, DeadlineKind>> = {
  C03: 'intakeReview',
  C06: 'consultation',
  C07: 'consultation',
  C08: 'investigation',
  C09: 'deliberation',
  C10: 'explanation',
  C11: 'issueLetters',
  C13: 'replyReview',
  C14: 'recheck',
  C15: 'closing',
  C17: 'departmentFollowUp',
};

/** A case that comes back into a state has that state's time again, unless its clock still runs. */
export function clockOnReturn(
  c: CaseData,
  to: CaseState,
  on: CivilDate,
  startEvent: string,
  rules: ResolvedRules,
): DeadlineEffect[] {
  const kind = STATE_CLOCKS[to];
  if (kind === undefined || c.deadlines.some((deadline) => deadline.kind === kind && isLive(deadline))) {
    return [];
  }
  return startClock(rules, kind, on, startEvent);
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

/** `documentId`: of that paper alone. */
export const meet = (kind: DeadlineKind, on: CivilDate, documentId?: number): DeadlineEffect => ({
  type: 'deadline.meet',
  kind,
  on,
  ...ofPaper(documentId),
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

export const cancel = (kind: DeadlineKind, documentId?: number): DeadlineEffect => ({
  type: 'deadline.cancel',
  kind,
  ...ofPaper(documentId),
});

/** The work order of the hotline has not been answered; only its answer ends that clock. */
export const waitsForHotline = (c: CaseData): boolean =>
  c.deadlines.some((deadline) => deadline.kind === 'hotline' && isLive(deadline));

const isLive = (deadline: DeadlineData): boolean =>
  deadline.status === 'running' || deadline.status === 'paused';

/** The effects of a decision, and the end of the clocks that its change of state leaves without meaning. */
export function withLapsing(c: CaseData, effects: readonly CaseEffect[]): readonly CaseEffect[] {
  const to = effects.findLast((effect) => effect.type === 'state')?.to;
  if (to === undefined || to === c.state) return effects;
  return [...effects, ...lapsingClocks(c, to, effects)];
}

/** Side states (中止, 外部程序, 上报) keep all clocks; so do those the decision itself spoke of. */
function lapsingClocks(c: CaseData, to: CaseState, effects: readonly CaseEffect[]): DeadlineEffect[] {
  if (isSideState(to)) return [];
  const lapsed = c.deadlines
    .filter((deadline) => isLive(deadline) && !effects.some((effect) => speaksOf(effect, deadline)))
    .filter((deadline) => specOf(deadline.kind)?.states.includes(to) === false)
    .map(({ kind, documentId }) => ({
      type: 'deadline.cancel' as const,
      kind,
      ...ofPaper(documentId ?? undefined),
    }));
  return lapsed.filter(
    (one, i) =>
      lapsed.findIndex((other) => other.kind === one.kind && other.documentId === one.documentId) === i,
  );
}

/** Without a paper the effect means every clock of the kind. */
function speaksOf(effect: CaseEffect, deadline: DeadlineData): boolean {
  return (
    (effect.type === 'deadline.meet' ||
      effect.type === 'deadline.cancel' ||
      effect.type === 'deadline.start') &&
    effect.kind === deadline.kind &&
    (effect.documentId === undefined || effect.documentId === deadline.documentId)
  );
}

/** The next day that matters: the earliest running deadline. */
export function nextDeadline(deadlines: readonly DeadlineData[]): DeadlineData | null {
  const running = deadlines.filter((deadline) => deadline.status === 'running');
  return running.sort((a, b) => a.dueOn.localeCompare(b.dueOn))[0] ?? null;
}
