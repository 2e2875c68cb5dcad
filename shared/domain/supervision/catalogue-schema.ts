import { z } from 'zod';

/** Schemas of resources/catalogues/*.json. Strict everywhere: a misspelt property is an error, not silence. */

const text = z.string().min(1);
const code = z.string().regex(/^[A-Za-z0-9]+$/);
const versionDate = z.string().regex(/^\d{4}-\d{2}(-\d{2})?$/);
export const confidenceSchema = z.enum(['A', 'B', 'C']);

/** 36, or 第三十八条第一款第（二）项 as { article: 38, paragraph: 1, item: 2 }; suffix 1 is 之一. */
export const articleRefSchema = z.union([
  z.int().positive(),
  z.strictObject({
    article: z.int().positive(),
    suffix: z.int().positive().optional(),
    paragraph: z.int().positive().optional(),
    item: z.int().positive().optional(),
  }),
]);
export type ArticleRef = z.infer<typeof articleRefSchema>;

/** duty: what the employer owes; liability: what follows a breach; unionRight: 工会职权; judicial: 裁判规则. */
export const basisKindSchema = z.enum(['duty', 'liability', 'unionRight', 'judicial']);
export type BasisKind = z.infer<typeof basisKindSchema>;

export const basisSchema = z.strictObject({
  /** Full official name without 《》; stands in laws.json. */
  law: text,
  /** Empty: the document as a whole is cited. */
  articles: z.array(articleRefSchema).readonly(),
  gist: text,
  confidence: confidenceSchema,
  kind: basisKindSchema.default('duty'),
  /** Rule-profile key of the place where it is law; absent: the whole country. */
  region: text.optional(),
  source: text.optional(),
  note: text.optional(),
});
export type Basis = z.infer<typeof basisSchema>;

export const violationSchema = z.strictObject({
  code: z.string().regex(/^V\d{2}$/),
  name: text,
  group: code,
  topics: z.array(text).min(1).readonly(),
  /** Codes of scope-matters.json. */
  scope: z.array(code).min(1).readonly(),
  versionDate,
  bases: z.array(basisSchema).min(1).readonly(),
  evidence: z.array(text).min(1).readonly(),
  /** Follows 重点核查 in a reminder letter. */
  checkPoints: text,
  demand: text,
  questions: z.array(text).min(3).max(6).readonly(),
  documentsToRequest: z.array(text).min(1).readonly(),
  /** Codes of departments.json, first addressee first. */
  departments: z.array(code).min(1).readonly(),
  fineNote: text.optional(),
  note: text.optional(),
  flags: z.strictObject({
    /** 即时处置: do not wait for letters. */
    immediate: z.boolean().default(false),
    /** 以提示为宜. */
    preferReminder: z.boolean().default(false),
    /** Needs a local amount the user keeps up to date. */
    needsLocalAmount: z.boolean().default(false),
    /** Whether the union takes such matters is to be confirmed. */
    scopeUncertain: z.boolean().default(false),
    /** The law is being made or was just amended. */
    lawUnsettled: z.boolean().default(false),
  }),
});
export type Violation = z.infer<typeof violationSchema>;

export const violationsFileSchema = z.strictObject({
  versionDate,
  groups: z.array(z.strictObject({ code, label: text })).readonly(),
  types: z.array(violationSchema).readonly(),
});

export const lawSchema = z.strictObject({
  name: text,
  short: text,
  aliases: z.array(text).readonly().default([]),
  kind: z.enum([
    'law',
    'adminRegulation',
    'judicialInterpretation',
    'departmentRule',
    'localRegulation',
    'policy',
    'unionRule',
  ]),
  issuer: text,
  docNo: text.optional(),
  versionDate: z
    .string()
    .regex(/^\d{4}(-\d{2}){0,2}$/)
    .nullable(),
  status: z.enum(['inForce', 'amended', 'draft', 'unverified']),
  confidence: confidenceSchema,
  region: text.optional(),
  /** Title of the text file the articles were checked against; null: no text at hand. */
  textTitle: text.nullable(),
  /** Old article numbers people still cite, and where they went. */
  renumbered: z
    .array(z.strictObject({ from: z.int(), to: z.int(), confidence: confidenceSchema }))
    .readonly()
    .default([]),
  note: text.optional(),
});
export type Law = z.infer<typeof lawSchema>;

export const lawsFileSchema = z.strictObject({ versionDate, laws: z.array(lawSchema).readonly() });

/** Bases a letter may cite that belong to no single violation: powers, procedure, limitation. */
export const generalBasesFileSchema = z.strictObject({
  versionDate,
  bases: z.array(basisSchema.extend({ key: text, label: text })).readonly(),
});

export const departmentsFileSchema = z.strictObject({
  versionDate,
  departments: z
    .array(
      z.strictObject({
        code,
        label: text,
        /** Addressee line; {{area}} is the county or city. */
        addressee: text,
        kind: z.enum(['administrative', 'government', 'judicial', 'other']),
        duty: text,
        confidence: confidenceSchema,
        note: text.optional(),
      }),
    )
    .readonly(),
  routing: z
    .array(
      z.strictObject({
        subject: text,
        departments: z.array(code).min(1).readonly(),
        basis: text,
        confidence: confidenceSchema,
        note: text.optional(),
      }),
    )
    .readonly(),
});

export const placeholdersFileSchema = z.strictObject({
  versionDate,
  placeholders: z
    .array(
      z.strictObject({
        name: z.string().regex(/^[a-z][a-z0-9_]*$/),
        label: text,
        /** restricted: may stand only in papers to the complainant. */
        scope: z.enum(['setting', 'case', 'item', 'document', 'restricted']),
      }),
    )
    .readonly(),
});

export const numberingFileSchema = z.strictObject({
  versionDate,
  note: text,
  patterns: z.array(z.strictObject({ key: text, label: text, pattern: text, example: text })).readonly(),
});
