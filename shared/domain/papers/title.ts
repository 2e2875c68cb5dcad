import { mayEndLine, mayStartLine, widthOf } from './text';

/**
 * A long title set in lines of balanced length that do not cut a word, as the standard asks (词意完整、排列对称、
 * 长短适宜). A title that already has line ends keeps them; names are never cut.
 */
export function balanceTitle(title: string, maxWidth: number, names: readonly string[] = []): string[] {
  if (title.includes('\n')) return title.split('\n').filter((line) => line.trim() !== '');
  const total = widthOf(title);
  if (total <= maxWidth) return [title];
  const words = joinUnbreakable(segment(title, names), maxWidth);
  for (let count = Math.ceil(total / maxWidth); count <= words.length; count += 1) {
    const lines = spread(words, count, total, maxWidth);
    if (lines.every((line) => widthOf(line) <= maxWidth)) return lines;
  }
  return words;
}

function segment(title: string, names: readonly string[]): string[] {
  const name = names.find((candidate) => title.includes(candidate));
  if (name !== undefined) {
    const [before = '', ...after] = title.split(name);
    const others = names.filter((other) => other !== name);
    return [...segment(before, names), name, ...segment(after.join(name), others)];
  }
  return [...segmenter.segment(title)].map((part) => part.segment);
}

const segmenter = new Intl.Segmenter('zh-CN', { granularity: 'word' });

/** Words a line end must not come between: before closing and 的, after opening characters, inside 《》. */
function joinUnbreakable(words: readonly string[], maxWidth: number): string[] {
  const joined: string[] = [];
  let isQuoting = false;
  for (const word of words) {
    const before = joined.at(-1);
    const isGlued =
      before !== undefined &&
      (!mayStartLine(word) || word === '的' || !mayEndLine(before.slice(-1)) || isQuoting) &&
      widthOf(before + word) <= maxWidth;
    if (isGlued) joined[joined.length - 1] = before + word;
    else joined.push(word);
    if (word.includes('《')) isQuoting = true;
    if (word.includes('》')) isQuoting = false;
  }
  return joined;
}

/** Breaks after the word that comes nearest to each line's even share. */
function spread(words: readonly string[], count: number, total: number, maxWidth: number): string[] {
  const lines: string[] = [];
  let line = '';
  let rest = total;
  for (const word of words) {
    const open = count - lines.length;
    const share = rest / open;
    const tooLong = widthOf(line + word) > maxWidth;
    const isNearerWithout = widthOf(line) + widthOf(word) / 2 > share;
    if (line !== '' && open > 1 && (tooLong || isNearerWithout)) {
      lines.push(line);
      rest -= widthOf(line);
      line = word;
    } else {
      line += word;
    }
  }
  return [...lines, line];
}
