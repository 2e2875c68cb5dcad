/** How papers cite evidence: 证据3, 证据3、5, 证据2至4. */

/** A number that counts nothing else: in 证据3、5月工资表 the 5 is a month. */
const NUMBER = '\\d+(?!\\d|\\s*[年月日时元%])';
const LIST = new RegExp(`证据\\s*(${NUMBER}(?:\\s*(?:[、，,和及至到~～—-]|证据)+\\s*${NUMBER})*)`, 'gu');
const PART = /(\d+)(?:\s*[至到~～—-]+\s*(?:证据)?\s*(\d+))?/gu;

/** Whether a text cites the piece of that number. */
export function cites(text: string, number: number): boolean {
  for (const [, list = ''] of text.matchAll(LIST)) {
    for (const [, first = '', last = first] of list.matchAll(PART)) {
      if (Number(first) <= number && number <= Number(last)) return true;
    }
  }
  return false;
}
