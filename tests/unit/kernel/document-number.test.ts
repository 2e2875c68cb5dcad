import {
  formatDocumentNumber,
  parseDocumentNumber,
  validatePattern,
} from '@shared/domain/kernel/document-number';
import { describe, expect, it } from 'vitest';
import numbering from '../../../resources/catalogues/numbering.json' with { type: 'json' };

const letter = '{代字}劳监提〔{yyyy}〕{n}号';
const caseNo = '({yyyy}){代字}劳监案第{n}号';
const parts = { code: '安工', year: 2026, n: 1 };

describe('document numbers', () => {
  it.each([
    [letter, '安工劳监提〔2026〕1号'],
    ['{code}劳监提〔{yyyy}〕{n}号', '安工劳监提〔2026〕1号'],
    [caseNo, '(2026)安工劳监案第1号'],
    ['〔{yyyy}〕{代字}线索第{n}号', '〔2026〕安工线索第1号'],
    ['劳监〔{yyyy}〕{n}号', '劳监〔2026〕1号'],
  ])('%s', (pattern, printed) => {
    expect(formatDocumentNumber(pattern, parts)).toBe(printed);
    const expected = /代字|code/.test(pattern) ? parts : { ...parts, code: '' };
    expect(parseDocumentNumber(pattern, printed)).toEqual(expected);
  });

  it('does not read signs of the issuer code as marks', () => {
    expect(formatDocumentNumber(letter, { ...parts, code: '$&{n}' })).toContain('$&');
  });

  it.each([
    ['安工劳监提〔2026〕 12 号', 12],
    ['安工劳监提〔２０２６〕１２号', 12],
    ['安工劳监提〔2026〕01号', null],
    ['安工劳监提[2026]1号', null],
    ['安工劳监意〔2026〕1号', null],
    ['劳监提〔2026〕1号', null],
    ['安工劳监提〔26〕1号', null],
    ['安工劳监提〔2026〕1号附件', null],
    ['', null],
  ])('reads %s', (text, n) => {
    expect(parseDocumentNumber(letter, text)?.n ?? null).toBe(n);
  });

  it.each([
    { ...parts, n: 0 },
    { ...parts, n: 1.5 },
    { ...parts, year: 26 },
    { ...parts, year: 20260 },
    { ...parts, year: 2026.5 },
  ])('refuses %j', (wrong) => {
    expect(() => formatDocumentNumber(letter, wrong)).toThrow(RangeError);
  });
});

describe('patterns', () => {
  it.each([
    [letter, 'outgoing', []],
    ['{code}劳监提〔{yyyy}〕{n}号', 'outgoing', []],
    [caseNo, 'internal', []],
    ['〔{yyyy}〕{代字}线索第{n}号', 'internal', []],
    [caseNo, 'outgoing', ['六角括号', '不加“第”字']],
    ['{代字}劳监提[{yyyy}]{n}号', 'outgoing', ['六角括号']],
    ['{代字}劳监提【{yyyy}】{n}号', 'outgoing', ['六角括号']],
    ['{代字}劳监提〔{yyyy}〕0{n}号', 'outgoing', ['不编虚位']],
    ['{代字}劳监提{n}号', 'outgoing', ['{yyyy}（年份），现在有 0 次']],
    ['{代字}劳监提〔{yyyy}〕号', 'outgoing', ['{n}（顺序号），现在有 0 次']],
    ['{代字}〔{yyyy}〕{n}-{n}号', 'outgoing', ['{n}（顺序号），现在有 2 次']],
    ['{代字}{code}〔{yyyy}〕{n}号', 'outgoing', ['只能写一次']],
    ['{代字}〔{yyyy}〕{n}号{month}', 'outgoing', ['“{month}”无法识别']],
    ['{代字}〔{yyyy}〕{n}号}', 'outgoing', ['“}”无法识别']],
    ['{代字}〔{yyyy}〕{n}号{', 'outgoing', ['“{”无法识别']],
    ['{代字} 〔{yyyy}〕{n}号', 'outgoing', ['不能有空格']],
    ['{代字}/〔{yyyy}〕{n}号', 'internal', ['不能有空格']],
    [`${'长'.repeat(60)}〔{yyyy}〕{n}号`, 'internal', ['最多 60 个字']],
  ] as const)('%s as %s', (pattern, use, expected) => {
    const problems = validatePattern(pattern, use);
    expect(problems).toHaveLength(expected.length);
    for (const [index, part] of expected.entries()) expect(problems[index]).toContain(part);
  });

  it('takes a pattern for outgoing papers unless told', () => {
    expect(validatePattern(caseNo)).not.toEqual([]);
  });

  it.each(numbering.patterns.map(({ key, pattern, example }) => [key, pattern, example] as const))(
    'shipped pattern %s is sound and reads its own example',
    (key, pattern, example) => {
      expect(validatePattern(pattern, key === 'clue' || key === 'case' ? 'internal' : 'outgoing')).toEqual(
        [],
      );
      const read = parseDocumentNumber(pattern, example);
      expect(read && formatDocumentNumber(pattern, read)).toBe(
        example.replaceAll('（', '(').replaceAll('）', ')'),
      );
    },
  );
});
