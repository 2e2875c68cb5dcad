import { findCaseAction } from '@shared/domain/supervision/case-actions';
import type { CaseData } from '@shared/domain/supervision/case-data';
import { describe, expect, it } from 'vitest';
import { decide, messageOf, stateOf } from './decisions';
import { context, documentData, event, inState, item, rulesWith } from './samples';

describe('closing and archiving', () => {
  const report = documentData({ kind: 'closingReport', status: 'D11' });
  const c = inState('C15', {
    documents: [report],
    violations: [item({ finding: 'established', rectified: 'done' })],
  });

  it.each([
    ['rectified', {}, ''],
    [
      'rectified',
      { violations: [item({ finding: 'established' })] },
      '须各项问题均已改正；尚未改正：未付或者少付加班费',
    ],
    ['notEstablished', {}, '有成立的问题'],
    ['withdrawn', {}, '没有反映人撤回的记录'],
    ['other', {}, ''],
  ])('for %s %j', (reason, over, message) => {
    expect(messageOf(decide({ ...c, ...over }, 'approveClose', { reason }))).toContain(message);
  });

  it('waits for the report', () => {
    expect(messageOf(decide(inState('C15'), 'approveClose', { reason: 'other' }))).toBe(
      '尚未拟写《结案报告》',
    );
    const draft = inState('C15', { documents: [{ ...report, status: 'D01' }] });
    expect(messageOf(decide(draft, 'approveClose', { reason: 'other' }))).toContain('尚未定稿');
  });

  it.each([
    ['C14', [event('talkSettled')], 'agreed'],
    ['C14', [], 'rectified'],
    ['C17', [], 'departmentHandled'],
    ['C19', [], null],
    ['C91', [], null],
  ])('proposes the reason after %s', (fromState, before, reason) => {
    const events = [...before, event('x', {}, { fromState, toState: 'C15' })];
    expect(findCaseAction('approveClose')?.initial?.({ ...c, events }, context())).toMatchObject({ reason });
  });

  it('goes back to investigation when nobody knows where it came from', () => {
    expect(stateOf(decide(inState('C15'), 'rejectClose'))).toBe('C08');
    expect(
      stateOf(
        decide(
          inState('C15', { events: [event('x', {}, { fromState: 'C91', toState: 'C15' })] }),
          'rejectClose',
        ),
      ),
    ).toBe('C08');
  });

  it('tells a named complainant only', () => {
    const paper = (over: Partial<CaseData>) => {
      const decision = decide({ ...c, ...over }, 'approveClose', { reason: 'other' });
      return (
        decision.ok &&
        decision.effects.some((effect) => effect.type === 'paper' && effect.kind === 'resultNotice')
      );
    };
    expect(paper({})).toBe(true);
    expect(paper({ isAnonymous: true })).toBe(false);
    expect(messageOf(decide(inState('C20', { isAnonymous: true }), 'feedBackResult'))).toContain(
      '不需要反馈',
    );
  });

  it('archives longer what was formal', () => {
    const initial = (documents: CaseData['documents'], hasComplainant = true) =>
      findCaseAction('archive')?.initial?.(inState('C20', { documents, hasComplainant }), context());
    expect(initial([])).toMatchObject({ retention: 'y10', secrecy: 'restricted' });
    expect(initial([documentData({ kind: 'opinionLetter', signedOn: '2026-09-01' })], false)).toMatchObject({
      retention: 'y30',
      secrecy: 'internal',
    });
  });

  it('accepts a served notice of the result in place of the record', () => {
    const notice = documentData({ kind: 'resultNotice', status: 'D07', serviceOutcome: 'served' });
    expect(messageOf(decide(inState('C20'), 'archive', { archiveNo: '1' }))).toContain(
      '尚未向实名反映人反馈结果',
    );
    expect(
      messageOf(decide(inState('C20', { documents: [notice] }), 'archive', { archiveNo: '1' })),
    ).not.toContain('反馈结果');
    const free = context({ rules: rulesWith('zhejiang', { 'supervision.feedbackToNamedRequired': false }) });
    expect(messageOf(decide(inState('C20'), 'archive', { archiveNo: '1' }, free))).not.toContain('反馈结果');
  });

  it('may be opened again', () => {
    expect(stateOf(decide(inState('C20', { events: [event('accept')] }), 'reopen'))).toBe('C08');
    expect(stateOf(decide(inState('C20'), 'reopen'))).toBe('C03');
  });
});
