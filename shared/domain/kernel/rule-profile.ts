import type { CivilDate } from './civil-date';

/** day: 自然日; workday: 工作日. The first day is not counted; see deadline.ts. */
export type RuleUnit = 'day' | 'workday' | 'month' | 'year';

/** law: read in a law; practice: usual practice; design: chosen by this project, to be confirmed locally. */
export type RuleSource = 'law' | 'practice' | 'design';

/** A: text read. B: from memory, fairly sure. C: uncertain, shown as 请核对本地文件. */
export type Confidence = 'A' | 'B' | 'C';

type Provenance = {
  readonly label: string;
  readonly basis: string;
  readonly source: RuleSource;
  readonly confidence: Confidence;
  readonly note?: string;
};

/** A period of law or practice, e.g. 15 个工作日. */
export type PeriodRule = Provenance & {
  readonly kind: 'period';
  readonly n: number;
  readonly unit: RuleUnit;
};
/** Any other configurable value: a flag, a count, a title, a list of codes. */
export type ValueRule = Provenance & {
  readonly kind: 'value';
  readonly value: boolean | number | string | readonly string[];
};
export type Rule = PeriodRule | ValueRule;

export type RuleLevel = 'national' | 'province' | 'city' | 'county';

/** One file of resources/rules/: what one jurisdiction says, from a date on. A child overrides its parent key by key. */
export type RuleProfile = {
  readonly key: string;
  readonly name: string;
  readonly level: RuleLevel;
  readonly parent: string | null;
  readonly effectiveFrom: CivilDate;
  readonly effectiveTo: CivilDate | null;
  readonly versionDate: string;
  readonly rules: Readonly<Record<string, Rule>>;
};
