import { chineseDate } from './compose-closing';
import type { PaperModel } from './model';
import { pageGeometry, textWidthTwips } from './page';
import { lineHeightPt, lineStyles } from './styles';
import { countLines } from './text';

/** 版记 at the foot of the last page. */
export type Imprint = {
  /** 抄送：…。 */
  readonly copies: string | null;
  /** 印发机关 and date; a letter has none. */
  readonly printed: { readonly by: string; readonly on: string } | null;
  /** A letter's 版记 has no rules and needs no even page. */
  readonly hasRules: boolean;
};

export function composeImprint(model: PaperModel): Imprint | null {
  const copies = model.copiesTo.length === 0 ? null : `抄送：${model.copiesTo.join('，')}。`;
  const isLetter = model.layout === 'letter';
  const date = model.printedOn ?? model.signature?.signedOn;
  const on = date ? `${chineseDate(date)}印发` : '　　　　年　　月　　日印发';
  const printed = isLetter || !model.printedBy ? null : { by: model.printedBy, on };
  if (copies === null && printed === null) return null;
  return { copies, printed, hasRules: !isLetter };
}

/** Height of the 版记 in points. */
export function imprintHeightPt(imprint: Imprint): number {
  const { sizePt } = lineStyles.copies;
  const width = textWidthTwips(pageGeometry('office')) / 20 / sizePt - imprintIndentChars;
  const copies = imprint.copies === null ? 0 : countLines(imprint.copies, width, -copiesLabelChars);
  const rows = (imprint.copies === null ? 0 : 1) + (imprint.printed === null ? 0 : 1);
  const lines = copies + (imprint.printed === null ? 0 : 1);
  return lines * lineHeightPt('copies', 0) + rows * 2 * imprintRowPaddingPt;
}

/** One character on both sides, and the width of 抄送： under which the organs wrap. */
export const copiesLabelChars = 3;
const imprintIndentChars = copiesLabelChars + 2;
export const imprintRowPaddingPt = 2;

export type EndOfText = {
  readonly pageCount: number;
  /** Room below the text on the last page. */
  readonly restPt: number;
  readonly isLandscape: boolean;
};

/**
 * Whether the 版记 has to stand on a page of its own: no room on the last page, or that page is odd or turned (a 版记
 * with rules stands on an even page, the back of the last sheet).
 */
export function needsOwnPage(imprint: Imprint, end: EndOfText, pitchPt: number): boolean {
  const hasRoom = !end.isLandscape && end.restPt >= imprintHeightPt(imprint) + pitchPt;
  return !hasRoom || (imprint.hasRules && end.pageCount % 2 === 1);
}
