import type { FieldValues } from '@shared/domain/kernel/field';
import { CASE_ACTIONS } from '@shared/domain/supervision/case-actions';
import type { CaseData } from '@shared/domain/supervision/case-data';
import type { CaseEffect } from '@shared/domain/supervision/case-effect';
import { CASE_STATE_CODES, type CaseState } from '@shared/domain/supervision/case-state';
import { reactionsTo } from '@shared/domain/supervision/reactions';
import { describe, expect, it } from 'vitest';
import { filled } from './fill';
import { context, documentData, event, inState, item } from './samples';

/** Every move the actions and the papers can make, whatever the guards say about the moment. */

const VARIANTS: readonly FieldValues[] = [
  {},
  {
    items: [{ item: '11', finding: 'established', state: 'done' }],
    measures: ['opinionLetter'],
    result: 'handled',
  },
  {
    items: [{ item: '11', finding: 'established', state: 'done' }],
    measures: ['recheck'],
    result: 'corrected',
  },
  { items: [{ item: '11', finding: 'notEstablished', state: 'done' }], measures: [] },
];

/** `from` a pause or an outer procedure the case goes back to where the events say it was. */
const HISTORIES = (state: CaseState): CaseData['events'][] => [
  [],
  [
    event('accept', {}, { fromState: 'C03', toState: 'C06' }),
    event('x', {}, { fromState: 'C12', toState: state }),
  ],
];

function moves(): Map<CaseState, Set<CaseState>> {
  const ctx = context();
  const graph = new Map<CaseState, Set<CaseState>>(CASE_STATE_CODES.map((state) => [state, new Set()]));
  const add = (from: CaseState, effects: readonly CaseEffect[]) => {
    for (const effect of effects) if (effect.type === 'state') graph.get(from)?.add(effect.to);
  };
  for (const from of CASE_STATE_CODES) {
    for (const events of HISTORIES(from)) {
      const c = inState(from, {
        events,
        violations: [item({ finding: 'established' })],
        documents:
          from === 'C19' ? [documentData({ kind: 'recommendationLetter', servedOn: '2026-09-01' })] : [],
      });
      for (const action of CASE_ACTIONS.filter((known) => known.from.includes(from))) {
        const choices = action.fields(c, ctx).find((field) => field.name === 'to')?.options ?? [];
        for (const over of [...VARIANTS, ...choices.map(({ value }) => ({ to: value }))]) {
          const initial = action.initial?.(c, ctx) ?? {};
          add(from, action.outcome(c, filled(action.fields(c, ctx), initial, over, ctx.today), ctx));
        }
      }
      for (const kind of ['reminderLetter', 'opinionLetter', 'recommendationLetter']) {
        const document = documentData({ kind });
        const formal = { isWritten: true, isSealed: true, evaluation: 'fail', failure: 'notCorrected' };
        for (const action of ['serve', 'refuse', 'reply', 'evaluate', 'extend', 'withdraw', 'publish']) {
          add(from, reactionsTo(document, action, formal, c, ctx));
        }
      }
    }
  }
  return graph;
}

function reachable(graph: Map<CaseState, Set<CaseState>>, start: CaseState): Set<CaseState> {
  const seen = new Set<CaseState>([start]);
  const open: CaseState[] = [start];
  for (let state = open.pop(); state !== undefined; state = open.pop()) {
    for (const next of graph.get(state) ?? []) {
      if (seen.has(next)) continue;
      seen.add(next);
      open.push(next);
    }
  }
  return seen;
}

describe('the graph of states', () => {
  const graph = moves();

  it('has every state within reach of the first word', () => {
    expect([...reachable(graph, 'C01')].toSorted()).toEqual([...CASE_STATE_CODES].toSorted());
  });

  it.each(CASE_STATE_CODES.filter((state) => state !== 'C21'))('%s leads to the archive', (state) => {
    expect(graph.get(state)?.size).toBeGreaterThan(0);
    expect(reachable(graph, state)).toContain('C21');
  });

  it('ends in the archive', () => {
    expect(graph.get('C21')?.size).toBe(0);
  });

  it.each<[CaseState, CaseState[]]>([
    ['C03', ['C04', 'C05', 'C06']],
    ['C04', ['C20']],
    ['C05', ['C06', 'C20']],
    ['C06', ['C07', 'C08']],
    ['C07', ['C08', 'C09', 'C14']],
    ['C08', ['C09', 'C10', 'C18']],
    ['C09', ['C10', 'C11', 'C14']],
    ['C10', ['C15']],
    ['C11', ['C12']],
    ['C12', ['C13', 'C16']],
    ['C13', ['C12', 'C14', 'C16']],
    ['C14', ['C15', 'C16']],
    ['C15', ['C20']],
    ['C16', ['C11', 'C12', 'C17']],
    ['C17', ['C14', 'C15', 'C18', 'C19']],
    ['C18', ['C08', 'C15']],
    ['C19', ['C15', 'C17']],
    ['C20', ['C08', 'C21']],
    ['C90', ['C12']],
    ['C91', ['C15']],
  ])('%s has the exits of the specification', (state, exits) => {
    expect([...(graph.get(state) ?? [])]).toEqual(expect.arrayContaining(exits));
  });
});
