import { decideCase, findCaseAction, offersFor } from '@shared/domain/supervision/case-actions';
import type { CaseData } from '@shared/domain/supervision/case-data';
import { describe, expect, it } from 'vitest';
import { decide, messageOf, stateOf } from './decisions';
import { context, documentData, event, inState, rulesWith } from './samples';
import { createWorld } from './world';

describe('中止', () => {
  it('stops the clocks and comes back to where it was', () => {
    const world = createWorld(inState('C08'), { today: '2026-09-10' });
    world.act('pause', { resumeOn: '2026-10-10' });
    expect(world.c()).toMatchObject({ state: 'C90', stateBeforePause: 'C08' });
    expect(world.deadline('resume')?.dueOn).toBe('2026-10-10');
    expect(world.tryAct('resume', { resumedOn: '2026-09-09' })).toMatchObject({
      fields: [{ field: 'resumedOn' }],
    });
    world.goTo('2026-10-12');
    world.act('resume');
    expect(world.c()).toMatchObject({ state: 'C08', stateBeforePause: null });
    expect(world.deadline('resume')?.status).toBe('met');
  });

  it('falls back on the events when the state was lost', () => {
    const back = (over: Partial<CaseData>) => stateOf(decide(inState('C90', over), 'resume'));
    expect(
      back({ stateBeforePause: null, events: [event('pause', {}, { fromState: 'C12', toState: 'C90' })] }),
    ).toBe('C12');
    expect(back({})).toBe('C03');
  });
});

describe('撤回 and 终止', () => {
  it('a withdrawal does not end the supervision', () => {
    const world = createWorld(inState('C08'), { today: '2026-09-10' });
    expect(world.tryAct('terminate', { reasonKind: 'withdrawn' })).toMatchObject({
      message: expect.stringContaining('请先“登记反映人撤回”'),
    });
    world.act('withdraw');
    expect(world.c().state).toBe('C08');
    expect(world.messages.at(-1)).toContain('不当然终止监督');
    expect(offersFor(world.c(), world.ctx()).some((offer) => offer.key === 'withdraw')).toBe(false);
    expect(world.tryAct('withdraw')).toMatchObject({ message: '已经登记撤回' });
    expect(world.tryAct('terminate', { reasonKind: 'withdrawn', hasNoPublicInterest: false })).toMatchObject({
      fields: [{ field: 'hasNoPublicInterest' }],
    });
    world.act('terminate', { reasonKind: 'withdrawn', hasNoPublicInterest: true });
    expect(world.c().state).toBe('C91');
    world.act('proposeClose');
    expect(findCaseAction('approveClose')?.initial?.(world.c(), world.ctx())).toMatchObject({
      reason: 'withdrawn',
    });
    world.act('rejectClose');
    expect(world.c().state).toBe('C08');
  });

  it('for other reasons need no withdrawal', () => {
    expect(decide(inState('C03'), 'terminate', { reasonKind: 'employerGone' })).toMatchObject({ ok: true });
    expect(messageOf(decide(inState('C08', { hasComplainant: false }), 'withdraw'))).toBe('本案没有反映人');
  });
});

describe('外部程序', () => {
  it('stops the clocks; afterwards the case goes on or ends', () => {
    const world = createWorld(inState('C12'), { today: '2026-09-10' });
    world.act('enterOuterProcedure', { procedure: 'arbitration', institution: '安溪县仲裁委' });
    expect(world.c()).toMatchObject({
      state: 'C18',
      basics: { otherProcedure: 'yes', otherOrgan: '安溪县仲裁委' },
    });
    world.act('recordOuterProgress', { stage: '开庭' });
    expect(world.c().basics.otherStage).toBe('开庭');
    const options = offersFor(world.c(), world.ctx()).find((offer) => offer.key === 'resumeFromOuter')
      ?.fields[1]?.options;
    expect(options?.map((option) => option.value)).toEqual(['C08', 'C12']);
    world.act('resumeFromOuter', { to: 'C12' });
    expect(world.c().state).toBe('C12');
    world.act('enterOuterProcedure');
    world.act('proposeClose');
    expect(findCaseAction('approveClose')?.initial?.(world.c(), world.ctx())).toMatchObject({
      reason: 'inProceedings',
    });
    expect(decide(inState('C18'), 'resumeFromOuter')).toMatchObject({
      ok: true,
      summary: expect.stringContaining('调查核实'),
    });
  });
});

describe('上报', () => {
  it('comes back to where it stood, or to the department', () => {
    const world = createWorld(inState('C08'), { today: '2026-09-10' });
    world.act('reportUpward');
    world.act('resumeFromUpper');
    expect(world.c().state).toBe('C08');
    const letter = documentData({ kind: 'recommendationLetter', servedOn: '2026-09-01' });
    const up = inState('C19', {
      documents: [letter],
      events: [event('reportUpward', {}, { fromState: 'C08', toState: 'C19' })],
    });
    expect(stateOf(decide(up, 'resumeFromUpper', { to: 'C17' }))).toBe('C17');
    expect(stateOf(decide(inState('C19'), 'resumeFromUpper'))).toBe('C08');
  });
});

describe('移送检察机关', () => {
  const c = inState('C08');

  it('needs one of the conditions, some of them an employer who does not cooperate', () => {
    expect(decide(c, 'transferToProcurator', { conditions: ['women'] })).toMatchObject({ ok: true });
    expect(decide(c, 'transferToProcurator', { conditions: ['migrantWages'] })).toMatchObject({
      fields: [{ field: 'isUncooperative' }],
    });
    expect(decide(c, 'transferToProcurator', { conditions: ['migrantWages', 'women'] })).toMatchObject({
      ok: true,
    });
    const obstructed = { ...c, events: [event('employerObstructed')] };
    expect(decide(obstructed, 'transferToProcurator', { conditions: ['migrantWages'] })).toMatchObject({
      ok: true,
    });
    expect(decideCase(c, 'transferToProcurator', {}, context())).toMatchObject({ code: 'BAD_INPUT' });
  });

  it('is for the county and above, where the place knows it', () => {
    expect(messageOf(decide(c, 'transferToProcurator', {}, context({ unitLevel: 'grassroots' })))).toContain(
      '县级以上总工会',
    );
    const rules = rulesWith('zhejiang', { 'supervision.procuratorTransferAllowed': false });
    expect(messageOf(decide(c, 'transferToProcurator', {}, context({ rules })))).toContain(
      '没有向检察机关移送的规定',
    );
  });
});

describe('the hotline', () => {
  it('is answered once', () => {
    expect(messageOf(decide(inState('C08'), 'replyHotline'))).toBe('没有待回复的热线工单');
    const deadlines = [
      {
        id: 1,
        kind: 'hotline',
        label: '',
        startOn: '2026-08-03',
        nominalOn: '2026-09-20',
        dueOn: '2026-09-20',
        status: 'running',
        metOn: null,
        documentId: null,
      },
    ] as const;
    expect(decide(inState('C08', { deadlines }), 'replyHotline')).toMatchObject({ ok: true });
  });
});
