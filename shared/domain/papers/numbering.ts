const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 1 → 一, 12 → 十二, 25 → 二十五. For outline numbers, 1 to 99. */
export function outlineNumeral(n: number): string {
  const tens = Math.floor(n / 10);
  return `${tens > 1 ? DIGITS[tens] : ''}${tens > 0 ? '十' : ''}${DIGITS[n % 10]}`;
}

const NUMERAL = '[一二三四五六七八九十]{1,3}';
const SECTION = new RegExp(`^(${NUMERAL})、`);
const POINT = new RegExp(`^（(${NUMERAL})）`);

function outlineNumber(text: string): number {
  for (let n = 1; n < 100; n++) if (outlineNumeral(n) === text) return n;
  return 0;
}

/**
 * Where the outline stands. It follows the lines as they are printed, so numbers stay right when a paragraph is left
 * out or the clerk added one by hand.
 */
export type Outline = { readonly section: number; readonly point: number };

export const outlineStart: Outline = { section: 0, point: 0 };

/** The outline after this line. */
export function follow(outline: Outline, line: string): Outline {
  const section = SECTION.exec(line)?.[1];
  if (section) return { section: outlineNumber(section), point: 0 };
  const point = POINT.exec(line)?.[1];
  return point ? { ...outline, point: outlineNumber(point) } : outline;
}

/** Headings end without punctuation; a numbered sentence is body text. */
export function roleOfLine(line: string): 'body' | 'heading1' | 'heading2' {
  if (/[。；：，、！？]$/.test(line) || line.length > 60) return 'body';
  if (SECTION.test(line)) return 'heading1';
  return POINT.test(line) ? 'heading2' : 'body';
}
