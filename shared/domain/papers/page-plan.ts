import type { ComposedPaper, ComposedSection } from './composed';
import { pageHeightPt } from './estimate';
import { type Imprint, needsOwnPage } from './imprint';
import { type Geometry, type PageGeometry, pageGeometry } from './page';
import { type MeasuredItem, paginate, type Slice } from './paginate';

/** One sheet side, ready to be drawn. */
export type PlannedPage = {
  /** 1 for the first, whether or not a number is printed on it. */
  readonly sheet: number;
  readonly section: ComposedSection;
  readonly page: PageGeometry;
  readonly slices: readonly Slice[];
  /** Number printed on it; null where none is. */
  readonly number: number | null;
  readonly isOdd: boolean;
  /** First page of a letter: 标志 and red lines. */
  readonly isLetterFirst: boolean;
  readonly hasImprint: boolean;
};

/** All pages of a paper, from the measured heights of each section's items. */
export function planPages(
  paper: ComposedPaper,
  measured: readonly (readonly MeasuredItem[])[],
  geometry: Geometry,
): PlannedPage[] {
  const pages: PlannedPage[] = [];
  let restPt = 0;
  paper.sections.forEach((section, index) => {
    const page = pageGeometry(geometry, section.isLandscape);
    paginate(measured[index] ?? [], (at) => pageHeightPt(section, page, at)).forEach(
      ({ slices, usedPt }, at) => {
        const isLetterFirst = at === 0 && section.letterhead !== null;
        const sheet = pages.length + 1;
        const number = section.hasPageNumbers && !isLetterFirst ? sheet : null;
        restPt = pageHeightPt(section, page, at) - usedPt;
        pages.push({
          sheet,
          section,
          page,
          slices,
          number,
          isOdd: sheet % 2 === 1,
          isLetterFirst,
          hasImprint: false,
        });
      },
    );
  });
  const last = pages.at(-1);
  if (paper.imprint === null || last === undefined) return pages;
  return withImprint(paper.imprint, pages, last, restPt, geometry);
}

function withImprint(
  imprint: Imprint,
  pages: PlannedPage[],
  last: PlannedPage,
  restPt: number,
  geometry: Geometry,
): PlannedPage[] {
  const page = pageGeometry(geometry);
  const end = { pageCount: pages.length, restPt, isLandscape: last.section.isLandscape };
  if (!needsOwnPage(imprint, end, page.pitchTwips / 20)) {
    return [...pages.slice(0, -1), { ...last, hasImprint: true }];
  }
  const section: ComposedSection = { isLandscape: false, letterhead: null, hasPageNumbers: false, items: [] };
  const empty = { section, page, slices: [], number: null, isLetterFirst: false, hasImprint: false };
  // A text that fills an even page is followed by an empty odd one: neither is numbered.
  const isFullEven = imprint.hasRules && pages.length % 2 === 0;
  const fill = isFullEven ? [{ ...empty, sheet: pages.length + 1, isOdd: true }] : [];
  const sheet = pages.length + fill.length + 1;
  return [...pages, ...fill, { ...empty, sheet, isOdd: sheet % 2 === 1, hasImprint: true }];
}
