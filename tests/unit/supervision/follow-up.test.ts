import type { FieldValues } from '@shared/domain/kernel/field';
import { decideCase, findCaseAction, offersFor } from '@shared/domain/supervision/case-actions';
import type { CaseContext } from '@shared/domain/supervision/case-context';
import type { CaseData } from '@shared/domain/supervision/case-data';
import { describe, expect, it } from 'vitest';
import {
  caseData,
  context,
  createWorld,
  documentData,
  event,
  filled,
  inState,
  investigated,
  item,
  rulesWith,
  type World,
} from './world';

const decide = (c: CaseData, key: string, over: FieldValues = {}, ctx: CaseContext = context()) => {
  const action = findCaseAction(key);
  const values = filled(action?.fields(c, ctx) ?? [], action?.initial?.(c, ctx) ?? {}, over, ctx.today);
  return decideCase(c, key, values, ctx);
};
const messageOf = (decision: ReturnType<typeof decide>) => (decision.ok ? '' : decision.message);
const fieldsOf = (decision: ReturnType<typeof decide>) =>
  decision.ok ? [] : decision.fields.map(({ field }) => field);
const reasonOf = (world: World, key: string) =>
  offersFor(world.c(), world.ctx()).find((offer) => offer.key === key)?.reason;

const BOTH = [
  { item: '11', finding: 'established' },
  { item: '12', finding: 'established' },
];
const rows = (state: string) => [
  { item: '11', state },
  { item: '12', state },
];
const established = [
  item({ finding: 'established' }),
  item({ id: 12, code: 'V21', name: '超时加班', finding: 'established' }),
];

/** A case whose letter of this kind was served on 2026-09-11. */
function served(
  kind: 'reminderLetter' | 'opinionLetter',
  over: Parameters<typeof createWorld>[1] = {},
): World {
  const world = createWorld(caseData(), over);
  investigated(world);
  world.act('deliberate', { items: BOTH, measures: [kind] });
  world.goTo('2026-09-10');
  world.issue(kind);
  world.goTo('2026-09-11');
  world.paper(kind, 'serve', { method: 'direct' });
  return world;
}

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

describe('recheck', () => {
  const GOOD: FieldValues = {
    mode: 'phone',
    items: rows('done'),
    conclusion: 'done',
    workersAsked: 1,
    vouchers: '凭证',
  };
  const c = inState('C14', { violations: established });

  it.each([
    ['a conclusion against the items', { items: rows('partly') }, 'conclusion'],
    ['nobody asked', { workersAsked: 0 }, 'workersAsked'],
    ['no vouchers', { vouchers: null }, 'vouchers'],
    ['one supervisor on site', { mode: 'onSite', supervisorB: null }, 'supervisorB'],
  ])('refuses %s', (_name, over, field) => {
    expect(fieldsOf(decide(c, 'recheck', { ...GOOD, ...over }))).toContain(field);
  });

  it('passes or fails', () => {
    const world = createWorld(c, { today: '2026-09-10' });
    world.act('recheck', {
      ...GOOD,
      conclusion: 'partly',
      items: [
        { item: '11', state: 'partly' },
        { item: '12', state: 'promised' },
      ],
    });
    expect(reasonOf(world, 'recheckPassed')).toContain('尚未改正');
    expect(offersFor(world.c(), world.ctx())[0]?.key).toBe('recheckFailed');
    world.act('recheckFailed', { reason: '未补发' });
    expect(world.c()).toMatchObject({
      state: 'C16',
      violations: [{ rectified: 'partly' }, { rectified: 'none' }],
    });

    const passed = createWorld(c, { today: '2026-09-10' });
    passed.act('recheck', GOOD);
    expect(reasonOf(passed, 'recheckFailed')).toBe('各项问题均已改正');
    passed.act('recheckPassed');
    expect(passed.c().state).toBe('C15');
    const all = { ...c, violations: [], events: [event('recheck', { conclusion: 'none' })] };
    expect(decide(all, 'recheckFailed', { reason: '无' })).toMatchObject({ ok: true });
  });
});

describe('the department', () => {
  const recommended = (over: Partial<CaseData> = {}) =>
    inState('C17', {
      violations: established,
      documents: [
        documentData({
          id: 201,
          kind: 'recommendationLetter',
          addressee: '人社局',
          status: 'D07',
          serviceOutcome: 'served',
          servedOn: '2026-09-01',
        }),
        documentData({
          id: 202,
          kind: 'recommendationLetter',
          addressee: '税务局',
          status: 'D07',
          serviceOutcome: 'served',
          servedOn: '2026-09-01',
        }),
      ],
      ...over,
    });

  it('files, refuses, is asked, and answers its own letter', () => {
    const decision = decide(recommended(), 'departmentResult', {
      department: '人社局',
      result: 'handled',
      items: rows('done'),
    });
    expect(decision.ok && decision.effects.find((effect) => effect.type === 'document')).toMatchObject({
      documentId: 201,
    });
    expect(decision.ok && decision.effects).toContainEqual({ type: 'state', to: 'C15' });
    const other = decide(recommended(), 'departmentResult', {
      department: '税务局',
      result: 'partly',
      items: rows('partly'),
    });
    expect(
      fieldsOf(decide(recommended(), 'followUpDepartment', { department: '住建局', content: '电话' })),
    ).toEqual(['department']);
    expect(other.ok && other.effects.find((effect) => effect.type === 'document')).toMatchObject({
      documentId: 202,
    });
    expect(
      fieldsOf(decide(recommended(), 'departmentResult', { result: 'handled', items: rows('partly') })),
    ).toEqual(['items']);
    const bare = decide(recommended({ documents: [] }), 'departmentResult', {
      department: '人社局',
      result: 'corrected',
      items: rows('done'),
    });
    expect(bare.ok && bare.effects.some((effect) => effect.type === 'document')).toBe(false);
    expect(bare.ok && bare.effects.find((effect) => effect.type === 'rectified')).toMatchObject({
      items: [{ state: 'promised' }, { state: 'promised' }],
    });
    expect(decide(recommended(), 'departmentDeclined')).toMatchObject({
      ok: true,
      summary: expect.stringContaining('上报'),
    });
  });

  it('is asked again when its time is over', () => {
    const world = createWorld(recommended(), { today: '2026-09-10' });
    world.act('departmentAccepted');
    expect(offersFor(world.c(), world.ctx())[0]?.key).toBe('departmentResult');
    world.goTo('2026-10-12');
    expect(world.deadline('departmentFollowUp')).toMatchObject({ dueOn: '2026-10-10' });
    expect(offersFor(world.c(), world.ctx())[0]?.key).toBe('followUpDepartment');
    world.act('followUpDepartment');
    expect(world.deadline('departmentFollowUp')).toMatchObject({ startOn: '2026-10-12', status: 'running' });
  });

  it('is not for a grass-roots union, which asks the upper one', () => {
    const grassroots = context({ unitLevel: 'grassroots' });
    const c = inState('C16', {
      violations: established,
      documents: [
        documentData({
          kind: 'opinionLetter',
          status: 'D07',
          serviceOutcome: 'left',
          servedOn: '2026-09-01',
        }),
      ],
    });
    const offers = offersFor(c, grassroots);
    expect(offers.find((offer) => offer.key === 'escalateToRecommendation')?.reason).toContain(
      '建议书由县级总工会以上地方总工会发出',
    );
    expect(offers.find((offer) => offer.key === 'requestUpperUnion')?.isEnabled).toBe(true);
    expect(decide(c, 'requestUpperUnion', {}, grassroots)).toMatchObject({ ok: true });
    expect(decide(c, 'escalateToRecommendation', { departments: ['hrss', 'tax'] })).toMatchObject({
      ok: true,
    });
  });
});
