import {
  DOCUMENT_ACTIONS,
  documentActionLabel,
  editPermission,
  needsSoundText,
  soundnessReason,
} from '@shared/domain/papers/lifecycle';
import { paperOffers } from '@shared/domain/supervision/document-hooks';
import { describe, expect, it } from 'vitest';
import { context, documentData, inState, item } from './samples';

describe('steps of a paper as data', () => {
  it('say which of them send the text on', () => {
    const sending = DOCUMENT_ACTIONS.filter((action) => needsSoundText(action.key)).map(({ key }) => key);
    expect(sending).toEqual([
      'submitApproval',
      'submitLegalReview',
      'passLegalReview',
      'approveAndSign',
      'finalise',
    ]);
    expect(needsSoundText('serve')).toBe(false);
    expect(needsSoundText('fly')).toBe(false);
  });

  it('are refused when something blocks, from the first of them', () => {
    const c = inState('C11', { violations: [item({ finding: 'established', fact: '' })] });
    const letter = documentData({ kind: 'reminderLetter', status: 'D01', replyN: 1, replyUnit: 'day' });
    const refused = paperOffers(letter, c, context()).filter((offer) => !offer.isEnabled);
    expect(refused.map((offer) => offer.key)).toEqual(['submitApproval', 'submitLegalReview']);
  });

  it('have a name in the course of the case, also what is none and what another version did', () => {
    expect(['serve', 'revise', 'fly'].map(documentActionLabel)).toEqual(['登记送达', '修改文稿', 'fly']);
  });

  it('name the first faults that stop them, and say that there are more', () => {
    expect(soundnessReason([])).toBe('');
    expect(soundnessReason(['甲', '乙'])).toBe('还有 2 处须改正：甲；乙');
    expect(soundnessReason(['甲', '乙', '丙', '丁', '戊'])).toMatch(/^还有 5 处须改正：甲；乙.* 等$/);
  });

  it('treat a refused letter as an ordinary outcome, and only what cannot be undone as danger', () => {
    const dangers = DOCUMENT_ACTIONS.filter((action) => action.isDanger).map(({ key }) => key);
    expect(dangers).toEqual(['correct', 'withdraw', 'void']);
  });

  it('leave the text to the drafter, then the reviewer, then the signer, then to nobody', () => {
    expect(['D01', 'D02', 'D03', 'D04', 'D99'].map(editPermission)).toEqual([
      'case.write',
      'case.approve',
      'case.sign',
      null,
      null,
    ]);
  });
});
