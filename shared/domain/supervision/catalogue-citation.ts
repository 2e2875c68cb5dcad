import type { ArticleRef } from './catalogue-schema';

const DIGITS = '零一二三四五六七八九';
const UNITS = ['', '十', '百', '千'] as const;

/** 36 → 三十六, 110 → 一百一十. Whole numbers from 1 to 9999. */
export function chineseNumeral(n: number): string {
  if (!Number.isInteger(n) || n < 1 || n > 9999) throw new RangeError(`no Chinese numeral for ${n}`);
  const digits = [...String(n)].map(Number);
  let out = '';
  digits.forEach((digit, i) => {
    if (digit === 0) return;
    if (i > 0 && digits[i - 1] === 0) out += '零';
    out += `${DIGITS[digit]}${UNITS[digits.length - 1 - i]}`;
  });
  return out.replace(/^一十/, '十');
}

/** 三十六, 36 and ３６ → 36; null when it is no number. */
export function parseNumeral(text: string): number | null {
  const plain = text.replace(/[０-９]/g, (c) => String(c.charCodeAt(0) - 0xff10)).replace(/〇/g, '零');
  if (/^\d{1,4}$/.test(plain)) return Number(plain) || null;
  let total = 0;
  let digit = 0;
  for (const char of plain) {
    const unit = UNITS.indexOf(char as (typeof UNITS)[number]);
    const value = DIGITS.indexOf(char);
    if (value >= 0) digit = value;
    else if (unit > 0) {
      total += (digit || 1) * 10 ** unit;
      digit = 0;
    } else return null;
  }
  return total + digit || null;
}

export type Article = {
  readonly article: number;
  /** 之一 is 1. */
  readonly suffix?: number | undefined;
  readonly paragraph?: number | undefined;
  readonly item?: number | undefined;
};

export function articleOf(ref: ArticleRef): Article {
  return typeof ref === 'number' ? { article: ref } : ref;
}

function articleText({ article, suffix, paragraph, item }: Article): string {
  const tail = suffix ? `之${chineseNumeral(suffix)}` : '';
  const part = paragraph ? `第${chineseNumeral(paragraph)}款` : '';
  return `第${chineseNumeral(article)}条${tail}${part}${item ? itemText(item) : ''}`;
}

const itemText = (item: number): string => `第（${chineseNumeral(item)}）项`;
const isWhole = (a: Article): boolean => !a.paragraph && !a.item;
const sameArticle = (a: Article, b: Article): boolean =>
  a.article === b.article && (a.suffix ?? 0) === (b.suffix ?? 0);
const order = (a: Article): number =>
  a.article * 1e6 + (a.suffix ?? 0) * 1e5 + (a.paragraph ?? 0) * 1e3 + (a.item ?? 0);

/** Sorted, without repeats; a paragraph is dropped where its whole article is cited too. */
export function mergeArticles(refs: readonly ArticleRef[]): Article[] {
  const sorted = refs.map(articleOf).sort((a, b) => order(a) - order(b));
  return sorted.filter((a, i) => {
    const earlier = sorted.slice(0, i);
    return !earlier.some((b) => order(a) === order(b) || (isWhole(b) && sameArticle(a, b)));
  });
}

/** 第三十六条、第四十一条; four or more in a row become 第五十一条至第五十六条. */
export function articlesText(refs: readonly ArticleRef[]): string {
  const list = mergeArticles(refs);
  const parts: string[] = [];
  for (let i = 0; i < list.length; i++) {
    const first = list[i] as Article;
    let end = i;
    const follows = (a: Article | undefined, b: Article): boolean =>
      a !== undefined && isWhole(a) && !a.suffix && isWhole(b) && !b.suffix && a.article === b.article + 1;
    while (follows(list[end + 1], list[end] as Article)) end++;
    if (end - i >= 3) {
      parts.push(`${articleText(first)}至${articleText(list[end] as Article)}`);
      i = end;
      continue;
    }
    const before = list[i - 1];
    const sharesParagraph =
      before?.item && first.item && sameArticle(before, first) && before.paragraph === first.paragraph;
    parts.push(sharesParagraph ? itemText(first.item as number) : articleText(first));
  }
  return parts.join('、');
}

/** Every article written out by itself, as a person would type the list. */
export const articlesInFull = (refs: readonly ArticleRef[]): string =>
  mergeArticles(refs).map(articleText).join('、');

/** 《中华人民共和国劳动法》第三十六条、第四十一条. A law cited as a whole has no articles. */
export function citationOf(basis: {
  readonly law: string;
  readonly articles: readonly ArticleRef[];
}): string {
  return `《${basis.law}》${articlesText(basis.articles)}`;
}

export type Citation = Article & {
  /** As written in the text. */
  readonly law: string;
  /** The stretch it was read from, e.g. 《劳动法》第三十六条、第四十一条. */
  readonly text: string;
  readonly index: number;
};

const NUM = '[零〇一二三四五六七八九十百千0-9０-９]+';
const ITEM = `第?\\s*[（(]?${NUM}[）)]?\\s*项`;
const ARTICLE = `第?\\s*${NUM}\\s*条(?:之${NUM})?(?:第?\\s*${NUM}\\s*款)?(?:${ITEM})?`;
const JOIN = '(?:、|，|,|和|及|与|或|至|到|以及|或者|－|—|-|~|～|\\s)+';
const CHAIN = `${ARTICLE}(?:${JOIN}(?:${ARTICLE}|${ITEM}|第?\\s*${NUM}\\s*款))*`;
const BRACKETED = '《((?:[^《》]|《[^《》]*》)+)》';
/** Matches no text at all. */
const NOTHING = '(?!)';
const REMARK = '(?:\\s*[（(][^（）()]*[）)])?\\s*的?\\s*';
const PIECE = new RegExp(
  `(?:${JOIN})?第?\\s*(${NUM})\\s*条(?:之(${NUM}))?(?:第?\\s*(${NUM})\\s*款)?(?:第?\\s*[（(]?(${NUM})[）)]?\\s*项)?`,
  'g',
);

const escaped = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * Every article cited in free text, Chinese or Arabic numerals, lists and 至-ranges written out one by one. Laws
 * written without 《》 are found when their names are given in `bareNames`.
 */
export function findCitations(text: string, bareNames: readonly string[] = []): Citation[] {
  // No article, no citation: most paragraphs are done here.
  if (!text.includes('条')) return [];
  const names = [...bareNames].sort((a, b) => b.length - a.length).map(escaped);
  const bare = names.length > 0 ? names.join('|') : NOTHING;
  const pattern = new RegExp(`(?:${BRACKETED}|(${bare}))${REMARK}(${CHAIN})`, 'g');
  const found: Citation[] = [];
  for (const match of text.matchAll(pattern)) {
    const law = match.slice(1, 3).join('');
    for (const article of articlesIn(match.slice(3).join(''))) {
      found.push({ ...article, law, text: match[0], index: match.index });
    }
  }
  return found;
}

function articlesIn(chain: string): Article[] {
  const articles: Article[] = [];
  for (const match of chain.matchAll(PIECE)) {
    const [article, suffix, paragraph, item] = match
      .slice(1)
      .map((part) => (part ? parseNumeral(part) : null));
    if (!article) continue;
    const last = articles.at(-1);
    if (last && /至|到|－|—|-|~|～/.test(match[0]) && article - last.article < 200) {
      for (let n = last.article + 1; n < article; n++) articles.push({ article: n });
    }
    articles.push({
      article,
      ...(suffix ? { suffix } : {}),
      ...(paragraph ? { paragraph } : {}),
      ...(item ? { item } : {}),
    });
  }
  return articles;
}
