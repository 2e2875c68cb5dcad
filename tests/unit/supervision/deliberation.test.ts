import type { FieldValues } from '@shared/domain/kernel/field';
import { findCaseAction } from '@shared/domain/supervision/case-actions';
import { describe, expect, it } from 'vitest';
import { decide, fieldsOf, messageOf, reasonOf } from './decisions';
import { BOTH, established } from './follow-up';
import { context, documentData, event, inState, rulesWith } from './samples';
import { createWorld } from './world';

/** A case whose letter of this kind was served on 2026-09-11. */
describe('deliberation', () => {
  const c = inState('C09', { events: [event('recordInvestigation')] });

  it.each([
    [
      'items left open',
      { items: [{ item: '11', finding: 'established' }], measures: ['reminderLetter'] },
      '请逐项作出认定：超时加班',
    ],
    ['nothing to be done', { items: BOTH, measures: [] }, '请选择拟采取的措施'],
    [
      'measures without a violation',
      { items: BOTH.map((row) => ({ ...row, finding: 'notEstablished' })), measures: ['opinionLetter'] },
      '没有成立的问题',
    ],
    [
      'recheck beside a letter',
      { items: BOTH, measures: ['recheck', 'opinionLetter'] },
      '不能与其他措施同时选择',
    ],
    [
      'a 建议书 without a trigger',
      { items: BOTH, measures: ['recommendationLetter'] },
      '意见书尚未送达用人单位',
    ],
  ])('refuses %s', (_name, over, message) => {
    expect(messageOf(decide(c, 'deliberate', over))).toContain(message);
  });

  it('asks for the reminder first where the place does', () => {
    const hubei = context({ jurisdiction: 'hubei' });
    expect(messageOf(decide(c, 'deliberate', { items: BOTH, measures: ['opinionLetter'] }, hubei))).toContain(
      '应当先发出提示函',
    );
    const reminder = documentData({ status: 'D08', serviceOutcome: 'served', servedOn: '2026-08-01' });
    expect(
      decide(
        { ...c, documents: [reminder] },
        'deliberate',
        { items: BOTH, measures: ['opinionLetter'] },
        hubei,
      ),
    ).toMatchObject({ ok: true });
  });

  it('asks for an investigation before an opinion', () => {
    const bare = inState('C09');
    expect(messageOf(decide(bare, 'deliberate', { items: BOTH, measures: ['opinionLetter'] }))).toContain(
      '应当经过调查',
    );
    const free = context({
      rules: rulesWith('zhejiang', { 'supervision.investigationBeforeOpinion': false }),
    });
    expect(decide(bare, 'deliberate', { items: BOTH, measures: ['opinionLetter'] }, free)).toMatchObject({
      ok: true,
    });
  });

  it('leads to an explanation, to a recheck, to letters, or back', () => {
    const to = (over: FieldValues, ctx = context()) => {
      const decision = decide(c, 'deliberate', over, ctx);
      return decision.ok && decision.effects.find((effect) => effect.type === 'state')?.to;
    };
    expect(to({ items: BOTH.map((row) => ({ ...row, finding: 'insufficient' })), measures: [] })).toBe('C10');
    expect(to({ items: BOTH, measures: ['recheck'] })).toBe('C14');
    expect(to({ items: BOTH, measures: ['transferLetter'] })).toBe('C11');
    expect(decide(c, 'returnToInvestigation')).toMatchObject({ ok: true });
    // 宁波: a violation that was found is enough.
    expect(to({ items: BOTH, measures: ['recommendationLetter'] }, context({ jurisdiction: 'ningbo' }))).toBe(
      'C11',
    );
  });

  it('opens with what was found before', () => {
    const again = { ...c, violations: established };
    expect(findCaseAction('deliberate')?.initial?.(again, context())).toMatchObject({ items: BOTH });
  });
});

describe('letters in the making', () => {
  it('can be added, one by one, with the same rules', () => {
    const c = inState('C11', { violations: established });
    expect(fieldsOf(decide(c, 'prepareLetters', { kinds: ['opinionLetter'] }))).toEqual(['kinds']);
    const decision = decide(c, 'prepareLetters', { kinds: ['reminderLetter', 'transferLetter'] });
    expect(decision.ok && decision.effects.map((effect) => effect.type)).toEqual([
      'paper',
      'paper',
      'deadline.start',
    ]);
    const world = createWorld(c, { today: '2026-09-10' });
    world.act('prepareLetters', { kinds: ['reminderLetter'] });
    world.act('prepareLetters', { kinds: ['publicReminder'] });
    expect(world.c().deadlines.filter((deadline) => deadline.kind === 'issueLetters')).toHaveLength(1);
  });

  it('only published, may be closed; drafts and pending ones may not', () => {
    const world = createWorld(inState('C11', { violations: established }), { today: '2026-09-10' });
    expect(reasonOf(world, 'proposeClose')).toBe('尚未发出文书');
    world.act('prepareLetters', { kinds: ['publicReminder'] });
    expect(reasonOf(world, 'proposeClose')).toContain('文书尚未发出：《公开提示函》');
    world.issue('publicReminder');
    world.paper('publicReminder', 'publish', { channel: '公众号' });
    expect(world.deadline('issueLetters')?.status).toBe('met');
    world.paper('publicReminder', 'finish');
    world.act('proposeClose');
    expect(world.c().state).toBe('C15');
    world.act('rejectClose');
    expect(world.c().state).toBe('C11');
    const pending = documentData({
      status: 'D08',
      serviceOutcome: 'served',
      servedOn: '2026-09-01',
      dueOn: '2026-09-20',
    });
    expect(messageOf(decide(inState('C11', { documents: [pending] }), 'proposeClose'))).toContain('尚待答复');
  });
});
