import { chineseNumber, parseChineseNumber } from '@shared/domain/kernel/chinese-number';
import { describe, expect, it } from 'vitest';

describe('article numbers in words', () => {
  it.each([
    ['一', 1],
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['二十三', 23],
    ['一百', 100],
    ['一百零三', 103],
    ['一百一十', 110],
    ['一百二十三', 123],
    ['一千零一', 1001],
    ['一千零一十', 1010],
    ['一千二百', 1200],
    ['一千二百六十', 1260],
    ['九千九百九十九', 9999],
  ])('%s is %i', (words, n) => {
    expect(parseChineseNumber(words)).toBe(n);
    expect(chineseNumber(n)).toBe(words);
  });

  it.each([
    ['23', 23],
    ['２３', 23],
    ['一百一十', 110],
    ['一百十', 110],
    ['一百〇三', 103],
    ['', null],
    ['零', null],
    ['〇', null],
    ['甲', null],
    ['二十三条', null],
    ['12345', null],
  ])('%s reads %s', (text, n) => {
    expect(parseChineseNumber(text)).toBe(n);
  });

  it.each([0, -1, 1.5, 10_000])('%d has none', (n) => {
    expect(() => chineseNumber(n)).toThrow(RangeError);
  });
});
