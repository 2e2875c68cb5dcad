const DIGITS = '零一二三四五六七八九';

/** 23 from 二十三 or 23, up to 9999 as article numbers are written; null when it is no number. */
export function parseChineseNumber(text: string): number | null {
  const plain = text.normalize('NFKC').replaceAll('〇', '零').replaceAll('两', '二');
  if (/^\d{1,4}$/.test(plain)) return Number(plain);
  const match =
    /^(?:([一二三四五六七八九])千)?零?(?:([一二三四五六七八九])百)?零?(?:([一二三四五六七八九])?(十))?零?([一二三四五六七八九])?$/.exec(
      plain,
    );
  if (!match || plain === '' || plain === '零') return null;
  const digit = (text: string | undefined) => (text ? DIGITS.indexOf(text) : 0);
  const tens = match[4] ? digit(match[3]) || 1 : 0;
  return digit(match[1]) * 1000 + digit(match[2]) * 100 + tens * 10 + digit(match[5]);
}

/** 二十三; 1 to 9999 as article numbers are written (一百零三). */
export function chineseNumber(n: number): string {
  if (!Number.isInteger(n) || n < 1 || n > 9999) throw new RangeError(`no article number: ${n}`);
  const units = ['', '十', '百', '千'];
  let words = '';
  let hasGap = false;
  for (let place = 3; place >= 0; place -= 1) {
    const digit = Math.floor(n / 10 ** place) % 10;
    if (digit === 0) {
      hasGap = words !== '';
      continue;
    }
    words += `${hasGap ? '零' : ''}${DIGITS[digit]}${units[place]}`;
    hasGap = false;
  }
  return words.replace(/^一十/, '十');
}
