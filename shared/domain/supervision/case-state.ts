import type { CaseEvent } from './case-data';

/** Where a case stands. Codes are stored and exported; labels stand on screen and in ledgers. */
export const CASE_STATES = {
  C01: '线索待登记',
  C02: '线索已登记',
  C03: '受理审查',
  C04: '不予受理',
  C05: '转办/交办',
  C06: '已受理（立案）',
  C07: '听取意见与协商',
  C08: '调查核实',
  C09: '处理意见审议',
  C10: '不成立-说明',
  C11: '文书制发中',
  C12: '等待用人单位答复',
  C13: '答复审查与整改跟踪',
  C14: '复查/回访',
  C15: '结案审批',
  C16: '逾期/未整改/拒收',
  C17: '已提请政府部门（建议书）',
  C18: '外部程序中',
  C19: '上报/会商/督办',
  C20: '已结案',
  C21: '已归档',
  C90: '中止',
  C91: '终止/撤回',
} as const;

export type CaseState = keyof typeof CASE_STATES;

export const CASE_STATE_CODES = Object.keys(CASE_STATES) as readonly CaseState[];

export function isCaseState(code: string): code is CaseState {
  return code in CASE_STATES;
}

/** Chinese label of a state; an unknown code is shown as it is. */
export function caseStateLabel(code: string): string {
  return isCaseState(code) ? CASE_STATES[code] : code;
}

export type CaseStateGroup = 'open' | 'closed' | 'archived';

/** Group of the list views 在办, 已结, 已归档. */
export function caseStateGroup(state: CaseState): CaseStateGroup {
  if (state === 'C21') return 'archived';
  return state === 'C20' ? 'closed' : 'open';
}

/** States of a case on which work is going on, 中止 and 终止 among them. */
export const OPEN_STATES: readonly CaseState[] = CASE_STATE_CODES.filter(
  (state) => caseStateGroup(state) === 'open',
);

/** Open, and neither a draft nor paused nor ended: where something may happen beside the ordinary course. */
export const BUSY_STATES: readonly CaseState[] = OPEN_STATES.filter(
  (state) => !['C01', 'C90', 'C91'].includes(state),
);

/** Accepted and in ordinary work: where supervisors, letters and follow-up live. */
export const WORKING_STATES = [
  'C06',
  'C07',
  'C08',
  'C09',
  'C10',
  'C11',
  'C12',
  'C13',
  'C14',
  'C16',
  'C17',
] as const satisfies readonly CaseState[];

/** Beside the ordinary course: the case comes back from there to where it stood. */
export const SIDE_STATES = ['C18', 'C19', 'C90'] as const satisfies readonly CaseState[];

export const isSideState = (state: string): boolean => (SIDE_STATES as readonly string[]).includes(state);

const STEPS = [
  { key: 'clue', label: '线索', states: ['C01', 'C02'] },
  { key: 'intake', label: '受理', states: ['C03', 'C04', 'C05', 'C06'] },
  { key: 'consultation', label: '协商', states: ['C07'] },
  { key: 'investigation', label: '调查', states: ['C08'] },
  { key: 'deliberation', label: '审议', states: ['C09', 'C10'] },
  { key: 'letter', label: '文书', states: ['C11'] },
  { key: 'reply', label: '答复', states: ['C12', 'C13', 'C16', 'C17'] },
  { key: 'recheck', label: '复查', states: ['C14'] },
  { key: 'closing', label: '结案', states: ['C15', 'C91'] },
  { key: 'archive', label: '归档', states: ['C20', 'C21'] },
] as const satisfies readonly { key: string; label: string; states: readonly CaseState[] }[];

export type StepStatus = 'done' | 'current' | 'coming' | 'skipped';
export type Step = { readonly key: string; readonly label: string; readonly status: StepStatus };

/** States from which the case goes straight to its closing. */
const STRAIGHT_TO_CLOSING: readonly string[] = ['C04', 'C10'];

const stepIndexOf = (state: string): number =>
  STEPS.findIndex((step) => (step.states as readonly string[]).includes(state));

/** The last state of the ordinary course: a side state is looked through. */
export function ordinaryState(state: string, events: readonly Pick<CaseEvent, 'fromState'>[]): string {
  if (!isSideState(state)) return state;
  const before = events.filter((event) => stepIndexOf(event.fromState) >= 0).at(-1);
  return before?.fromState ?? 'C01';
}

/** The status bar: what is behind, what was left out, where the case stands, what may come. */
export function stepsOf(
  state: string,
  events: readonly Pick<CaseEvent, 'fromState' | 'toState'>[],
): readonly Step[] {
  const standing = ordinaryState(state, events);
  const current = stepIndexOf(standing);
  const closing = STEPS.findIndex((step) => step.key === 'closing');
  const visited = new Set(events.flatMap((event) => [event.fromState, event.toState]).map(stepIndexOf));
  const statusOf = (index: number): StepStatus => {
    if (index === current) return standing === 'C21' ? 'done' : 'current';
    if (index < current) return visited.has(index) ? 'done' : 'skipped';
    return STRAIGHT_TO_CLOSING.includes(standing) && index < closing ? 'skipped' : 'coming';
  };
  return STEPS.map((step, index) => ({ key: step.key, label: step.label, status: statusOf(index) }));
}

/** The state the case left when it last went into `state` from elsewhere, a pause and a way out and back looked through; null: never. */
export function stateBefore(
  state: string,
  events: readonly Pick<CaseEvent, 'fromState' | 'toState'>[],
): CaseState | null {
  for (let index = events.length - 1; index >= 0; index -= 1) {
    const { fromState, toState } = events[index] as Pick<CaseEvent, 'fromState' | 'toState'>;
    if (toState !== state || fromState === state) continue;
    const left = isSideState(fromState) ? stateBefore(fromState, events.slice(0, index)) : null;
    if (left === state) continue;
    const origin = fromState === 'C90' ? left : fromState;
    if (origin !== null && isCaseState(origin)) return origin;
  }
  return null;
}
