import type { ComposedPaper } from '@shared/domain/papers/compose';
import { estimatePages, pageHeightPt } from '@shared/domain/papers/estimate';
import { type EndOfText, needsOwnPage } from '@shared/domain/papers/imprint';
import { pageGeometry } from '@shared/domain/papers/page';
import type { PageLayout } from 'docx/layout';
import type { ShellSetting } from './shell';
import { layOutLikeWord } from './word-layout';

/** Whether the 版记 of a paper stands on a page of its own. */
export async function imprintNeedsNewPage(paper: ComposedPaper, setting: ShellSetting): Promise<boolean> {
  if (paper.imprint === null) return false;
  // A letter's 版记 may stand on any page; the grid is sure enough and costs no second layout in a batch.
  const end = paper.imprint.hasRules ? await endByWord(paper, setting) : endByGrid(paper, setting);
  return needsOwnPage(paper.imprint, end, pageGeometry(setting.geometry).pitchTwips / 20);
}

function endByGrid(paper: ComposedPaper, setting: ShellSetting): EndOfText {
  const last = paper.sections.at(-1);
  if (last === undefined) return { pageCount: 0, restPt: 0, isLandscape: false };
  const page = pageGeometry(setting.geometry, last.isLandscape);
  const pages = estimatePages(last, page);
  const index = pages.length - 1;
  const restPt = pageHeightPt(last, page, index) - (pages[index]?.usedPt ?? 0);
  return { pageCount: pages.length, restPt, isLandscape: last.isLandscape };
}

async function endByWord(paper: ComposedPaper, setting: ShellSetting): Promise<EndOfText> {
  const { pages } = await layOutLikeWord(paper, setting);
  const isLandscape = paper.sections.at(-1)?.isLandscape === true;
  const page = pageGeometry(setting.geometry, isLandscape);
  const bottomPt = (page.heightTwips - page.bottomTwips) / 20;
  const lastPage = pages.at(-1);
  return {
    pageCount: pages.length,
    restPt: bottomPt - (lastPage === undefined ? 0 : lowestPt(lastPage)),
    isLandscape,
  };
}

const pixelToPt = 0.75;

/** Lower edge of the lowest line or row on a page. */
function lowestPt(page: PageLayout): number {
  const boxes = page.body.flatMap((block): readonly { y: number; height: number }[] =>
    block.type === 'table' ? block.rows : block.lines,
  );
  return Math.max(0, ...boxes.map((box) => (box.y + box.height) * pixelToPt));
}
