import { composePaper } from '@shared/domain/papers/compose';
import { estimatePages } from '@shared/domain/papers/estimate';
import { officialFonts } from '@shared/domain/papers/fonts';
import type { PaperModel } from '@shared/domain/papers/model';
import { pageGeometry } from '@shared/domain/papers/page';
import type { DocumentLayout } from 'docx/layout';
import { describe, expect, it } from 'vitest';
import { layOutLikeWord } from '../../../electron/platform/documents/engine/word-layout';
import { copiedLetter, fullPages, longList, opinion, reminderLetter } from './samples';

/** The second oracle: Word's rules, computed in this process, without LibreOffice and its stand-in fonts. */

const setting = { fonts: officialFonts, geometry: 'office', declaresGrid: false } as const;
const layOut = (model: PaperModel, geometry: 'office' | 'ruler' = 'office') =>
  layOutLikeWord(composePaper(model), { ...setting, geometry });

const linesOf = (layout: DocumentLayout, page: number) =>
  (layout.pages[page]?.body ?? []).flatMap((block) => (block.type === 'paragraph' ? block.lines : []));
const mm = (pixels: number) => (pixels * 25.4) / 96;

describe.each(['office', 'ruler'] as const)('%s geometry', (geometry) => {
  it('sets 22 lines of 28 characters', async () => {
    const layout = await layOut(fullPages, geometry);
    for (const page of [1, 2]) {
      const lines = linesOf(layout, page);
      expect(lines).toHaveLength(22);
      expect(new Set(lines.map((line) => [...line.text].length))).toEqual(new Set([28]));
    }
  });
});

describe('distances', () => {
  it('keeps the text between the margins', async () => {
    const [first, last] = [
      linesOf(await layOut(fullPages), 1).at(0),
      linesOf(await layOut(fullPages), 1).at(-1),
    ];
    expect(mm(first?.x ?? 0)).toBeCloseTo(28, 0);
    expect(mm(first?.y ?? 0)).toBeCloseTo(37, 0);
    expect(mm((last?.y ?? 0) + (last?.height ?? 0))).toBeLessThanOrEqual(262.1);
  });

  it('ends the date of a sealed paper four characters from the edge, the issuer centred over it', async () => {
    const layout = await layOut(reminderLetter);
    const lines = linesOf(layout, layout.pages.length - 1);
    const issuer = lines.findIndex((line) => line.text.includes('\t安溪县总工会'));
    expect(issuer).toBeGreaterThan(0);
    const date = lines[issuer + 1];
    const right = mm((date?.x ?? 0) + (date?.textWidth ?? 0));
    expect(184 - right).toBeGreaterThan(4 * 5.4);
    expect(184 - right).toBeLessThan(4 * 5.9);
  });

  it('never leaves a signature alone on a page', async () => {
    for (const extra of Array.from({ length: 24 }, (_, index) => index)) {
      const filler = { type: 'paragraph', role: 'body', runs: [{ text: '补充一行。' }] } as const;
      const blocks = [
        ...reminderLetter.blocks.slice(0, -1),
        ...Array(extra).fill(filler),
        ...reminderLetter.blocks.slice(-1),
      ];
      const layout = await layOut({ ...reminderLetter, blocks });
      const lines = linesOf(layout, layout.pages.length - 1).map((line) => line.text.trim());
      expect(lines.at(-1)).toBe('2026年9月10日');
      expect(lines).toContain('特此提示。');
    }
  });
});

describe('the grid the preview and the batches count by', () => {
  it.each([
    ['letter', reminderLetter],
    ['letter with copies', copiedLetter],
    ['red head', opinion],
    ['full pages', fullPages],
    ['list', longList],
  ])('agrees with Word about the pages of a %s', async (_, model) => {
    const paper = composePaper(model);
    const layout = await layOutLikeWord(paper, setting);
    const counted = paper.sections.flatMap((section) =>
      estimatePages(section, pageGeometry('office', section.isLandscape)),
    );
    expect(counted).toHaveLength(layout.pages.length);
  });
});
