import { parseChineseNumber } from '../kernel/chinese-number';

const NUMERAL = '[一二三四五六七八九十]{1,3}';
const SECTION = new RegExp(`^(${NUMERAL})、`);
const POINT = new RegExp(`^（(${NUMERAL})）`);

/**
 * Where the outline stands. It follows the lines as they are printed, so numbers stay right when a paragraph is left
 * out or the clerk added one by hand.
 */
export type Outline = { readonly section: number; readonly point: number };

export const outlineStart: Outline = { section: 0, point: 0 };

/** The outline after this line. */
export function follow(outline: Outline, line: string): Outline {
  const section = numberIn(SECTION, line);
  if (section !== null) return { section, point: 0 };
  const point = numberIn(POINT, line);
  return point === null ? outline : { ...outline, point };
}

const numberIn = (pattern: RegExp, line: string): number | null =>
  parseChineseNumber(pattern.exec(line)?.[1] ?? '');

/** Headings end without punctuation; a numbered sentence is body text. */
export function roleOfLine(line: string): 'body' | 'heading1' | 'heading2' {
  if (/[。；：，、！？]$/.test(line) || line.length > 60) return 'body';
  if (SECTION.test(line)) return 'heading1';
  return POINT.test(line) ? 'heading2' : 'body';
}
