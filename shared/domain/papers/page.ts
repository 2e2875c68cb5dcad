/**
 * The page of GB/T 9704-2012 in numbers, shared by the .docx engine and the preview so that the two cannot drift
 * apart. Lengths are points unless the name says otherwise; Word counts in twips, twentieths of a point.
 */

export const mmToPt = (mm: number): number => (mm * 72) / 25.4;
export const ptToTwips = (pt: number): number => Math.round(pt * 20);
export const mmToTwips = (mm: number): number => ptToTwips(mmToPt(mm));

/**
 * office: the margins every Word template on the market has (37/35/28/26 mm). ruler: margins chosen so that a ruler
 * laid on the print finds 37 mm above the first character, at the standard's own pitch (character + 7/8).
 */
export type Geometry = 'office' | 'ruler';

export type PageGeometry = {
  readonly widthTwips: number;
  readonly heightTwips: number;
  readonly topTwips: number;
  readonly bottomTwips: number;
  readonly leftTwips: number;
  readonly rightTwips: number;
  /** Height of one of the 22 lines. */
  readonly pitchTwips: number;
};

const a4 = { widthTwips: 11906, heightTwips: 16838 };

const geometries: Readonly<Record<Geometry, PageGeometry>> = {
  office: { ...a4, topTwips: 2098, bottomTwips: 1984, leftTwips: 1587, rightTwips: 1474, pitchTwips: 579 },
  ruler: { ...a4, topTwips: 1895, bottomTwips: 1897, leftTwips: 1587, rightTwips: 1474, pitchTwips: 593 },
};

/** A landscape page is the portrait page turned: its head lies on the binding or the cut side. */
export function pageGeometry(geometry: Geometry, isLandscape = false): PageGeometry {
  const page = geometries[geometry];
  if (!isLandscape) return page;
  return {
    widthTwips: page.heightTwips,
    heightTwips: page.widthTwips,
    topTwips: page.leftTwips,
    bottomTwips: page.rightTwips,
    leftTwips: page.bottomTwips,
    rightTwips: page.topTwips,
    pitchTwips: page.pitchTwips,
  };
}

export const textWidthTwips = (page: PageGeometry): number =>
  page.widthTwips - page.leftTwips - page.rightTwips;
export const textHeightTwips = (page: PageGeometry): number =>
  page.heightTwips - page.topTwips - page.bottomTwips;

export const linesOnPage = 22;
export const charactersOnLine = 28;
export const bodySizePt = 16;
/** 28 characters of 16 pt are 6 pt wider than 156 mm, so each gives up 0.3 pt. */
export const bodySpacingPt = -0.3;
export const bodyCharPt = bodySizePt + bodySpacingPt;

/** With an exact line height the baseline stands at 80 % of it, whatever the font. */
const baselineShare = 0.8;
/** A Han character inks from 0.85 em above the baseline to 0.08 em below it. */
const inkAbove = 0.85;
const inkBelow = 0.08;

/** From the top of an exact line to the ink of its characters. */
export const inkTopPt = (linePt: number, sizePt: number): number =>
  baselineShare * linePt - inkAbove * sizePt;
/** From the ink of its characters to the bottom of an exact line. */
export const inkBottomPt = (linePt: number, sizePt: number): number =>
  (1 - baselineShare) * linePt - inkBelow * sizePt;

/** How far CSS, which centres text in its line, has to lower it to stand where Word puts it. */
export const cssBaselineShiftPt = (linePt: number, sizePt: number): number =>
  baselineShare * linePt - (linePt / 2 + 0.36 * sizePt);

/** Distances the standard gives, in mm. */
export const official = {
  /** Upper edge of the 标志 of a red-head paper, from the page's edge. */
  redHeadMarkMm: 72,
  /** Upper edge of the 标志 of a letter, from the page's edge. */
  letterMarkMm: 30,
  /** From the 标志 or the document number down to the red line. */
  ruleGapMm: 4,
  /** The red double lines of a letter stand out 7 mm on both sides of the text. */
  letterRuleOverhangMm: 7,
  /** The lower double line, from the lower edge of the page. */
  letterFootMm: 20,
  /** The dash of the page number, from the lower edge of the page: 35 − 7 mm. */
  pageNumberMm: 28,
} as const;

export const red = 'FF0000';

/** Rules of a letter: thick 2.25 pt and thin 0.75 pt with a gap of 1 pt. */
export const letterRule = { thickPt: 2.25, thinPt: 0.75, gapPt: 1 } as const;
/** Red line of a red-head paper. */
export const redHeadRulePt = 1.5;
/** Between the line of the document number and the red line: what is left of the 4 mm below the ink. */
export const redHeadRuleGapPt = (page: PageGeometry): number =>
  Math.round(mmToPt(official.ruleGapMm) - inkBottomPt(page.pitchTwips / 20, bodySizePt));

/** 4号 digits of the page number on an exact line. */
export const pageNumberSizePt = 14;
export const pageNumberLinePt = 16.8;
