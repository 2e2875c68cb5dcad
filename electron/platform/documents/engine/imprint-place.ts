import type { ComposedPaper } from '@shared/domain/papers/composed';
import { estimatePages, pageHeightPt } from '@shared/domain/papers/estimate';
import { type EndOfText, imprintHeightPt, needsOwnPage } from '@shared/domain/papers/imprint';
import { pageGeometry } from '@shared/domain/papers/page';
import type { PageLayout } from 'docx/layout';
import type { ShellSetting } from './shell';
import { layOutLikeWord } from './word-layout';

/**
 * Whether the 版记 of a paper stands on a page of its own. The grid answers at once; Word's own rules (0.2 s) are asked
 * where an even page depends on a line or two. A letter's 版记 may stand on any page.
 */
export async function imprintNeedsNewPage(paper: ComposedPaper, setting: ShellSetting): Promise<boolean> {
  if (paper.imprint === null) return false;
  const pitchPt = pageGeometry(setting.geometry).pitchTwips / 20;
  const { usedPt, ...counted } = endByGrid(paper, setting);
  const slack = sureLines * pitchPt;
  const isNear =
    usedPt < slack || Math.abs(counted.restPt - imprintHeightPt(paper.imprint) - pitchPt) < slack;
  const end = paper.imprint.hasRules && isNear ? await endByWord(paper, setting) : counted;
  return needsOwnPage(paper.imprint, end, pitchPt);
}

/** Lines by which the grid may be wrong about where a text ends. */
const sureLines = 3;

function endByGrid(paper: ComposedPaper, setting: ShellSetting): EndOfText & { readonly usedPt: number } {
  let end = { pageCount: 0, restPt: 0, usedPt: 0, isLandscape: false };
  for (const section of paper.sections) {
    const page = pageGeometry(setting.geometry, section.isLandscape);
    const pages = estimatePages(section, page);
    const usedPt = pages.at(-1)?.usedPt ?? 0;
    end = {
      pageCount: end.pageCount + pages.length,
      restPt: pageHeightPt(section, page, pages.length - 1) - usedPt,
      usedPt,
      isLandscape: section.isLandscape,
    };
  }
  return end;
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
