import type { Cell, Row, Table as TableModel } from '@shared/domain/papers/model';
import { ptToTwips, textWidthTwips } from '@shared/domain/papers/page';
import {
  cellLines,
  cellMarginPt,
  cellPaddingPt,
  cellStyle,
  columnWidths,
  minRowHeightPt,
  type PlacedRow,
  placedRows,
  rowHeightPt,
  spaceAboveFootPt,
} from '@shared/domain/papers/table-layout';
import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx';
import { type DrawContext, drawRun } from './paragraphs';
import { styleIdOf } from './styles-xml';

const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
const borders = {
  top: line,
  bottom: line,
  left: line,
  right: line,
  insideHorizontal: line,
  insideVertical: line,
};
const margins = {
  marginUnitType: WidthType.DXA,
  top: ptToTwips(cellMarginPt),
  bottom: ptToTwips(cellMarginPt),
  left: ptToTwips(cellPaddingPt),
  right: ptToTwips(cellPaddingPt),
};
const alignments = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const;

/** A row higher than this may break: kept whole it would leave half a page white. */
const tallestWholeRowPt = 320;

/** Fixed widths everywhere: Word, WPS and LibreOffice then agree on the columns. */
export function drawTable(table: TableModel, context: DrawContext): Table {
  const width = textWidthTwips(context.page);
  const widths = columnWidths(table, width);
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    borders,
    margins,
    rows: placedRows(table).map((row, index) =>
      drawRow(table, row, index < table.headerRows, widths, context),
    ),
  });
}

function drawRow(
  table: TableModel,
  placed: PlacedRow,
  isHeader: boolean,
  widths: readonly number[],
  context: DrawContext,
): TableRow {
  const { row } = placed;
  const height = rowHeightPt(
    table,
    placed,
    isHeader,
    widths.map((width) => width / 20),
  );
  return new TableRow({
    cantSplit: height <= tallestWholeRowPt || undefined,
    tableHeader: isHeader || undefined,
    height: { value: ptToTwips(minRowHeightPt(table, row)), rule: HeightRule.ATLEAST },
    children: placed.cells.map(({ cell, at }) => {
      const width = widths.slice(at, at + (cell.colSpan ?? 1)).reduce((sum, part) => sum + part, 0);
      return drawCell(table, row, cell, width, isHeader, context);
    }),
  });
}

function drawCell(
  table: TableModel,
  row: Row,
  cell: Cell,
  width: number,
  isHeader: boolean,
  context: DrawContext,
): TableCell {
  const style = styleIdOf(cellStyle(table, cell, isHeader));
  const alignment = cell.align === undefined ? undefined : alignments[cell.align];
  const paragraphs = cellLines(cell).map(
    (runs) => new Paragraph({ style, alignment, children: runs.flatMap((run) => drawRun(run, context)) }),
  );
  if (cell.foot) {
    const before = ptToTwips(spaceAboveFootPt(table, row, cell, width / 20));
    const children = drawRun({ text: cell.foot }, context);
    paragraphs.push(new Paragraph({ style, alignment: AlignmentType.RIGHT, spacing: { before }, children }));
  }
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    columnSpan: cell.colSpan,
    rowSpan: cell.rowSpan,
    verticalAlign: cell.foot ? VerticalAlign.TOP : VerticalAlign.CENTER,
    children: paragraphs.length > 0 ? paragraphs : [new Paragraph({ style })],
  });
}
