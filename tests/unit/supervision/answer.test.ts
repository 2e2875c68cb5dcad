import type { FieldValues } from '@shared/domain/kernel/field';
import { findCaseAction, offersFor } from '@shared/domain/supervision/case-actions';
import { describe, expect, it } from 'vitest';
import { fieldsOf, reasonOf } from './decisions';
import { BOTH, rows, served } from './follow-up';
import { caseData } from './samples';
import { createWorld, investigated } from './world';

/** A case whose letter of this kind was served on 2026-09-11. */
describe('waiting for the answer', () => {
  it('shows from when the next rung is open', () => {
    const world = served('reminderLetter');
    world.goTo('2026-09-20');
    expect(reasonOf(world, 'escalateToOpinion')).toContain('提示函尚在答复期内，9月28日期满后可用');
    expect(reasonOf(world, 'markOverdue')).toBe('提示函尚在答复期内，9月28日期满后可用');
    expect(reasonOf(world, 'escalateToRecommendation')).toContain('意见书尚未送达');
  });

  it('of an opinion says so for the 建议书', () => {
    const world = served('opinionLetter');
    expect(reasonOf(world, 'escalateToRecommendation')).toBe('意见书尚在答复期内，10月9日期满后可用');
    world.goTo('2026-10-10');
    expect(reasonOf(world, 'escalateToOpinion')).toContain('意见书已经送达');
    world.act('dun', { mode: 'letter' });
    expect(world.find('dunningLetter').basedOnId).toBe(world.find('opinionLetter').id);
    world.act('markOverdue');
    expect(world.messages.at(-1)).toContain('应于10月9日前答复，已经逾期');
    world.act('dun');
    expect(
      world
        .c()
        .deadlines.filter((deadline) => deadline.kind === 'dunning')
        .map((deadline) => deadline.status),
    ).toEqual(['cancelled', 'running']);
  });

  it('is over at once when the letter is refused', () => {
    const world = createWorld(caseData());
    investigated(world);
    world.act('deliberate', { items: BOTH, measures: ['opinionLetter'] });
    world.issue('opinionLetter');
    expect(world.tryPaper('opinionLetter', 'refuse')).toMatchObject({ fields: [{ field: 'witness' }] });
    world.paper('opinionLetter', 'refuse', { witness: '村委会李某' });
    expect(world.c().state).toBe('C16');
    expect(world.messages.at(-1)).toContain('不必等待答复期限');
    expect(reasonOf(world, 'escalateToRecommendation')).toBe('');
    const offer = offersFor(world.c(), world.ctx()).find((known) => known.isPrimary);
    expect(offer).toMatchObject({
      key: 'escalateToRecommendation',
      initial: { triggers: ['refused_receipt'] },
    });
  });
});

describe('the answer', () => {
  const replied = (over: FieldValues = {}) => {
    const world = served('opinionLetter');
    world.goTo('2026-09-20');
    world.paper('opinionLetter', 'reply', {
      items: [
        { item: '11', response: 'promised' },
        { item: '12', response: 'objection' },
      ],
      ...over,
    });
    return world;
  };

  it('without seal is informal and changes nothing', () => {
    const world = replied({ isSealed: false });
    expect(world.c().state).toBe('C12');
    expect(world.find('opinionLetter')).toMatchObject({ status: 'D08', repliedOn: null });
    expect(world.messages.at(-1)).toContain('非正式答复');
  });

  it('is reviewed item by item', () => {
    const world = replied();
    expect(world.c()).toMatchObject({
      state: 'C13',
      violations: [{ rectified: 'promised' }, { rectified: 'pending' }],
    });
    expect(world.deadline('reply')?.status).toBe('met');
    expect(world.deadline('replyReview')?.status).toBe('running');
    world.paper('opinionLetter', 'evaluate', { evaluation: 'objectionUpheld', upheldItems: ['12'] });
    expect(world.c().violations[1]?.rectified).toBe('objectionUpheld');
    expect(reasonOf(world, 'proposeClose')).toContain('尚未改正：未付或者少付加班费');
    world.act('recordRectificationClaim', {
      items: [
        { item: '11', state: 'done' },
        { item: '12', state: 'objectionUpheld' },
      ],
    });
    expect(world.c()).toMatchObject({
      state: 'C14',
      violations: [{ rectified: 'promised' }, { rectified: 'objectionUpheld' }],
    });
  });

  it('that is not good enough leads on, one that can be mended waits', () => {
    const hopeless = replied();
    hopeless.paper('opinionLetter', 'evaluate', { evaluation: 'fail', failure: 'notCorrected' });
    expect(hopeless.c().state).toBe('C16');
    const action = findCaseAction('escalateToRecommendation');
    expect(action?.initial?.(hopeless.c(), hopeless.ctx())).toMatchObject({
      triggers: ['not_corrected_without_reason'],
    });
    const curable = replied();
    curable.paper('opinionLetter', 'evaluate', { evaluation: 'fail', failure: 'curable' });
    expect(curable.c().state).toBe('C13');
    expect(curable.tryAct('requestSupplement', { dueOn: '2026-09-01' })).toMatchObject({
      fields: [{ field: 'dueOn' }],
    });
    curable.act('requestSupplement', { dueOn: '2026-09-30' });
    expect(curable.c().state).toBe('C12');
    curable.paper('opinionLetter', 'reply');
    expect(curable.deadline('supplement')?.status).toBe('met');
    expect(curable.c().state).toBe('C13');
  });

  it('may be followed by nothing', () => {
    const world = replied();
    expect(fieldsOf(world.tryAct('recordRectificationClaim', { items: rows('none') }))).toEqual(['items']);
    expect(fieldsOf(world.tryAct('markNotCorrected', { hasNoValidReason: false }))).toEqual([
      'hasNoValidReason',
    ]);
    world.act('markNotCorrected', { reason: '未补发' });
    expect(world.c()).toMatchObject({
      state: 'C16',
      violations: [{ rectified: 'none' }, { rectified: 'none' }],
    });
  });

  it('may be put off once, and the case waits again', () => {
    const world = served('opinionLetter');
    world.goTo('2026-10-10');
    world.act('markOverdue');
    expect(
      world.tryPaper('opinionLetter', 'extend', {
        newDueOn: '2026-12-31',
        isWritten: true,
        reason: 'x',
        approver: 'y',
      }),
    ).toMatchObject({
      fields: [{ field: 'newDueOn' }],
    });
    expect(
      world.tryPaper('opinionLetter', 'extend', { newDueOn: '2026-10-09', isWritten: false }),
    ).toMatchObject({
      fields: [{ field: 'isWritten' }, { field: 'newDueOn' }],
    });
    world.paper('opinionLetter', 'extend', { newDueOn: '2026-10-16', isWritten: true });
    expect(world.c().state).toBe('C12');
    expect(world.find('opinionLetter').dueOn).toBe('2026-10-16');
    expect(
      world.tryPaper('opinionLetter', 'extend', { newDueOn: '2026-10-20', isWritten: true }),
    ).toMatchObject({ code: 'REFUSED' });
  });

  it('may come while the next letter is made', () => {
    const world = served('reminderLetter');
    world.goTo('2026-09-30');
    world.act('markOverdue');
    world.act('escalateToOpinion');
    expect(world.tryAct('reviewLateReply')).toMatchObject({ message: '用人单位尚未答复' });
    world.paper('reminderLetter', 'reply');
    expect(world.c().state).toBe('C11');
    expect(world.messages.at(-1)).toContain('请审查后决定是否继续');
    expect(world.tryAct('reviewLateReply')).toMatchObject({ message: '请先作废尚未发出的文书' });
    world.paper('opinionLetter', 'void');
    expect(world.c().state).toBe('C11');
    world.act('reviewLateReply');
    expect(world.c().state).toBe('C13');
  });
});
