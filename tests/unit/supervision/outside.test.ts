import type { FieldValues } from '@shared/domain/kernel/field';
import { decideCase, findCaseAction, offersFor } from '@shared/domain/supervision/case-actions';
import type { CaseContext } from '@shared/domain/supervision/case-context';
import type { CaseData } from '@shared/domain/supervision/case-data';
import { caseWarnings } from '@shared/domain/supervision/case-warnings';
import { describe, expect, it } from 'vitest';
import { context, createWorld, documentData, event, filled, inState, item, rulesWith } from './world';

const decide = (c: CaseData, key: string, over: FieldValues = {}, ctx: CaseContext = context()) => {
  const action = findCaseAction(key);
  const values = filled(action?.fields(c, ctx) ?? [], action?.initial?.(c, ctx) ?? {}, over, ctx.today);
  return decideCase(c, key, values, ctx);
};
const messageOf = (decision: ReturnType<typeof decide>) => (decision.ok ? '' : decision.message);
const stateOf = (decision: ReturnType<typeof decide>) =>
  decision.ok && decision.effects.findLast((effect) => effect.type === 'state')?.to;

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

describe('warnings', () => {
  const texts = (over: Partial<CaseData>, ctx = context()) =>
    caseWarnings(inState('C08', over), ctx).map(({ level, text }) => `${level} ${text}`);
  const told = { isLimitationTold: true, workersTotal: 20 };

  it('are silent on an ordinary case and on a closed one', () => {
    expect(texts({ basics: told })).toEqual([]);
    expect(caseWarnings(inState('C20', { basics: {} }), context())).toEqual([]);
    expect(caseWarnings(inState('C08', { state: 'X' }), context())).toEqual([]);
  });

  it('name flags, immediate violations and mass arrears until they were reported', () => {
    const basics = { ...told, workersTotal: 12, sensitiveFlags: ['massEvent', 'medical', 'identityRisk'] };
    const violations = [
      item({ code: 'V30', name: '使用童工' }),
      item({ code: 'V10' }),
      item({ code: 'V36' }),
      item({ code: 'V60' }),
      item({ code: 'V99' }),
    ];
    const before = texts({ basics, violations });
    expect(before.filter((text) => text.startsWith('danger'))).toHaveLength(3);
    expect(before.join()).toContain('欠薪涉及 12 人');
    expect(before.join()).toContain('是否属于本会监督范围');
    expect(before.join()).toContain('相关规定正在变动');
    const after = texts({ basics, violations, events: [event('reportUpward')] });
    expect(after.filter((text) => text.startsWith('danger'))).toEqual([]);
    expect(after.filter((text) => text.startsWith('warn'))).toHaveLength(1);
    const none = context({ rules: rulesWith('zhejiang', { 'supervision.massWageWorkersMin': null }) });
    expect(
      texts(
        {
          basics: { ...basics, sensitiveFlags: [], workersTotal: null },
          violations: [item({ code: 'V10' })],
        },
        none,
      ),
    ).toEqual([]);
  });

  it('name certificates, small groups, what was not told, the hotline', () => {
    const [person] = inState('C08').investigators;
    const expiring = context({ today: '2028-12-01' });
    expect(texts({ basics: told }, expiring).join()).toContain('即将到期');
    const gone = [{ ...person!, supervisorId: 99, validTo: '2026-01-01' }];
    expect(texts({ basics: told, investigators: gone }).join()).toContain('已经失效');
    expect(texts({ basics: { workersTotal: 2, hotlineDueOn: '2026-09-20' } })).toEqual([
      'warn 只涉及 2 人，对外文书容易暴露反映人，请概括表述',
      'warn 尚未告知反映人仲裁、工伤认定等期限，请提醒不要等待',
      'info 热线工单须于2026-09-20前回复',
    ]);
    expect(
      texts({
        basics: { hotlineDueOn: '2026-09-20' },
        hasComplainant: false,
        events: [event('replyHotline')],
      }),
    ).toEqual([]);
  });
});
