import { z } from 'zod';
import { confidenceSchema } from './catalogue-schema';

/** Option lists: what a form offers, with what the program has to know about each choice. */

const text = z.string().min(1);
const optionShape = {
  code: z.string().regex(/^[A-Za-z0-9_]+$/),
  label: text,
  hint: text.optional(),
  basis: text.optional(),
  confidence: confidenceSchema.optional(),
};

const list = <T extends z.ZodType>(item: T) =>
  z.strictObject({
    label: text,
    versionDate: z.string().regex(/^\d{4}-\d{2}(-\d{2})?$/),
    note: text.optional(),
    items: z.array(item).min(1).readonly(),
  });

export const plainItem = z.strictObject(optionShape);
export type OptionItem = z.infer<typeof plainItem>;

const sourceItem = z.strictObject({
  ...optionShape,
  /** Neutral phrase that may stand in an outgoing letter instead of the source. */
  publicPhrase: text.optional(),
  needsHotlineDue: z.boolean().default(false),
});

const declineItem = z.strictObject({ ...optionShape, reason: text, advice: text });

const closeItem = z.strictObject({
  ...optionShape,
  reason: text,
  /** Verified results are needed before the case may be closed so. */
  needsVerification: z.boolean(),
  isSubstantive: z.boolean(),
});

const serviceItem = z.strictObject({
  ...optionShape,
  servedOn: text,
  proof: z.array(text).min(1).readonly(),
  isEnabled: z.boolean(),
  needsReason: z.boolean().default(false),
  needsWitnessOrMedia: z.boolean().default(false),
});

const resultItem = z.strictObject({
  ...optionShape,
  hasAmount: z.boolean(),
  hasWorkers: z.boolean(),
  /** 份、人、个 …; null: no quantity. */
  quantityUnit: text.nullable(),
});

const procuratorItem = z.strictObject({
  ...optionShape,
  group: z.enum(['persons', 'dispute']),
  needsUncooperativeEmployer: z.boolean(),
});

const flagItem = z.strictObject({
  ...optionShape,
  level: z.enum(['sameDayReport', 'alert', 'attention']),
  advice: text,
});

const retentionItem = z.strictObject({ ...optionShape, years: z.int().positive().nullable() });

const dossierItem = z.strictObject({
  ...optionShape,
  order: z.int().positive(),
  papers: z.array(text).readonly(),
  hasPersonalData: z.boolean(),
  isRequired: z.boolean(),
});

const limitationItem = z.strictObject({ ...optionShape, ruleKey: text, startEvent: text, advice: text });

const postItem = z.strictObject({ ...optionShape, rank: z.int().positive() });

const triggerItem = z.strictObject({
  ...optionShape,
  /** Words of the letter: 该单位{{trigger}}. */
  letterText: text,
  proof: z.array(text).min(1).readonly(),
});

const scopeItem = z.strictObject({ ...optionShape, order: z.int().positive() });

/** File name (without .json) → schema. */
export const optionFiles = {
  'clue-sources': list(sourceItem),
  industries: list(plainItem),
  'employer-natures': list(plainItem),
  'decline-reasons': list(declineItem),
  'close-reasons': list(closeItem),
  'scope-matters': list(scopeItem),
  'service-methods': list(serviceItem),
  results: list(resultItem),
  'procurator-conditions': list(procuratorItem),
  'sensitive-flags': list(flagItem),
  retention: list(retentionItem),
  'dossier-order': list(dossierItem),
  'limitation-notices': list(limitationItem),
  'leader-posts': list(postItem),
  'recommendation-triggers': list(triggerItem),
} as const;

export type OptionFileName = keyof typeof optionFiles;
export type OptionFile<N extends OptionFileName> = z.infer<(typeof optionFiles)[N]>;
