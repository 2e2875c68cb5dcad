/** Integer 分. */
export type Fen = number;

/** Amounts below 10^15 分 (十万亿元) are exact integers and have a Chinese name. */
export const FEN_LIMIT = 10 ** 15;

const SCALES: Readonly<Record<string, number>> = { '': 0, 万: 4, 亿: 8 };

/**
 * 分 from an amount in 元 as people type it: 1234.5, 1,234.50, １２３４.５, ¥1234, 1234元, 1.2万, 3亿元. null when it is no
 * amount, negative, finer than a 分 or 10^15 分 and more.
 */
export function parseYuan(text: string): Fen | null {
  const typed = text.normalize('NFKC').replace(/\s/g, '');
  const match = /^[¥￥]?(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d*))?(万|亿)?元?$/.exec(typed);
  if (!match) return null;
  const whole = (match[1] as string).replaceAll(',', '');
  const decimals = (match[2] ?? '').replace(/0+$/, '');
  const places = (SCALES[match[3] ?? ''] as number) + 2;
  if (decimals.length > places) return null;
  const digits = (whole + decimals.padEnd(places, '0')).replace(/^0+(?=\d)/, '');
  return digits.length > 15 ? null : Number(digits);
}

/** 1234.5 元 → 1,234.50. Throws a RangeError when `fen` is no integer. */
export function formatYuan(fen: Fen): string {
  if (!Number.isSafeInteger(fen)) throw new RangeError(`no amount in 分: ${fen}`);
  const digits = String(Math.abs(fen)).padStart(3, '0');
  const yuan = digits.slice(0, -2).replace(/\B(?=(?:\d{3})+$)/g, ',');
  return `${fen < 0 ? '-' : ''}${yuan}.${digits.slice(-2)}`;
}

const NUMERALS = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'] as const;
const UNITS = ['', '拾', '佰', '仟'] as const;

/**
 * 人民币大写 by 《正确填写票据和结算凭证的基本规定》: 人民币壹仟肆佰零玖元伍角整; 整 after 元 and 角, not after 分; one 零 for
 * zeros inside, also for a zero in the place of 元 before 角 (壹仟陆佰捌拾元零叁角贰分). Throws a RangeError for what is
 * negative, no integer or 10^15 分 and more.
 */
export function uppercaseAmount(fen: Fen): string {
  if (!Number.isInteger(fen) || fen < 0 || fen >= FEN_LIMIT)
    throw new RangeError(`no amount in words: ${fen}`);
  const yuan = Math.floor(fen / 100);
  const [jiao, cents] = [Math.floor(fen / 10) % 10, fen % 10];
  const words = ['人民币'];
  if (yuan > 0) words.push(numberWords(yuan), '元');
  if (jiao > 0) {
    if (yuan > 0 && yuan % 10 === 0) words.push('零');
    words.push(numeral(jiao), '角');
  }
  if (cents > 0) {
    if (yuan > 0 && jiao === 0) words.push('零');
    words.push(numeral(cents), '分');
  }
  if (fen === 0) words.push('零元');
  if (cents === 0) words.push('整');
  return words.join('');
}

/** 100070 → 壹拾万零柒拾. */
function numberWords(n: number): string {
  for (const [base, unit] of [
    [10 ** 8, '亿'],
    [10 ** 4, '万'],
  ] as const) {
    if (n < base) continue;
    const rest = n % base;
    const head = `${numberWords(Math.floor(n / base))}${unit}`;
    if (rest === 0) return head;
    return `${head}${rest < base / 10 ? '零' : ''}${numberWords(rest)}`;
  }
  let words = '';
  let hasGap = false;
  for (let place = 3; place >= 0; place -= 1) {
    const digit = Math.floor(n / 10 ** place) % 10;
    if (digit === 0) {
      hasGap = words !== '';
      continue;
    }
    words += (hasGap ? '零' : '') + numeral(digit) + UNITS[place];
    hasGap = false;
  }
  return words;
}

const numeral = (digit: number): string => NUMERALS[digit] as string;
