import { readdirSync, readFileSync } from 'node:fs';
import type { Rule, RuleProfile } from '@shared/domain/kernel/rule-profile';
import { parseRuleProfile } from '@shared/domain/kernel/rule-profile-schema';
import {
  findPeriod,
  findValue,
  MissingRuleError,
  period,
  RuleProfileError,
  resolveRules,
  value,
} from '@shared/domain/kernel/rules';
import { describe, expect, it } from 'vitest';

const provenance = { label: '答复期限', basis: '测试条例第1条', source: 'law', confidence: 'A' } as const;
const days = (n: number): Rule => ({ kind: 'period', n, unit: 'day', ...provenance });
const is = (content: boolean | number | string | readonly string[]): Rule => ({
  kind: 'value',
  value: content,
  ...provenance,
});

const profile = (
  key: string,
  parent: string | null,
  rules: RuleProfile['rules'],
  over: Partial<RuleProfile> = {},
) =>
  ({
    key,
    name: key.toUpperCase(),
    level: parent === null ? 'national' : 'province',
    parent,
    effectiveFrom: '2000-01-01',
    effectiveTo: null,
    versionDate: '2025-12',
    rules,
    ...over,
  }) satisfies RuleProfile;

const national = profile('national', null, {
  'a.reply': days(15),
  'a.flag': is(false),
  'a.title': is('提示函'),
});
const province = profile('province', 'national', { 'a.reply': days(10), 'a.codes': is(['x', 'y']) });
const city = profile('city', 'province', { 'a.flag': is(true) }, { level: 'city' });
const profiles = [city, national, province];

describe('rule resolution', () => {
  it('lets the child speak before its parent, key by key', () => {
    const resolved = resolveRules(profiles, 'city', '2026-09-11');
    expect(resolved.chain).toEqual([
      { key: 'city', name: 'CITY', level: 'city' },
      { key: 'province', name: 'PROVINCE', level: 'province' },
      { key: 'national', name: 'NATIONAL', level: 'national' },
    ]);
    expect(period(resolved, 'a.reply')).toMatchObject({
      n: 10,
      profileKey: 'province',
      profileName: 'PROVINCE',
    });
    expect(resolved.rules['a.flag']).toMatchObject({
      value: true,
      profileKey: 'city',
      level: 'city',
      versionDate: '2025-12',
      effectiveFrom: '2000-01-01',
      isOverridden: false,
    });
    expect(value(resolved, 'a.title')).toBe('提示函');
    expect(value(resolved, 'a.codes')).toEqual(['x', 'y']);
  });

  it('returns false as a value', () => {
    expect(value(resolveRules(profiles, 'province', '2026-09-11'), 'a.flag')).toBe(false);
  });

  it('puts the unit’s own rules over all', () => {
    const local = { versionDate: '2026-09', effectiveFrom: '2026-09-01', rules: { 'a.reply': days(20) } };
    const resolved = resolveRules(profiles, 'city', '2026-09-11', local);
    expect(period(resolved, 'a.reply')).toMatchObject({
      n: 20,
      profileKey: 'local',
      profileName: '本单位',
      level: 'county',
      versionDate: '2026-09',
      effectiveFrom: '2026-09-01',
      isOverridden: true,
    });
    expect(resolved.chain).toHaveLength(3);
  });

  it.each([
    ['2015-06-01', 15],
    ['2016-12-01', 10],
    ['2024-12-31', 10],
    ['2025-01-01', 12],
    ['2026-01-01', 12],
    ['2030-01-01', 15],
  ])('on %s the version in force speaks', (onDate, n) => {
    const old = profile(
      'p',
      'national',
      { 'a.reply': days(10) },
      { effectiveFrom: '2016-12-01', effectiveTo: '2025-06-30' },
    );
    const next = profile(
      'p',
      'national',
      { 'a.reply': days(12) },
      { effectiveFrom: '2025-01-01', effectiveTo: '2029-12-31' },
    );
    for (const versions of [
      [old, next],
      [next, old],
    ]) {
      expect(period(resolveRules([national, ...versions], 'p', onDate), 'a.reply').n).toBe(n);
    }
  });

  it('passes over a profile not in force, not over its parents', () => {
    const future = profile('future', 'province', { 'a.reply': days(99) }, { effectiveFrom: '2030-01-01' });
    const resolved = resolveRules([...profiles, future], 'future', '2026-09-11');
    expect(period(resolved, 'a.reply').n).toBe(10);
    expect(resolved.chain.map(({ key }) => key)).toEqual(['future', 'province', 'national']);
  });

  it.each([
    ['missingProfile', 'nowhere', profiles],
    ['missingParent', 'orphan', [profile('orphan', 'nowhere', {})]],
    ['cycle', 'a', [profile('a', 'b', {}), profile('b', 'a', {})]],
    ['cycle', 'self', [profile('self', 'self', {})]],
  ] as const)('refuses: %s', (code, key, given) => {
    const resolve = () => resolveRules(given, key, '2026-09-11');
    expect(resolve).toThrow(RuleProfileError);
    expect(resolve).toThrow(expect.objectContaining({ code }));
  });

  it('says which rule is missing', () => {
    const resolved = resolveRules(profiles, 'city', '2026-09-11');
    expect(() => period(resolved, 'a.nothing')).toThrow(MissingRuleError);
    expect(() => period(resolved, 'a.nothing')).toThrow(expect.objectContaining({ key: 'a.nothing' }));
    expect(() => period(resolved, 'a.flag')).toThrow(MissingRuleError);
    expect(() => value(resolved, 'a.reply')).toThrow(MissingRuleError);
    expect(() => value(resolved, 'constructor')).toThrow(MissingRuleError);
    expect(findPeriod(resolved, 'a.flag')).toBeNull();
    expect(findValue(resolved, 'a.reply')).toBeNull();
    expect(findPeriod(resolved, 'toString')).toBeNull();
  });
});

describe('shipped profiles', () => {
  const folder = new URL('../../../resources/rules/', import.meta.url);
  const shipped = readdirSync(folder).map((name) =>
    parseRuleProfile(JSON.parse(readFileSync(new URL(name, folder), 'utf8'))),
  );

  it.each(shipped.map(({ key }) => key))('%s resolves up to the nation', (key) => {
    const resolved = resolveRules(shipped, key, '2026-09-11');
    expect(resolved.chain.at(-1)?.level).toBe('national');
    expect(period(resolved, 'supervision.opinionReply').n).toBeGreaterThan(0);
  });

  it('gives 浙江 fifteen workdays for the answer to an opinion letter', () => {
    expect(period(resolveRules(shipped, 'zhejiang', '2026-09-11'), 'supervision.opinionReply')).toMatchObject(
      {
        n: 15,
        unit: 'workday',
        profileName: '浙江省',
      },
    );
  });

  it('refuses a profile with a date that does not exist', () => {
    const [some] = shipped;
    for (const effectiveFrom of ['2026-02-30', '2026', 20260101, '2026-13-01']) {
      expect(() => parseRuleProfile({ ...some, effectiveFrom })).toThrow();
    }
  });
});
