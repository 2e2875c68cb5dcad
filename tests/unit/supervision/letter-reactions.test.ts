import type { CaseData, DocumentData } from '@shared/domain/supervision/case-data';
import { reactionsTo } from '@shared/domain/supervision/reactions';
import { describe, expect, it } from 'vitest';
import { context, documentData, readyForLetters } from './samples';

const c = readyForLetters;
const reminder = documentData({ kind: 'reminderLetter' });
const opinion = documentData({ kind: 'opinionLetter', replyN: 15, replyUnit: 'workday' });

describe('reactions', () => {
  const react = (document: DocumentData, action: string, values = {}, over: Partial<CaseData> = {}) =>
    reactionsTo(document, action, values, { ...c, ...over }, context()).map((effect) =>
      effect.type === 'state'
        ? `→${effect.to}`
        : effect.type === 'message'
          ? '!'
          : 'kind' in effect
            ? `${effect.type}:${effect.kind}`
            : effect.type,
    );
  const served = documentData({
    id: 9,
    kind: 'opinionLetter',
    status: 'D08',
    serviceOutcome: 'served',
    servedOn: '2026-09-01',
  });

  it.each<[string, ReturnType<typeof react>, string[]]>([
    [
      'a served reminder',
      react(reminder, 'serve'),
      ['→C12', 'paper:proofOfService', 'deadline.meet:issueLetters'],
    ],
    [
      'a served letter beside a draft',
      react(reminder, 'serve', {}, { documents: [reminder, { ...opinion, id: 8 }] }),
      ['→C12', 'paper:proofOfService'],
    ],
    [
      'a served 建议书',
      react(documentData({ kind: 'recommendationLetter' }), 'serve', { servedOn: '2026-09-01' }),
      [
        '→C17',
        'paper:proofOfService',
        'deadline.meet:issueLetters',
        'deadline.start:departmentFiling',
        'deadline.start:departmentFollowUp',
      ],
    ],
    [
      'a served notice of refusal',
      react(documentData({ kind: 'declineNotice' }), 'serve', {}, { state: 'C04' }),
      ['deadline.meet:nonAcceptance', 'paper:proofOfService'],
    ],
    [
      'a served result',
      react(documentData({ kind: 'resultNotice' }), 'serve', {}, { state: 'C20' }),
      ['deadline.meet:feedback', 'paper:proofOfService'],
    ],
    [
      'a served transfer, proved before',
      react(
        documentData({ kind: 'transferLetter' }),
        'serve',
        {},
        { documents: [documentData({ id: 3, kind: 'proofOfService', basedOnId: 101 })] },
      ),
      [],
    ],
    ['a paper handed over', react(reminder, 'startService'), ['paper:proofOfService']],
    [
      'a refused reminder',
      react(reminder, 'refuse'),
      ['→C16', 'paper:proofOfService', 'deadline.meet:issueLetters', '!'],
    ],
    [
      'a refused notice',
      react(documentData({ kind: 'declineNotice' }), 'refuse', {}, { state: 'C04' }),
      ['deadline.meet:nonAcceptance', 'paper:proofOfService'],
    ],
    ['a returned letter', react(reminder, 'returned'), ['!']],
    [
      'a formal reply of a department',
      react(documentData({ kind: 'recommendationLetter' }), 'reply', { isWritten: true, isSealed: true }),
      [],
    ],
    ['an evaluation of a 建议书', react(documentData({ kind: 'recommendationLetter' }), 'evaluate', {}), []],
    [
      'a reply that passes',
      react(served, 'evaluate', { evaluation: 'pass' }, { state: 'C13' }),
      ['deadline.meet:replyReview'],
    ],
    ['a voided draft', react(reminder, 'void', { reason: 'x' }), []],
    [
      'a voided numbered paper',
      react({ ...reminder, status: 'D04' }, 'void', { reason: 'x' }),
      ['paper:correctionForm'],
    ],
    [
      'the only letter withdrawn',
      react(served, 'withdraw', { reason: 'x' }, { state: 'C12', documents: [served] }),
      ['paper:correctionForm', '→C11'],
    ],
    [
      'one of two letters withdrawn',
      react(
        served,
        'withdraw',
        { reason: 'x' },
        { state: 'C12', documents: [served, { ...served, id: 10 }] },
      ),
      ['paper:correctionForm'],
    ],
    ['a step of no consequence', react(reminder, 'seal'), []],
  ])('%s', (_name, got, wanted) => {
    expect(got).toEqual(wanted);
  });
});
