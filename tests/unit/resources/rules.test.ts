import { describe, expect, it } from 'vitest';
import type { Rule, RuleProfile } from '../../../shared/domain/kernel/rule-profile';
import { parseRuleProfile } from '../../../shared/domain/kernel/rule-profile-schema';
import { duplicateKeys, loadCatalogue, loadProfiles, readText, ruleFileNames, rulesDir } from './load';

const profiles = loadProfiles();

/** The rule as a union in this jurisdiction sees it: its own, else its parent's. */
function ruleOf(key: string, rule: string): Rule | undefined {
  let profile: RuleProfile | undefined = profiles.get(key);
  while (profile) {
    const found = profile.rules[rule];
    if (found) return found;
    profile = profile.parent === null ? undefined : profiles.get(profile.parent);
  }
  return undefined;
}

const short = (key: string, rule: string): string => {
  const found = ruleOf(key, `supervision.${rule}`);
  if (!found) return 'none';
  if (found.kind === 'value') return String(found.value);
  return `${found.n}${{ day: 'd', workday: 'wd', month: 'm', year: 'y' }[found.unit]}`;
};
const mark = (key: string, rule: string): string | undefined =>
  ruleOf(key, `supervision.${rule}`)?.confidence;

describe('rule profiles', () => {
  it.each(ruleFileNames)('%s is well-formed, named after its key, without a key written twice', (name) => {
    const text = readText(rulesDir, name);
    expect(parseRuleProfile(JSON.parse(text)).key).toBe(name);
    expect(duplicateKeys(text)).toEqual([]);
  });

  it('leads every profile to the national one', () => {
    for (const [key, profile] of profiles) {
      if (key === 'national') expect(profile.parent).toBeNull();
      else expect(profiles.has(profile.parent ?? ''), key).toBe(true);
      expect(ruleOf(key, 'supervision.opinionReply')?.kind, key).toBe('period');
    }
  });

  it('gives a rule the same kind everywhere', () => {
    for (const [key, profile] of profiles) {
      for (const [name, rule] of Object.entries(profile.rules)) {
        const national = profiles.get('national')?.rules[name];
        if (national) expect(rule.kind, `${key} ${name}`).toBe(national.kind);
      }
    }
  });

  it('says in a note why a rule of confidence C is uncertain, or calls it a default of the project', () => {
    for (const [key, profile] of profiles) {
      for (const [name, rule] of Object.entries(profile.rules)) {
        if (rule.confidence !== 'C') continue;
        expect(rule.note !== undefined || rule.source !== 'law', `${key} ${name}`).toBe(true);
      }
    }
  });

  it('knows every trigger that a profile names', () => {
    const known = loadCatalogue().options['recommendation-triggers'].items.map((item) => item.code);
    for (const key of profiles.keys()) {
      for (const trigger of short(key, 'recommendationTriggers').split(',')) expect(known).toContain(trigger);
    }
  });
});

/** Specification §1.3. 'none': the local rule is silent, and no province-specific number may be claimed as law. */
const deadlines: [key: string, declined: string, investigation: string, reminder: string, opinion: string][] =
  [
    ['zhejiang', '5wd', '30wd', '15d', '15wd'],
    ['hangzhou', '5wd', '20d', '15d', '15d'],
    ['ningbo', '5wd', '30wd', '15d', '15wd'],
    ['hubei', '5d', '30wd', '15d', '30d'],
    ['shaanxi', '5wd', '30d', '10d', '30d'],
    ['tianjin', '5wd', '30wd', '10d', '15d'],
    ['fujian', '5wd', '30wd', '15d', '15wd'],
    ['jiangsu', '5wd', '30wd', '15d', '15wd'],
    ['anhui', '5wd', '30wd', '15d', '15wd'],
    ['neimenggu', '5wd', '30wd', '15d', '15wd'],
    ['yunnan', '5wd', '30wd', '15d', '20d'],
    ['guangdong', '5wd', '30wd', '15d', '30d'],
    ['kunming', '5wd', '30wd', '15d', '10wd'],
    ['xuzhou', '5wd', '30wd', '15d', '15wd'],
    ['wuxi', '5wd', '30wd', '15d', '15wd'],
    ['shenyang', '5wd', '30wd', '15d', '15d'],
    ['nanchang', '5wd', '30wd', '15d', '60d'],
    ['shanghai', '5wd', '30wd', '15d', '15wd'],
  ];

/** Which of those four numbers stand in the local law itself. */
const lawful: Record<string, string[]> = {
  zhejiang: ['nonAcceptanceNotice', 'opinionReply'],
  hubei: ['nonAcceptanceNotice', 'reminderReply', 'opinionReply'],
  shaanxi: ['investigation', 'reminderReply', 'opinionReply'],
  tianjin: ['nonAcceptanceNotice', 'reminderReply', 'opinionReply'],
  fujian: ['nonAcceptanceNotice', 'opinionReply'],
  jiangsu: ['opinionReply'],
  anhui: ['nonAcceptanceNotice', 'investigation', 'opinionReply'],
  neimenggu: ['nonAcceptanceNotice', 'investigation', 'opinionReply'],
  yunnan: ['nonAcceptanceNotice', 'opinionReply'],
  guangdong: ['opinionReply'],
};

describe('deadlines of the jurisdictions', () => {
  it.each(deadlines)('%s', (key, declined, investigation, reminder, opinion) => {
    expect(short(key, 'nonAcceptanceNotice')).toBe(declined);
    expect(short(key, 'investigation')).toBe(investigation);
    expect(short(key, 'reminderReply')).toBe(reminder);
    expect(short(key, 'opinionReply')).toBe(opinion);
  });

  it.each(Object.entries(lawful))('%s: what is law and what is only a default', (key, rules) => {
    for (const rule of ['nonAcceptanceNotice', 'investigation', 'reminderReply', 'opinionReply']) {
      const found = ruleOf(key, `supervision.${rule}`);
      expect(found?.source === 'law' && found.confidence === 'A', `${key} ${rule}`).toBe(
        rules.includes(rule),
      );
    }
  });

  it.each([
    ['zhejiang', 'departmentFiling', '5wd'],
    ['zhejiang', 'departmentInvestigation', '60wd'],
    ['jiangsu', 'departmentFiling', '5wd'],
    ['xuzhou', 'departmentFiling', '5wd'],
    ['neimenggu', 'departmentFiling', '5wd'],
    ['neimenggu', 'departmentResult', '5wd'],
    ['neimenggu', 'resultFeedback', '10wd'],
    ['shaanxi', 'departmentResult', '10wd'],
    ['tianjin', 'departmentResult', '5d'],
    ['fujian', 'departmentResult', '15wd'],
    ['anhui', 'departmentResult', '15wd'],
    ['wuxi', 'departmentResult', '15wd'],
    ['kunming', 'departmentResult', '1m'],
    ['nanchang', 'departmentResult', '60d'],
    ['hubei', 'departmentReasonRequired', 'true'],
    ['shanghai', 'congressCorrection', '90d'],
    ['kunming', 'intakeReview', '5wd'],
    ['kunming', 'issueAfterDecision', '5wd'],
    ['hangzhou', 'issueAfterDecision', '7d'],
    ['ningbo', 'deliberation', '15d'],
  ])('%s %s %s', (key, rule, expected) => {
    expect(short(key, rule)).toBe(expected);
  });

  it('marks the city rules of 2006 as uncertain', () => {
    expect(mark('hangzhou', 'opinionReply')).toBe('C');
    expect(mark('hangzhou', 'investigation')).toBe('C');
    expect(mark('ningbo', 'deliberation')).toBe('C');
  });

  it('claims no deadline for provinces whose rule was not read', () => {
    for (const key of ['hebei', 'shandong', 'hunan', 'jiangxi']) {
      const rules = Object.values(profiles.get(key)?.rules ?? {});
      expect(
        rules.some((rule) => rule.kind === 'period'),
        key,
      ).toBe(false);
      expect(
        rules.every((rule) => rule.confidence === 'C'),
        key,
      ).toBe(true);
    }
  });
});

const rejected3 = 'refused_receipt,no_reply_in_time,not_corrected_without_reason';
const late2 = 'no_reply_in_time,not_corrected_without_reason';

describe('order, triggers, signers and titles', () => {
  it.each([
    ['zhejiang', 'false', rejected3, 'chair,vice_chair', 'true'],
    ['hubei', 'true', late2, 'chair,vice_chair', 'true'],
    ['shaanxi', 'true', late2, 'chair,vice_chair', 'true'],
    [
      'tianjin',
      'false',
      'obstruction,false_information,refused_receipt,no_reply_in_time,measures_not_implemented,unreasoned_disagreement',
      'chair,vice_chair',
      'false',
    ],
    ['fujian', 'false', late2, 'chair,vice_chair', 'true'],
    ['jiangsu', 'false', 'not_corrected', 'chair,vice_chair', 'true'],
    ['anhui', 'false', late2, 'chair,vice_chair', 'false'],
    [
      'neimenggu',
      'false',
      'refused_receipt,no_reply_in_time,unsuitable_reply,false_information,not_corrected_without_reason',
      'chair,vice_chair',
      'true',
    ],
    ['yunnan', 'false', 'no_reply_in_time,unsuitable_reply', 'chair', 'true'],
    ['guangdong', 'false', 'not_corrected', 'chair', 'true'],
  ])('%s', (key, reminderFirst, triggers, signers, writtenDecline) => {
    expect(short(key, 'reminderRequiredBeforeOpinion')).toBe(reminderFirst);
    expect(short(key, 'recommendationTriggers')).toBe(triggers);
    expect(short(key, 'opinionSignerPosts')).toBe(signers);
    if (key !== 'hubei') expect(short(key, 'nonAcceptanceInWriting')).toBe(writtenDecline);
  });

  it('keeps titles that differ by place and subject', () => {
    expect(short('zhejiang', 'opinionTitle')).toBe('工会劳动法律监督意见书');
    expect(short('guangdong', 'opinionTitle')).toBe('劳动法律监督书');
    expect(short('xuzhou', 'opinionTitle')).toBe('整改意见书');
    expect(short('zhejiang', 'congressRecommendationTitle')).toBe('劳动法律监督处理建议书');
    expect(short('zhejiang', 'bargainingRecommendationTitle')).toBe('劳动法律监督处罚建议书');
  });

  it('allows presumed service in Shaanxi only, and the report to the congress is a duty in Tianjin only', () => {
    const keys = [...profiles.keys()];
    expect(keys.filter((key) => short(key, 'presumedServiceAllowed') === 'true')).toEqual(['shaanxi']);
    expect(keys.filter((key) => short(key, 'noticeToCongressRequired') === 'true')).toEqual(['tianjin']);
  });

  it('asks for two investigators with certificates and a county-level union everywhere', () => {
    for (const key of profiles.keys()) {
      expect(short(key, 'minInvestigators')).toBe('2');
      expect(short(key, 'certificateRequired')).toBe('true');
      expect(short(key, 'recommendationMinLevel')).toBe('county');
    }
  });

  it('knows the limitation periods', () => {
    const limits = ['arbitration', 'inspection', 'injuryEmployer', 'injuryWorker'].map((name) => {
      const rule = ruleOf('zhejiang', `limitation.${name}`);
      return rule?.kind === 'period' ? `${rule.n} ${rule.unit}` : '';
    });
    expect(limits).toEqual(['1 year', '2 year', '30 day', '1 year']);
  });
});
