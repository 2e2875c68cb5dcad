import { spaceBelowLetterRulePt } from '@shared/domain/papers/estimate';
import { markTopPt, measureMark } from '@shared/domain/papers/mark';
import {
  inkBottomPt,
  letterRule,
  mmToPt,
  mmToTwips,
  official,
  type PageGeometry,
  ptToTwips,
  red,
} from '@shared/domain/papers/page';
import { AlignmentType, BorderStyle, Footer, Header, PageNumber, Paragraph, TextRun } from 'docx';
import { TextWatermark } from 'docx/watermarks';
import { drawLandscapeNumber } from './landscape-number';
import { hairStyleId, pageNumberStyleId, styleIdOf } from './styles-xml';

/** What stands around the text of a section's pages: 标志, red lines, page numbers, watermark. */
export type Frame = {
  readonly isLandscape: boolean;
  readonly letterhead: string | null;
  readonly hasPageNumbers: boolean;
  readonly restartsNumbers: boolean;
  /** The 版记 of a text that fills its even page goes to the next even one. */
  readonly startsOnEvenPage: boolean;
  readonly watermark: string | null;
};

/** The lowest thing of a letter's foot is its thick red line, half of which lies below the 20 mm. */
const letterFooterMm = official.letterFootMm - 0.8;
const plainFooterMm = official.pageNumberMm - 3.05;

export function frameDistances(frame: Frame): { header: number; footer: number } {
  if (frame.letterhead === null) return { header: mmToTwips(15), footer: mmToTwips(plainFooterMm) };
  const mark = measureMark(frame.letterhead);
  return {
    header: ptToTwips(markTopPt(mark, official.letterMarkMm)),
    footer: mmToTwips(letterFooterMm),
  };
}

export function drawHeaders(frame: Frame, page: PageGeometry) {
  const first = frame.letterhead === null ? undefined : drawLetterhead(frame.letterhead, frame, page);
  return {
    first,
    default: new Header({ children: drawRunningHead(frame, 'odd') }),
    even: new Header({ children: drawRunningHead(frame, 'even') }),
  };
}

export function drawFooters(frame: Frame) {
  const isNumbered = frame.hasPageNumbers && !frame.isLandscape;
  const number = (side: 'odd' | 'even') =>
    isNumbered ? drawNumber(side, frame.letterhead !== null) : [hair()];
  return {
    first: frame.letterhead === null ? undefined : new Footer({ children: drawLetterFoot() }),
    default: new Footer({ children: number('odd') }),
    even: new Footer({ children: number('even') }),
  };
}

function drawRunningHead(frame: Frame, side: 'odd' | 'even') {
  const line = new Paragraph({ style: hairStyleId, children: drawWatermark(frame) });
  if (!frame.isLandscape || !frame.hasPageNumbers) return [line];
  return [drawLandscapeNumber(side), line];
}

/** Light enough to read the text over it, dark enough to survive a copier. */
function drawWatermark(frame: Frame) {
  if (frame.watermark === null) return [];
  return [
    new TextWatermark({ text: frame.watermark, font: '黑体', color: 'C0C0C0', width: 330, height: 165 }),
  ];
}

const overhang = {
  left: -mmToTwips(official.letterRuleOverhangMm),
  right: -mmToTwips(official.letterRuleOverhangMm),
};
const thick = { style: BorderStyle.SINGLE, size: letterRule.thickPt * 8, color: red };
const thin = { style: BorderStyle.SINGLE, size: letterRule.thinPt * 8, space: 0, color: red };
const rulePoint = { line: ptToTwips(letterRule.gapPt), lineRule: 'exact' as const };

/** 标志 and 武文线 (thick over thin). The head is taller than the margin, so it pushes the text of page 1 down. */
function drawLetterhead(letterhead: string, frame: Frame, page: PageGeometry): Header {
  const mark = measureMark(letterhead);
  const gap = mmToPt(official.ruleGapMm) - inkBottomPt(mark.linePt, mark.sizePt);
  return new Header({
    children: [
      new Paragraph({
        style: styleIdOf('mark'),
        indent: overhang,
        spacing: { line: ptToTwips(mark.linePt), lineRule: 'exact' },
        border: { bottom: { ...thick, space: Math.max(0, Math.min(31, Math.round(gap))) } },
        children: [...drawWatermark(frame), new TextRun({ text: letterhead, size: mark.sizePt * 2 })],
      }),
      new Paragraph({ style: hairStyleId, indent: overhang, spacing: rulePoint, border: { bottom: thin } }),
      new Paragraph({
        style: hairStyleId,
        spacing: { line: ptToTwips(spaceBelowLetterRulePt(page)), lineRule: 'exact' },
      }),
    ],
  });
}

/** 文武线: thin over thick. */
function drawLetterFoot(): Paragraph[] {
  return [
    new Paragraph({ style: hairStyleId, indent: overhang, spacing: rulePoint, border: { top: thin } }),
    new Paragraph({
      style: hairStyleId,
      indent: overhang,
      spacing: rulePoint,
      border: { top: { ...thick, space: 0 } },
    }),
  ];
}

/** “— 1 —”, outside: odd pages right, even pages left, one character in. */
function drawNumber(side: 'odd' | 'even', isLetter: boolean): Paragraph[] {
  const isOdd = side === 'odd';
  const number = new Paragraph({
    style: pageNumberStyleId,
    alignment: isOdd ? AlignmentType.RIGHT : AlignmentType.LEFT,
    indent: isOdd ? { right: 280 } : { left: 280 },
    children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'] })],
  });
  if (!isLetter) return [number];
  // A letter's footer hangs lower, to carry the red line of page 1: lift the number back.
  const lift = mmToTwips(plainFooterMm - letterFooterMm);
  return [number, new Paragraph({ style: hairStyleId, spacing: { line: lift, lineRule: 'exact' } })];
}

const hair = (): Paragraph => new Paragraph({ style: hairStyleId });
