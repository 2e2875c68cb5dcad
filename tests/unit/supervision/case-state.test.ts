import {
  BUSY_STATES,
  CASE_STATE_CODES,
  caseStateGroup,
  caseStateLabel,
  isCaseState,
  OPEN_STATES,
  ordinaryState,
  stateBefore,
  stepsOf,
} from '@shared/domain/supervision/case-state';
import { describe, expect, it } from 'vitest';

const moves = (...path: string[]) =>
  path.slice(1).map((toState, index) => ({ fromState: path[index] as string, toState }));
const bar = (state: string, events: ReturnType<typeof moves>) =>
  stepsOf(state, events)
    .map((step) => ({ done: '✓', current: '●', coming: '○', skipped: '－' })[step.status])
    .join('');

describe('states', () => {
  it('are those of the specification', () => {
    expect(CASE_STATE_CODES).toHaveLength(23);
    expect(caseStateLabel('C12')).toBe('等待用人单位答复');
    expect(caseStateLabel('C77')).toBe('C77');
    expect(isCaseState('C77')).toBe(false);
  });

  it('group into open, closed and archived', () => {
    expect(caseStateGroup('C90')).toBe('open');
    expect(caseStateGroup('C20')).toBe('closed');
    expect(caseStateGroup('C21')).toBe('archived');
    expect(OPEN_STATES).toHaveLength(21);
    expect(BUSY_STATES).not.toContain('C90');
  });
});

describe('the status bar', () => {
  it.each([
    ['a clue', 'C02', moves('C01', 'C02'), '●○○○○○○○○○'],
    [
      'a refused clue goes straight to its closing',
      'C04',
      moves('C01', 'C02', 'C03', 'C04'),
      '✓●－－－－－－○○',
    ],
    ['no violation', 'C10', moves('C01', 'C03', 'C06', 'C07', 'C10'), '✓✓✓－●－－－○○'],
    ['settled by talk', 'C14', moves('C01', 'C03', 'C06', 'C07', 'C14'), '✓✓✓－－－－●○○'],
    ['waiting for the answer', 'C12', moves('C01', 'C03', 'C06', 'C08', 'C09', 'C11', 'C12'), '✓✓－✓✓✓●○○○'],
    ['paused while waiting', 'C90', moves('C01', 'C06', 'C08', 'C12', 'C90'), '✓✓－✓－－●○○○'],
    ['closed', 'C20', moves('C01', 'C06', 'C14', 'C15', 'C20'), '✓✓－－－－－✓✓●'],
    ['archived', 'C21', moves('C01', 'C06', 'C14', 'C15', 'C20', 'C21'), '✓✓－－－－－✓✓✓'],
    ['opened again', 'C08', moves('C01', 'C06', 'C14', 'C15', 'C20', 'C08'), '✓✓－●○○○○○○'],
    ['paused without a past', 'C90', [], '●○○○○○○○○○'],
  ])('%s', (_name, state, events, wanted) => {
    expect(bar(state, events)).toBe(wanted);
  });
});

describe('the state before', () => {
  it.each([
    ['never there', 'C19', moves('C01', 'C02'), null],
    ['where it came from', 'C19', moves('C01', 'C08', 'C19'), 'C08'],
    ['a pause is looked through', 'C19', moves('C08', 'C19', 'C90', 'C19'), 'C08'],
    ['ended while paused', 'C91', moves('C08', 'C90', 'C91'), 'C08'],
    ['staying does not count', 'C08', moves('C07', 'C08', 'C08'), 'C07'],
    ['states of papers do not count', 'C15', moves('D01', 'C15'), null],
    ['a pause without a past', 'C91', moves('C90', 'C91'), null],
  ])('%s', (_name, state, events, wanted) => {
    expect(stateBefore(state, events)).toBe(wanted);
  });

  it('of a side state is the last ordinary one', () => {
    expect(ordinaryState('C18', moves('C08', 'C12', 'C18'))).toBe('C12');
    expect(ordinaryState('C12', [])).toBe('C12');
  });
});
