import { countHeights } from '@renderer/case-kit/paper-preview/measure';
import { composePaper } from '@shared/domain/papers/compose';
import { type FlowLine, textOf } from '@shared/domain/papers/flow';
import { chooseFonts, missingFonts, officialFonts } from '@shared/domain/papers/fonts';
import { measureMark } from '@shared/domain/papers/mark';
import type { PaperModel, Table } from '@shared/domain/papers/model';
import { planPages } from '@shared/domain/papers/page-plan';
import { type MeasuredItem, paginate } from '@shared/domain/papers/paginate';
import { sliceRows } from '@shared/domain/papers/table-slice';
import { cleanText, countLines, widthOf } from '@shared/domain/papers/text';
import { balanceTitle } from '@shared/domain/papers/title';
import { describe, expect, it } from 'vitest';
import { opinion, reminderLetter } from './samples';

const linesOf = (model: PaperModel): FlowLine[] =>
  composePaper(model).sections.flatMap((section) =>
    section.items.filter((item): item is FlowLine => item.kind === 'line'),
  );
const find = (model: PaperModel, text: string) =>
  linesOf(model).find((line) => textOf(line.runs).includes(text));

describe('text', () => {
  it('counts Han as one and Latin as half a cell', () => {
    expect(widthOf('2026年9月')).toBe(4.5);
    expect(widthOf('“引号”—…·')).toBe(7);
    expect(widthOf('𠮷')).toBe(1);
  });

  it('keeps tab and line end and drops what Word refuses', () => {
    expect(cleanText('a\u0000\u0007b\r\nc\td\uD800e\uFFFE')).toBe('ab\nc\tde');
  });

  it.each([
    ['', 28, 1],
    ['字'.repeat(28), 28, 1],
    ['字'.repeat(29), 28, 2],
    [`${'字'.repeat(28)}。`, 28, 2],
    ['a'.repeat(100), 28, 2],
    ['一\n二\n三', 28, 3],
  ])('counts the lines of %j', (text, width, lines) => {
    expect(countLines(text, width)).toBe(lines);
  });
});

describe('title', () => {
  it('keeps a short title on one line and its own line ends as they are', () => {
    expect(balanceTitle('工会劳动法律监督提示函', 19)).toEqual(['工会劳动法律监督提示函']);
    expect(balanceTitle('上\n下', 19)).toEqual(['上', '下']);
  });

  it('cuts neither words nor the names of the parties, and balances the lines', () => {
    const lines = balanceTitle(opinion.title, 19, ['安溪湾精工机械有限公司']);
    expect(lines.join('')).toBe(opinion.title);
    expect(lines.some((line) => line.includes('安溪湾精工机械有限公司'))).toBe(true);
    for (const line of lines) {
      expect(widthOf(line)).toBeLessThanOrEqual(19);
      expect(line).not.toMatch(/^[的，、》）]/);
    }
  });
});

describe('标志', () => {
  it('shrinks a long name to one line of 156 mm', () => {
    expect(measureMark('安溪县总工会').sizePt).toBe(48);
    const long = '泉州经济技术开发区工会工作委员会';
    expect(measureMark(long).sizePt * widthOf(long)).toBeLessThanOrEqual(443);
  });
});

describe('composition', () => {
  it('writes 附件 without a number when there is one, numbered when there are two, without end punctuation', () => {
    expect(find(reminderLetter, '附件：')?.runs[0]?.text).toBe('附件：《整改反馈函》参考格式');
    const two = { ...reminderLetter, attachments: ['名单。', '清单；'] };
    expect(find(two, '附件：')?.runs[0]?.text).toBe('附件：1.名单');
    expect(find(two, '2.清单')?.indent).toEqual({ left: 6, hanging: 1 });
  });

  it('numbers appendices as the list of attachments does', () => {
    const swapped = { ...opinion, appendices: [...opinion.appendices].reverse() };
    const marks = linesOf(swapped).filter((line) => line.style === 'appendixMark');
    expect(marks.map((line) => textOf(line.runs))).toEqual(['附件2', '附件1']);
  });

  it('centres the issuer on the date under a seal, and lets a long issuer end at the edge', () => {
    const short = find(reminderLetter, '2026年9月10日');
    expect(short?.centreAtPt).toBeCloseTo((28 - 4 - widthOf('2026年9月10日') / 2) * 15.7, 1);
    const issuer = '安溪县建筑行业工会联合会劳动法律监督委员会';
    const long = find({ ...reminderLetter, signature: { issuer, signedOn: null, hasSeal: true } }, issuer);
    expect(long?.centreAtPt).toBeCloseTo((28 - widthOf(issuer) / 2) * 15.7, 1);
  });

  it('without a seal begins the date two characters after the issuer', () => {
    const model = {
      ...reminderLetter,
      signature: { issuer: '安溪县总工会办公室', signedOn: '2026-09-01', hasSeal: false },
    };
    const issuer = linesOf(model).filter((line) => line.style === 'sign');
    expect((issuer[1]?.indent?.left ?? 0) - (issuer[0]?.indent?.left ?? 0)).toBe(2);
    expect(textOf(issuer[1]?.runs ?? [])).toBe('2026年9月1日');
  });

  it('leaves the place of number, addressee and date open until they are known', () => {
    const draft = {
      ...reminderLetter,
      documentNo: null,
      addressee: '',
      signature: { issuer: '安溪县总工会', signedOn: null, hasSeal: true },
    };
    const missing = linesOf(draft).flatMap((line) => line.runs.filter((run) => run.isMissing));
    expect(missing.map((run) => run.field)).toEqual(['documentNo', 'addressee']);
    expect(find(draft, '年　　月　　日')).toBeDefined();
  });
});

describe('pages', () => {
  const lines = (count: number, keepNext = false): MeasuredItem => ({
    kind: 'lines',
    count,
    linePt: 10,
    keepNext,
  });

  it('breaks a paragraph between lines', () => {
    const pages = paginate([lines(3), lines(5)], () => 50);
    expect(pages.map((page) => page.slices)).toEqual([
      [
        { item: 0, from: 0, to: 3 },
        { item: 1, from: 0, to: 2 },
      ],
      [{ item: 1, from: 2, to: 5 }],
    ]);
  });

  it('takes the last line of a paragraph along to what it must stay with', () => {
    const pages = paginate([lines(4, true), lines(1, true), lines(1)], () => 50);
    expect(pages.map((page) => page.slices[0])).toEqual([
      { item: 0, from: 0, to: 3 },
      { item: 0, from: 3, to: 4 },
    ]);
  });

  it('repeats header rows and never leaves them alone', () => {
    const table: MeasuredItem = { kind: 'rows', heights: [10, 10, 10, 10], headerRows: 1 };
    const pages = paginate([lines(4), table], () => 50);
    expect(pages.map((page) => page.slices)).toEqual([
      [{ item: 0, from: 0, to: 4 }],
      [{ item: 1, from: 0, to: 4 }],
    ]);
    const tall = paginate([table], () => 25);
    expect(tall.map((page) => page.slices[0])).toEqual([
      { item: 0, from: 0, to: 2 },
      { item: 0, from: 2, to: 3 },
      { item: 0, from: 3, to: 4 },
    ]);
  });

  it('ends on every item exactly once, whatever the heights', () => {
    for (let seed = 1; seed <= 200; seed += 1) {
      const items = Array.from(
        { length: 12 },
        (_, index): MeasuredItem =>
          (seed * (index + 3)) % 5 === 0
            ? {
                kind: 'rows',
                heights: Array.from({ length: (seed % 7) + 2 }, (__, row) => 8 + ((row * seed) % 30)),
                headerRows: seed % 2,
              }
            : lines(((seed * (index + 1)) % 9) + 1, (seed + index) % 3 === 0),
      );
      const covered = items.map(() => 0);
      for (const { slices, usedPt } of paginate(items, () => 100)) {
        expect(usedPt).toBeLessThanOrEqual(100.1);
        for (const slice of slices) {
          expect(slice.from).toBe(covered[slice.item]);
          covered[slice.item] = slice.to;
        }
      }
      expect(covered).toEqual(
        items.map((item) =>
          item.kind === 'lines' ? item.count : item.kind === 'rows' ? item.heights.length : 0,
        ),
      );
    }
  });

  it('puts the 版记 on an even page', () => {
    const paper = composePaper(opinion);
    const pages = planPages(paper, countHeights(paper, 'office'), 'office');
    expect(pages.length % 2).toBe(0);
    expect(pages.filter((page) => page.hasImprint)).toEqual([pages.at(-1)]);
    const short = composePaper({
      ...opinion,
      blocks: [],
      appendices: [],
      attachments: [],
      signature: undefined,
      remark: undefined,
    });
    const two = planPages(short, countHeights(short, 'office'), 'office');
    expect(two.map((page) => page.number)).toEqual([1, null]);
    expect(two[1]?.hasImprint).toBe(true);
  });
});

describe('a table cut between pages', () => {
  const cell = (text: string, rowSpan = 1) => ({ lines: [[{ text }]], rowSpan });
  const table: Table = {
    type: 'table',
    columns: [1, 1],
    headerRows: 0,
    rows: [{ cells: [cell('a', 3), cell('1')] }, { cells: [cell('2')] }, { cells: [cell('3')] }],
  };

  it('cuts a cell that reaches over the edge and carries it on empty', () => {
    expect(sliceRows(table, 0, 2)[0]?.cells[0]?.rowSpan).toBe(2);
    const [first] = sliceRows(table, 1, 3);
    expect(first?.cells.map((one) => [one.lines.length, one.rowSpan])).toEqual([
      [0, 2],
      [1, 1],
    ]);
  });
});

describe('fonts', () => {
  it('takes the best installed face and names what is missing', () => {
    const installed = new Set(['华文中宋', '仿宋', '楷体', '黑体', '宋体']);
    expect(chooseFonts(installed)).toEqual({
      title: '华文中宋',
      body: '仿宋',
      kai: '楷体',
      hei: '黑体',
      song: '宋体',
    });
    expect(missingFonts(officialFonts, installed)).toEqual(['方正小标宋简体', '仿宋_GB2312', '楷体_GB2312']);
    expect(chooseFonts(new Set())).toEqual(officialFonts);
  });
});
