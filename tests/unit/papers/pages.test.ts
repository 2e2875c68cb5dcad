import { countHeights } from '@renderer/case-kit/paper-preview/measure';
import { composePaper } from '@shared/domain/papers/compose';
import { composeImprint, imprintHeightPt } from '@shared/domain/papers/imprint';
import type { PaperModel } from '@shared/domain/papers/model';
import { planPages } from '@shared/domain/papers/page-plan';
import { type MeasuredItem, paginate } from '@shared/domain/papers/paginate';
import { describe, expect, it } from 'vitest';
import { fileCover, investigationRecord, opinion, reminderLetter } from '../../documents/engine/samples';

/** Where a page ends, what is printed on it, and where the 版记 stands. */

const plan = (model: PaperModel) => {
  const paper = composePaper(model);
  return planPages(paper, countHeights(paper, 'office'), 'office');
};

describe('pages', () => {
  const lines = (count: number, over: object = {}): MeasuredItem => ({
    kind: 'lines',
    count,
    linePt: 10,
    ...over,
  });
  const end: MeasuredItem = { kind: 'break' };
  const cut = (...items: MeasuredItem[]) =>
    paginate(items, () => 50).map(({ slices }) =>
      slices.map(({ item, from, to }) => `${item}:${from}-${to}`).join(' '),
    );

  it.each<[string, readonly MeasuredItem[], readonly string[]]>([
    ['end where the paper says so', [lines(1), end, lines(1)], ['0:0-1', '2:0-1']],
    [
      'are not empty at the start or between two ends',
      [end, lines(1), end, end, lines(1)],
      ['1:0-1', '4:0-1'],
    ],
    ['hold a line that is higher than they are', [lines(1), lines(1, { linePt: 60 })], ['0:0-1', '1:0-1']],
    [
      'keep a line with nothing behind an end',
      [lines(4), lines(1, { keepNext: true }), end, lines(1)],
      ['0:0-4 1:0-1', '3:0-1'],
    ],
    [
      'take a table that is all head',
      [lines(4), { kind: 'rows', heights: [10, 10], headerRows: 2 }],
      ['0:0-4', '1:0-2'],
    ],
    [
      'give a table without rows no place',
      [lines(1), { kind: 'rows', heights: [], headerRows: 0 }],
      ['0:0-1'],
    ],
  ])('%s', (_, items, expected) => {
    expect(cut(...items)).toEqual(expected);
  });
});

describe('the number of a page', () => {
  it.each<[string, PaperModel, readonly (number | null)[]]>([
    ['is not on a cover', fileCover, [null]],
    ['is not on the first page of a letter', reminderLetter, [null, 2]],
    ['is on every page of a record', investigationRecord, [1]],
  ])('%s', (_, model, numbers) => {
    expect(plan(model).map(({ number }) => number)).toEqual(numbers);
  });

  it('is there before anything was measured', () => {
    expect(planPages(composePaper(investigationRecord), [], 'office').map(({ slices }) => slices)).toEqual([
      [],
    ]);
  });

  it('goes on behind a page that ends before its foot', () => {
    const [paragraph] = investigationRecord.blocks;
    const blocks = paragraph === undefined ? [] : [paragraph, { type: 'pageBreak' } as const, paragraph];
    expect(plan({ ...investigationRecord, blocks }).map(({ number }) => number)).toEqual([1, 2]);
  });
});

describe('the 版记', () => {
  const red = { ...opinion, appendices: [], attachments: [], copiesTo: ['云州市总工会'] };
  const body = (length: number) => [
    { type: 'paragraph', role: 'flush', runs: [{ text: '字'.repeat(28 * length) }] } as const,
  ];
  const shape = (model: PaperModel) =>
    plan(model).map((page) => `${page.number ?? '-'}${page.hasImprint ? '版' : ''}`);

  it('stands on the last page, where that is even and has room', () => {
    expect(shape({ ...red, blocks: body(24), signature: undefined, remark: undefined })).toEqual([
      '1',
      '2版',
    ]);
  });

  it('stands on the back of an odd page', () => {
    expect(shape({ ...red, blocks: body(2), signature: undefined, remark: undefined })).toEqual(['1', '-版']);
  });

  it('behind a full even page stands on the next even one, past an empty page', () => {
    expect(shape({ ...red, blocks: body(28), signature: undefined, remark: undefined })).toEqual([
      '1',
      '2',
      '-',
      '-版',
    ]);
  });

  it.each<[string, Partial<PaperModel>, unknown]>([
    ['is none without organs and printer', { copiesTo: [], printedBy: undefined }, null],
    [
      'of a letter names organs only',
      { layout: 'letter', copiesTo: ['甲', '乙'], printedBy: '办公室' },
      { copies: '抄送：甲，乙。', printed: null, hasRules: false },
    ],
    [
      'names the printer and the day of the signature',
      {
        copiesTo: [],
        printedBy: '办公室',
        printedOn: undefined,
        signature: { issuer: '总工会', signedOn: '2026-09-10', hasSeal: true },
      },
      { copies: null, printed: { by: '办公室', on: '2026年9月10日印发' }, hasRules: true },
    ],
    [
      'names the day it was printed, where that is another',
      { copiesTo: [], printedBy: '办公室', printedOn: '2026-09-12' },
      { copies: null, printed: { by: '办公室', on: '2026年9月12日印发' }, hasRules: true },
    ],
    [
      'leaves the day open',
      { copiesTo: [], printedBy: '办公室', printedOn: undefined, signature: undefined },
      { copies: null, printed: { by: '办公室', on: '　　　　年　　月　　日印发' }, hasRules: true },
    ],
  ])('%s', (_, over, expected) => {
    expect(composeImprint({ ...opinion, ...over })).toEqual(expected);
  });

  it('is as high as what stands in it', () => {
    const printed = { by: '办公室', on: '2026年9月10日印发' };
    const height = (copies: string | null, isPrinted: boolean) =>
      imprintHeightPt({ copies, printed: isPrinted ? printed : null, hasRules: true });
    expect(height('抄送：甲。', true)).toBe(height('抄送：甲。', false) + height(null, true));
    expect(height(`抄送：${'甲'.repeat(60)}。`, false)).toBeGreaterThan(height('抄送：甲。', false));
    expect(height(null, false)).toBe(0);
  });
});
