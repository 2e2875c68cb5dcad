import { pinyin } from 'pinyin-pro';

/**
 * What a record can be found by: pairs of Chinese characters (so that any part of a name is found without a
 * scan), runs of letters and digits, pinyin and its initials, the last four and six digits of an ID number.
 */
export type Searchable = {
  /** Names: found by part, pinyin, initials. */
  readonly names?: readonly string[];
  /** A person's name: surnames are read as surnames (单 shàn, 曾 zēng). */
  readonly people?: readonly string[];
  /** Codes and numbers: USCC, case and document numbers, phones. */
  readonly codes?: readonly string[];
  readonly idNumbers?: readonly string[];
  /** Other words: found by part, not by pinyin. */
  readonly words?: readonly string[];
};

const CJK = /[㐀-䶿一-鿿\u{20000}-\u{2fa1f}]/u;

export function tokensOf(record: Searchable): string {
  const tokens = new Set<string>();
  for (const name of record.names ?? []) {
    addText(tokens, name);
    addInitials(tokens, [...name].map(initialOf).join(''));
  }
  for (const name of record.people ?? []) {
    addText(tokens, name);
    const syllables = pinyin(name, { toneType: 'none', type: 'array', surname: 'head' });
    tokens.add(`p${syllables.join('').toLowerCase()}`);
    addInitials(
      tokens,
      syllables
        .map((syllable) => syllable[0] ?? '')
        .join('')
        .toLowerCase(),
    );
  }
  for (const code of record.codes ?? []) addText(tokens, code);
  for (const word of record.words ?? []) addText(tokens, word);
  for (const idNumber of record.idNumbers ?? []) {
    if (idNumber === '') continue;
    tokens.add(idNumber.toLowerCase());
    tokens.add(`t${idNumber.slice(-4).toLowerCase()}`);
    tokens.add(`t${idNumber.slice(-6).toLowerCase()}`);
  }
  return [...tokens].join(' ');
}

/**
 * How far digits reach. By their start every number of ten digits is told by a hundred questions, so whoever is shown a
 * person's numbers masked finds them whole or by the four last digits only.
 */
export type DigitReach = 'start' | 'whole';

/** FTS5 query for what was typed, or null when nothing can match. Words separated by spaces must all match. */
export function matchOf(typed: string, reach: DigitReach = 'start'): string | null {
  const words = wordsOf(typed);
  if (reach === 'whole' && words.some(isPartOfNumber)) return null;
  const parts = words.map((word) => matchWord(word, reach)).filter((part) => part !== '');
  return parts.length === 0 ? null : parts.join(' AND ');
}

/** A word with fewer digits is part of a number, whatever dashes stand in it. */
const WHOLE_DIGITS = 7;
const LAST_FOUR = /^\d{3}[\dx]$/;
const LAST_FOUR_OR_SIX = /^\d{3}[\dx]$|^\d{5}[\dx]$/;

const isWholeNumber = (word: string): boolean => /^[\d()+-]+x?$/.test(word) && digitsIn(word) >= WHOLE_DIGITS;
const isPartOfNumber = (word: string): boolean =>
  digitsIn(word) > 0 && !isWholeNumber(word) && !LAST_FOUR.test(word);
const digitsIn = (word: string): number => word.replace(/\D/g, '').length;

/** A number that stands in full on the asker's own paper, or is guessed. */
export const asksForWholeNumber = (typed: string): boolean => wordsOf(typed).some(isWholeNumber);

const wordsOf = (typed: string): string[] =>
  typed.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean);

function matchWord(word: string, reach: DigitReach): string {
  const wanted: string[] = [];
  const runs = runsOf(word);
  for (const run of runs) {
    if (run.isChinese) {
      const characters = [...run.text];
      if (characters.length === 1) wanted.push(`${quote(run.text)}*`);
      else wanted.push(...tellingPairs(characters).map(quote));
    } else if (/^[a-z]+$/.test(run.text) && word === run.text) {
      // Letters alone: a code, full pinyin from its start, or initials anywhere in the name.
      wanted.push(`(${quote(run.text)}* OR ${quote(`p${run.text}`)}* OR ${initialsMatch(run.text)})`);
    } else if (reach === 'whole' && digitsIn(run.text) > 0) {
      wanted.push(quote(isWholeNumber(word) ? run.text : `t${run.text}`));
    } else if (LAST_FOUR_OR_SIX.test(run.text) && word === run.text) {
      wanted.push(`(${quote(run.text)}* OR ${quote(`t${run.text}`)})`);
    } else {
      // What is followed by more is complete: 第3号 is not 第30号.
      wanted.push(run === runs.at(-1) ? `${quote(run.text)}*` : quote(run.text));
    }
  }
  return wanted.join(' AND ');
}

/** What every firm's name has in it: asked beside other words it costs time and leaves nobody out. */
const EVERYWHERE = new Set(['有限', '限公', '公司', '限责', '责任', '任公', '股份', '份有']);
const MOST_PAIRS = 4;

/** The pairs to look for: not more than tell one name from all others, since each is held against each. */
function tellingPairs(characters: readonly string[]): string[] {
  const pairs = characters.slice(1).map((character, i) => `${characters[i]}${character}`);
  const telling = pairs.filter((pair) => !EVERYWHERE.has(pair));
  const all = telling.length > 0 ? telling : pairs;
  if (all.length <= MOST_PAIRS) return all;
  const step = (all.length - 1) / (MOST_PAIRS - 1);
  return Array.from({ length: MOST_PAIRS }, (_, i) => all[Math.round(i * step)] as string);
}

const GRAM = 4;

/** Initials by fours from every character of the name on, so that jgjx finds 安溪湾精工机械 too. */
function addInitials(tokens: Set<string>, initials: string): void {
  const letters = initials.replace(/[^a-z0-9]/g, '');
  if (letters === '') return;
  for (let start = 0; start < Math.max(letters.length - 1, 1); start += 1)
    tokens.add(`i${letters.slice(start, start + GRAM)}`);
}

/** wjgjx: by wjgj and jgjx, which stand in the index as they are; jg: by the start of what stands there. */
function initialsMatch(letters: string): string {
  if (letters.length <= GRAM) return `${quote(`i${letters}`)}*`;
  const grams = Array.from({ length: letters.length - GRAM + 1 }, (_, start) =>
    quote(`i${letters.slice(start, start + GRAM)}`),
  );
  return `(${grams.join(' AND ')})`;
}

function addText(tokens: Set<string>, text: string): void {
  for (const run of runsOf(text.normalize('NFKC').toLowerCase())) {
    if (!run.isChinese) {
      tokens.add(run.text);
      continue;
    }
    const characters = [...run.text];
    // Pairs, and the last character alone: a single character typed is found as the start of a pair or as that last one.
    for (const [i, character] of characters.entries()) tokens.add(character + (characters[i + 1] ?? ''));
  }
}

type Run = { readonly text: string; readonly isChinese: boolean };

/** Chinese runs and runs of letters or digits; everything between is dropped. */
function runsOf(text: string): Run[] {
  const runs = text.match(/[㐀-䶿一-鿿\u{20000}-\u{2fa1f}]+|[a-z]+|\d+[x]?(?![a-z0-9])|[a-z0-9]+/gu) ?? [];
  return runs.map((run) => ({ text: run, isChinese: CJK.test(run) }));
}

const initials = new Map<string, string>();
/** First letter of a character's commonest reading; other characters stand for themselves. */
function initialOf(character: string): string {
  const known = initials.get(character);
  if (known !== undefined) return known;
  const letter = CJK.test(character)
    ? pinyin(character, { pattern: 'first', toneType: 'none' }).slice(0, 1).toLowerCase()
    : character.normalize('NFKC').toLowerCase();
  initials.set(character, letter);
  return letter;
}

const quote = (token: string): string => `"${token.replaceAll('"', '""')}"`;
