import type { FieldValues } from '@shared/domain/kernel/field';
import {
  DOCUMENT_ACTIONS,
  DOCUMENT_STATES,
  decideDocument,
  documentOffers,
  documentStatusLabel,
  documentSteps,
  isFrozen,
  isIssued,
  type LifecycleDocument,
  type PaperPolicy,
} from '@shared/domain/papers/lifecycle';
import { codesOf, dateOf, isTicked, numberOf, rowsOf, textOf } from '@shared/domain/papers/lifecycle-values';
import type { CaseContext } from '@shared/domain/supervision/case-context';
import type { CaseData, DocumentData } from '@shared/domain/supervision/case-data';
import { decidePaper, paperOffers } from '@shared/domain/supervision/document-hooks';
import {
  isPaperKind,
  PAPER_KINDS,
  PAPER_LIFECYCLE,
  type PaperKind,
  paperLabel,
} from '@shared/domain/supervision/paper-kinds';
import { describe, expect, it } from 'vitest';
import { context, documentData, event, filled, inState, item, rulesWith } from './world';

const established = [item({ finding: 'established' })];
const c = inState('C11', {
  violations: established,
  events: [
    event('recordInvestigation', { supervisorA: 1, supervisorB: 2, investigatedOn: '2026-08-20' }),
    event('submitReport'),
  ],
});

const decide = (
  document: LifecycleDocument,
  action: string,
  over: FieldValues = {},
  subject: CaseData | null = c,
  ctx: CaseContext = context(),
) => {
  const offer = paperOffers(document, subject, ctx).find((known) => known.key === action);
  return decidePaper(
    document,
    action,
    filled(offer?.fields ?? [], offer?.initial ?? {}, over, ctx.today),
    subject,
    ctx,
  );
};
const messageOf = (decision: ReturnType<typeof decide>) => (decision.ok ? '' : decision.message);
const offersText = (document: LifecycleDocument, subject: CaseData | null = c) =>
  paperOffers(document, subject, context())
    .map((offer) => `${offer.isPrimary ? '*' : ''}${offer.isEnabled ? '' : '-'}${offer.key}`)
    .join(' ');

describe('kinds of papers', () => {
  it('have a name and a life', () => {
    expect(Object.keys(PAPER_KINDS)).toHaveLength(35);
    expect(Object.keys(PAPER_LIFECYCLE)).toEqual(Object.keys(PAPER_KINDS));
    expect(PAPER_LIFECYCLE).toMatchObject({
      opinionLetter: 'letter',
      publicReminder: 'publicLetter',
      declineNotice: 'notice',
      talkRecord: 'record',
    });
    expect(isPaperKind('x')).toBe(false);
    expect(paperLabel('x')).toBe('x');
  });
});

describe('steps of a paper', () => {
  const letter = (status: string, over: Partial<DocumentData> = {}) =>
    documentData({ kind: 'reminderLetter', status, ...over });

  it.each([
    ['D01', '*submitApproval submitLegalReview void'],
    ['D02', '*passLegalReview returnDraft void'],
    ['D03', '*approveAndSign returnDraft void'],
    ['D04', '*seal correct void'],
    ['D05', '*serve refuse startService correct void'],
    ['D06', '*serve refuse returned correct withdraw'],
    ['D07', '*reply finish correct withdraw'],
    ['D08', '*reply extend correct withdraw'],
    ['D09', '*reply evaluate correct withdraw'],
    ['D10', '*reply finish correct withdraw'],
    ['D11', 'correct withdraw void'],
    ['D99', ''],
  ])('a letter in %s', (status, wanted) => {
    expect(offersText(letter(status))).toBe(wanted);
  });

  it.each([
    ['publicReminder', 'D05', '*publish correct void'],
    ['publicReminder', 'D06P', 'finish correct withdraw'],
    ['declineNotice', 'D07', 'finish correct withdraw'],
    ['talkRecord', 'D01', '*finalise void'],
    ['talkRecord', 'D11', 'void'],
    ['somethingElse', 'D01', '*finalise void'],
  ])('%s in %s', (kind, status, wanted) => {
    expect(offersText(documentData({ kind, status }))).toBe(wanted);
  });

  it('are refused elsewhere, without the right, and by the hooks', () => {
    expect(messageOf(decide(letter('D08', { dueOn: '2026-09-20' }), 'seal'))).toBe(
      '文书处于“待答复”，不能办理“用印”',
    );
    expect(messageOf(decide(letter('D08'), 'fly'))).toContain('不能办理“fly”');
    expect(decide(letter('D03'), 'approveAndSign', {}, c, context({ can: () => false }))).toMatchObject({
      code: 'FORBIDDEN',
    });
    const offers = paperOffers(
      letter('D03'),
      c,
      context({ can: (permission) => permission !== 'case.sign' }),
    );
    expect(offers.find((offer) => offer.key === 'approveAndSign')?.reason).toBe('需要“签发人”权限');
  });

  it('work for a module that adds nothing', () => {
    const policy: PaperPolicy = {
      shortName: '记录',
      profile: 'record',
      legalReviewReason: '',
      signerPosts: null,
      signerBasis: '',
      isNumbered: false,
      extraServiceMethods: [],
      replyRuleKey: '',
      extension: { n: 0, unit: 'day', times: 0, basis: '' },
    };
    const hooks = { policy: () => policy };
    const record = documentData({ kind: 'other' });
    expect(documentOffers(record, null, context(), hooks)[0]).toMatchObject({
      key: 'finalise',
      isPrimary: true,
    });
    expect(
      decideDocument(record, 'finalise', { finalisedOn: '2026-09-01' }, null, context(), hooks),
    ).toMatchObject({ ok: true, caseEffects: [], warnings: [], on: '2026-09-01' });
  });

  it('have forms whose own values fit', () => {
    for (const action of DOCUMENT_ACTIONS) {
      for (const profile of action.profiles) {
        const kind = (Object.keys(PAPER_LIFECYCLE) as PaperKind[]).find(
          (known) => PAPER_LIFECYCLE[known] === profile,
        );
        const offer = paperOffers(
          documentData({ kind: kind ?? '', status: action.from[0] ?? '' }),
          null,
          context(),
        ).find((known) => known.key === action.key);
        const names = new Set(offer?.fields.map((field) => field.name));
        expect(Object.keys(offer?.initial ?? {}).filter((name) => !names.has(name))).toEqual([]);
      }
    }
  });
});

describe('signing', () => {
  const opinion = documentData({
    kind: 'opinionLetter',
    title: '意见书',
    status: 'D03',
    replyN: 15,
    replyUnit: 'workday',
  });

  it('freezes the text on the day of signature and takes the number then', () => {
    expect(decide(opinion, 'approveAndSign', { signerId: 1, signedOn: '2026-09-09' })).toMatchObject({
      ok: true,
      on: '2026-09-09',
      effects: [
        { type: 'freeze', signedOn: '2026-09-09', signerId: 1, signerName: '李主席', signerPost: 'chair' },
        { type: 'allocateNumber' },
        { type: 'status', to: 'D04' },
      ],
    });
    const notice = documentData({ kind: 'talkNotice', status: 'D03' });
    expect(decide(notice, 'approveAndSign', { signerId: 3 })).toMatchObject({
      effects: [{ type: 'freeze' }, { type: 'status' }],
    });
  });

  it.each([
    [
      'by a head of department',
      { signerId: 3 },
      '应当由主席或者副主席签发，赵部长的职务是部门负责人（依据：《浙江省工会劳动法律监督条例》第二十一条）',
    ],
    ['by somebody unknown', { signerId: 9 }, '签发人不在领导名册中'],
    ['in the future', { signerId: 1, signedOn: '2026-09-11' }, '签发日期不能晚于今天'],
    [
      'before the report',
      { signerId: 1, signedOn: '2026-08-19' },
      '签发日期不能早于调查终结报告（2026年8月20日）',
    ],
    ['before taking office', { signerId: 1, signedOn: '2023-12-31' }, '不在任期内'],
  ])('is refused %s', (_name, over, message) => {
    expect(messageOf(decide(opinion, 'approveAndSign', over))).toContain(message);
  });

  it('after leaving office is refused', () => {
    const later = context({ today: '2027-01-04' });
    expect(messageOf(decide(opinion, 'approveAndSign', { signerId: 2 }, c, later))).toContain(
      '王副主席在2027年1月4日不在任期内',
    );
    expect(
      paperOffers(opinion, c, context({ leaders: [] }))[0]?.fields.find((field) => field.name === 'opinion')
        ?.placeholder,
    ).toContain('登记领导名册');
  });

  it('shows an unknown post as it is', () => {
    const ctx = context({
      leaders: [{ id: 1, name: '钱', post: 'guard', validFrom: '2024-01-01', validTo: null }],
    });
    expect(messageOf(decide(opinion, 'approveAndSign', { signerId: 1 }, c, ctx))).toContain(
      '钱的职务是guard',
    );
  });

  it('warns when one person does two things', () => {
    const own = { ...opinion, draftedBy: '李主席' };
    expect(decide(own, 'approveAndSign', { signerId: 1 })).toMatchObject({
      warnings: ['起草人和签发人都是李主席，请确认'],
    });
    expect(decide({ ...opinion, status: 'D04' }, 'seal', { keeper: '王敏' })).toMatchObject({
      warnings: ['起草人和用印人都是王敏，请确认'],
    });
    expect(decide({ ...opinion, status: 'D04' }, 'seal', { keeper: '印管' })).toMatchObject({
      warnings: [],
      effects: [{ type: 'seal', copies: 3 }, { to: 'D05' }],
    });
  });

  it('goes through legal review where the rules say', () => {
    const draft = { ...opinion, status: 'D01' };
    expect(messageOf(decide(draft, 'submitApproval'))).toContain('意见书须先经法律审核');
    expect(decide(draft, 'submitLegalReview')).toMatchObject({ effects: [{ to: 'D02' }] });
    expect(decide({ ...opinion, status: 'D02' }, 'passLegalReview', { reviewer: '律师' })).toMatchObject({
      effects: [{ to: 'D03' }],
    });
    expect(decide(opinion, 'returnDraft')).toMatchObject({ effects: [{ to: 'D01' }] });
    expect(
      messageOf(
        decide({ ...opinion, status: 'D04', signedOn: '2026-09-09' }, 'seal', {
          keeper: 'x',
          sealedOn: '2026-09-08',
          copies: 0,
        }),
      ),
    ).toBe('用印日期不能早于签发日期（2026年9月9日）；用印份数至少为 1 份');
  });
});

describe('service', () => {
  const sealed = documentData({
    kind: 'reminderLetter',
    status: 'D05',
    signedOn: '2026-09-10',
    documentNo: '安工劳监提〔2026〕3号',
  });
  const today = context({ today: '2026-09-14' });

  it('starts the printed term, not the rule of the day', () => {
    const short = { ...sealed, replyN: 5, replyUnit: 'workday' as const };
    const decision = decide(short, 'serve', { method: 'direct', servedOn: '2026-09-11' }, c, today);
    expect(decision).toMatchObject({
      effects: [
        { type: 'service', outcome: 'served', dueOn: '2026-09-18' },
        { type: 'status', to: 'D08' },
        {
          type: 'deadline.start',
          kind: 'reply',
          n: 5,
          unit: 'workday',
          startOn: '2026-09-11',
          ruleKey: 'supervision.reminderReply',
        },
      ],
    });
    const none = { ...sealed, kind: 'declineNotice', replyN: null, replyUnit: null };
    expect(decide(none, 'serve', { method: 'direct' }, inState('C04'), today)).toMatchObject({
      effects: [{ dueOn: null }, { to: 'D07' }],
    });
  });

  it.each([
    [
      'before the date of the letter',
      { servedOn: '2026-09-09' },
      '送达日期不能早于成文日期（2026年9月10日）',
    ],
    ['tomorrow', { servedOn: '2026-09-15' }, '送达日期不能晚于今天'],
    ['by post without its number', { method: 'post', mailNo: ' ' }, '请填写「邮件单号」'],
    ['electronically without a reason', { method: 'electronic' }, '采用“电子送达”须说明理由'],
    ['by leaving it in place', { method: 'leftInPlace' }, '没有这个选项'],
    ['by public notice', { method: 'publicNotice' }, '没有这个选项'],
  ])('is refused %s', (_name, over, message) => {
    expect(messageOf(decide(sealed, 'serve', over, c, today))).toContain(message);
  });

  it('may be presumed, for an opinion, where the place says so', () => {
    const opinion = { ...sealed, kind: 'opinionLetter' };
    const shaanxi = context({ today: '2026-09-14', jurisdiction: 'shaanxi' });
    expect(
      decide(opinion, 'serve', { method: 'presumed', reason: '寄出满七日' }, null, shaanxi),
    ).toMatchObject({ ok: true });
    expect(messageOf(decide(sealed, 'serve', { method: 'presumed' }, null, shaanxi))).toContain(
      '没有这个选项',
    );
    const rules = rulesWith('zhejiang', { 'supervision.publicNoticeServiceAllowed': true });
    expect(
      decide(
        sealed,
        'serve',
        { method: 'publicNotice', reason: '下落不明' },
        null,
        context({ today: '2026-09-14', rules }),
      ),
    ).toMatchObject({ ok: true });
  });

  it('has no method when the catalogue has none', () => {
    const base = context();
    const catalogue = {
      ...base.catalogue,
      options: {
        ...base.catalogue.options,
        'service-methods': { ...base.catalogue.options['service-methods'], items: [] },
      },
    };
    const empty = context({ catalogue });
    expect(paperOffers(sealed, c, empty)[0]?.initial).toMatchObject({ method: null });
    expect(decidePaper(sealed, 'serve', {}, c, empty)).toMatchObject({ code: 'BAD_INPUT' });
  });

  it('is handed over, comes back, is handed over again', () => {
    expect(decide(sealed, 'startService', { method: 'post' }, c, today)).toMatchObject({
      effects: [{ to: 'D06' }],
    });
    const sent = { ...sealed, status: 'D06' };
    expect(decide(sent, 'returned', {}, c, today)).toMatchObject({
      effects: [{ outcome: 'returned' }, { to: 'D06' }],
    });
    expect(decide(sent, 'refuse', { photoNo: 'IMG1', isLeft: false }, c, today)).toMatchObject({
      effects: [{ outcome: 'refused', method: 'leftInPlace', dueOn: null }, { to: 'D07' }],
    });
    expect(messageOf(decide(sealed, 'startService', { sentOn: '2026-09-09' }, c, today))).toContain(
      '交付日期不能早于成文日期',
    );
  });

  it('of an open letter is its publication', () => {
    const open = documentData({ kind: 'publicReminder', status: 'D05', signedOn: '2026-09-10' });
    expect(decide(open, 'publish', { channel: '公众号', url: 'https://x' }, null, today)).toMatchObject({
      effects: [{ type: 'publish', channel: '公众号' }, { to: 'D06P' }],
    });
    expect(messageOf(decide(open, 'publish', { publishedOn: '2026-09-01' }, null, today))).toContain(
      '发布日期不能早于成文日期',
    );
  });
});

describe('reply, extension, withdrawal', () => {
  const waiting = documentData({
    kind: 'reminderLetter',
    status: 'D08',
    signedOn: '2026-08-20',
    servedOn: '2026-08-21',
    serviceOutcome: 'served',
    dueOn: '2026-09-07',
    documentNo: '安工劳监提〔2026〕3号',
  });

  it('an answer cannot come before the letter', () => {
    expect(messageOf(decide(waiting, 'reply', { repliedOn: '2026-08-20' }))).toContain(
      '答复日期不能早于送达日期',
    );
    const replied = { ...waiting, status: 'D09', repliedOn: '2026-09-01' };
    expect(
      messageOf(decide(replied, 'evaluate', { evaluation: 'pass', evaluatedOn: '2026-08-31' })),
    ).toContain('审查日期不能早于答复日期');
    expect(decide(replied, 'evaluate', { evaluation: 'fail', failure: 'unsuitable' })).toMatchObject({
      ok: true,
    });
  });

  it('is not extended without a due day or without a rule', () => {
    const rules = rulesWith('zhejiang', { 'supervision.replyExtension': null });
    expect(messageOf(decide(waiting, 'extend', { isWritten: true }, c, context({ rules })))).toContain(
      '不能再次延长',
    );
    expect(
      decide({ ...waiting, dueOn: null }, 'extend', { isWritten: true, newDueOn: '2026-09-20' }),
    ).toMatchObject({ ok: true });
  });

  it('a number is never used again; a correction cites the old paper', () => {
    expect(decide(waiting, 'withdraw', { reason: '事实有误', approver: '李主席' })).toMatchObject({
      effects: [
        { type: 'void', reason: '事实有误' },
        { to: 'D99' },
        { type: 'deadline.cancel', documentId: 101 },
      ],
    });
    expect(
      decide(waiting, 'correct', { reason: '人数有误' }).ok &&
        decide(waiting, 'correct', { reason: '人数有误' }),
    ).toMatchObject({
      effects: [
        {},
        {},
        {},
        {
          type: 'replace',
          kind: 'reminderLetter',
          values: { replacesDocumentNo: '安工劳监提〔2026〕3号', correctionReason: '人数有误' },
        },
      ],
    });
    expect(messageOf(decide({ ...waiting, status: 'D11' }, 'void'))).toContain('请办理撤回或者更正');
    expect(decide(documentData({ kind: 'talkRecord', status: 'D11' }), 'void')).toMatchObject({ ok: true });
    expect(decide({ ...waiting, status: 'D07' }, 'finish')).toMatchObject({ effects: [{ to: 'D11' }] });
  });

  it('stop with the case', () => {
    expect(messageOf(decide(waiting, 'extend', {}, inState('C21')))).toBe('案件已归档，文书不能再改动');
    expect(messageOf(decide(documentData({ status: 'D05' }), 'serve', {}, inState('C90')))).toContain(
      '中止期间',
    );
    expect(messageOf(decide(documentData({ status: 'D05' }), 'serve', {}, inState('C20')))).toContain(
      '案件已结案',
    );
    expect(
      decide(
        documentData({ kind: 'resultNotice', status: 'D05', replyN: null, replyUnit: null }),
        'serve',
        { method: 'direct' },
        inState('C20'),
      ),
    ).toMatchObject({ ok: true });
    expect(decide(waiting, 'reply', {}, inState('C90'))).toMatchObject({ ok: true });
  });
});

describe('labels', () => {
  const label = (status: string, over: Partial<DocumentData> = {}) =>
    documentStatusLabel(documentData({ status, ...over }), '2026-09-10');

  it.each([
    ['D01', {}, '起草'],
    ['D06', {}, '送达中'],
    ['D06', { serviceOutcome: 'returned' }, '退回，待再次送达'],
    ['D07', { serviceOutcome: 'served' }, '已送达'],
    ['D07', { serviceOutcome: 'refused' }, '拒收'],
    ['D07', { serviceOutcome: 'left' }, '拒收（留置）'],
    ['D08', { dueOn: '2026-09-10' }, '待答复'],
    ['D08', { dueOn: '2026-09-09' }, '逾期未答复'],
    ['D99', {}, '作废/撤回'],
    ['D99', { replacedById: 5 }, '已更正'],
    ['X', {}, 'X'],
  ] as const)('%s %j is %s', (status, over, wanted) => {
    expect(label(status, over)).toBe(wanted);
  });

  it('steps follow the profile', () => {
    const bar = (...args: Parameters<typeof documentSteps>) =>
      documentSteps(...args)
        .map((step) => `${step.label}${step.status[0]}${step.status[1]}`)
        .join(' ');
    expect(bar('letter', 'D08')).toBe('拟稿do 审核do 签发do 用印do 送达do 答复cu 评价co 办结co');
    expect(bar('publicLetter', 'D06P')).toBe('拟稿do 审核do 签发do 用印do 发布do 办结cu');
    expect(bar('notice', 'D11')).toBe('拟稿do 审核do 签发do 用印do 送达do 办结do');
    expect(bar('record', 'D99')).toBe('拟稿sk 定稿sk');
    expect(Object.keys(DOCUMENT_STATES)).toHaveLength(13);
    expect([isIssued('D04'), isIssued('D03'), isFrozen('D01'), isFrozen('D02')]).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });
});

describe('values of a form', () => {
  it('are read as what they are, or as nothing', () => {
    const values = { text: ' a ', date: '2026-09-10', n: 3, flag: true, codes: ['x'], rows: [{ item: '1' }] };
    expect([textOf(values, 'text'), textOf(values, 'n')]).toEqual(['a', '']);
    expect([dateOf(values, 'date'), dateOf(values, 'text'), dateOf(values, 'n')]).toEqual([
      '2026-09-10',
      null,
      null,
    ]);
    expect([numberOf(values, 'n'), numberOf(values, 'text')]).toEqual([3, null]);
    expect([isTicked(values, 'flag'), isTicked(values, 'n')]).toEqual([true, false]);
    expect([codesOf(values, 'codes'), codesOf(values, 'rows'), codesOf(values, 'n')]).toEqual([
      ['x'],
      [],
      [],
    ]);
    expect([rowsOf(values, 'rows'), rowsOf(values, 'codes'), rowsOf(values, 'n')]).toEqual([
      [{ item: '1' }],
      [],
      [],
    ]);
  });
});
