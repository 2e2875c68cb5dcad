import { paperOffers } from '@shared/domain/supervision/document-hooks';
import { describe, expect, it } from 'vitest';
import { messageOf } from './decisions';
import { c, decide } from './paper-decisions';
import { context, documentData } from './samples';

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
        { type: 'assign', to: 1 },
      ],
    });
    const notice = documentData({ kind: 'upperUnionRequest', status: 'D03' });
    expect(decide(notice, 'approveAndSign', { signerId: 3 })).toMatchObject({
      effects: [{ type: 'freeze' }, { type: 'status' }, { type: 'assign' }],
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
      warnings: ['拟稿人和签发人都是李主席，请确认'],
    });
    expect(decide({ ...opinion, status: 'D04' }, 'seal', { keeper: '王敏' })).toMatchObject({
      warnings: ['拟稿人和用印人都是王敏，请确认'],
    });
    expect(decide({ ...opinion, status: 'D04' }, 'seal', { keeper: '印管' })).toMatchObject({
      warnings: [],
      effects: [{ type: 'seal', copies: 3 }, { to: 'D05' }, { type: 'assign', to: null }],
    });
  });

  it('is sealed by whoever seals it, unless that is the drafter', () => {
    const keeper = (draftedById: number) =>
      paperOffers({ ...opinion, status: 'D04', draftedById }, c, context()).find(({ key }) => key === 'seal')
        ?.initial?.keeper;
    expect([keeper(1), keeper(2)]).toEqual([null, '王敏']);
  });

  it('goes through legal review where the rules say', () => {
    const draft = { ...opinion, status: 'D01' };
    expect(messageOf(decide(draft, 'submitApproval'))).toContain('意见书须先经法律审核');
    expect(decide(draft, 'submitLegalReview')).toMatchObject({
      effects: [{ type: 'version' }, { to: 'D02' }, { type: 'assign', to: 1 }],
    });
    expect(decide({ ...opinion, status: 'D02' }, 'passLegalReview', { reviewer: '律师' })).toMatchObject({
      effects: [{ to: 'D03' }, { type: 'assign', to: 1 }],
    });
    expect(decide(opinion, 'returnDraft')).toMatchObject({
      effects: [{ to: 'D01' }, { type: 'assign', to: 1 }],
    });
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
