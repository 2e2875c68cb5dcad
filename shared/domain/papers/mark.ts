import { inkTopPt, mmToPt, pageGeometry, textWidthTwips } from './page';
import { widthOf } from './text';

/** 发文机关标志: as large as 48 pt and as small as its name forces, so that it stands on one line of 156 mm. */
const largestPt = 48;
const smallestPt = 22;

export type Mark = { readonly sizePt: number; readonly linePt: number };

export function measureMark(text: string): Mark {
  const textWidthPt = textWidthTwips(pageGeometry('office')) / 20;
  const fitting = Math.floor(textWidthPt / Math.max(1, widthOf(text)));
  const sizePt = Math.max(smallestPt, Math.min(largestPt, fitting));
  return { sizePt, linePt: round(sizePt * 1.1) };
}

/** Where the line of a 标志 has to begin so that its ink begins at the given distance from the page's edge. */
export const markTopPt = (mark: Mark, inkTopMm: number): number =>
  mmToPt(inkTopMm) - inkTopPt(mark.linePt, mark.sizePt);

const round = (value: number): number => Math.round(value * 10) / 10;
