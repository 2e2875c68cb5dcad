import { composePaper } from '@shared/domain/papers/compose';
import { textOf } from '@shared/domain/papers/flow';
import type { Cell, PaperModel, Table } from '@shared/domain/papers/model';
import {
  cellLines,
  cellStyle,
  footHeightPt,
  isCompact,
  minRowHeightPt,
  placedRows,
  rowHeightPt,
} from '@shared/domain/papers/table-layout';
import { sliceRows } from '@shared/domain/papers/table-slice';
import { countLines } from '@shared/domain/papers/text';
import { balanceTitle } from '@shared/domain/papers/title';
import { describe, expect, it } from 'vitest';
import {
  fileCover,
  fullPages,
  investigationRecord,
  longList,
  longPortraitList,
  reminderLetter,
  serviceReceipt,
} from '../../documents/engine/samples';

/** How lines, titles and tables are set. */

const stylesOf = (model: PaperModel, count: number) =>
  (composePaper(model).sections[0]?.items ?? [])
    .slice(0, count)
    .map((item) => (item.kind === 'line' ? item.style : item.kind));

describe('the head of', () => {
  it.each<[string, PaperModel, readonly string[]]>([
    [
      'a cover',
      fileCover,
      ['coverIssuer', 'blank', 'blank', 'blank', 'blank', 'coverTitle', 'blank', 'center'],
    ],
    [
      'a cover without issuer and number',
      { ...fileCover, letterhead: '', documentNo: null },
      ['blank', 'blank', 'blank', 'blank', 'coverTitle', 'blank', 'blank'],
    ],
    ['a record with a number', investigationRecord, ['title', 'center', 'blank']],
    ['a plain paper without one', fullPages, ['title', 'blank', 'flush']],
    ['a form with a number', serviceReceipt, ['formTitle', 'formNo', 'table']],
    ['a form without one', longPortraitList, ['formTitle', 'table']],
    ['a landscape form', longList, ['formTitle', 'table']],
  ])('%s', (_, model, styles) => {
    expect(stylesOf(model, styles.length)).toEqual(styles);
  });
});

describe('an appendix', () => {
  const appendixOf = (
    layout: 'plain' | 'form' | 'landscapeForm',
    title = '附表',
    attachments: readonly string[] = ['甲', '乙'],
  ) => {
    const model = {
      ...reminderLetter,
      attachments,
      appendices: [{ title, layout, blocks: [] }],
    };
    return composePaper(model)
      .sections.flatMap(({ items }) => items)
      .flatMap((item) => (item.kind === 'line' ? [item] : []));
  };

  it.each([
    ['plain', ['appendixMark', 'blank', 'title', 'blank']],
    ['form', ['appendixMark', 'formTitle']],
    ['landscapeForm', ['appendixMark', 'formTitle']],
  ] as const)('set as %s', (layout, styles) => {
    expect(
      appendixOf(layout)
        .slice(-styles.length)
        .map(({ style }) => style),
    ).toEqual(styles);
  });

  it.each([
    ['by its place in the list', '乙', ['甲', '乙'], '附件2'],
    ['by its own place, where the list does not name it', '丙', ['甲', '乙'], '附件1'],
    ['without a number, where it is the only one', '甲', ['甲'], '附件'],
    ['without a number, where there is no list', '甲', [], '附件'],
  ])('is numbered %s', (_, title, attachments, mark) => {
    const found = appendixOf('form', title, attachments).find(({ style }) => style === 'appendixMark');
    expect(textOf(found?.runs ?? [])).toBe(mark);
  });
});

it('a line end inside a text begins a new paragraph of the same kind', () => {
  const blocks = [
    { type: 'paragraph', role: 'body', key: 'one', runs: [{ text: '甲\r\n乙' }, { text: '丙' }] } as const,
  ];
  const items = composePaper({ ...fullPages, blocks }).sections[0]?.items.slice(-2);
  expect(items).toMatchObject([
    { style: 'body', key: 'one', runs: [{ text: '甲' }] },
    { style: 'body', key: 'one', runs: [{ text: '乙' }, { text: '丙' }] },
  ]);
});

it.each([
  [4, 1],
  [3, 2],
])('a tab takes two cells: in %i cells two characters around it take %i lines', (width, lines) => {
  expect(countLines('一\t二', width)).toBe(lines);
});

describe('a title', () => {
  const name = (character: string) => character.repeat(10);

  it('takes one line more where names leave no other way', () => {
    const names = [name('甲'), name('乙'), name('丙')];
    expect(balanceTitle(names.join(''), 19, names)).toEqual(names);
  });

  it('is not cut inside 《》', () => {
    const lines = balanceTitle('关于尽快回复《工会劳动法律监督意见书》的催办函', 19);
    expect(lines.join('')).toBe('关于尽快回复《工会劳动法律监督意见书》的催办函');
    expect(lines.some((line) => line.includes('《工会劳动法律监督意见书》'))).toBe(true);
  });
});

describe('a table', () => {
  const cell = (text = '字', over: Partial<Cell> = {}): Cell => ({ lines: [[{ text }]], ...over });
  const table = (rows: readonly (readonly Cell[])[], over: Partial<Table> = {}): Table => ({
    type: 'table',
    columns: [1, 1],
    headerRows: 0,
    rows: rows.map((cells) => ({ cells })),
    ...over,
  });
  const heights = (given: Table) =>
    placedRows(given).map((row) => rowHeightPt(given, row, false, [100, 100]));

  it.each<[string, Partial<Table>, boolean]>([
    ['with few columns is set in full size', {}, false],
    ['with seven is set small', { columns: [1, 1, 1, 1, 1, 1, 1] }, true],
    [
      'with seven is set in full size where it says so',
      { columns: [1, 1, 1, 1, 1, 1, 1], density: 'normal' },
      false,
    ],
    ['with few is set small where it says so', { density: 'compact' }, true],
  ])('%s', (_, over, isSmall) => {
    const given = table([[cell()]], over);
    expect(isCompact(given)).toBe(isSmall);
    expect(cellStyle(given, cell(), false)).toBe(isSmall ? 'cellSmall' : 'cell');
    expect(cellStyle(given, cell(), true)).toBe(isSmall ? 'cellSmallLabel' : 'cellLabel');
    expect(cellStyle(given, cell('字', { isLabel: true }), false)).toBe(
      isSmall ? 'cellSmallLabel' : 'cellLabel',
    );
  });

  it('has rows as high as they are to be: as set, else small, those of a form, those of a list', () => {
    const mm = (given: Table, cells: readonly Cell[], minHeightMm?: number) =>
      Math.round((minRowHeightPt(given, { cells, minHeightMm }) * 254) / 72) / 10;
    const label = cell('字', { isLabel: true });
    expect(mm(table([]), [cell()], 20)).toBe(20);
    expect(mm(table([], { density: 'compact' }), [label])).toBe(7.5);
    expect(mm(table([]), [label, cell()])).toBe(11);
    expect(mm(table([]), [cell()])).toBe(8.5);
  });

  it('grows with its text and the foot of a cell, not with a cell over several rows', () => {
    const [low = 0] = heights(table([[cell(), cell()]]));
    const long = '字'.repeat(60);
    expect(heights(table([[cell(long), cell()]]))[0]).toBeGreaterThan(low);
    expect(heights(table([[cell(long, { rowSpan: 2 }), cell()], [cell()]]))).toEqual([low, low]);
    expect(footHeightPt(table([]), cell(), 100)).toBe(0);
    expect(footHeightPt(table([]), cell('字', { foot: '签名：' }), 100)).toBeGreaterThan(0);
  });

  it('places cells beside those that reach down, and past the last column where there are too many', () => {
    const rows = [[cell('甲', { rowSpan: 2 }), cell()], [cell()], [cell('乙', { colSpan: 2 }), cell()]];
    expect(placedRows(table(rows)).map(({ cells }) => cells.map(({ at }) => at))).toEqual([
      [0, 1],
      [1],
      [0, 2],
    ]);
  });

  it('keeps cells of one row whole when it is cut', () => {
    const rows = sliceRows(table([[cell('1')], [cell('2')], [cell('3')]]), 1, 3);
    expect(rows.map(({ cells }) => cells)).toEqual([[cell('2')], [cell('3')]]);
  });

  it('has a line for each line end in a cell', () => {
    expect(cellLines(cell('甲\r\n乙'))).toEqual([[{ text: '甲' }], [{ text: '乙' }]]);
  });
});
