import type { ComposedPaper } from '@shared/domain/papers/compose';
import { estimatePages, pageHeightPt } from '@shared/domain/papers/estimate';
import type { Imprint } from '@shared/domain/papers/imprint';
import { pageGeometry, textWidthTwips } from '@shared/domain/papers/page';
import { lineHeightPt, lineStyles } from '@shared/domain/papers/styles';
import { countLines } from '@shared/domain/papers/text';
import type { PageLayout } from 'docx/layout';
import type { ShellSetting } from './shell';
import { layOutLikeWord } from './word-layout';

/**
 * Whether the 版记 has to stand on a page of its own: no room on the last page, or that page is odd (a 版记 with rules
 * stands on an even page, the back of the last sheet).
 */
export async function imprintNeedsNewPage(paper: ComposedPaper, setting: ShellSetting): Promise<boolean> {
  const last = paper.sections.at(-1);
  if (paper.imprint === null || last === undefined) return false;
  if (last.isLandscape) return true;
  const page = pageGeometry(setting.geometry);
  const needed = imprintHeightPt(paper.imprint) + page.pitchTwips / 20;
  if (!paper.imprint.hasRules) {
    // A letter's 版记 may stand on any page; the grid is sure enough and costs no second layout in a batch.
    const pages = estimatePages(last, page);
    const index = pages.length - 1;
    return pageHeightPt(last, page, index) - (pages[index]?.usedPt ?? 0) < needed;
  }
  const { pageCount, restPt } = await layOut(paper, setting);
  return pageCount % 2 === 1 || restPt < needed;
}

function imprintHeightPt(imprint: Imprint): number {
  const style = 'copies';
  const width = textWidthTwips(pageGeometry('office')) / 20 / lineStyles[style].sizePt - 5;
  const lines =
    (imprint.copies === null ? 0 : countLines(imprint.copies, width, -3)) + (imprint.printed ? 1 : 0);
  return lines * lineHeightPt(style, 0) + 8;
}

/** Pages, and the room left on the last one. */
async function layOut(paper: ComposedPaper, setting: ShellSetting) {
  const { pages } = await layOutLikeWord(paper, setting);
  const page = pageGeometry(setting.geometry);
  const bottomPt = (page.heightTwips - page.bottomTwips) / 20;
  const lastPage = pages.at(-1);
  return { pageCount: pages.length, restPt: bottomPt - (lastPage === undefined ? 0 : lowestPt(lastPage)) };
}

const pixelToPt = 0.75;

/** Lower edge of the lowest line or row on a page. */
function lowestPt(page: PageLayout): number {
  const boxes = page.body.flatMap((block): readonly { y: number; height: number }[] =>
    block.type === 'table' ? block.rows : block.lines,
  );
  return Math.max(0, ...boxes.map((box) => (box.y + box.height) * pixelToPt));
}
