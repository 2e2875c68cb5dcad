/**
 * Text as it may come from a form: control characters, foreign line ends, very long words. Everything printed passes
 * through here, so that no input can make a file Word refuses.
 */

import { stripControl } from '../kernel/text-input';

// XML 1.0 allows tab and line feed below U+0020; lone surrogates and U+FFFE/U+FFFF are refused by Word.
const forbidden = /[\uFFFE\uFFFF\u200B\uFEFF]|\p{Surrogate}/gu;

/** The text without control characters, with \n as its only line end; tabs stay. */
export function cleanText(text: string): string {
  return stripControl(text.replace(/\r\n?|\u2028|\u2029/g, '\n')).replace(forbidden, '');
}

/** Characters that take a full Han cell, by GB typography: CJK, full-width forms, and “ ” ‘ ’ — … · beside Han. */
const fullWidth =
  /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF01-\uFF60\uFFE0-\uFFE6“”‘’—…·×①-⑳㈠-㈩\u{20000}-\u{3FFFF}]/u;

/** Width in Han cells: a Han character is 1, a Latin letter or digit 0.5. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += fullWidth.test(character) ? 1 : 0.5;
  return width;
}

/** Never at the head of a line. */
const closing = '，。、；：？！）〕》〉」』】”’…—·％‰,.;:?!)]}%';
/** Never at the end of a line. */
const opening = '（〔《〈「『【“‘([{';

export const mayStartLine = (character: string): boolean => !closing.includes(character);
export const mayEndLine = (character: string): boolean => !opening.includes(character);

/** Pieces a line may break between: a Han character, a Latin word, a run of blanks. */
const pieces = /[A-Za-z0-9.,:;@%/+_#&=?!'"()[\]~-]+|\s|[\s\S]/gu;

/**
 * How many lines the text takes at the given width (in Han cells), with its first line indented. A closing mark that
 * finds no room takes the character before it along to the next line.
 */
export function countLines(text: string, width: number, firstIndent = 0): number {
  let lines = 0;
  for (const paragraph of text.split('\n')) {
    lines += 1;
    let used = firstIndent;
    let last = 0;
    for (const piece of paragraph.match(pieces) ?? []) {
      const size = piece === '\t' ? 2 : widthOf(piece);
      if (used + size <= width + 0.01) {
        used += size;
      } else if (size > width) {
        const over = used + size;
        lines += Math.ceil(over / width) - 1;
        used = over % width;
      } else {
        lines += 1;
        used = mayStartLine(piece) || last >= width ? size : last + size;
      }
      last = size;
    }
  }
  return lines;
}
