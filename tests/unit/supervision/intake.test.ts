import type { FieldValues } from '@shared/domain/kernel/field';
import { decideCase, findCaseAction } from '@shared/domain/supervision/case-actions';
import { describe, expect, it } from 'vitest';
import { decide, fieldsOf, kindsOf, messageOf } from './decisions';
import { ACCEPT, CLUE, caseData, context, event, inState, rulesWith } from './samples';
import { createWorld } from './world';

describe('registration', () => {
  it('gives the clue its number and starts the clocks from the day it came', () => {
    const decision = decide(caseData(), 'register', CLUE);
    expect(decision).toMatchObject({ ok: true, on: '2026-09-10' });
    expect(kindsOf(decision, 'deadline.start')).toEqual(['registration', 'nonAcceptance']);
    const starts = decision.ok ? decision.effects.filter((effect) => effect.type === 'deadline.start') : [];
    expect(starts.every((effect) => effect.startOn === '2026-08-03')).toBe(true);
  });

  it('times the hotline by its own work order', () => {
    const wrong = decide(caseData(), 'register', { ...CLUE, source: '04' });
    expect(wrong).toMatchObject({ fields: [{ field: 'hotlineDueOn' }] });
    const right = decide(caseData(), 'register', { ...CLUE, source: '04', hotlineDueOn: '2026-08-20' });
    expect(kindsOf(right, 'deadline.start')).toContain('hotline');
    expect(
      fieldsOf(decide(caseData(), 'register', { ...CLUE, source: '04', hotlineDueOn: '2026-08-01' })),
    ).toEqual(['hotlineDueOn']);
  });

  it.each([
    ['parts above the whole', { workersFemale: 21 }, 'workersFemale'],
    ['an end before the beginning', { factsFrom: '2026-08-01', factsTo: '2026-07-01' }, 'factsTo'],
    ['facts of the future', { factsTo: '2026-12-01' }, 'factsTo'],
    ['the question of other procedures left open', { otherProcedure: null }, 'otherProcedure'],
    ['another procedure without its organ', { otherProcedure: 'yes' }, 'otherOrgan'],
  ])('refuses %s', (_name, over, field) => {
    const ctx = context();
    expect(fieldsOf(decideCase(caseData(), 'register', { ...CLUE, ...over }, ctx))).toContain(field);
  });

  it('starts no clock the place does not know', () => {
    const rules = rulesWith('zhejiang', { 'supervision.clueRegistration': null });
    expect(kindsOf(decide(caseData(), 'register', CLUE, context({ rules })), 'deadline.start')).not.toContain(
      'registration',
    );
  });
});

describe('acceptance', () => {
  const c = inState('C03', { investigators: [] });

  it('needs two different supervisors with valid certificates who declare no interest', () => {
    expect(decide(c, 'accept', ACCEPT)).toMatchObject({ ok: true });
    expect(fieldsOf(decide(c, 'accept', { ...ACCEPT, supervisorB: 1 }))).toContain('supervisorB');
    expect(messageOf(decide(c, 'accept', { ...ACCEPT, supervisorB: 4 }))).toContain(
      '2026年1月31日，2026年9月10日已失效（依据：《浙江省工会劳动法律监督条例》第二十条第二款）',
    );
    expect(messageOf(decide(c, 'accept', { ...ACCEPT, supervisorB: 5 }))).toContain('尚未生效');
    expect(messageOf(decide(c, 'accept', { ...ACCEPT, supervisorB: 6 }))).toContain('已不再担任监督员');
    expect(messageOf(decide(c, 'accept', { ...ACCEPT, supervisorB: 99 }))).toContain('不在监督员名册');
    expect(fieldsOf(decide(c, 'accept', { ...ACCEPT, hasNoConflictB: false }))).toEqual(['hasNoConflictB']);
    expect(fieldsOf(decide(c, 'accept', { ...ACCEPT, supervisorC: 3 }))).toEqual(['hasNoConflictC']);
  });

  it('follows the place: more supervisors, no certificate, no recusal', () => {
    const three = context({ rules: rulesWith('zhejiang', { 'supervision.minInvestigators': 3 }) });
    expect(decide(c, 'accept', ACCEPT, three)).toMatchObject({ fields: [{ field: 'supervisorC' }] });
    const free = context({
      rules: rulesWith('zhejiang', {
        'supervision.certificateRequired': null,
        'supervision.recusalRequired': false,
      }),
    });
    expect(decide(c, 'accept', { ...ACCEPT, supervisorB: 4, hasNoConflictA: false }, free)).toMatchObject({
      ok: true,
    });
    const four = context({ rules: rulesWith('zhejiang', { 'supervision.minInvestigators': 4 }) });
    expect(decide(c, 'accept', { ...ACCEPT, supervisorC: 3, hasNoConflictC: true }, four)).toMatchObject({
      fields: [{ field: 'supervisorC' }],
    });
  });

  it.each([
    [
      { otherProcedure: 'yes', otherOrgan: '安溪县劳动人事争议仲裁委员会' },
      {},
      '已由安溪县劳动人事争议仲裁委员会受理、立案，应当不予受理',
    ],
    [{ otherProcedure: 'yes' }, {}, '已由其他机关受理'],
    [{ otherProcedure: 'unknown' }, {}, '尚未核实'],
    [{ otherProcedure: 'no' }, { employer: null }, '尚未确定被监督单位'],
    [{ otherProcedure: 'no' }, { violations: [] }, '尚未登记违法类型'],
  ])('is refused when %j', (basics, over, message) => {
    expect(messageOf(decide({ ...c, basics, ...over }, 'accept', ACCEPT))).toContain(message);
  });

  it('starts the investigation clock where the place says', () => {
    const startOf = (jurisdiction: string, basics: FieldValues = c.basics) => {
      const decision = decide(
        { ...c, openedOn: '2026-08-04', basics },
        'accept',
        ACCEPT,
        context({ jurisdiction }),
      );
      return (
        decision.ok &&
        decision.effects.find((effect) => effect.type === 'deadline.start' && effect.kind === 'investigation')
      );
    };
    expect(startOf('zhejiang')).toMatchObject({ startOn: '2026-09-10' });
    expect(startOf('anhui')).toMatchObject({ startOn: '2026-08-03' });
    expect(startOf('anhui', { otherProcedure: 'no' })).toMatchObject({ startOn: '2026-09-10' });
    expect(startOf('shaanxi')).toMatchObject({ startOn: '2026-08-04' });
  });

  it('tells a named complainant, nobody else', () => {
    expect(kindsOf(decide(c, 'accept', ACCEPT), 'paper')).toEqual(['approvalForm', 'acceptanceNotice']);
    expect(kindsOf(decide({ ...c, isAnonymous: true }, 'accept', ACCEPT), 'paper')).toEqual(['approvalForm']);
  });
});

describe('refusal and transfer', () => {
  it('is told in writing before it is closed', () => {
    const world = createWorld(
      inState('C03', { basics: { otherProcedure: 'yes', otherOrgan: '法院', receivedOn: '2026-08-03' } }),
    );
    world.goTo('2026-08-05');
    world.act('decline', { reason: 'acceptedByCourt' });
    expect(world.c().state).toBe('C04');
    expect(world.tryAct('closeDeclined')).toMatchObject({
      ok: false,
      message: expect.stringContaining('书面告知'),
    });
    world.issue('declineNotice');
    world.paper('declineNotice', 'serve', { method: 'direct' });
    world.act('closeDeclined');
    expect(world.c()).toMatchObject({ state: 'C20', closedOn: '2026-08-05' });
    expect(world.tryAct('archive', { archiveNo: '1' })).toMatchObject({
      ok: false,
      message: expect.stringContaining('投诉举报登记表'),
    });
    world.act('reopen');
    expect(world.c().state).toBe('C03');
  });

  it('may be told by word of mouth where the place allows it, and not at all when nobody is known', () => {
    const oral = context({ rules: rulesWith('zhejiang', { 'supervision.nonAcceptanceInWriting': false }) });
    const c = inState('C04');
    expect(decide(c, 'closeDeclined', { mode: 'phone', notifiedOn: '2026-08-07' }, oral)).toMatchObject({
      ok: true,
    });
    expect(decideCase(c, 'closeDeclined', { mode: 'phone' }, oral)).toMatchObject({
      fields: [{ field: 'notifiedOn' }],
    });
    const anonymous = decide({ ...c, isAnonymous: true }, 'closeDeclined');
    expect(kindsOf(anonymous, 'deadline.cancel')).toEqual(['nonAcceptance']);
    expect(kindsOf(decide({ ...inState('C03'), isAnonymous: true }, 'decline'), 'paper')).toEqual([
      'approvalForm',
    ]);
  });

  it('hands over, comes back accepted, or ends', () => {
    const world = createWorld(inState('C03', { investigators: [] }), { today: '2026-08-05' });
    expect(world.tryAct('transferOut', { target: '城关镇总工会', dueOn: '2026-08-01' })).toMatchObject({
      fields: [{ field: 'dueOn' }],
    });
    world.act('transferOut', { target: '城关镇总工会', dueOn: '2026-08-20' });
    expect(world.deadline('transferReturn')?.dueOn).toBe('2026-08-20');
    world.act('returnFromTransfer', ACCEPT);
    expect(world.c()).toMatchObject({ state: 'C06', caseNo: '案1' });
    expect(world.deadline('transferReturn')?.status).toBe('met');
    const ended = decide(inState('C05'), 'closeTransferred', { result: '已调解' });
    expect(kindsOf(ended, 'deadline.start')).toEqual(['feedback', 'archive']);
    expect(
      kindsOf(decide(inState('C05', { isAnonymous: true }), 'closeTransferred'), 'deadline.start'),
    ).toEqual(['archive']);
    expect(decide(inState('C03'), 'transferOut', { dueOn: null })).toMatchObject({ ok: true });
  });
});

describe('consultation', () => {
  const talk = (result: string) => [
    event('accept', {}, { id: 1 }),
    event('recordTalk', { result }, { id: 2 }),
  ];

  it('comes before the investigation where the place wants it', () => {
    expect(messageOf(decide(inState('C07'), 'startInvestigation'))).toContain('第十九条、第二十条');
    expect(decide(inState('C07', { events: talk('failed') }), 'startInvestigation')).toMatchObject({
      ok: true,
    });
    expect(
      decide(inState('C07'), 'startInvestigation', {}, context({ jurisdiction: 'hubei' })),
    ).toMatchObject({ ok: true });
    expect(decide(inState('C06'), 'startInvestigation', { talkOutcome: 'urgent' })).toMatchObject({
      ok: true,
    });
  });

  it('that was settled is looked at before closing', () => {
    const decision = decide(inState('C07', { events: talk('agreed') }), 'talkSettled', {
      description: '已补发',
    });
    expect(decision).toMatchObject({ ok: true });
    expect(decision.ok && decision.effects).toContainEqual({ type: 'state', to: 'C14' });
    expect(decide(inState('C07', { events: talk('continuing') }), 'talkSettled')).toMatchObject({
      code: 'REFUSED',
    });
  });

  it('goes on without meeting its deadline', () => {
    expect(kindsOf(decide(inState('C07'), 'recordTalk', { result: 'continuing' }), 'deadline.meet')).toEqual(
      [],
    );
    expect(kindsOf(decide(inState('C07'), 'recordTalk', { result: 'failed' }), 'deadline.meet')).toEqual([
      'consultation',
    ]);
  });

  it('may show that nothing was wrong, which is explained', () => {
    const world = createWorld(inState('C07'), { today: '2026-08-12' });
    world.act('findNoViolation', { reason: '已足额支付' });
    expect(world.c()).toMatchObject({
      state: 'C10',
      violations: [{ finding: 'notEstablished' }, { finding: 'notEstablished' }],
    });
    expect(world.tryAct('explainNotEstablished', { mode: 'notPossible' })).toMatchObject({
      fields: [{ field: 'mode' }],
    });
    world.act('explainNotEstablished');
    world.paper('closingReport', 'finalise');
    expect(findCaseAction('approveClose')?.initial?.(world.c(), world.ctx())).toMatchObject({
      reason: 'notEstablished',
    });
    world.act('approveClose', { leader: '李主席' });
    expect(world.c().state).toBe('C20');
    expect(
      findCaseAction('explainNotEstablished')?.initial?.(caseData({ isAnonymous: true }), world.ctx()),
    ).toMatchObject({
      mode: 'notPossible',
    });
  });
});
