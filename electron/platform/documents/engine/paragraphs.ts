import type { FlowLine } from '@shared/domain/papers/flow';
import { missingText } from '@shared/domain/papers/flow';
import { markTopPt, measureMark } from '@shared/domain/papers/mark';
import type { Run } from '@shared/domain/papers/model';
import {
  bodyCharPt,
  type PageGeometry,
  ptToTwips,
  red,
  redHeadRuleGapPt,
  redHeadRulePt,
} from '@shared/domain/papers/page';
import { cleanText, widthOf } from '@shared/domain/papers/text';
import { BorderStyle, type IParagraphOptions, Paragraph, Tab, TabStopType, TextRun } from 'docx';
import { hairStyleId, styleIdOf } from './styles-xml';

export type DrawContext = {
  readonly page: PageGeometry;
  /** A draft shows what is still missing; a paper to be filled in by hand leaves it empty. */
  readonly showsMissing: boolean;
};

const charTwips = ptToTwips(bodyCharPt);

export function drawLine(line: FlowLine, context: DrawContext): Paragraph {
  return new Paragraph({
    style: styleIdOf(line.style),
    keepNext: line.keepNext || undefined,
    ...placeOf(line),
    ...(line.beforePt === undefined ? {} : { spacing: { before: ptToTwips(line.beforePt) } }),
    ...markPlace(line, context.page),
    ...ruleOf(line, context.page),
    children: drawRuns(line, context),
  });
}

/** A paragraph one point high: Word wants one between two tables and at the end of every body. */
export const drawHair = (): Paragraph => new Paragraph({ style: hairStyleId });

function placeOf(line: FlowLine): IParagraphOptions {
  if (line.indent !== undefined) {
    const { left, hanging = 0 } = line.indent;
    return { indent: { left: Math.round(left * charTwips), hanging: Math.round(hanging * charTwips) } };
  }
  if (line.centreAtPt !== undefined) {
    return { tabStops: [{ type: TabStopType.CENTER, position: ptToTwips(line.centreAtPt) }] };
  }
  return {};
}

/** The 标志 of a red-head paper stands in the text; its distance from the page's edge is space before it. */
function markPlace(line: FlowLine, page: PageGeometry): IParagraphOptions {
  if (line.inkTopMm === undefined) return {};
  const mark = measureMark(line.runs.map((run) => run.text).join(''));
  const before = ptToTwips(markTopPt(mark, line.inkTopMm)) - page.topTwips;
  return { spacing: { before, line: ptToTwips(mark.linePt), lineRule: 'exact' } };
}

function ruleOf(line: FlowLine, page: PageGeometry): IParagraphOptions {
  if (!line.hasRedRule) return {};
  const bottom = {
    style: BorderStyle.SINGLE,
    size: redHeadRulePt * 8,
    space: redHeadRuleGapPt(page),
    color: red,
  };
  return { border: { bottom } };
}

function drawRuns(line: FlowLine, context: DrawContext): TextRun[] {
  const lead = line.centreAtPt === undefined ? [] : [new TextRun({ children: [new Tab()] })];
  const size = line.inkTopMm === undefined ? undefined : measureMark(textOfRuns(line.runs)).sizePt;
  return [...lead, ...line.runs.flatMap((run) => drawRun(run, context, size))];
}

const textOfRuns = (runs: readonly Run[]): string => runs.map((run) => run.text).join('');

/** The text of one run, with its tabs and line ends as Word's own elements. */
export function drawRun(run: Run, context: DrawContext, sizePt?: number): TextRun[] {
  const text = cleanText(run.text);
  const size = sizePt === undefined ? undefined : sizePt * 2;
  if (run.isMissing && widthOf(text.trim()) === 0) {
    if (!context.showsMissing) return text === '' ? [] : [new TextRun({ text, size })];
    return [new TextRun({ text: missingText, highlight: 'yellow', size })];
  }
  if (text === '') return [];
  const highlight = run.isMissing && context.showsMissing ? ('yellow' as const) : undefined;
  const options = { bold: run.isBold || undefined, highlight, size };
  return text.split('\n').map((part, index) => {
    const children = part
      .split('\t')
      .flatMap((piece, tab) => [...(tab === 0 ? [] : [new Tab()]), ...(piece === '' ? [] : [piece])]);
    return new TextRun({ ...options, children, break: index === 0 ? undefined : 1 });
  });
}
