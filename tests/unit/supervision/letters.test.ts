import { resolveRules } from '@shared/domain/kernel/rules';
import type { CaseData, DocumentData } from '@shared/domain/supervision/case-data';
import { letterFindings, letterItems } from '@shared/domain/supervision/letter-rules';
import { codeRule } from '@shared/domain/supervision/rule-access';
import { provedTriggers, TRIGGERS } from '@shared/domain/supervision/triggers';
import { describe, expect, it } from 'vitest';
import { loadProfiles, ruleFileNames } from '../resources/load';
import {
  catalogue,
  context,
  documentData,
  established,
  event,
  inState,
  item,
  readyForLetters,
  rulesWith,
} from './samples';

const profiles = [...loadProfiles().values()];
const c = readyForLetters;
const reminder = documentData({ kind: 'reminderLetter' });
const opinion = documentData({ kind: 'opinionLetter', replyN: 15, replyUnit: 'workday' });

const codes = (document: DocumentData, subject: CaseData | null = c, ctx = context()) =>
  letterFindings(document, subject, ctx).map((finding) => `${finding.severity}:${finding.code}`);

describe('letters that keep the rules', () => {
  it.each([
    ['提示函', reminder],
    ['意见书', opinion],
    ['协商通知', documentData({ kind: 'talkNotice' })],
  ])('%s has no findings', (_name, document) => {
    expect(codes(document)).toEqual([]);
  });

  it('speak of the established items, or of those not yet judged', () => {
    expect(
      letterItems({ ...c, violations: [item(), item({ id: 12, finding: 'notEstablished' })] }),
    ).toHaveLength(1);
    expect(letterItems({ ...c, violations: [item(), ...established] })).toEqual(established);
  });
});

describe('findings', () => {
  it.each<[string, DocumentData, Partial<CaseData>, string]>([
    ['no item', reminder, { violations: [] }, 'block:items.missing'],
    ['no evidence', reminder, { violations: [item({ evidence: ' ' })] }, 'block:items.incomplete'],
    ['no legal basis', reminder, { violations: [item({ code: 'V99' })] }, 'block:items.incomplete'],
    ['another name', documentData({ addressee: '精工机械' }), {}, 'block:addressee.name'],
    ['no employer', reminder, { employer: null }, 'block:addressee.missing'],
    ['a shorter term', { ...opinion, replyN: 3 }, {}, 'block:reply.short'],
    ['days for working days', { ...opinion, replyUnit: 'day' }, {}, 'block:reply.short'],
    ['no term', { ...opinion, replyN: null }, {}, 'block:reply.missing'],
    [
      'an odd unit',
      { ...opinion, replyN: null, replyUnit: null, values: { replyN: 15, replyUnit: 'week' } },
      {},
      'block:reply.missing',
    ],
    ['an opinion without investigation', opinion, { events: [] }, 'block:opinion.order'],
    [
      'one supervisor',
      opinion,
      { events: [event('recordInvestigation', { supervisorA: 1, supervisorB: 1 })] },
      'block:investigators.certificate',
    ],
    [
      'a certificate that had run out',
      opinion,
      {
        events: [
          event('recordInvestigation', { supervisorA: 1, supervisorB: 4, investigatedOn: '2026-08-20' }),
        ],
      },
      'block:investigators.certificate',
    ],
    [
      'somebody unknown',
      opinion,
      { events: [event('recordInvestigation', { supervisorA: 1, supervisorB: 99 })] },
      'block:investigators.certificate',
    ],
    [
      '未建会 in an opinion',
      opinion,
      { violations: [item({ code: 'V53', finding: 'established' })] },
      'warn:opinion.preferReminder',
    ],
    [
      '童工 in a reminder',
      reminder,
      { violations: [item({ code: 'V30', finding: 'established' })] },
      'warn:reminder.immediate',
    ],
    ['three people', reminder, { violations: [item({ workerCount: 3 })] }, 'warn:privacy.smallGroup'],
    ['a court', reminder, { basics: { otherProcedure: 'yes' } }, 'warn:procedure.pending'],
    ['a twin', reminder, { documents: [reminder, { ...reminder, id: 102 }] }, 'warn:letter.twin'],
  ])('%s', (_name, document, over, wanted) => {
    expect(codes(document, { ...c, ...over })).toContain(wanted);
  });

  it('take the term from the form of a draft', () => {
    const draft = { ...opinion, replyN: null, replyUnit: null, values: { replyN: 20, replyUnit: 'workday' } };
    expect(codes(draft)).toEqual([]);
    expect(codes({ ...draft, values: { replyN: 10, replyUnit: 'workday' } }, null)).toEqual([
      'block:reply.short',
    ]);
  });

  it('ask the certificate only where the place does', () => {
    const events = [
      event('recordInvestigation', { supervisorA: 1, supervisorB: 4, investigatedOn: '2026-08-20' }),
    ];
    const ctx = context({ rules: rulesWith('zhejiang', { 'supervision.certificateRequired': false }) });
    expect(codes(opinion, { ...c, events }, ctx)).toEqual([]);
  });

  it('know who may send a reminder', () => {
    expect(codes(reminder, c, context({ jurisdiction: 'hubei' }))).toEqual(['warn:reminder.level']);
    const open = context({ rules: rulesWith('zhejiang', { 'supervision.reminderIssuerLevels': null }) });
    expect(codes(reminder, c, open)).toEqual([]);
  });

  it('of an open letter', () => {
    const open = documentData({ kind: 'publicReminder', replyN: null, replyUnit: null });
    expect(codes(open, null)).toEqual([]);
    expect(codes(open, null, context({ unitLevel: 'grassroots' }))).toEqual(['block:public.level']);
    const rules = rulesWith('zhejiang', { 'supervision.publicReminderAllowed': false });
    expect(codes(open, null, context({ rules }))).toEqual(['block:public.notAllowed']);
  });

  it('of a 建议书: trigger, materials, department', () => {
    const letter = documentData({
      kind: 'recommendationLetter',
      addressee: '安溪县人力资源和社会保障局',
      replyN: null,
      replyUnit: null,
    });
    const refused = documentData({
      id: 5,
      kind: 'opinionLetter',
      status: 'D07',
      serviceOutcome: 'refused',
      servedOn: '2026-09-01',
    });
    const list = documentData({ id: 6, kind: 'handoverList' });
    const ready = { ...c, documents: [refused, list] };
    expect(codes(letter, ready)).toEqual([]);
    expect(codes(letter)).toEqual(['block:recommendation.trigger', 'block:recommendation.handover']);
    expect(codes({ ...letter, addressee: '' }, ready)).toEqual(['block:addressee.missing']);
    expect(codes({ ...letter, addressee: '安溪县水利局' }, ready)).toEqual(['warn:recommendation.routing']);
    expect(codes(letter, ready, context({ unitLevel: 'grassroots' }))).toEqual([
      'block:recommendation.trigger',
    ]);
  });
});

describe('triggers of a 建议书', () => {
  const letter = documentData({
    kind: 'opinionLetter',
    title: '意见书',
    documentNo: '意1',
    status: 'D08',
    serviceOutcome: 'served',
    servedOn: '2026-08-10',
    dueOn: '2026-08-31',
  });
  const proved = (over: Partial<CaseData>, jurisdiction = 'zhejiang') =>
    provedTriggers(inState('C16', over), context({ jurisdiction })).map((trigger) => trigger.code);

  it('are proved by service, by time, by the review, by looking', () => {
    expect(proved({ documents: [letter] })).toEqual(['no_reply_in_time']);
    expect(proved({ documents: [{ ...letter, dueOn: '2026-09-10' }] })).toEqual([]);
    const late = { ...letter, status: 'D09', repliedOn: '2026-09-01' };
    expect(provedTriggers(inState('C16', { documents: [late] }), context())[0]?.evidence).toBe(
      '《意见书》（意1）应于8月31日前答复，9月1日才答复',
    );
    expect(
      proved({ documents: [{ ...letter, serviceOutcome: 'left', status: 'D07', dueOn: null }] }),
    ).toEqual(['refused_receipt']);
    expect(
      proved({ documents: [{ ...letter, serviceOutcome: 'refused', servedOn: null, dueOn: null }] }),
    ).toEqual([]);
    const inTime = { ...letter, repliedOn: '2026-08-20' };
    expect(
      proved({ documents: [inTime], events: [event('markNotCorrected', { reason: '未补发' })] }),
    ).toEqual(['not_corrected_without_reason']);
    expect(proved({ events: [event('recheckFailed', { reason: '未补发' })] })).toEqual([]);
    const failed = { ...inTime, evaluation: 'fail' as const };
    const review = (failure: string) => [event('document.evaluate', { failure }, { documentId: letter.id })];
    expect(proved({ documents: [failed], events: review('unreasoned') })).toEqual([
      'not_corrected_without_reason',
    ]);
    expect(proved({ documents: [failed], events: review('curable') })).toEqual([]);
    expect(proved({ documents: [failed] })).toEqual([]);
    expect(
      proved({ documents: [{ ...failed, evaluation: 'partial' }], events: review('unsuitable') }, 'yunnan'),
    ).toEqual(['unsuitable_reply']);
  });

  it('of 天津 need no opinion when the investigation was obstructed', () => {
    expect(
      proved(
        { events: [event('employerObstructed', { manner: 'false', description: '假工资表' })] },
        'tianjin',
      ),
    ).toEqual(['obstruction', 'false_information']);
    expect(
      proved(
        { events: [event('employerObstructed', { manner: 'refused', description: '拒绝' })] },
        'tianjin',
      ),
    ).toEqual(['obstruction']);
    expect(proved({ violations: established }, 'ningbo')).toEqual(['violation_found']);
  });

  it('all stand in the catalogue and in the rules', () => {
    const known = catalogue.options['recommendation-triggers'].items.map((entry) => entry.code);
    expect(Object.keys(TRIGGERS).toSorted()).toEqual(known.toSorted());
    for (const key of ruleFileNames) {
      const rules = resolveRules(profiles, key, '2026-09-10');
      expect(
        codeRule(rules, 'supervision.recommendationTriggers').filter((code) => !known.includes(code)),
      ).toEqual([]);
    }
  });
});
