import { escapeRegex } from './escape-regex';
import { surnameOf } from './surname';

/** Patterns a secret may hide behind. Texts are NFKC and without invisible characters when these are applied. */

/** What people put between the digits of a number, at most two of them. */
const DIGIT_GAP = '[\\s\\-‐‑‒–—―−_.·•/()]{0,2}';
/** What people put between the characters of a name. Chinese punctuation is not among it: 桃李，明天 names no 李明. */
const NAME_GAP = '[\\s·•・.\\-—_*]{0,3}';
const HIDDEN = '(?:某{1,3}|[XxＸ×*○〇□]{1,3})';

/** A number or code, its characters held apart or not. */
export const spacedCode = (code: string): RegExp =>
  new RegExp([...code].map(escapeRegex).join(DIGIT_GAP), 'giu');

/** A name or other words, its characters held apart or not. */
export const spacedWords = (words: string): RegExp =>
  new RegExp([...words.replace(/[\s·•・.]/g, '')].map(escapeRegex).join(NAME_GAP), 'giu');

/** 张某, 张某某, 张XX, 张*; not 某些, 某年, 某公司 after a surname that is also a common word (于某日). */
export function hiddenName(name: string): RegExp {
  const surname = escapeRegex(surnameOf(name));
  return new RegExp(
    `${surname}${NAME_GAP}${HIDDEN}(?![些年月日天个种项次时地家类位单公企工厂部处方\\d])`,
    'gu',
  );
}

/** 张先生, 张女士, 张师傅. */
export const titledName = (name: string): RegExp =>
  new RegExp(`${escapeRegex(surnameOf(name))}(?:先生|女士|小姐|师傅|同志|大姐|大哥|阿姨|老师)`, 'gu');

/** 张工, 老张, 小张: also parts of other words, so for a look only. */
export function familiarName(name: string): RegExp {
  const surname = escapeRegex(surnameOf(name));
  return new RegExp(
    `${surname}(?:工(?![资作会人时程伤业龄具地商种友序段艺效厂龄])|某人|姐|哥)|(?:(?<![大最])小|(?<![养敬中])老|阿)${surname}`,
    'gu',
  );
}

/** 18 characters of an identity number, held apart or not. */
export const ID_NUMBER = new RegExp(
  `(?<![\\dA-Za-z])\\d(?:${DIGIT_GAP}\\d){16}${DIGIT_GAP}[\\dXx](?![\\dA-Za-z])`,
  'gu',
);
export const MOBILE = new RegExp(`(?<!\\d)1${DIGIT_GAP}[3-9](?:${DIGIT_GAP}\\d){9}(?!\\d)`, 'gu');
export const BANK_CARD = /(?<![\dA-Za-z])\d(?:[ -]?\d){15,18}(?![\dA-Za-z])/gu;

/** ISO/IEC 7812 check of a card number. */
export function isLuhnValid(digits: string): boolean {
  let sum = 0;
  for (let place = 0; place < digits.length; place += 1) {
    const digit = Number(digits[digits.length - 1 - place]);
    const weighted = place % 2 === 1 ? digit * 2 : digit;
    sum += weighted > 9 ? weighted - 9 : weighted;
  }
  return digits.length > 0 && sum % 10 === 0;
}
