import { DEADLINE_KINDS, nextDeadline } from '@shared/domain/supervision/deadlines';
import { goesToComplainant, NUMBER_SERIES } from '@shared/domain/supervision/letter-rules';
import { letterName, missedItsDay, paperOf, shortDay } from '@shared/domain/supervision/letters';
import { basisOf, codeRule, countRule, flagRule, textRule } from '@shared/domain/supervision/rule-access';
import { certificateStanding } from '@shared/domain/supervision/supervisors';
import { describe, expect, it } from 'vitest';
import { catalogue, context, documentData, readyForLetters, supervisors } from './samples';

const c = readyForLetters;

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
