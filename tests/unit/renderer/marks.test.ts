import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { keptDemand, readableDemand } from '@renderer/lib/demand-marks';
import { groupedDigits } from '@renderer/lib/format';
import { exampleNumber, keepMarks, showMarks } from '@renderer/platform/settings/number-marks';
import { describe, expect, it } from 'vitest';

const read = (name: string) =>
  readFileSync(resolve(import.meta.dirname, '../../../resources/catalogues', name), 'utf8');

describe('marks of a number pattern', () => {
  const { patterns } = JSON.parse(read('numbering.json')) as { patterns: { key: string; pattern: string }[] };

  it.each(patterns)('$key is shown without a foreign letter and kept as it was', ({ pattern }) => {
    expect(showMarks(pattern)).not.toMatch(/[a-z]/i);
    expect(keepMarks(showMarks(pattern)).replaceAll('{代字}', '{code}')).toBe(
      pattern.replaceAll('{代字}', '{code}'),
    );
  });

  it('show the number they will make', () => {
    expect(exampleNumber('{代字}劳监提〔{年份}〕{顺序号}号', '安工', '2026')).toBe('安工劳监提〔2026〕1号');
    expect(exampleNumber('{代字}劳监提〔{yyyy}〕{n}号', '安工', '2026')).toBe('安工劳监提〔2026〕1号');
  });

  it('leave a stranger alone, so that the service can name it', () => {
    expect(keepMarks('{代码}提{顺序号}号')).toBe('{代码}提{n}号');
  });
});

describe('figures in a demand', () => {
  it('are read in Chinese in the whole catalogue, and kept as they were', () => {
    const { types } = JSON.parse(read('violations.json')) as { types: { demand: string }[] };
    const demands = types.map(({ demand }) => demand);
    expect(demands.map(readableDemand).filter((demand) => demand.includes('{{'))).toEqual([]);
    expect(demands.map(readableDemand).map(keptDemand)).toEqual(demands);
  });
});

it.each([
  ['907000.00 元', '907,000.00 元'],
  ['30000至100000', '30,000至100,000'],
  ['8640.00 元，42 人', '8640.00 元，42 人'],
  ['1234567', '1,234,567'],
  ['12.345678', '12.345678'],
  ['42.9%', '42.9%'],
])('groups the digits of %s', (text, grouped) => {
  expect(groupedDigits(text)).toBe(grouped);
});
