import { decidePaper, paperOffers } from '@shared/domain/supervision/document-hooks';
import { describe, expect, it } from 'vitest';
import { messageOf } from './decisions';
import { c, decide } from './paper-decisions';
import { context, documentData, inState, rulesWith } from './samples';

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
