import { addDays, type CivilDate, formatChinese, isCivilDate, weekday } from '../../kernel/civil-date';
import type { FieldValues } from '../../kernel/field';
import { findPeriod, findValue } from '../../kernel/rules';
import { fieldText, yuanText } from '../../papers/template-values';
import type { CaseEvent, DocumentData, ViolationData } from '../case-data';
import type { OptionFileName } from '../catalogue';
import { articlesText, basesOf, lawsText } from '../catalogue';
import { withCatalogueOptions } from '../catalogue-fields';
import { CLUE_FIELDS } from '../fields';
import { lastEvent } from '../letters';
import { COMPLAINANT_PAPERS } from '../paper-kinds';
import type { PaperInput } from './paper';

/** Readers of a paper's input. Each returns '' or [] where nothing is known: the template marks what is missing. */

/** Chinese date; '' for none. */
export const day = (date: unknown): string => (isCivilDate(date) ? formatChinese(date) : '');

export const count = (n: number | null | undefined): string => (n ? String(n) : '');
export const yuan = (fen: number | null | undefined): string => (fen ? yuanText(fen) : '');

/** A text as part of a sentence: no punctuation at its end. */
export const phrase = (text: string): string => text.trim().replace(/[。；;，,.]+$/, '');

/** Lines of a long text, without blank ones. */
export const linesOf = (text: unknown): string[] =>
  typeof text === 'string' ? text.split(/\r?\n/).map(phrase).filter(Boolean) : [];

/** Something registered with the case, as the clue form prints it: label of a choice, Chinese date, 元. */
export function basic(input: PaperInput, name: string): string {
  const known = CLUE_FIELDS.filter((field) => field.name === name);
  return withCatalogueOptions(known, input.catalogue.options)
    .map((field) => fieldText(field, input.case?.basics[name]))
    .join('');
}

export function typed(input: PaperInput, name: string): string {
  const value = input.values[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

/** Label of a code in a catalogue list; the code itself when the list does not know it. */
export function labelOf(input: PaperInput, list: OptionFileName, code: unknown): string {
  if (typeof code !== 'string' || code === '') return '';
  const items: readonly { readonly code: string; readonly label: string }[] =
    input.catalogue.options[list].items;
  return items.find((item) => item.code === code)?.label ?? code;
}

/** Violations a letter speaks of: the established ones, or all that were not ruled out while none is. */
export function itemsOf(input: PaperInput): readonly ViolationData[] {
  const all = input.case?.violations ?? [];
  const established = all.filter((item) => item.finding === 'established');
  return established.length > 0 ? established : all.filter((item) => item.finding === 'pending');
}

/** Violation codes of the paper: chosen on its form, else those of the case. */
export function codesOf(input: PaperInput): string[] {
  const chosen = input.values.violationCodes;
  if (Array.isArray(chosen) && chosen.length > 0) return chosen.map(String);
  return [...new Set(itemsOf(input).map((item) => item.code))];
}

/** Local law that applies here: the profile and those above it. */
export const regionsOf = (input: PaperInput): readonly string[] =>
  input.rules.chain.map((profile) => profile.key);

export function lawsOf(input: PaperInput, codes: readonly string[], withLiability = false): string {
  const kinds = withLiability ? (['duty', 'liability'] as const) : (['duty'] as const);
  return lawsText(codes, input.catalogue, { kinds, regions: regionsOf(input) });
}

/** One line a law, the higher first: 《劳动法》第三十六条（每日不超过八小时…）、第三十八条（每周至少休息一日）. */
export function lawLinesOf(input: PaperInput, codes: readonly string[]): string[] {
  const bases = basesOf(codes, input.catalogue, { regions: regionsOf(input) });
  return input.catalogue.laws.laws.flatMap((law) => {
    const gists = new Map<string, ReadonlySet<string>>();
    for (const basis of bases.filter((known) => known.law === law.name)) {
      const article = articlesText(basis.articles);
      gists.set(article, new Set([...(gists.get(article) ?? []), basis.gist]));
    }
    const articles = [...gists].map(
      ([article, told]) => `${article}（${[...told].join('；').replace(/（([^（）]*)）/g, '〔$1〕')}）`,
    );
    return articles.length > 0 ? [`《${law.name}》${articles.join('、')}`] : [];
  });
}

/** The demand of an item with its own figures; what is still open is marked, not dropped. */
export function demandOf(input: PaperInput, item: ViolationData): string {
  const known: Record<string, readonly [string, string]> = {
    workers_n: [count(item.workerCount), '人数'],
    amount: [yuan(item.amountFen), '金额'],
    period: [periodOf(input), '所属期间'],
    d: [day(item.demandDueOn), '完成期限'],
  };
  return phrase(item.demand).replace(/\{\{([a-z_]+)\}\}/g, (_, name: string) => {
    const [text, label] = known[name] ?? ['', name];
    return text || `【${label}】`;
  });
}

/** 2026年6月1日至2026年8月31日, or the side that is known. */
export function periodOf(input: PaperInput): string {
  const [from, to] = [basic(input, 'factsFrom'), basic(input, 'factsTo')];
  return from && to ? `${from}至${to}` : from || to;
}

/** From Saturday and from Sunday. */
const DAYS_TO_MONDAY: ReadonlyMap<number, number> = new Map([
  [6, 2],
  [0, 1],
]);

/** The day n days after today, on Monday instead of a weekend: a suggestion for a form. */
export function after(input: PaperInput, days: number): CivilDate {
  const date = addDays(input.today, days);
  return addDays(date, DAYS_TO_MONDAY.get(weekday(date)) ?? 0);
}

const UNITS: Readonly<Record<string, string>> = { day: '日', workday: '个工作日', month: '个月', year: '年' };

/** Number and unit as printed: 15个工作日, 15日. */
export function periodText(n: unknown, unit: unknown): string {
  const label = UNITS[String(unit)];
  return typeof n === 'number' && label !== undefined ? `${n}${label}` : '';
}

export function ruleText(input: PaperInput, key: string): string {
  const rule = findValue(input.rules, key);
  return typeof rule === 'string' ? rule : '';
}

/** Number and unit of a period, for the fields replyN and replyUnit. */
export function replyOf(input: PaperInput, key: string): FieldValues {
  const rule = findPeriod(input.rules, key);
  return rule ? { replyN: rule.n, replyUnit: rule.unit } : {};
}

/** 《浙江省工会劳动法律监督条例》第十七条第二款; only the rule's name where the profile knows no article. */
export function localBasis(input: PaperInput, articleKey: string): string {
  const name = ruleText(input, 'supervision.localRuleName');
  return name === '' ? '' : `《${name}》${ruleText(input, articleKey)}`;
}

/** What was typed when one of these was last done; nothing when it never was. */
export const lastValues = (input: PaperInput, ...actions: readonly string[]): FieldValues =>
  (input.case && lastEvent(input.case, ...actions)?.values) ?? {};

/** The day the case first went into a state; '' when it never did. */
export function enteredOn(input: PaperInput, state: string): string {
  return day(firstInto(input, state)?.on);
}

export function firstInto(input: PaperInput, state: string): CaseEvent | undefined {
  return input.case?.events.find((event) => event.toState === state && event.fromState !== state);
}

/** Issued papers of a kind, oldest first. */
export function issued(input: PaperInput, kind: string): readonly DocumentData[] {
  return (input.case?.documents ?? []).filter(
    (document) => document.kind === kind && document.signedOn !== null && document.status !== 'D99',
  );
}

export const isComplainantPaper = (kind: string): boolean =>
  (COMPLAINANT_PAPERS as readonly string[]).includes(kind);

/** To whom a paper went, without ever naming the complainant in another paper. */
export function addresseeOf(document: DocumentData | null): string {
  if (!document) return '';
  return isComplainantPaper(document.kind) ? '反映人' : document.addressee;
}

/** 《…》 around a title, with 〈…〉 for the 《…》 inside it. */
export function bookTitle(title: string): string {
  return `《${title.replaceAll('《', '〈').replaceAll('》', '〉')}》`;
}
