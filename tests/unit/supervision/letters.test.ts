import { resolveRules } from '@shared/domain/kernel/rules';
import type { CaseData, DocumentData } from '@shared/domain/supervision/case-data';
import { DEADLINE_KINDS, nextDeadline } from '@shared/domain/supervision/deadlines';
import {
  goesToComplainant,
  letterFindings,
  letterItems,
  NUMBER_SERIES,
} from '@shared/domain/supervision/letter-rules';
import { isTooShort, letterTerm } from '@shared/domain/supervision/letter-term';
import { letterName, missedItsDay, paperOf, shortDay } from '@shared/domain/supervision/letters';
import { reactionsTo } from '@shared/domain/supervision/reactions';
import {
  basisOf,
  codeRule,
  countRule,
  flagRule,
  periodText,
  textRule,
} from '@shared/domain/supervision/rule-access';
import { certificateStanding } from '@shared/domain/supervision/supervisors';
import { provedTriggers, TRIGGERS } from '@shared/domain/supervision/triggers';
import { describe, expect, it } from 'vitest';
import { loadProfiles, ruleFileNames } from '../resources/load';
import { catalogue, context, documentData, event, inState, item, rulesWith, supervisors } from './world';

const profiles = [...loadProfiles().values()];
const established = [item({ finding: 'established' })];
const investigation = event('recordInvestigation', {
  supervisorA: 1,
  supervisorB: 2,
  investigatedOn: '2026-08-20',
});
const c = inState('C11', { violations: established, events: [investigation] });
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

describe('the reply term', () => {
  const at = (key: string) =>
    context({ jurisdiction: key, upperRules: [resolveRules(profiles, 'zhejiang', '2026-09-10')] });

  it('is the longer of city and province', () => {
    const hangzhou = at('hangzhou');
    expect(letterTerm('opinionLetter', hangzhou)).toMatchObject({
      n: 15,
      unit: 'workday',
      ruleKey: 'supervision.opinionReply',
      profileName: expect.stringContaining('浙江'),
    });
    expect(letterTerm('opinionLetter', { ...hangzhou, upperRules: undefined })).toMatchObject({
      n: 15,
      unit: 'day',
    });
    const rules = {
      ...hangzhou.rules,
      rules: {
        ...hangzhou.rules.rules,
        ...rulesWith('hangzhou', { 'supervision.preferLongerPeriod': false }).rules,
      },
    };
    expect(letterTerm('opinionLetter', { ...hangzhou, rules })).toMatchObject({ unit: 'day' });
    expect(isTooShort({ n: 15, unit: 'day' }, 'opinionLetter', hangzhou)).toMatchObject({ unit: 'workday' });
    expect(isTooShort({ n: 30, unit: 'day' }, 'opinionLetter', hangzhou)).toBeNull();
  });

  it('is not made longer by a default of ours', () => {
    const tianjin = context({
      jurisdiction: 'tianjin',
      upperRules: [resolveRules(profiles, 'national', '2026-09-10')],
    });
    expect(letterTerm('opinionLetter', tianjin)).toMatchObject({ n: 15, unit: 'day' });
    expect(letterTerm('opinionLetter', { ...tianjin, upperRules: [{ chain: [], rules: {} }] })).toMatchObject(
      { unit: 'day' },
    );
  });

  it('belongs to letters that ask for an answer', () => {
    expect(letterTerm('recommendationLetter', context())).toBeNull();
    expect(isTooShort({ n: 1, unit: 'day' }, 'recommendationLetter', context())).toBeNull();
    const rules = rulesWith('zhejiang', { 'supervision.opinionReply': null });
    expect(letterTerm('opinionLetter', context({ rules }))).toBeNull();
  });

  it.each([
    ['zhejiang', '15日', '15个工作日'],
    ['hubei', '15日', '30日'],
    ['shaanxi', '10日', '30日'],
    ['tianjin', '10日', '15日'],
    ['yunnan', '15日', '20日'],
  ])('of %s', (jurisdiction, reminderTerm, opinionTerm) => {
    const ctx = context({ jurisdiction });
    const text = (kind: string) => periodText(letterTerm(kind, ctx) ?? { n: 0, unit: 'day' });
    expect([text('reminderLetter'), text('opinionLetter')]).toEqual([reminderTerm, opinionTerm]);
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

describe('small things', () => {
  it('every clock has its rule in Zhejiang or a day set by a person', () => {
    const { rules } = context();
    const keys = Object.values(DEADLINE_KINDS).map((kind) => kind.ruleKey);
    expect(keys.filter((key) => key !== '' && rules.rules[key]?.kind !== 'period')).toEqual([]);
  });

  it('the next deadline is the earliest one running', () => {
    const deadline = (id: number, dueOn: string, status: 'running' | 'met') => ({
      id,
      kind: 'reply',
      label: '',
      startOn: dueOn,
      nominalOn: dueOn,
      dueOn,
      status,
      metOn: null,
      documentId: null,
    });
    expect(
      nextDeadline([
        deadline(1, '2026-09-20', 'running'),
        deadline(2, '2026-09-12', 'running'),
        deadline(3, '2026-09-01', 'met'),
      ])?.id,
    ).toBe(2);
    expect(nextDeadline([])).toBeNull();
  });

  it('rules that are absent or of another kind are neutral', () => {
    const { rules } = context();
    expect(countRule(rules, 'x')).toBe(0);
    expect(codeRule(rules, 'supervision.minInvestigators')).toEqual([]);
    expect(flagRule(rules, 'supervision.minInvestigators')).toBe(false);
    expect(textRule(rules, 'supervision.minInvestigators')).toBe('');
    expect(basisOf(rules, 'x')).toBe('');
  });

  it('names, days, numbers', () => {
    expect(shortDay('2027-01-02', '2026-09-10')).toBe('2027年1月2日');
    expect(letterName({ title: '提示函', documentNo: '' })).toBe('《提示函》');
    expect(goesToComplainant('resultNotice')).toBe(true);
    expect(goesToComplainant('opinionLetter')).toBe(false);
    expect(missedItsDay(documentData({ serviceOutcome: 'served' }), '2026-09-10')).toBe(false);
    expect(paperOf(c, 'closingReport')).toBeNull();
    const series = catalogue.numbering.patterns.map((pattern) => pattern.key);
    expect(Object.values(NUMBER_SERIES).filter((key) => !series.includes(key))).toEqual([]);
  });

  it('certificates: valid, expiring, run out, not yet, no longer', () => {
    const { rules } = context();
    const [valid, , , expired, notYet, inactive] = supervisors;
    const standing = (person: typeof valid, on = '2026-09-10') =>
      person && certificateStanding(person, on, rules);
    expect([standing(valid), standing(expired), standing(notYet), standing(inactive)]).toEqual([
      'valid',
      'expired',
      'notYet',
      'inactive',
    ]);
    expect([standing(valid, '2028-10-31'), standing(valid, '2028-11-01')]).toEqual(['valid', 'expiring']);
  });
});
