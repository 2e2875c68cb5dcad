import { z } from 'zod';
import type { CivilDate } from './civil-date';
import type { RuleProfile } from './rule-profile';

const confidence = z.enum(['A', 'B', 'C']);
const ruleKey = z
  .string()
  .regex(/^[a-z][a-zA-Z]*(\.[a-z][a-zA-Z0-9]*)+$/, '规则键应为点分名称，例如 supervision.opinionReply');

function isRealDate(value: unknown): boolean {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}

const civilDate = z.custom<CivilDate>(isRealDate, '日期应为 YYYY-MM-DD');

const provenance = {
  label: z.string().min(1),
  basis: z.string().min(1),
  source: z.enum(['law', 'practice', 'design']),
  confidence,
  note: z.string().min(1).optional(),
};

export const periodRuleSchema = z.strictObject({
  kind: z.literal('period'),
  n: z.int().positive(),
  unit: z.enum(['day', 'workday', 'month', 'year']),
  ...provenance,
});

export const valueRuleSchema = z.strictObject({
  kind: z.literal('value'),
  value: z.union([z.boolean(), z.number(), z.string().min(1), z.array(z.string().min(1)).readonly()]),
  ...provenance,
});

export const ruleSchema = z.discriminatedUnion('kind', [periodRuleSchema, valueRuleSchema]);

/** One file of resources/rules/. Refuses unknown properties, so that a misspelt key is found at once. */
export const ruleProfileSchema = z.strictObject({
  key: z.string().regex(/^[a-z]+$/),
  name: z.string().min(1),
  level: z.enum(['national', 'province', 'city', 'county']),
  parent: z.string().nullable(),
  effectiveFrom: civilDate,
  effectiveTo: civilDate.nullable(),
  versionDate: z.string().regex(/^\d{4}-\d{2}(-\d{2})?$/),
  rules: z.record(ruleKey, ruleSchema),
});

/** The profile in `json`; throws a ZodError that names the property at fault. */
export function parseRuleProfile(json: unknown): RuleProfile {
  return ruleProfileSchema.parse(json);
}
