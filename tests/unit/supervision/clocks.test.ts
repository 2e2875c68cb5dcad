import { addDays } from '@shared/domain/kernel/civil-date';
import { findCaseAction } from '@shared/domain/supervision/case-actions';
import type { DeadlineData } from '@shared/domain/supervision/case-data';
import type { CaseState } from '@shared/domain/supervision/case-state';
import { correctedClocks } from '@shared/domain/supervision/intake-clocks';
import { describe, expect, it } from 'vitest';
import { clock, effectsOf, started } from './deadlines';
import { CLUE, context, documentData, event, inState, item, rulesWith } from './samples';
import { createWorld } from './world';

/** Each clock of the specification starts by its event, ends by its event, and is nobody else's. */

describe('a clue', () => {
  it.each([
    ['complaint', false, ['registration', 'nonAcceptance']],
    ['report', false, ['registration', 'nonAcceptance']],
    ['found', false, ['registration']],
    ['assigned', false, ['registration']],
    ['assigned', true, ['registration', 'nonAcceptance']],
  ])('of kind %s, complainant %s', (clueKind, hasComplainant, kinds) => {
    const c = inState('C01', { hasComplainant });
    expect(started(effectsOf(c, 'register', { ...CLUE, clueKind }))).toEqual(kinds);
  });

  it('has one line at each stage beside the notice of refusal', () => {
    const world = createWorld(inState('C01', { clueNo: '', caseNo: '' }), { today: '2026-08-03' });
    const running = () =>
      world
        .c()
        .deadlines.filter(({ status }) => status === 'running')
        .map(({ kind, dueOn }) => `${kind} ${dueOn}`);
    world.act('register', CLUE);
    expect(running()).toEqual(['registration 2026-08-04', 'nonAcceptance 2026-08-10']);
    world.goTo('2026-08-04');
    world.act('startReview');
    expect(running()).toEqual(['nonAcceptance 2026-08-10', 'intakeReview 2026-08-07']);
    expect(world.deadline('registration')?.status).toBe('met');
    world.act('decline', { explanation: '不属于监督范围' });
    expect(running()).toEqual(['nonAcceptance 2026-08-10']);
  });

  it.each([
    ['in time', '2026-08-04', '2026-08-07'],
    ['ends on the very day of the notice', '2026-08-05', '2026-08-10'],
    ['not past the notice of refusal', '2026-08-06', '2026-08-10'],
    ['at once when that day is gone', '2026-08-20', '2026-08-20'],
  ])('is reviewed %s', (_name, reviewOn, dueOn) => {
    const world = createWorld(inState('C01'), { today: '2026-08-03' });
    world.act('register', CLUE);
    world.goTo(reviewOn);
    world.act('startReview');
    expect(world.deadline('intakeReview')).toMatchObject({ startOn: reviewOn, dueOn });
  });

  it('found by the union has the whole time of the review', () => {
    const world = createWorld(inState('C01', { hasComplainant: false }), { today: '2026-08-03' });
    world.act('register', { ...CLUE, clueKind: 'found' });
    world.goTo('2026-08-20');
    world.act('startReview');
    expect(world.deadline('intakeReview')?.dueOn).toBe('2026-08-25');
  });

  it('has no review clock where the jurisdiction has no such rule', () => {
    const rules = rulesWith('zhejiang', { 'supervision.intakeReview': null });
    expect(started(effectsOf(inState('C02'), 'startReview', {}, context({ rules })))).toEqual([]);
  });
});

describe('a corrected day of receipt', () => {
  const basics = { receivedOn: '2026-08-03', hotlineDueOn: '2026-08-20' };
  const kindsAfter = (deadlines: DeadlineData[], values: object, rules = context().rules) =>
    correctedClocks(inState('C02', { basics, deadlines }), { ...basics, ...values }, { rules }).map(
      (effect) => `${effect.type} ${'kind' in effect ? effect.kind : ''}`,
    );

  it.each([
    [
      'moves what runs from it',
      [clock('registration'), clock('nonAcceptance')],
      { receivedOn: '2026-08-01' },
      ['deadline.start registration', 'deadline.start nonAcceptance'],
    ],
    [
      'leaves what is over',
      [clock('registration', { status: 'met' }), clock('nonAcceptance', { status: 'paused' })],
      { receivedOn: '2026-08-01' },
      [],
    ],
    [
      'leaves the investigation that counts from acceptance',
      [clock('investigation')],
      { receivedOn: '2026-08-01' },
      [],
    ],
    ['changes nothing when it stays', [clock('registration')], {}, []],
    ['knows no day', [clock('registration')], { receivedOn: null }, []],
    [
      'moves the work order of a clue without a day',
      [clock('hotline')],
      { receivedOn: null, hotlineDueOn: '2026-08-25' },
      ['deadline.start hotline'],
    ],
    ['moves the work order', [clock('hotline')], { hotlineDueOn: '2026-08-25' }, ['deadline.start hotline']],
    [
      'ends a work order that there is not',
      [clock('hotline')],
      { hotlineDueOn: null },
      ['deadline.cancel hotline'],
    ],
  ])('%s', (_name, deadlines, values, wanted) => {
    expect(kindsAfter(deadlines, values)).toEqual(wanted);
  });

  it('moves the investigation where the law counts from receipt', () => {
    const rules = rulesWith('zhejiang', { 'supervision.investigationStart': 'received' });
    expect(kindsAfter([clock('investigation')], { receivedOn: '2026-08-01' }, rules)).toEqual([
      'deadline.start investigation',
    ]);
  });

  it('leaves an answered work order alone', () => {
    const c = inState('C08', { basics, events: [event('replyHotline')] });
    expect(correctedClocks(c, { ...basics, hotlineDueOn: '2026-08-25' }, context())).toEqual([]);
  });
});

describe('a case that comes back has the time of its state again', () => {
  const closed = (before: CaseState) => [event('x', {}, { fromState: before, toState: 'C15' })];

  it.each<[CaseState, string[]]>([
    ['C10', ['explanation']],
    ['C11', ['issueLetters']],
    ['C13', ['replyReview']],
    ['C14', ['recheck']],
    ['C17', ['departmentFollowUp']],
    ['C18', []],
  ])('not closed, back in %s', (before, kinds) => {
    const effects = effectsOf(inState('C15', { events: closed(before) }), 'rejectClose');
    expect(started(effects)).toEqual(kinds);
    expect(effects).toContainEqual({ type: 'state', to: before });
  });

  it('counts from the day of the refusal to close', () => {
    const c = inState('C15', { events: closed('C14') });
    const [start] = effectsOf(c, 'rejectClose', { rejectedOn: '2026-09-08' }).filter(
      ({ type }) => type === 'deadline.start',
    );
    expect(start).toMatchObject({ startOn: '2026-09-08', startEvent: '不同意结案，退回' });
  });

  it('goes on with a clock that still runs', () => {
    const c = inState('C19', {
      events: [event('reportUpward', {}, { fromState: 'C08', toState: 'C19' })],
      deadlines: [clock('investigation', { status: 'paused' })],
    });
    expect(started(effectsOf(c, 'resumeFromUpper'))).toEqual([]);
    expect(started(effectsOf({ ...c, deadlines: [] }, 'resumeFromUpper'))).toEqual(['investigation']);
  });

  it('after an outer procedure', () => {
    const c = inState('C18', { events: [event('x', {}, { fromState: 'C14', toState: 'C18' })] });
    expect(started(effectsOf(c, 'resumeFromOuter', { to: 'C08' }))).toEqual(['investigation']);
    expect(started(effectsOf(c, 'resumeFromOuter', { to: 'C14' }))).toEqual(['recheck']);
  });

  it('opened again: a refused complainant is told again', () => {
    const refused = inState('C20', { events: [event('decline')] });
    expect(started(effectsOf(refused, 'reopen'))).toEqual(['intakeReview', 'nonAcceptance']);
    expect(started(effectsOf({ ...refused, isAnonymous: true }, 'reopen'))).toEqual(['intakeReview']);
    expect(started(effectsOf({ ...refused, events: [event('accept')] }, 'reopen'))).toEqual([
      'investigation',
    ]);
  });

  it('reported upward from the closing returns to it, and is not taken for where it came from', () => {
    const world = createWorld(inState('C15', { events: closed('C14') }), { today: '2026-09-10' });
    world.act('reportUpward');
    world.act('resumeFromUpper');
    expect(world.c().state).toBe('C15');
    world.act('rejectClose');
    expect(world.c().state).toBe('C14');
  });
});

describe('上报', () => {
  it.each(['reportUpward', 'requestUpperUnion'])('%s is answered by the day that was set', (key) => {
    const c = inState('C16', { violations: [item({ finding: 'established' })] });
    expect(started(effectsOf(c, key))).toEqual([]);
    expect(started(effectsOf(c, key, { answerDueOn: '2026-09-10' }))).toEqual(['upperAnswer']);
    expect(() => effectsOf(c, key, { answerDueOn: '2026-09-09' })).toThrow('不能早于');
  });

  it('is over with the answer', () => {
    const world = createWorld(inState('C08'), { today: '2026-09-10' });
    world.act('reportUpward', { answerDueOn: '2026-09-20' });
    expect(world.deadline('upperAnswer')).toMatchObject({ dueOn: '2026-09-20', status: 'running' });
    world.act('resumeFromUpper');
    expect(world.deadline('upperAnswer')?.status).toBe('met');
  });
});

describe('the work order of the hotline', () => {
  const deadlines = [clock('hotline')];

  it.each<[CaseState, boolean]>([
    ['C02', true],
    ['C90', true],
    ['C91', true],
    ['C20', true],
    ['C21', false],
  ])('is answered in %s: %s', (state, isOpen) => {
    const decide = () => effectsOf(inState(state, { deadlines }), 'replyHotline');
    if (isOpen) expect(decide()).toContainEqual({ type: 'deadline.meet', kind: 'hotline', on: '2026-09-10' });
    else expect(decide).toThrow('不能办理');
  });

  it('is not answered by closing or ending the case', () => {
    const report = documentData({ kind: 'closingReport', status: 'D11' });
    const c = inState('C15', { deadlines, documents: [report], violations: [] });
    const touched = (effects: readonly { type: string }[]) =>
      effects.some((effect) => 'kind' in effect && effect.kind === 'hotline');
    expect(touched(effectsOf(c, 'approveClose', { reason: 'other' }))).toBe(false);
    expect(touched(effectsOf(inState('C08', { deadlines }), 'terminate', { reasonKind: 'other' }))).toBe(
      false,
    );
  });

  it('is answered before the file goes away', () => {
    const offer = findCaseAction('archive')?.guard?.(inState('C20', { deadlines }), context());
    expect(offer).toContain('热线工单尚未回复，请先“回复热线工单”');
    const answered = [clock('hotline', { status: 'met' })];
    expect(
      findCaseAction('archive')?.guard?.(inState('C20', { deadlines: answered }), context()),
    ).not.toContain('热线工单尚未回复，请先“回复热线工单”');
  });
});

describe('a supplement that does not come', () => {
  const waiting = (over: Partial<DeadlineData> = {}) =>
    inState('C12', { deadlines: [clock('supplement', { dueOn: '2026-09-09', ...over })] });

  it('is overdue like an answer', () => {
    const effects = effectsOf(waiting(), 'markOverdue');
    expect(effects).toContainEqual({ type: 'state', to: 'C16' });
    expect(effects).toContainEqual({ type: 'deadline.meet', kind: 'supplement', on: '2026-09-10' });
  });

  it.each([
    ['on its last day', { dueOn: '2026-09-10' }],
    ['once it came', { status: 'met' } as const],
    ['another clock', { kind: 'dunning' }],
  ])('not %s', (_name, over) => {
    expect(() => effectsOf(waiting(over), 'markOverdue')).toThrow('没有逾期未答复的文书');
  });
});

describe('the time for an answer is the letter’s', () => {
  const reply = clock('reply', { documentId: 101, dueOn: '2026-09-25' });

  it('goes on while the case is investigated again', () => {
    const c = inState('C16', { deadlines: [reply] });
    expect(effectsOf(c, 'startInvestigation').filter(({ type }) => type === 'deadline.cancel')).toEqual([]);
  });

  it('ends as missed when it is over by then', () => {
    const c = inState('C16', { deadlines: [{ ...reply, dueOn: addDays('2026-09-10', -1) }] });
    expect(effectsOf(c, 'startInvestigation')).toContainEqual({
      type: 'deadline.meet',
      kind: 'reply',
      on: '2026-09-10',
      documentId: 101,
    });
  });
});
