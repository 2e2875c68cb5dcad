import { resolveRules } from '@shared/domain/kernel/rules';
import { isTooShort, letterTerm } from '@shared/domain/supervision/letter-term';
import { periodText } from '@shared/domain/supervision/rule-access';
import { describe, expect, it } from 'vitest';
import { loadProfiles } from '../resources/load';
import { context, rulesWith } from './samples';

const profiles = [...loadProfiles().values()];

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
