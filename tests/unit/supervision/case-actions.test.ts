import {
  CASE_ACTIONS,
  decideCase,
  findCaseAction,
  offersFor,
  suggestedPapers,
} from '@shared/domain/supervision/case-actions';
import { CASE_STATE_CODES, type CaseState } from '@shared/domain/supervision/case-state';
import { isPaperKind } from '@shared/domain/supervision/paper-kinds';
import { describe, expect, it } from 'vitest';
import { filled } from './fill';
import { caseData, context, documentData, event, inState, investigators, item, rulesWith } from './samples';

/** `*` next step, `-` refused with a reason; the open-at-any-stage actions after the bar. */
const OFFERS: Record<CaseState, string> = {
  C01: '*register |',
  C02: '*startReview -accept | reportUpward withdraw addNote',
  C03: '*accept decline transferOut | reportUpward withdraw pause terminate addNote',
  C04: '-closeDeclined | reportUpward withdraw addNote',
  C05: '*returnFromTransfer closeTransferred | reportUpward withdraw pause terminate addNote',
  C06: '*startTalk startInvestigation | recuse enterOuterProcedure reportUpward transferToProcurator withdraw pause terminate addNote',
  C07: '*recordTalk reminderFirst findNoViolation -talkSettled -startInvestigation | recuse enterOuterProcedure reportUpward transferToProcurator withdraw pause terminate addNote',
  C08: '*recordInvestigation findNoViolation employerObstructed -submitReport | recuse enterOuterProcedure reportUpward transferToProcurator withdraw pause terminate addNote',
  C09: '*deliberate returnToInvestigation requestUpperUnion | recuse enterOuterProcedure reportUpward transferToProcurator withdraw pause terminate addNote',
  C10: '*explainNotEstablished | recuse enterOuterProcedure reportUpward transferToProcurator withdraw pause terminate addNote',
  C11: 'prepareLetters reconsider -proposeClose | recuse enterOuterProcedure reportUpward transferToProcurator withdraw pause terminate addNote',
  C12: '-markOverdue -escalateToOpinion -escalateToRecommendation -dun | recuse enterOuterProcedure reportUpward transferToProcurator withdraw pause terminate addNote',
  C13: '*recordRectificationClaim requestSupplement markNotCorrected proposeClose | recuse enterOuterProcedure reportUpward transferToProcurator withdraw pause terminate addNote',
  C14: '*recheck -recheckPassed -recheckFailed | recuse enterOuterProcedure reportUpward transferToProcurator withdraw pause terminate addNote',
  C15: 'rejectClose -approveClose -archive | enterOuterProcedure reportUpward withdraw pause addNote',
  C16: '*startInvestigation requestUpperUnion -escalateToOpinion -escalateToRecommendation -dun | recuse enterOuterProcedure reportUpward transferToProcurator withdraw pause terminate addNote',
  C17: '*departmentResult recordRectificationClaim followUpDepartment departmentAccepted departmentDeclined proposeClose | recuse enterOuterProcedure reportUpward transferToProcurator withdraw pause terminate addNote',
  C18: '*recordOuterProgress proposeClose resumeFromOuter | recuse reportUpward transferToProcurator withdraw terminate addNote',
  C19: '*resumeFromUpper proposeClose | recuse enterOuterProcedure transferToProcurator withdraw pause terminate addNote',
  C20: '*feedBackResult reopen -archive | addNote',
  C21: '|',
  C90: '*resume | terminate addNote',
  C91: '*proposeClose | addNote',
};

const isGeneral = (key: string) => findCaseAction(key)?.isGeneral === true;

describe('offers of a case', () => {
  it.each(CASE_STATE_CODES)('in %s', (state) => {
    const offers = offersFor(inState(state), context());
    const text = (general: boolean) =>
      offers
        .filter((offer) => isGeneral(offer.key) === general)
        .map((offer) => `${offer.isPrimary ? '*' : ''}${offer.isEnabled ? '' : '-'}${offer.key}`)
        .join(' ');
    expect(`${text(false)} | ${text(true)}`.trim()).toBe(OFFERS[state]);
    for (const offer of offers) expect(offer.reason === '').toBe(offer.isEnabled);
    expect(offers.filter((offer) => offer.isPrimary).length).toBeLessThanOrEqual(1);
  });

  it('have the options of the catalogues in their forms', () => {
    const [register] = offersFor(caseData(), context());
    const source = register?.fields.find((field) => field.name === 'source');
    expect(source?.options?.[0]).toEqual({ value: '01', label: '来访' });
    expect(register?.initial).toMatchObject({ receivedOn: '2026-08-03', urgency: 'normal' });
  });

  it('name the right that is missing', () => {
    const offers = offersFor(inState('C03'), context({ can: (permission) => permission === 'case.write' }));
    expect(offers.find((offer) => offer.key === 'accept')?.reason).toBe('需要“审核人”或者“签发人”权限');
  });
});

describe('deciding', () => {
  it('refuses what it does not know', () => {
    expect(decideCase(inState('C03'), 'fly', {}, context())).toMatchObject({ ok: false, code: 'REFUSED' });
  });

  it.each(CASE_ACTIONS.map((action) => action.key))(
    '%s is refused in every other state, with a sentence',
    (key) => {
      const action = findCaseAction(key);
      for (const state of CASE_STATE_CODES) {
        if (action?.from.includes(state)) continue;
        const decision = decideCase(inState(state), key, {}, context());
        expect(decision).toMatchObject({ ok: false, code: 'REFUSED', fields: [] });
        expect(!decision.ok && decision.message.length).toBeGreaterThan(10);
      }
    },
  );

  it('refuses without the right, and names the fields that are wrong', () => {
    expect(decideCase(inState('C03'), 'accept', {}, context({ can: () => false }))).toMatchObject({
      code: 'FORBIDDEN',
    });
    const decision = decideCase(inState('C02'), 'startReview', { reviewOn: '2026-02-30' }, context());
    expect(decision).toMatchObject({ ok: false, code: 'BAD_INPUT' });
    expect(!decision.ok && decision.fields.map(({ field }) => field)).toEqual(['reviewOn', 'reviewer']);
  });

  it('refuses days in the future and before the clue', () => {
    const on = (reviewOn: string) =>
      decideCase(inState('C02'), 'startReview', { reviewOn, reviewer: '王敏' }, context());
    expect(on('2026-09-11')).toMatchObject({
      fields: [{ field: 'reviewOn', message: '审查日期不能晚于今天' }],
    });
    expect(on('2026-08-01')).toMatchObject({
      fields: [{ message: '审查日期不能早于收到线索之日（2026年8月3日）' }],
    });
    expect(on('2026-08-04')).toMatchObject({
      ok: true,
      on: '2026-08-04',
      summary: '开始受理审查：线索已登记 → 受理审查',
    });
  });

  it('keeps cleaned values and says nothing of a state that stays', () => {
    const decision = decideCase(
      inState('C08'),
      'addNote',
      { notedOn: '2026-09-01', note: ' 电话联系 ' },
      context(),
    );
    expect(decision).toMatchObject({ ok: true, summary: '记事', values: { note: '电话联系' } });
  });

  it('ends the clocks that have no meaning any more', () => {
    const clock = (kind: string, status: 'running' | 'paused' | 'met' = 'running') => ({
      id: 1,
      kind,
      label: kind,
      startOn: '2026-08-05',
      nominalOn: '2026-09-20',
      dueOn: '2026-09-20',
      status,
      metOn: null,
      documentId: null,
    });
    const deadlines = [
      clock('consultation'),
      clock('investigation', 'paused'),
      clock('hotline'),
      clock('intakeReview', 'met'),
      clock('other'),
    ];
    const c = inState('C07', { deadlines });
    const decision = decideCase(
      c,
      'reminderFirst',
      { proposedOn: '2026-09-01', reason: '轻微', approver: '赵', approverOpinion: '同意' },
      context(),
    );
    expect(decision.ok && decision.effects.filter((effect) => effect.type === 'deadline.cancel')).toEqual([
      { type: 'deadline.cancel', kind: 'consultation' },
      { type: 'deadline.cancel', kind: 'investigation' },
    ]);
  });
});

describe('every action', () => {
  const rich = {
    violations: [item({ finding: 'established' })],
    documents: [
      documentData({ status: 'D08', servedOn: '2026-08-20', serviceOutcome: 'served', dueOn: '2026-09-04' }),
    ],
    events: [
      event('recordInvestigation', { findings: '超时' }),
      event('recheck', { conclusion: 'none', remaining: '未补发' }),
    ],
    investigators,
  } as const;

  it.each(CASE_ACTIONS.map((action) => [action.key, action] as const))(
    '%s has a form that its own values fill',
    (_key, action) => {
      const ctx = context();
      const c = inState(action.from[0] as CaseState, rich);
      const fields = action.fields(c, ctx);
      expect(new Set(fields.map((field) => field.name)).size).toBe(fields.length);
      for (const name of action.happened ?? []) expect(fields.map((field) => field.name)).toContain(name);
      const initial = action.initial?.(c, ctx) ?? {};
      const names = new Set(fields.map((field) => field.name));
      const foreign = Object.keys(initial).filter((name) => !names.has(name));
      expect(action.key === 'register' ? [] : foreign).toEqual([]);
      expect(action.outcome(c, filled(fields, initial, {}, ctx.today), ctx)).toBeInstanceOf(Array);
    },
  );

  it('suggests papers of the state', () => {
    expect(suggestedPapers(inState('C09'), context())).toContain('reminderLetter');
    expect(suggestedPapers(inState('C14'), context())).toEqual(['recheckRecord']);
    for (const action of CASE_ACTIONS)
      for (const kind of action.suggestsPapers ?? []) expect(isPaperKind(kind)).toBe(true);
  });

  it('asks more where the place asks more', () => {
    const kunming = context({ jurisdiction: 'kunming' });
    const names = (key: string, ctx = kunming) =>
      findCaseAction(key)
        ?.fields(inState('C08'), ctx)
        .map((field) => field.name);
    expect(names('approveClose')).toContain('committeeOpinion');
    expect(names('deliberate', context({ jurisdiction: 'jiangsu' }))).toContain('heardOpinions');
    expect(
      names(
        'recordInvestigation',
        context({ rules: rulesWith('zhejiang', { 'supervision.employerOrgsHeard': null }) }),
      ),
    ).not.toContain('employerOrgs');
  });
});
