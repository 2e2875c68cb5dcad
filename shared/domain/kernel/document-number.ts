import { escapeRegex } from './escape-regex';

/** 发文字号 and internal numbers by pattern, e.g. {代字}劳监提〔{yyyy}〕{n}号. GB/T 9704-2012, 7.2.5. */
export type NumberParts = { readonly code: string; readonly year: number; readonly n: number };

/** 机关代字; both spellings mean the same. */
const CODE = '{代字}';
const CODE_ALIAS = '{code}';
const YEAR = '{yyyy}';
const SEQUENCE = '{n}';
const LONGEST_PATTERN = 60;

/** The number as printed: the year in full, the sequence without leading zeros. Throws a RangeError for bad parts. */
export function formatDocumentNumber(pattern: string, { code, year, n }: NumberParts): string {
  if (!Number.isInteger(n) || n < 1) throw new RangeError(`no sequence number: ${n}`);
  if (!Number.isInteger(year) || year < 1000 || year > 9999) throw new RangeError(`no year: ${year}`);
  return withOneCode(pattern)
    .replaceAll(CODE, () => code)
    .replaceAll(YEAR, String(year))
    .replaceAll(SEQUENCE, String(n));
}

/** The parts of a number of this pattern; null when it is of another. Full-width digits and spaces are accepted. */
export function parseDocumentNumber(pattern: string, text: string): NumberParts | null {
  const typed = tidy(text);
  const source = escapeRegex(tidy(withOneCode(pattern)))
    .replace(escapeRegex(CODE), '(?<code>.+?)')
    .replace(escapeRegex(YEAR), '(?<year>\\d{4})')
    .replace(escapeRegex(SEQUENCE), '(?<n>[1-9]\\d*)');
  const groups = new RegExp(`^${source}$`, 'u').exec(typed)?.groups;
  if (!groups) return null;
  return { code: groups.code ?? '', year: Number(groups.year), n: Number(groups.n) };
}

/**
 * What is wrong with a pattern, in Chinese, one sentence each; empty when it may be used. A pattern of outgoing papers
 * writes the year in 六角括号〔〕 and no 第; internal numbers (案号, 线索号) may use （） and 第.
 */
export function validatePattern(typed: string, use: 'outgoing' | 'internal' = 'outgoing'): readonly string[] {
  const pattern = withOneCode(typed);
  const problems: string[] = [];
  for (const [mark, meaning] of [
    [YEAR, '年份'],
    [SEQUENCE, '顺序号'],
  ] as const) {
    const count = pattern.split(mark).length - 1;
    if (count !== 1) problems.push(`编号格式中应写一次 ${mark}（${meaning}），现在有 ${count} 次`);
  }
  if (pattern.split(CODE).length > 2) problems.push(`编号格式中 ${CODE} 只能写一次`);
  const stranger = /\{[^{}]*\}?|\}/.exec(
    [CODE, YEAR, SEQUENCE].reduce((rest, mark) => rest.replaceAll(mark, ''), pattern),
  );
  if (stranger) problems.push(`编号格式中的“${stranger[0]}”无法识别，只能使用 ${CODE}、${YEAR}、${SEQUENCE}`);
  if (pattern.length > LONGEST_PATTERN) problems.push(`编号格式最多 ${LONGEST_PATTERN} 个字`);
  if (/[\s\\/:*?"<>|]/.test(pattern))
    problems.push('编号格式中不能有空格和 \\ / : * ? " < > |，编号会用作文件名');
  if (use === 'outgoing') problems.push(...outgoingProblems(pattern));
  return problems;
}

function outgoingProblems(pattern: string): readonly string[] {
  const problems: string[] = [];
  if (pattern.includes(YEAR) && !pattern.includes(`〔${YEAR}〕`)) {
    problems.push(`年份应写在六角括号内：〔${YEAR}〕，不用 [ ]、【 】或者（ ）`);
  }
  if (/第\{n\}/.test(pattern)) problems.push('发文字号的顺序号前不加“第”字');
  if (/0\{n\}/.test(pattern)) problems.push('发文字号的顺序号不编虚位，{n} 前不能写 0');
  return problems;
}

const withOneCode = (pattern: string) => pattern.replaceAll(CODE_ALIAS, CODE);

const tidy = (text: string) => text.normalize('NFKC').replace(/\s/g, '');
