import type { CivilDate } from './civil-date';
import type { PeriodRule, Rule, RuleLevel, RuleProfile, ValueRule } from './rule-profile';

/** Where a rule was found. */
export type RuleOrigin = {
  readonly profileKey: string;
  /** 浙江省; 本单位 for a local override. */
  readonly profileName: string;
  readonly level: RuleLevel;
  readonly versionDate: string;
  readonly effectiveFrom: CivilDate;
  /** The unit set it by itself, in place of the profile's rule. */
  readonly isOverridden: boolean;
};

/** A rule with its origin: `kind`, `n` and `unit` or `value`, `basis`, … and `profileName`. */
export type ResolvedRule = Rule & RuleOrigin;

export type ResolvedRules = {
  /** The profiles that apply, the nearest first, the nation last; the unit's own overrides are not among them. */
  readonly chain: readonly { readonly key: string; readonly name: string; readonly level: RuleLevel }[];
  readonly rules: Readonly<Record<string, ResolvedRule>>;
};

/** What the unit set for itself: a layer of level county over its profile. */
export type LocalRules = {
  readonly versionDate: string;
  readonly effectiveFrom: CivilDate;
  readonly rules: Readonly<Record<string, Rule>>;
};

export type RuleProfileErrorCode = 'missingProfile' | 'missingParent' | 'cycle';

/** The profile files do not fit together. */
export class RuleProfileError extends Error {
  readonly code: RuleProfileErrorCode;
  readonly profileKey: string;

  constructor(code: RuleProfileErrorCode, profileKey: string) {
    super(`rule profile ${profileKey}: ${code}`);
    this.name = 'RuleProfileError';
    this.code = code;
    this.profileKey = profileKey;
  }
}

/** No profile in force says anything under this key, or it says something of another kind. */
export class MissingRuleError extends Error {
  readonly key: string;

  constructor(key: string, wanted: Rule['kind']) {
    super(`no ${wanted} rule ${key}`);
    this.name = 'MissingRuleError';
    this.key = key;
  }
}

/**
 * The rules of a jurisdiction on a day: the profile `key` over its parents, key by key, and the unit's own over all.
 * Of several versions of one profile the latest in force on `onDate` speaks; a profile not in force then is passed
 * over, its parents are not. Throws a RuleProfileError when a profile or parent is missing or the parents go round.
 */
export function resolveRules(
  profiles: readonly RuleProfile[],
  key: string,
  onDate: CivilDate,
  local?: LocalRules,
): ResolvedRules {
  const chain = chainOf(profiles, key, onDate);
  const rules = new Map<string, ResolvedRule>();
  for (const { profile, isInForce } of [...chain].reverse()) {
    if (!isInForce) continue;
    for (const [ruleKey, rule] of Object.entries(profile.rules)) {
      rules.set(ruleKey, { ...rule, ...originOf(profile) });
    }
  }
  if (local) {
    const origin = { ...LOCAL_ORIGIN, versionDate: local.versionDate, effectiveFrom: local.effectiveFrom };
    for (const [ruleKey, rule] of Object.entries(local.rules)) rules.set(ruleKey, { ...rule, ...origin });
  }
  return {
    chain: chain.map(({ profile }) => ({ key: profile.key, name: profile.name, level: profile.level })),
    rules: Object.fromEntries(rules),
  };
}

/** The period under `key`, or null. */
export function findPeriod(resolved: ResolvedRules, key: string): (PeriodRule & RuleOrigin) | null {
  const rule = ruleOf(resolved, key);
  return rule?.kind === 'period' ? rule : null;
}

/** The value under `key`, or null. */
export function findValue(resolved: ResolvedRules, key: string): ValueRule['value'] | null {
  const rule = ruleOf(resolved, key);
  return rule?.kind === 'value' ? rule.value : null;
}

/** The period under `key`. Throws a MissingRuleError when there is none. */
export function period(resolved: ResolvedRules, key: string): PeriodRule & RuleOrigin {
  const rule = findPeriod(resolved, key);
  if (!rule) throw new MissingRuleError(key, 'period');
  return rule;
}

/** The value under `key`. Throws a MissingRuleError when there is none. */
export function value(resolved: ResolvedRules, key: string): ValueRule['value'] {
  const found = findValue(resolved, key);
  if (found === null) throw new MissingRuleError(key, 'value');
  return found;
}

const LOCAL_ORIGIN = {
  profileKey: 'local',
  profileName: '本单位',
  level: 'county',
  isOverridden: true,
} as const;

const originOf = (profile: RuleProfile): RuleOrigin => ({
  profileKey: profile.key,
  profileName: profile.name,
  level: profile.level,
  versionDate: profile.versionDate,
  effectiveFrom: profile.effectiveFrom,
  isOverridden: false,
});

const ruleOf = (resolved: ResolvedRules, key: string): ResolvedRule | undefined =>
  Object.hasOwn(resolved.rules, key) ? resolved.rules[key] : undefined;

type Link = { readonly profile: RuleProfile; readonly isInForce: boolean };

/** From the profile up to the nation. */
function chainOf(profiles: readonly RuleProfile[], key: string, onDate: CivilDate): readonly Link[] {
  const chain: Link[] = [];
  const seen = new Set<string>();
  for (let next: string | null = key; next !== null; ) {
    if (seen.has(next)) throw new RuleProfileError('cycle', next);
    seen.add(next);
    const link = versionOn(profiles, next, onDate);
    if (!link) throw new RuleProfileError(chain.length === 0 ? 'missingProfile' : 'missingParent', next);
    chain.push(link);
    next = link.profile.parent;
  }
  return chain;
}

function versionOn(profiles: readonly RuleProfile[], key: string, onDate: CivilDate): Link | undefined {
  const versions = profiles
    .filter((profile) => profile.key === key)
    .sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? 1 : -1));
  const inForce = versions.find(
    ({ effectiveFrom, effectiveTo }) =>
      effectiveFrom <= onDate && (effectiveTo === null || onDate <= effectiveTo),
  );
  const profile = inForce ?? versions[0];
  return profile && { profile, isInForce: inForce !== undefined };
}
