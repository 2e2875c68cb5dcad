import type { ComposedSection } from './composed';
import { type FlowItem, type FlowLine, textOf } from './flow';
import { markTopPt, measureMark } from './mark';
import {
  bodyCharPt,
  bodySizePt,
  inkBottomPt,
  inkTopPt,
  letterRule,
  mmToPt,
  official,
  type PageGeometry,
  redHeadRuleGapPt,
  redHeadRulePt,
  textHeightTwips,
  textWidthTwips,
} from './page';
import { type MeasuredItem, type PageSlices, paginate } from './paginate';
import { lineHeightPt, lineStyles } from './styles';
import { columnWidths, placedRows, rowHeightPt } from './table-layout';
import { cleanText, countLines } from './text';

/** Heights by the grid of 28 × 22, without a browser and without fonts: good to a line. */
export function measureByGrid(item: FlowItem, page: PageGeometry): MeasuredItem {
  if (item.kind === 'break') return item;
  if (item.kind === 'line') return measureLine(item, page);
  const widths = columnWidths(item.table, textWidthTwips(page)).map((width) => width / 20);
  const heights = placedRows(item.table).map((row, index) =>
    rowHeightPt(item.table, row, index < item.table.headerRows, widths),
  );
  return { kind: 'rows', heights, headerRows: item.table.headerRows };
}

function measureLine(item: FlowLine, page: PageGeometry): MeasuredItem {
  const style = lineStyles[item.style];
  const keepNext = item.keepNext ?? style.keepNext;
  const text = cleanText(textOf(item.runs));
  if (item.inkTopMm !== undefined) return measureRedHeadMark(text, item.inkTopMm, page);
  const charPt = style.sizePt === bodySizePt ? bodyCharPt : style.sizePt;
  const width = textWidthTwips(page) / 20 / charPt - (item.indent?.left ?? 0);
  const first = item.indent === undefined ? (style.firstLineChars ?? 0) : -(item.indent.hanging ?? 0);
  const linePt = lineHeightPt(item.style, page.pitchTwips / 20);
  const afterPt = item.hasRedRule ? redHeadRuleGapPt(page) + redHeadRulePt : style.afterPt;
  return {
    kind: 'lines',
    count: countLines(text, width, first),
    linePt,
    beforePt: item.beforePt,
    afterPt,
    keepNext,
  };
}

function measureRedHeadMark(text: string, inkTopMm: number, page: PageGeometry): MeasuredItem {
  const mark = measureMark(text);
  const beforePt = markTopPt(mark, inkTopMm) - page.topTwips / 20;
  return { kind: 'lines', count: 1, linePt: mark.linePt, beforePt };
}

/** Height the text of page n of a section has; the head of a letter takes some of page 0. */
export function pageHeightPt(section: ComposedSection, page: PageGeometry, index: number): number {
  const full = textHeightTwips(page) / 20;
  if (index > 0 || section.letterhead === null) return full;
  return full - (letterBodyTopPt(section.letterhead, page) - page.topTwips / 20);
}

/** Where the first line of a letter begins, from the edge of the page. */
export function letterBodyTopPt(letterhead: string, page: PageGeometry): number {
  const mark = measureMark(letterhead);
  const markBottom = markTopPt(mark, official.letterMarkMm) + mark.linePt;
  const gap = mmToPt(official.ruleGapMm) - inkBottomPt(mark.linePt, mark.sizePt);
  const rules = letterRule.thickPt + letterRule.gapPt + letterRule.thinPt;
  return markBottom + gap + rules + spaceBelowLetterRulePt(page);
}

/** The document number stands 7/8 of a character below the line; its own line brings part of that along. */
export const spaceBelowLetterRulePt = (page: PageGeometry): number =>
  (bodySizePt * 7) / 8 - inkTopPt(page.pitchTwips / 20, bodySizePt);

export function estimatePages(section: ComposedSection, page: PageGeometry): PageSlices[] {
  const items = section.items.map((item) => measureByGrid(item, page));
  return paginate(items, (index) => pageHeightPt(section, page, index));
}
