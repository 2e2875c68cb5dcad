import type { z } from 'zod';
import { articleOf, type Citation, citationOf, findCitations } from './catalogue-citation';
import { type OptionFile, type OptionFileName, optionFiles } from './catalogue-options';
import {
  type ArticleRef,
  type Basis,
  type BasisKind,
  departmentsFileSchema,
  generalBasesFileSchema,
  type Law,
  lawsFileSchema,
  numberingFileSchema,
  placeholdersFileSchema,
  type Violation,
  violationsFileSchema,
} from './catalogue-schema';

export {
  articlesText,
  type Citation,
  chineseNumeral,
  citationOf,
  findCitations,
  parseNumeral,
} from './catalogue-citation';
export type { OptionFile, OptionFileName, OptionItem } from './catalogue-options';
export type { ArticleRef, Basis, BasisKind, Law, Violation } from './catalogue-schema';

export type DepartmentsFile = z.infer<typeof departmentsFileSchema>;
export type Department = DepartmentsFile['departments'][number];

/** All of resources/catalogues that this module reads, parsed. */
export type Catalogue = {
  readonly violations: z.infer<typeof violationsFileSchema>;
  readonly laws: z.infer<typeof lawsFileSchema>;
  readonly generalBases: z.infer<typeof generalBasesFileSchema>;
  readonly departments: DepartmentsFile;
  readonly placeholders: z.infer<typeof placeholdersFileSchema>;
  readonly numbering: z.infer<typeof numberingFileSchema>;
  readonly options: { readonly [N in OptionFileName]: OptionFile<N> };
};

/** File names (without .json) that `parseCatalogue` expects. */
export const catalogueFiles: readonly string[] = [
  'violations',
  'laws',
  'general-bases',
  'departments',
  'placeholders',
  'numbering',
  ...Object.keys(optionFiles),
];

/** Catalogue from the raw JSON of the files, by file name; throws a ZodError on the first property at fault. */
export function parseCatalogue(files: Readonly<Record<string, unknown>>): Catalogue {
  const options = Object.fromEntries(
    Object.entries(optionFiles).map(([name, schema]) => [name, schema.parse(files[name])]),
  );
  return {
    violations: violationsFileSchema.parse(files.violations),
    laws: lawsFileSchema.parse(files.laws),
    generalBases: generalBasesFileSchema.parse(files['general-bases']),
    departments: departmentsFileSchema.parse(files.departments),
    placeholders: placeholdersFileSchema.parse(files.placeholders),
    numbering: numberingFileSchema.parse(files.numbering),
    options: options as Catalogue['options'],
  };
}

/** Violation types in the order of `codes`; unknown codes are left out. */
export function violationsOf(codes: readonly string[], catalogue: Catalogue): Violation[] {
  return codes.flatMap((code) => catalogue.violations.types.find((type) => type.code === code) ?? []);
}

export type BasisFilter = {
  /** Default: what the employer owes (duty). A 建议书 takes liability too. */
  readonly kinds?: readonly BasisKind[];
  /** Rule-profile keys whose local law applies, e.g. ['zhejiang', 'hangzhou']. Default: national law only. */
  readonly regions?: readonly string[];
  /** Default false: bases of confidence C stay out of letters. */
  readonly includeUncertain?: boolean;
};

/** The bases of these violations that a letter may cite. */
export function basesOf(codes: readonly string[], catalogue: Catalogue, filter: BasisFilter = {}): Basis[] {
  const { kinds = ['duty'], regions = [], includeUncertain = false } = filter;
  return violationsOf(codes, catalogue)
    .flatMap((type) => type.bases)
    .filter((basis) => kinds.includes(basis.kind))
    .filter((basis) => basis.region === undefined || regions.includes(basis.region))
    .filter((basis) => includeUncertain || basis.confidence !== 'C');
}

/** 《劳动法》第三十六条、第四十四条；《工资支付暂行规定》第十三条: by law, in the order of laws.json, no full stop. */
export function lawsText(codes: readonly string[], catalogue: Catalogue, filter: BasisFilter = {}): string {
  const bases = basesOf(codes, catalogue, filter);
  return catalogue.laws.laws
    .map((law) => ({ law: law.name, cited: bases.filter((basis) => basis.law === law.name) }))
    .filter(({ cited }) => cited.length > 0)
    .map(({ law, cited }) => citationOf({ law, articles: cited.flatMap((basis) => basis.articles) }))
    .join('；');
}

/** One line a basis: citation and what it says, for the numbered list of a reminder letter. */
export function lawLines(
  codes: readonly string[],
  catalogue: Catalogue,
  filter: BasisFilter = {},
): { citation: string; gist: string }[] {
  const lines = basesOf(codes, catalogue, filter).map((basis) => ({
    citation: citationOf(basis),
    gist: basis.gist,
  }));
  return lines.filter((line, i) => lines.findIndex((other) => other.citation === line.citation) === i);
}

export function demandsOf(
  codes: readonly string[],
  catalogue: Catalogue,
): { code: string; name: string; demand: string }[] {
  return violationsOf(codes, catalogue).map(({ code, name, demand }) => ({ code, name, demand }));
}

export function questionsOf(
  codes: readonly string[],
  catalogue: Catalogue,
): { code: string; name: string; questions: readonly string[] }[] {
  return violationsOf(codes, catalogue).map(({ code, name, questions }) => ({ code, name, questions }));
}

export function topicsOf(codes: readonly string[], catalogue: Catalogue): string[] {
  return [...new Set(violationsOf(codes, catalogue).flatMap((type) => type.topics))];
}

export function checkPointsOf(codes: readonly string[], catalogue: Catalogue): string[] {
  return [...new Set(violationsOf(codes, catalogue).map((type) => type.checkPoints))];
}

export function documentsToRequest(codes: readonly string[], catalogue: Catalogue): string[] {
  return [...new Set(violationsOf(codes, catalogue).flatMap((type) => type.documentsToRequest))];
}

/** Competent departments, the first addressees of the violations before their second ones. */
export function departmentsFor(codes: readonly string[], catalogue: Catalogue): Department[] {
  const lists = violationsOf(codes, catalogue).map((type) => type.departments);
  const depth = Math.max(0, ...lists.map((list) => list.length));
  const ordered = Array.from({ length: depth }, (_, i) => lists.flatMap((list) => list[i] ?? [])).flat();
  return catalogue.departments.departments
    .filter(({ code }) => ordered.includes(code))
    .toSorted((a, b) => ordered.indexOf(a.code) - ordered.indexOf(b.code));
}

/** The law of this full, short or usual name (with or without 中华人民共和国); null when the catalogue has none. */
export function findLaw(name: string, catalogue: Catalogue): Law | null {
  const wanted = bareLawName(name);
  return (
    catalogue.laws.laws.find((law) =>
      [law.name, law.short, ...law.aliases].some((known) => bareLawName(known) === wanted),
    ) ?? null
  );
}

const bareLawName = (name: string): string =>
  name
    .replace(/^中华人民共和国/, '')
    .replace(/[《》〈〉\s]/g, '')
    .replace(/\(/g, '（')
    .replace(/\)/g, '）')
    .replace(/（(?:\d{4}|[^（）]*修[正订])[^（）]*）$/, '');

/** True when the catalogue vouches for this article, be it in a violation or among the general bases. */
export function isCited(law: string, article: ArticleRef, catalogue: Catalogue): boolean {
  const found = findLaw(law, catalogue);
  if (!found) return false;
  const wanted = articleOf(article);
  const bases: readonly Basis[] = [
    ...catalogue.violations.types.flatMap((type) => type.bases),
    ...catalogue.generalBases.bases,
  ];
  return bases.some(
    (basis) =>
      basis.law === found.name &&
      basis.articles
        .map(articleOf)
        .some((known) => known.article === wanted.article && (known.suffix ?? 0) === (wanted.suffix ?? 0)),
  );
}

export type DoubtfulCitation = Citation & {
  readonly reason: 'unknownLaw' | 'unknownArticle';
  /** The number this article may have moved to when the law was revised; null: not known to have moved. */
  readonly movedTo: number | null;
};

/** Citations in free text that the catalogue does not vouch for. A letter holding one is not signed. */
export function doubtfulCitations(text: string, catalogue: Catalogue): DoubtfulCitation[] {
  const names = catalogue.laws.laws.flatMap((law) => [law.name, law.short]);
  return findCitations(text, names).flatMap((citation): DoubtfulCitation[] => {
    const law = findLaw(citation.law, catalogue);
    if (!law) return [{ ...citation, reason: 'unknownLaw', movedTo: null }];
    if (isCited(citation.law, { article: citation.article, suffix: citation.suffix }, catalogue)) return [];
    const moved = law.renumbered.find((entry) => entry.from === citation.article);
    return [{ ...citation, reason: 'unknownArticle', movedTo: moved?.to ?? null }];
  });
}

/** Names of the {{placeholders}} of a template. */
export function placeholdersIn(template: string): string[] {
  return [
    ...new Set([...template.matchAll(/\{\{([a-z][a-z0-9_]*)\}\}/g)].map((match) => match[1] as string)),
  ];
}
