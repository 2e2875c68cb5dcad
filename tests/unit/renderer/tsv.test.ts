import { readTsv } from '@renderer/lib/tsv';
import { describe, expect, it } from 'vitest';

describe('cells copied from Excel or WPS', () => {
  it.each<[string, string, string[][]]>([
    [
      'rows and cells',
      '甲\t1\r\n乙\t2\r\n',
      [
        ['甲', '1'],
        ['乙', '2'],
      ],
    ],
    ['a single cell', '甲', [['甲']]],
    ['an empty cell in between', '甲\t\t3', [['甲', '', '3']]],
    ['empty lines around and between', '\n\n甲\n\t\n乙\n\n', [['甲'], ['乙']]],
    ['a line break inside a cell', '"第一行\n第二行"\t3', [['第一行\n第二行', '3']]],
    ['a tab inside a cell', '"a\tb"\tc', [['a\tb', 'c']]],
    ['doubled quotes inside a quoted cell', '"他说""好"""\t1', [['他说"好"', '1']]],
    ['a quote in the middle of a plain cell', '5" 管\t1', [['5" 管', '1']]],
    ['blanks around a cell', ' 甲 \t 1 ', [['甲', '1']]],
    ['nothing', '', []],
    ['blank lines only', ' \n\t\n', []],
  ])('%s', (_, text, rows) => {
    expect(readTsv(text)).toEqual(rows);
  });

  it('keeps what a quote that never closes has swallowed', () => {
    expect(readTsv('"甲\t1\n乙\t2')).toEqual([['甲\t1\n乙\t2']]);
  });
});
