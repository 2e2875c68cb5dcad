import type { FieldValues } from '@shared/domain/kernel/field';
import type { CaseData, CaseEvent, DocumentData, ViolationData } from '@shared/domain/supervision/case-data';
import type { PaperKind } from '@shared/domain/supervision/paper-kinds';
import { initialPaperValues, type PaperInput } from '@shared/domain/supervision/papers';
import { describe, expect, it } from 'vitest';
import { sampleCase, sampleUnit } from '../../builders/supervision-case';
import { sampleInput, suggested, templates } from './inputs';

/** What the form of a paper opens with: drawn from the case, so that the clerk types almost nothing. */

const [first, second] = sampleCase.violations as readonly [ViolationData, ViolationData];
const opinion = sampleCase.documents.find(({ kind }) => kind === 'opinionLetter') as DocumentData;
const reminder = sampleCase.documents.find(({ kind }) => kind === 'reminderLetter') as DocumentData;
const [anyEvent] = sampleCase.events as readonly [CaseEvent];

const done = (action: string, values: FieldValues): CaseEvent => ({ ...anyEvent, action, values });
const file = (over: Partial<CaseData>): Partial<PaperInput> => ({ case: { ...sampleCase, ...over } });
const about = (letter: DocumentData, over: Partial<DocumentData>): Partial<PaperInput> => ({
  basedOn: { ...letter, ...over },
});

const rows: readonly [string, PaperKind, Partial<PaperInput>, Readonly<Record<string, unknown>>][] = [
  [
    'the organs a letter is copied to',
    'signingForm',
    about(opinion, { values: { copiesTo: '云州市总工会' } }),
    { copiesTo: '云州市总工会' },
  ],
  [
    'a letter that speaks of no violation',
    'signingForm',
    { ...file({ violations: [] }), ...about(opinion, {}) },
    { summary: '拟向安溪湾精工机械有限公司发出《工会劳动法律监督意见书》，全文附后。' },
  ],
  [
    'a pause',
    'suspensionForm',
    file({ state: 'C90', events: [done('pause', { pausedOn: '2026-09-20' })] }),
    { variant: 'pause', pausedOn: '2026-09-20' },
  ],
  [
    'an end',
    'suspensionForm',
    file({ state: 'C91', events: [done('terminate', { terminatedOn: '2026-10-08' })] }),
    { variant: 'terminate', terminatedOn: '2026-10-08' },
  ],
  [
    'an extension',
    'suspensionForm',
    { ...file({}), today: '2026-10-09' },
    { variant: 'extend', appliedOn: '2026-10-09' },
  ],
  ['a letter that is not out', 'correctionForm', about(opinion, { servedOn: null }), { variant: 'correct' }],
  ['a letter the employer has', 'correctionForm', about(opinion, {}), { variant: 'withdraw' }],
  [
    'a closing that was approved',
    'closingReport',
    file({ events: [done('approveClose', { reason: 'agreed' })] }),
    { reason: 'agreed' },
  ],
  [
    'nothing found',
    'closingReport',
    file({ violations: [] }),
    { reason: 'notEstablished', rectification: '无须整改的问题。' },
  ],
  [
    'an item that was put right in part',
    'closingReport',
    file({ violations: [first, { ...second, rectified: 'partly' }] }),
    {
      reason: undefined,
      rectification: '超时加班：已整改。\n未付或者少付加班费：部分整改。',
    },
  ],
  [
    'an objection that was upheld',
    'closingReport',
    file({ violations: [first, { ...second, rectified: 'objectionUpheld' }] }),
    { reason: 'rectified' },
  ],
  [
    'a closing of which the complainant is told',
    'resultNotice',
    file({ events: [done('approveClose', { reason: 'rectified' })], results: [] }),
    { result: '我会依法听取了有关意见，对您反映的情况进行了调查核实。用人单位已改正，经核查属实。' },
  ],
  [
    'a letter answered in part',
    'dunningLetter',
    about(opinion, {}),
    { replyState: 'incomplete', nextStep: 'recommend' },
  ],
  [
    'a letter without an answer',
    'dunningLetter',
    about(reminder, { repliedOn: null }),
    { replyState: 'none', nextStep: 'opinion' },
  ],
  [
    'an answer in time',
    'replyReview',
    about(opinion, { repliedOn: '2026-11-03' }),
    { repliedOn: '2026-11-03', opinion: expect.stringContaining('作出书面答复，在规定期限内。') },
  ],
  [
    'an answer to a letter that set no day',
    'replyReview',
    about(opinion, { dueOn: null }),
    { opinion: expect.stringContaining('作出书面答复。') },
  ],
  [
    'an item nobody has looked at again',
    'recheckRecord',
    file({ events: [], violations: [{ ...first, rectified: 'pending' }] }),
    { recheckItems: [{ title: '超时加班', state: null, evidence: null }] },
  ],
  [
    'an employer who does not co-operate',
    'transferLetter',
    { values: { isUncooperative: true } },
    { attitude: '该单位不配合我会监督工作' },
  ],
  [
    'a refusal of which the complainant is told by a day',
    'approvalForm',
    {
      ...file({
        state: 'C04',
        events: [done('decline', { reason: 'outOfScope' })],
        deadlines: [
          {
            id: 1,
            kind: 'nonAcceptance',
            label: '',
            startOn: '2026-09-01',
            nominalOn: '2026-09-08',
            dueOn: '2026-09-08',
            status: 'running',
            metOn: null,
            documentId: null,
          },
        ],
      }),
    },
    {
      variant: 'decline',
      handlerOpinion: expect.stringContaining('建议不予受理，并于2026年9月8日前书面告知反映人。'),
    },
  ],
  [
    'a refusal without reason and day',
    'approvalForm',
    { ...file({ state: 'C03', events: [] }), values: { variant: 'decline' } },
    {
      variant: 'decline',
      handlerOpinion: '经审查，该事项不属于受理范围，建议不予受理，并按期书面告知反映人。',
      leaderOpinion: '同意不予受理。',
    },
  ],
  [
    'an acceptance without a plan and without investigators',
    'approvalForm',
    file({ events: [], investigators: [] }),
    { variant: 'accept', handlerOpinion: expect.stringContaining('拟由工会劳动法律监督员共同办理。') },
  ],
  ['a county', 'publicReminder', {}, { audience: '安溪县各用人单位' }],
  [
    'a reminder that was answered but not followed',
    'opinionLetter',
    file({ documents: [{ ...reminder, repliedOn: '2026-09-20' }] }),
    { prevResult: 'notCorrected' },
  ],
  [
    'a reminder without an answer',
    'opinionLetter',
    file({ documents: [reminder] }),
    { prevResult: 'noReply' },
  ],
  [
    'a refused opinion',
    'recommendationLetter',
    about(opinion, { serviceOutcome: 'refused' }),
    { triggers: ['refused_receipt'] },
  ],
  [
    'an opinion left in place',
    'recommendationLetter',
    about(opinion, { serviceOutcome: 'left' }),
    { triggers: ['refused_receipt'] },
  ],
  [
    'an opinion whose day has passed',
    'recommendationLetter',
    { ...about(opinion, { repliedOn: null }), today: '2026-11-04' },
    { triggers: ['no_reply_in_time'] },
  ],
  [
    'an opinion that was not followed',
    'recommendationLetter',
    about(opinion, { evaluation: 'fail' }),
    { triggers: ['not_corrected_without_reason'] },
  ],
  [
    'an opinion that was followed in part',
    'recommendationLetter',
    about(opinion, { evaluation: 'partial' }),
    { triggers: ['not_corrected_without_reason'] },
  ],
  [
    'an opinion that was followed',
    'recommendationLetter',
    about(opinion, { evaluation: 'pass' }),
    { triggers: [] },
  ],
  ['no opinion', 'recommendationLetter', { ...file({ documents: [] }), basedOn: null }, { triggers: [] }],
  [
    'a proof for somebody who is not the employer',
    'proofOfService',
    about(opinion, { addressee: '安溪县税务局' }),
    { receiverName: '安溪县税务局', servedAddress: undefined },
  ],
  [
    'a proof for the employer',
    'proofOfService',
    { basedOn: null },
    { receiverName: '安溪湾精工机械有限公司', servedAddress: '安溪县经济开发区创业大道66号' },
  ],
  ['a proof for nobody', 'proofOfService', { basedOn: null, case: null }, { receiverName: undefined }],
];

describe('a form opens with what follows from', () => {
  it.each(rows)('%s: %s', (_, kind, over, expected) => {
    const values = suggested(kind, over);
    expect(Object.fromEntries(Object.keys(expected).map((name) => [name, values[name]]))).toEqual(expected);
  });
});

describe('a day the form proposes', () => {
  it.each([
    ['2026-09-04', '2026-09-11'],
    ['2026-09-05', '2026-09-14'],
    ['2026-09-06', '2026-09-14'],
  ])('seven days after %s is %s: Monday instead of a weekend', (today, talkOn) => {
    expect(suggested('talkNotice', { today })).toMatchObject({ talkOn });
  });
});

it('an audience is named only where the county is known', () => {
  expect(suggested('publicReminder', { unit: { ...sampleUnit, area: '' } }).audience).toBeUndefined();
});

it('a reply term is proposed only where a rule sets one', () => {
  const input = sampleInput('reminderLetter');
  expect(suggested('reminderLetter')).toMatchObject({ replyN: 15, replyUnit: 'day' });
  const { 'supervision.reminderReply': _, ...others } = input.rules.rules;
  expect(suggested('reminderLetter', { rules: { ...input.rules, rules: others } }).replyN).toBeUndefined();
});

it('what goes along with a recommendation says where the employer answered', () => {
  const names = (documents: readonly DocumentData[]) =>
    (suggested('recommendationLetter', file({ documents })).materials as readonly { name: string }[]).map(
      ({ name }) => name,
    );
  expect(names([opinion])).toContain('工会劳动法律监督意见书的书面答复');
  expect(names([{ ...opinion, repliedOn: null }])).not.toContain('工会劳动法律监督意见书的书面答复');
});

it('a template of another module is refused', () => {
  const template = { ...templates.get('reminderLetter')!, kind: 'spaceship' };
  expect(() => initialPaperValues(template, sampleInput('reminderLetter'))).toThrow('spaceship');
});
