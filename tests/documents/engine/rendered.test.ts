import type { PaperModel } from '@shared/domain/papers/model';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderDocx, renderMergedDocx } from '../../../electron/platform/documents/engine/render-docx';
import { opinion, reminderLetter, samples } from './samples';
import { bandsOf, inkOf } from './support/ink';
import { openWorkshop, type Rendered, requireOffice } from './support/office';
import { type PdfPage, readPages } from './support/pdf';

/** Papers as LibreOffice prints them, measured on the page. Tolerance 1 mm, as the standard has it. */

const [wide] = opinion.appendices;
const opinionOfSevenPages: PaperModel = {
  ...opinion,
  copiesTo: [],
  appendices: wide
    ? [wide, { ...wide, title: '参考格式', layout: 'plain', blocks: opinion.blocks.slice(0, 12) }]
    : [],
};

let workshop: Awaited<ReturnType<typeof openWorkshop>> | undefined;
let rendered: Record<string, Rendered> = {};
const pages: Record<string, PdfPage[]> = {};

beforeAll(async () => {
  await requireOffice();
  workshop = await openWorkshop();
  const documents: Record<string, Uint8Array> = {};
  for (const [name, model] of Object.entries(samples)) {
    documents[name] = await renderDocx(model, { declareGrid: false });
  }
  documents.ruler = await renderDocx(samples.fullPages ?? reminderLetter, {
    declareGrid: false,
    geometry: 'ruler',
  });
  // As an office opens it, the grid declared.
  documents.oddPages = await renderDocx(opinionOfSevenPages);
  documents.merged = await renderMergedDocx([reminderLetter, reminderLetter, reminderLetter], {
    declareGrid: false,
  });
  rendered = await workshop.convert(documents);
  for (const [name, { pdf }] of Object.entries(rendered)) pages[name] = await readPages(pdf);
}, 120_000);
afterAll(() => workshop?.close());

const pathOf = (name: string) => rendered[name]?.path ?? '';
const linesOf = (name: string, page: number) => pages[name]?.[page - 1]?.lines ?? [];
const numberOf = (name: string, page: number) =>
  linesOf(name, page).find((line) => /^— \d+ —$/.test(line.text));
const bodyOf = (name: string, page: number) =>
  linesOf(name, page).filter((line) => !/^— \d+ —$/.test(line.text));
const within = (value: number | undefined, target: number, tolerance = 1) => {
  expect(value).toBeGreaterThanOrEqual(target - tolerance);
  expect(value).toBeLessThanOrEqual(target + tolerance);
};

describe('the page', () => {
  it.each(['fullPages', 'ruler'])('%s: 22 lines of 28 characters between the margins', (name) => {
    for (const page of [2, 3]) {
      const lines = bodyOf(name, page);
      expect(lines).toHaveLength(22);
      for (const line of lines) {
        expect([...line.text]).toHaveLength(28);
        within(line.left, 28);
        within(line.right, 184);
      }
    }
  });

  it('office: the text area begins at 37 mm, so the first ink stands a little below', async () => {
    const bands = bandsOf(await inkOf(pathOf('fullPages'), 2), 'black');
    within(bands[0]?.top, 40.4);
    within(bands.at(-2)?.bottom, 260.2);
  });

  it('ruler: ink from 37 to 262 mm', async () => {
    const bands = bandsOf(await inkOf(pathOf('ruler'), 2), 'black');
    within(bands[0]?.top, 37);
    within(bands.at(-2)?.bottom, 262);
  });

  it('numbers odd pages on the right, even pages on the left, one character in', () => {
    within(numberOf('fullPages', 1)?.right, 184 - 5);
    within(numberOf('fullPages', 2)?.left, 28 + 5);
    within(numberOf('fullPages', 3)?.right, 184 - 5);
    expect(numberOf('fullPages', 2)?.sizePt).toBe(14);
  });
});

describe('letter', () => {
  it('stands 30 mm from the edge, red lines of 170 mm 4 mm below it and 20 mm from the foot', async () => {
    const [mark, thick, thin, footThin, footThick] = bandsOf(await inkOf(pathOf('reminderLetter'), 1), 'red');
    within(mark?.top, 30, 0.5);
    within((thick?.top ?? 0) - (mark?.bottom ?? 0), 4, 0.5);
    for (const rule of [thick, thin, footThin, footThick])
      within((rule?.right ?? 0) - (rule?.left ?? 0), 170, 0.3);
    const height = (band: typeof mark) => (band?.bottom ?? 0) - (band?.top ?? 0);
    expect(height(thick)).toBeGreaterThan(2 * height(thin));
    expect(height(footThick)).toBeGreaterThan(2 * height(footThin));
    within(((footThin?.top ?? 0) + (footThick?.bottom ?? 0)) / 2, 277);
  });

  it('has its number flush right, 7/8 of a character under the line, and no page number on page 1', async () => {
    const [number] = bandsOf(await inkOf(pathOf('reminderLetter'), 1), 'black');
    const red = bandsOf(await inkOf(pathOf('reminderLetter'), 1), 'red');
    within((number?.top ?? 0) - (red[2]?.bottom ?? 0), 4.94);
    within(number?.right, 184);
    expect(numberOf('reminderLetter', 1)).toBeUndefined();
    expect(numberOf('reminderLetter', 2)).toBeDefined();
  });

  it('keeps the whole head the same in a merged file, numbers starting anew', async () => {
    expect(pages.merged).toHaveLength(6);
    const bands = bandsOf(await inkOf(pathOf('merged'), 5), 'red');
    within(bands[0]?.top, 30, 0.5);
    expect(numberOf('merged', 4)?.text).toBe('— 2 —');
    expect(numberOf('merged', 6)?.text).toBe('— 2 —');
  });
});

describe('red-head paper', () => {
  it('stands 72 mm from the edge with a line of 156 mm 4 mm under its number', async () => {
    const ink = await inkOf(pathOf('opinion'), 1);
    const [mark, rule] = bandsOf(ink, 'red');
    const [number] = bandsOf(ink, 'black');
    within(mark?.top, 72, 0.5);
    within((rule?.top ?? 0) - (number?.bottom ?? 0), 4, 0.5);
    within((rule?.right ?? 0) - (rule?.left ?? 0), 156, 0.5);
  });

  it('ends on an even page, the last rule of its 版记 on the edge of the text', async () => {
    expect((pages.opinion?.length ?? 1) % 2).toBe(0);
    const bands = bandsOf(await inkOf(pathOf('opinion'), pages.opinion?.length ?? 0), 'black', 0.02);
    const rules = bands.filter((band) => band.bottom - band.top < 0.6 && band.right - band.left > 150);
    expect(rules).toHaveLength(3);
    within(rules.at(-1)?.bottom, 262, 0.5);
  });

  it('whose text ends on an odd page has its 版记 on the back of it', () => {
    const printed = pages.oddPages?.map((page) => page.lines.some(({ text }) => text.includes('印发')));
    expect(printed).toEqual([...Array(7).fill(false), true]);
  });

  it('turns its wide appendix and leaves the page number where the other pages have it', () => {
    const page = pages.opinion?.findIndex(({ width, height }) => width > height) ?? -1;
    expect(page).toBe(4);
    const number = numberOf('opinion', page + 1);
    expect(number?.isTurned).toBe(true);
    within(number?.left, 27, 2);
    within((number?.baseline ?? 0) + ((number?.right ?? 0) - (number?.left ?? 0)), 210 - 26 - 5);
  });
});

describe('tables', () => {
  it.each(['longList', 'longPortraitList'])('%s: repeats the header row on every page', (name) => {
    expect(pages[name]?.length).toBeGreaterThan(3);
    for (let page = 1; page <= (pages[name]?.length ?? 0); page += 1) {
      expect(
        linesOf(name, page).some((line) => line.text.includes('工作单位')),
        `page ${page}`,
      ).toBe(true);
    }
    const rows = pages[name]?.flatMap((page) => page.lines).filter((line) => /职工\s?\d+/.test(line.text));
    expect(rows).toHaveLength(60);
  });

  it('puts a receipt on one page, without a number', () => {
    expect(pages.serviceReceipt).toHaveLength(1);
    expect(numberOf('serviceReceipt', 1)).toBeUndefined();
    expect(linesOf('serviceReceipt', 1).some((line) => line.text.includes('签收人'))).toBe(true);
  });
});

describe('watermark', () => {
  it('prints in grey on every page of a draft, and on no signed one', async () => {
    const middle = async (name: string, page: number) => {
      const { width, height, pixels } = await inkOf(pathOf(name), page);
      let grey = 0;
      for (let at = 0; at < width * height * 3; at += 3) {
        const value = pixels[at] ?? 255;
        if (value > 200 && value < 245 && pixels[at + 1] === value && pixels[at + 2] === value) grey += 1;
      }
      return grey / (width * height);
    };
    for (const page of [1, 2, 3]) expect(await middle('draftLetter', page)).toBeGreaterThan(0.02);
    expect(await middle('reminderLetter', 1)).toBeLessThan(0.02);
  });
});
