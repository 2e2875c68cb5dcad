import type { Input } from '@shared/contract';
import { CASE_VIEWS, type CaseFilter } from '@shared/contract/cases';

/** State of a case list as its address holds it. */
export const CASE_LIST_DEFAULTS = {
  view: 'open',
  text: '',
  states: '',
  town: '',
  violation: '',
  from: '',
  to: '',
  employer: '',
  sort: 'due',
  order: 'asc',
  offset: '0',
  limit: '50',
} as const satisfies Record<string, string>;

export type CaseListState = Readonly<Record<keyof typeof CASE_LIST_DEFAULTS, string>>;

export const VIEW_LABELS: Readonly<Record<(typeof CASE_VIEWS)[number], string>> = {
  all: '全部',
  open: '在办',
  overdue: '逾期',
  mine: '待我处理',
  closed: '已结',
  archived: '已归档',
  trash: '回收站',
};

const SORTS = ['opened', 'due', 'updated', 'caseNo', 'state'] as const;

const oneOf = <T extends string>(text: string, allowed: readonly T[], otherwise: T): T =>
  allowed.find((candidate) => candidate === text) ?? otherwise;

const number = (text: string, otherwise: number) => (/^\d{1,8}$/.test(text) ? Number(text) : otherwise);

export function toCaseFilter(module: CaseFilter['module'], state: CaseListState, text: string): CaseFilter {
  return {
    module,
    view: oneOf(state.view, CASE_VIEWS, 'open'),
    text,
    states: state.states ? state.states.split(',') : [],
    town: state.town,
    violation: state.violation,
    handlerId: null,
    employerId: /^\d+$/.test(state.employer) ? Number(state.employer) : null,
    openedFrom: state.from || null,
    openedTo: state.to || null,
    sort: oneOf(state.sort, SORTS, 'due'),
    isDescending: state.order === 'desc',
  };
}

export function toCaseListInput(
  module: CaseFilter['module'],
  state: CaseListState,
  text: string,
): Input<'cases.list'> {
  return {
    ...toCaseFilter(module, state, text),
    offset: number(state.offset, 0),
    limit: Math.min(Math.max(number(state.limit, 50), 1), 200),
  };
}
