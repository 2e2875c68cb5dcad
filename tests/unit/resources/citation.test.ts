import { describe, expect, it } from 'vitest';
import {
  articlesText,
  chineseNumeral,
  citationOf,
  findCitations,
  parseNumeral,
} from '../../../shared/domain/supervision/catalogue';

const numbers = (text: string, names?: string[]) =>
  findCitations(text, names).map((c) =>
    [c.law, c.article, c.suffix, c.paragraph, c.item].filter((x) => x !== undefined),
  );

describe('numerals', () => {
  it.each([
    [1, '一'],
    [10, '十'],
    [11, '十一'],
    [20, '二十'],
    [36, '三十六'],
    [100, '一百'],
    [101, '一百零一'],
    [110, '一百一十'],
    [125, '一百二十五'],
    [1005, '一千零五'],
    [1010, '一千零一十'],
  ])('%i is %s', (n, text) => {
    expect(chineseNumeral(n)).toBe(text);
    expect(parseNumeral(text)).toBe(n);
  });

  it('reads itself back for every article number there is', () => {
    for (let n = 1; n <= 1300; n++) expect(parseNumeral(chineseNumeral(n))).toBe(n);
  });

  it('reads Arabic and full-width digits, refuses the rest', () => {
    expect(parseNumeral('36')).toBe(36);
    expect(parseNumeral('３６')).toBe(36);
    expect(parseNumeral('一百〇一')).toBe(101);
    expect(parseNumeral('若干')).toBeNull();
    expect(parseNumeral('0')).toBeNull();
    expect(parseNumeral('零')).toBeNull();
    expect(() => chineseNumeral(0)).toThrow(RangeError);
    expect(() => chineseNumeral(1.5)).toThrow(RangeError);
  });
});

describe('citation text', () => {
  it('sorts, drops repeats, joins with 、', () => {
    expect(citationOf({ law: '中华人民共和国劳动法', articles: [41, 36, 41] })).toBe(
      '《中华人民共和国劳动法》第三十六条、第四十一条',
    );
  });

  it('writes paragraphs, items and 之一', () => {
    expect(articlesText([{ article: 38, paragraph: 1, item: 2 }])).toBe('第三十八条第一款第（二）项');
    expect(articlesText([{ article: 22, paragraph: 2 }])).toBe('第二十二条第二款');
    expect(articlesText([{ article: 276, suffix: 1 }])).toBe('第二百七十六条之一');
    expect(
      articlesText([
        { article: 23, item: 8 },
        { article: 23, item: 7 },
      ]),
    ).toBe('第二十三条第（七）项、第（八）项');
  });

  it('drops a paragraph where the whole article stands', () => {
    expect(articlesText([{ article: 50, paragraph: 1 }, 50])).toBe('第五十条');
  });

  it('writes four or more in a row as a range', () => {
    expect(articlesText([51, 52, 53])).toBe('第五十一条、第五十二条、第五十三条');
    expect(articlesText([58, 51, 52, 53, 54, 56, 55])).toBe('第五十一条至第五十六条、第五十八条');
  });

  it('cites a document as a whole', () => {
    expect(citationOf({ law: '集体合同规定', articles: [] })).toBe('《集体合同规定》');
  });
});

describe('finding citations', () => {
  it('reads lists and several laws', () => {
    expect(
      numbers('依据《劳动法》第三十六条、第四十一条和第四十四条，《工资支付暂行规定》第十三条。'),
    ).toEqual([
      ['劳动法', 36],
      ['劳动法', 41],
      ['劳动法', 44],
      ['工资支付暂行规定', 13],
    ]);
  });

  it('reads paragraphs, items, 之一 and Arabic numerals', () => {
    expect(numbers('《劳动合同法》第三十八条第一款第（二）项')).toEqual([['劳动合同法', 38, 1, 2]]);
    expect(numbers('《刑法》第二百七十六条之一')).toEqual([['刑法', 276, 1]]);
    expect(numbers('《劳动法》第36条、41条及第 ４４ 条')).toEqual([
      ['劳动法', 36],
      ['劳动法', 41],
      ['劳动法', 44],
    ]);
    expect(numbers('《监察条例》第二十三条第（七）项、第（八）项、第二十四条')).toEqual([
      ['监察条例', 23, 7],
      ['监察条例', 24],
    ]);
  });

  it('writes ranges out', () => {
    expect(numbers('《劳动合同法》第三十九条至第四十二条').map((c) => c[1])).toEqual([39, 40, 41, 42]);
  });

  it('reads past a remark and nested brackets', () => {
    expect(numbers('《劳动法》（2018年修正）第三十六条')).toEqual([['劳动法', 36]]);
    expect(numbers('《关于适用《工会法》若干问题的解释》第三条')).toEqual([
      ['关于适用《工会法》若干问题的解释', 3],
    ]);
  });

  it('finds laws without 《》 only by the names it is given, the longest first', () => {
    expect(numbers('劳动合同法第八十二条')).toEqual([]);
    expect(numbers('劳动合同法第八十二条', ['劳动法', '劳动合同法', '合同法'])).toEqual([['劳动合同法', 82]]);
    expect(numbers('劳动合同第五条约定', ['劳动合同法'])).toEqual([]);
  });

  it('leaves a law without article and other 条 alone', () => {
    expect(numbers('《劳动法》等法律规定，共三条意见')).toEqual([]);
    expect(numbers('根据本制度第五条')).toEqual([]);
    expect(numbers('《劳动法》第零条、第三条')).toEqual([['劳动法', 3]]);
  });

  it('says where the words stand', () => {
    const [found] = findCitations('依据《劳动法》第三十六条。');
    expect(found).toMatchObject({ index: 2, text: '《劳动法》第三十六条' });
  });
});
