import {
  DOCUMENT_ACTIONS,
  DOCUMENT_STATES,
  decideDocument,
  documentOffers,
  documentStatusLabel,
  documentSteps,
  isIssued,
  type LifecycleDocument,
  type PaperPolicy,
} from '@shared/domain/papers/lifecycle';
import { codesOf, dateOf, isTicked, numberOf, rowsOf, textOf } from '@shared/domain/papers/lifecycle-values';
import type { CaseData, DocumentData } from '@shared/domain/supervision/case-data';
import { paperOffers } from '@shared/domain/supervision/document-hooks';
import {
  isPaperKind,
  PAPER_KINDS,
  PAPER_LIFECYCLE,
  type PaperKind,
  paperLabel,
} from '@shared/domain/supervision/paper-kinds';
import { describe, expect, it } from 'vitest';
import { messageOf } from './decisions';
import { c, decide } from './paper-decisions';
import { context, documentData } from './samples';

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
      isRestricted: false,
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
    ).toMatchObject({
      ok: true,
      caseEffects: [],
      warnings: [],
      // Made final today, dated by the day it tells of.
      on: '2026-09-10',
      effects: [{ type: 'freeze', signedOn: '2026-09-01' }, { to: 'D11' }],
    });
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

describe('labels', () => {
  const label = (status: string, over: Partial<DocumentData> = {}) =>
    documentStatusLabel(documentData({ status, ...over }), '2026-09-10');

  it.each([
    ['D01', {}, '拟稿'],
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
    expect([isIssued('D04'), isIssued('D03')]).toEqual([true, false]);
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
