import { z } from 'zod';
import { civilDate, empty, id, nullableDate, option, revision, year } from './common';
import { command, query } from './define';

const text = (max: number) => z.string().trim().max(max);

/** What the office prints on its papers and works by. */
export const unitSettings = z.object({
  unitName: text(60).min(2, '请填写单位全称'),
  /** 印发机关 in the 版记; empty: the unit itself. */
  printingOffice: text(60).optional(),
  issuerCode: text(12).min(1, '请填写机关代字'),
  area: text(30),
  contact: text(30),
  phone: text(40),
  address: text(100),
  email: text(80),
  postcode: text(10),
  upperUnion: text(60),
  laborDepartment: text(60),
  fondsName: text(60),
  jurisdiction: text(40),
  geometry: z.enum(['office', 'ruler']),
  fontProfile: z.enum(['gb', 'windows']),
  numbering: z.record(z.string().max(40), text(60)),
  retentionYears: z.enum(['10年', '30年', '永久']),
  /** Folder last used for papers; empty: ask. */
  exportFolder: text(400),
});
export type UnitSettings = z.infer<typeof unitSettings>;

const ruleRow = z.object({
  key: z.string(),
  label: z.string(),
  kind: z.enum(['period', 'value']),
  n: z.number().nullable(),
  unit: z.enum(['day', 'workday', 'month', 'year']).nullable(),
  value: z.union([z.boolean(), z.number(), z.string(), z.array(z.string())]).nullable(),
  basis: z.string(),
  source: z.enum(['law', 'practice', 'design']),
  confidence: z.enum(['A', 'B', 'C']),
  note: z.string(),
  /** Name of the profile it comes from, e.g. 浙江省; 本单位 when overridden. */
  origin: z.string(),
  effectiveFrom: z.string(),
  isOverridden: z.boolean(),
});
export type RuleRow = z.infer<typeof ruleRow>;

/** A legal basis as it is typed; `articles` in words: 第四十四条、第八十五条第（三）项. */
export const violationBasis = z.object({
  law: text(120).min(1, '请选择法律文件'),
  articles: text(300),
  gist: text(300).min(1, '请填写要点'),
  kind: z.enum(['duty', 'liability', 'unionRight', 'judicial']),
  isChecked: z.boolean(),
});
export type ViolationBasis = z.infer<typeof violationBasis>;

const lawRow = z.object({
  name: z.string(),
  docNo: z.string(),
  effectiveOn: z.string(),
  isOwn: z.boolean(),
  /** Articles compared with the text of the law: 44, or 133-1 for 第一百三十三条之一. */
  checkedArticles: z.array(z.string()),
});
export type LawRow = z.infer<typeof lawRow>;

export const violationRow = z.object({
  code: z.string(),
  name: z.string(),
  group: z.string(),
  basesText: z.string(),
  bases: z.array(violationBasis.extend({ citation: z.string(), confidence: z.string() })),
  evidence: z.array(z.string()),
  checkPoints: z.string(),
  demand: z.string(),
  questions: z.array(z.string()),
  documentsToRequest: z.array(z.string()),
  departments: z.array(z.string()),
  versionDate: z.string(),
  isImmediate: z.boolean(),
  isEdited: z.boolean(),
  revision,
});
export type ViolationRow = z.infer<typeof violationRow>;

export const leaderRow = z.object({
  id,
  name: z.string(),
  post: z.string(),
  postLabel: z.string(),
  validFrom: civilDate,
  validTo: nullableDate,
});
export type LeaderRow = z.infer<typeof leaderRow>;

export const settingsContract = {
  'settings.get': query({
    input: empty,
    output: z.object({ settings: unitSettings, revision }),
    permission: 'session',
  }),
  'settings.update': command({
    input: z.object({ settings: unitSettings.partial(), revision }),
    output: z.object({ revision }),
    permission: 'settings.write',
  }),
  'rules.profiles': query({ input: empty, output: z.array(option), permission: 'public' }),
  'rules.list': query({
    input: empty,
    output: z.object({ jurisdictionName: z.string(), versionDate: z.string(), rows: z.array(ruleRow) }),
    permission: 'session',
  }),
  'rules.override': command({
    input: z.object({
      key: z.string().max(80),
      n: z.int().min(0).max(3650).nullable(),
      unit: z.enum(['day', 'workday', 'month', 'year']).nullable(),
      value: z.union([z.boolean(), z.number(), text(200), z.array(text(60)).max(30)]).nullable(),
      basis: text(200).min(1, '请填写依据文件名称'),
    }),
    output: z.object({ key: z.string() }),
    permission: 'settings.write',
  }),
  'rules.reset': command({
    input: z.object({ key: z.string().max(80) }),
    output: z.object({ key: z.string() }),
    permission: 'settings.write',
  }),
  /** All option lists of the catalogues, by catalogue name, plus numbering kinds. */
  'catalogue.options': query({
    input: empty,
    output: z.record(z.string(), z.array(option)),
    permission: 'public',
  }),
  'catalogue.violations': query({ input: empty, output: z.array(violationRow), permission: 'session' }),
  'catalogue.violation.update': command({
    input: z.object({
      code: z.string().max(10),
      revision,
      name: text(80).min(1, '请填写名称'),
      demand: text(2000).min(1, '请填写整改要求'),
      checkPoints: text(1000),
      evidence: z.array(text(100)).max(30),
      versionDate: z
        .string()
        .regex(/^\d{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?$/, '请填写年份和月份，如 2026-03'),
      bases: z.array(violationBasis).min(1, '请至少填写一条法律依据').max(40),
    }),
    output: z.object({ code: z.string() }),
    permission: 'catalogue.write',
  }),
  'catalogue.violation.reset': command({
    input: z.object({ code: z.string().max(10) }),
    output: z.object({ code: z.string() }),
    permission: 'catalogue.write',
  }),
  'catalogue.laws': query({ input: empty, output: z.array(lawRow), permission: 'session' }),
  /** Adds a document of law to the list, or corrects one that the office added. */
  'catalogue.law.save': command({
    input: z.object({
      name: text(120).min(2, '请填写文件名称'),
      docNo: text(60),
      effectiveOn: civilDate,
    }),
    output: z.object({ name: z.string() }),
    permission: 'catalogue.write',
  }),
  'catalogue.law.remove': command({
    input: z.object({ name: z.string().max(120) }),
    output: z.object({ name: z.string() }),
    permission: 'catalogue.write',
  }),
  'calendar.year': query({
    input: z.object({ year }),
    output: z.object({
      year: z.number(),
      status: z.enum(['published', 'projected', 'missing', 'edited']),
      source: z.string(),
      holidays: z.array(z.object({ date: z.string(), name: z.string() })),
      makeupWorkdays: z.array(z.string()),
    }),
    permission: 'session',
  }),
  'calendar.update': command({
    input: z.object({
      year,
      holidays: z.array(z.object({ date: civilDate, name: text(20) })).max(120),
      makeupWorkdays: z.array(civilDate).max(60),
      source: text(120).min(1, '请填写依据文件，例如国办发明电〔2026〕×号'),
    }),
    output: z.object({ year: z.number() }),
    permission: 'settings.write',
  }),
  'leaders.list': query({ input: empty, output: z.array(leaderRow), permission: 'session' }),
  'leaders.save': command({
    input: z.object({
      id: id.nullable(),
      name: text(30).min(1, '请填写姓名'),
      post: text(40).min(1, '请选择职务'),
      validFrom: civilDate,
      validTo: nullableDate,
    }),
    output: z.object({ id }),
    permission: 'settings.write',
  }),
  'leaders.remove': command({
    input: z.object({ id }),
    output: z.object({ id }),
    permission: 'settings.write',
  }),
} as const;
