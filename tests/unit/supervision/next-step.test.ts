import { refusedInput } from '@shared/domain/papers/lifecycle';
import { findCaseAction, offersFor } from '@shared/domain/supervision/case-actions';
import type { CaseData } from '@shared/domain/supervision/case-data';
import { decidePaper, paperOffers } from '@shared/domain/supervision/document-hooks';
import { buildDossier, dossierMissing } from '@shared/domain/supervision/dossier';
import { checkClue } from '@shared/domain/supervision/fields';
import { reportedOn } from '@shared/domain/supervision/letter-rules';
import { letterTerm } from '@shared/domain/supervision/letter-term';
import { employerLetters } from '@shared/domain/supervision/letters';
import { recommendationReasons } from '@shared/domain/supervision/measures';
import { relatedCases } from '@shared/domain/supervision/related';
import { departmentsFor } from '@shared/domain/supervision/routing';
import { describe, expect, it } from 'vitest';
import {
  caseData,
  catalogue,
  context,
  documentData,
  established,
  event,
  inState,
  item,
  rulesWith,
} from './samples';

const deadline = (over: Partial<CaseData['deadlines'][number]>) => ({
  id: 1,
  kind: 'departmentFollowUp',
  label: '',
  startOn: '2026-08-01',
  nominalOn: '2026-09-01',
  dueOn: '2026-09-01',
  status: 'running' as const,
  metOn: null,
  documentId: null,
  ...over,
});
const reminder = documentData({
  status: 'D08',
  signedOn: '2026-08-10',
  servedOn: '2026-08-11',
  serviceOutcome: 'served',
  dueOn: '2026-08-26',
});
const refusedOpinion = documentData({
  id: 102,
  kind: 'opinionLetter',
  status: 'D07',
  signedOn: '2026-08-10',
  servedOn: '2026-08-11',
  serviceOutcome: 'left',
});
const investigated = [event('recordInvestigation', {}, { id: 1 })];

describe('the step a case waits for', () => {
  it.each<[string, CaseData, string]>([
    ['a matter in court is refused', inState('C03', { basics: { otherProcedure: 'yes' } }), 'decline'],
    [
      'a refusal that was served is closed',
      inState('C04', {
        documents: [documentData({ kind: 'declineNotice', status: 'D07', serviceOutcome: 'served' })],
      }),
      'closeDeclined',
    ],
    [
      'an agreement is settled',
      inState('C07', { events: [event('recordTalk', { result: 'agreed' })] }),
      'talkSettled',
    ],
    [
      'a failed talk is investigated',
      inState('C07', { events: [event('recordTalk', { result: 'failed' })] }),
      'startInvestigation',
    ],
    ['an investigation is reported', inState('C08', { events: investigated }), 'submitReport'],
    ['an overdue letter', inState('C12', { documents: [reminder] }), 'markOverdue'],
    [
      'after a reminder the opinion',
      inState('C16', { documents: [reminder], events: investigated }),
      'escalateToOpinion',
    ],
    [
      'after an opinion the 建议书',
      inState('C16', { documents: [refusedOpinion], events: investigated }),
      'escalateToRecommendation',
    ],
    [
      'a look that was good',
      inState('C14', { events: [event('recheck', { conclusion: 'done' })] }),
      'recheckPassed',
    ],
    ['a department that is late', inState('C17', { deadlines: [deadline({})] }), 'followUpDepartment'],
    [
      'a department in time',
      inState('C17', {
        deadlines: [
          deadline({ dueOn: '2026-10-01' }),
          deadline({ status: 'met' }),
          deadline({ kind: 'reply' }),
        ],
      }),
      'departmentResult',
    ],
    [
      'a written report',
      inState('C15', { documents: [documentData({ kind: 'closingReport', status: 'D11' })] }),
      'approveClose',
    ],
    [
      'a complete file',
      inState('C20', {
        isAnonymous: true,
        documents: ['registrationForm', 'dossierIndex', 'filingNote'].map((kind, id) =>
          documentData({ id, kind }),
        ),
      }),
      'archive',
    ],
  ])('%s', (_name, c, key) => {
    expect(offersFor(c, context()).find((offer) => offer.isPrimary)?.key).toBe(key);
  });

  it('of a grass-roots union is the upper one', () => {
    const c = inState('C16', { documents: [refusedOpinion], events: investigated });
    expect(offersFor(c, context({ unitLevel: 'grassroots' }))[0]?.key).toBe('requestUpperUnion');
  });
});

describe('reasons', () => {
  it('of a letter stand at the button', () => {
    const draft = documentData({ addressee: '精工', values: {} });
    const submit = paperOffers(draft, inState('C11', { violations: [item({ fact: '' })] }), context()).find(
      (offer) => offer.key === 'submitApproval',
    );
    expect(submit).toMatchObject({ isEnabled: false });
    expect(submit?.reason).toContain('主送单位应当与登记名称一致：安溪湾精工机械有限公司');
    expect(submit?.reason).toContain('缺少事实');
    const warned = paperOffers(
      documentData({ status: 'D03' }),
      inState('C11', { violations: [item({ workerCount: 1 })] }),
      context(),
    );
    expect(warned[0]).toMatchObject({ key: 'approveAndSign', isEnabled: true });
  });

  it('of a form without field refuse, with field they are input', () => {
    expect(refusedInput([{ message: '不行' }])).toEqual({
      ok: false,
      code: 'REFUSED',
      message: '不行',
      fields: [],
    });
    expect(refusedInput([{ field: 'a', message: '错' }])).toMatchObject({
      code: 'BAD_INPUT',
      fields: [{ field: 'a', message: '错' }],
    });
  });

  it('against a 建议书 name the triggers of the place', () => {
    const answered = {
      ...refusedOpinion,
      serviceOutcome: 'served' as const,
      status: 'D10',
      repliedOn: '2026-08-20',
      dueOn: '2026-08-30',
    };
    expect(recommendationReasons(inState('C16', { documents: [answered] }), context())).toEqual([
      expect.stringContaining('尚无可以发出建议书的情形'),
    ]);
    const rules = rulesWith('zhejiang', {
      'supervision.recommendationTriggers': ['odd'],
      'supervision.recommendationMinLevel': null,
    });
    expect(recommendationReasons(inState('C16'), context({ rules }))).toEqual([
      expect.stringContaining('须有odd之一'),
    ]);
  });
});

describe('edges', () => {
  it('a decision is taken back only without drafts', () => {
    const draft = inState('C11', { documents: [documentData({ status: 'D02' })] });
    const reason = (c: CaseData) =>
      offersFor(c, context()).find((offer) => offer.key === 'reconsider')?.reason;
    expect(reason(draft)).toBe('请先作废尚未发出的文书');
    expect(reason(inState('C11'))).toBe('');
  });

  it('what a signed letter risks is said at its signature', () => {
    const c = inState('C11', { violations: [item({ workerCount: 1 })] });
    const decision = decidePaper(
      documentData({ status: 'D03' }),
      'approveAndSign',
      { signerId: 1, signedOn: '2026-09-10', opinion: '同意' },
      c,
      context(),
    );
    expect(decision.ok && decision.warnings).toEqual([expect.stringContaining('只涉及 1 人')]);
  });

  it('letters of one day stand in the order they were made', () => {
    const letters = [reminder, { ...reminder, id: 99 }];
    expect(employerLetters(inState('C12', { documents: letters })).map((letter) => letter.id)).toEqual([
      99, 101,
    ]);
  });

  it('papers without a place or a day stand last, in the order they were made', () => {
    const loose = (id: number) => documentData({ id, kind: 'unknown', status: 'D11', signedOn: null });
    const c = inState('C20', {
      documents: [loose(3), loose(2), documentData({ id: 4, kind: 'talkRecord' })],
    });
    const { rows } = buildDossier(c, catalogue.options['dossier-order'].items, '');
    expect(rows.map((row) => row.documentId)).toEqual([4, 2, 3]);
  });

  it('two open ends overlap', () => {
    const one = (id: number, factsFrom: string | null, factsTo: string | null) => ({
      id,
      caseNo: '',
      title: '',
      employerId: 7,
      openedOn: '2026-08-03',
      factsFrom,
      factsTo,
      violationCodes: [],
    });
    const why = relatedCases(one(1, null, '2026-07-01'), [one(2, null, '2026-06-01')], context().rules)[0]
      ?.why;
    expect(why).toContain('事实期间重叠');
  });

  it('a letter of a case without established items asks for no items', () => {
    const replied = documentData({ status: 'D09', servedOn: '2026-09-01', repliedOn: '2026-09-05' });
    const [reply, evaluate] = paperOffers(replied, inState('C13', { violations: [item()] }), context());
    expect(reply?.fields.map((field) => field.name)).not.toContain('items');
    expect(evaluate?.fields.map((field) => field.name)).not.toContain('upheldItems');
    expect(reply?.initial.items).toBeUndefined();
  });

  it('a case without investigators opens empty forms', () => {
    expect(
      findCaseAction('submitReport')?.initial(inState('C08', { investigators: [] }), context()),
    ).toMatchObject({ supervisorA: null, supervisorB: null });
    expect(reportedOn(inState('C11'))).toBeNull();
    expect(checkClue({ workersFemale: 1 }, context())).toMatchObject([{ field: 'workersFemale' }]);
  });

  it('a handled matter needs an answer for every item', () => {
    const c = inState('C17', { violations: established });
    const [offer] = offersFor(c, context());
    const answer = { result: 'handled', items: [] };
    const check = findCaseAction('departmentResult')?.check?.(c, answer, context());
    expect(offer?.key).toBe('departmentResult');
    expect(check).toMatchObject([{ field: 'items' }]);
  });

  it('a served transfer may be the whole measure', () => {
    const out = (over: object) =>
      inState('C11', {
        documents: [
          documentData({ kind: 'transferLetter', status: 'D07', serviceOutcome: 'served', ...over }),
        ],
      });
    const reason = (c: CaseData) =>
      offersFor(c, context()).find((offer) => offer.key === 'proposeClose')?.reason;
    expect(reason(out({}))).toBe('');
    expect(reason(out({ serviceOutcome: null }))).toBe('尚未发出文书');
  });

  it('routing knows what it does not know', () => {
    const ctx = context();
    expect(departmentsFor([item({ code: 'V99' })], ctx)).toEqual([]);
    expect(
      departmentsFor([item({ code: 'V34' }), item({ code: 'V13' })], ctx).map((known) => known.code),
    ).toEqual(['tax', 'hrss', 'medicare']);
    const departments = { ...catalogue.departments, departments: [] };
    expect(departmentsFor(established, context({ catalogue: { ...catalogue, departments } }))).toEqual([]);
  });

  it('a shorter term above changes nothing', () => {
    const rules = context({ jurisdiction: 'hangzhou' }).rules;
    expect(letterTerm('opinionLetter', context({ upperRules: [rules] }))).toMatchObject({
      n: 15,
      unit: 'workday',
    });
  });

  it('a place of the dossier without papers asks for nothing that is there', () => {
    const [place] = catalogue.options['dossier-order'].items;
    expect(dossierMissing(caseData(), [{ ...place!, papers: [] }])).toEqual([place?.label]);
  });

  it('a catalogue without terms of retention proposes none', () => {
    const retention = { ...catalogue.options.retention, items: [] };
    const ctx = context({ catalogue: { ...catalogue, options: { ...catalogue.options, retention } } });
    expect(findCaseAction('archive')?.initial(inState('C20'), ctx)).toMatchObject({ retention: null });
  });
});
