import { duplicateWindowStart, relatedCases } from '@shared/domain/supervision/related';
import { describe, expect, it } from 'vitest';
import { context, rulesWith } from './samples';

describe('related cases', () => {
  const one = (id: number, over = {}) => ({
    id,
    caseNo: `案${id}`,
    title: '',
    employerId: 7,
    openedOn: '2026-08-03',
    factsFrom: null,
    factsTo: null,
    violationCodes: ['V13'],
    ...over,
  });
  const { rules } = context();

  it('are those of the same employer within the window', () => {
    const others = [
      one(2, { openedOn: '2025-08-03' }),
      one(3, { openedOn: '2025-08-02' }),
      one(4, { employerId: 8 }),
      one(5, { employerId: null }),
      one(6, { openedOn: '2027-08-03' }),
      one(7, { openedOn: '2027-08-04' }),
      one(1),
    ];
    expect(
      relatedCases(one(1), others, rules)
        .map((known) => known.id)
        .toSorted(),
    ).toEqual([2, 6]);
    expect(relatedCases(one(1, { employerId: null }), others, rules)).toEqual([]);
  });

  it('say why, the likeliest first', () => {
    const subject = one(1, { factsFrom: '2026-06-01', factsTo: null });
    const others = [
      one(2, { violationCodes: ['V01'] }),
      one(3, { factsTo: '2026-07-01', openedOn: '2026-08-01' }),
      one(4, { factsTo: '2026-05-01' }),
      one(5, { factsFrom: '2026-07-01', openedOn: '2026-08-02' }),
    ];
    expect(relatedCases(subject, others, rules).map(({ id, why }) => `${id} ${why}`)).toEqual([
      '5 同一单位、违法类型相同（V13）、事实期间重叠，疑似同一事项',
      '3 同一单位、违法类型相同（V13）、事实期间重叠，疑似同一事项',
      '4 同一单位、违法类型相同（V13），疑似同一事项',
      '2 同一单位，疑似重复或者可以并案',
    ]);
  });

  it('follow the window of the rules', () => {
    const withWindow = (n: number, unit: 'day' | 'year' | 'month') => {
      const rule = rules.rules['supervision.duplicateClueWindow'];
      return {
        ...rules,
        rules: {
          ...rules.rules,
          'supervision.duplicateClueWindow': { ...rule!, kind: 'period' as const, n, unit },
        },
      } as typeof rules;
    };
    expect(duplicateWindowStart(withWindow(10, 'day'), '2026-08-11')).toBe('2026-08-01');
    expect(duplicateWindowStart(withWindow(2, 'year'), '2026-08-11')).toBe('2024-08-11');
    const none = rulesWith('zhejiang', { 'supervision.duplicateClueWindow': null });
    expect(duplicateWindowStart(none, '2026-08-11')).toBeNull();
    expect(relatedCases(one(1), [one(2), one(3, { openedOn: '2026-09-01' })], none)).toEqual([]);
  });
});
