import { linesOfRuns, textOf } from './flow';
import type { Cell, Row, Table } from './model';
import { mmToPt } from './page';
import { type LineStyleId, lineHeightPt, lineStyles } from './styles';
import { cleanText, countLines } from './text';

/** How a table is set: shared by the .docx engine and the preview, so that its rows are equally high in both. */

export const cellPaddingPt = 4;
/** Above and below the text of a cell. */
export const cellMarginPt = 2;

/** A wide list is set small. */
const compactFrom = 7;

export const isCompact = (table: Table): boolean =>
  table.density === undefined ? table.columns.length >= compactFrom : table.density === 'compact';

export function cellStyle(table: Table, cell: Cell, isHeader: boolean): LineStyleId {
  const isLabel = cell.isLabel || isHeader;
  if (isCompact(table)) return isLabel ? 'cellSmallLabel' : 'cellSmall';
  return isLabel ? 'cellLabel' : 'cell';
}

/** Widths of the columns in twips; together they are the width of the text. */
export function columnWidths(table: Table, textWidthTwips: number): number[] {
  const total = sum(table.columns);
  const widths = table.columns.map((share) => Math.floor((share / total) * textWidthTwips));
  const rest = textWidthTwips - sum(widths);
  return widths.map((width, index) => (index === widths.length - 1 ? width + rest : width));
}

const rowHeightMm = { form: 11, list: 8.5, compact: 7.5 } as const;

export function minRowHeightPt(table: Table, row: Row): number {
  if (row.minHeightMm !== undefined) return mmToPt(row.minHeightMm);
  if (isCompact(table)) return mmToPt(rowHeightMm.compact);
  return mmToPt(row.cells.some((cell) => cell.isLabel) ? rowHeightMm.form : rowHeightMm.list);
}

/** The lines of a cell: what a form field holds may itself contain line ends. */
export const cellLines = (cell: Cell): Cell['lines'] =>
  cell.lines.flatMap((line) => linesOfRuns(line, (text) => cleanText(text).split('\n')));

/** A row with the column at which each of its cells begins. */
export type PlacedRow = {
  readonly row: Row;
  readonly cells: readonly { readonly cell: Cell; readonly at: number }[];
};

/** The rows of a table, with the cells that reach down from rows above taken into account. */
export function placedRows(table: Table): PlacedRow[] {
  const taken = new Set<string>();
  return table.rows.map((row, rowIndex) => {
    let column = 0;
    const cells = row.cells.map((cell) => {
      while (taken.has(`${rowIndex} ${column}`)) column += 1;
      const at = column;
      column += cell.colSpan ?? 1;
      for (let below = 1; below < (cell.rowSpan ?? 1); below += 1) {
        for (let under = at; under < column; under += 1) taken.add(`${rowIndex + below} ${under}`);
      }
      return { cell, at };
    });
    return { row, cells };
  });
}

/** Height the text of a cell is expected to take, its foot not counted. */
export function cellTextHeightPt(table: Table, cell: Cell, widthPt: number, isHeader: boolean): number {
  const style = cellStyle(table, cell, isHeader);
  const width = (widthPt - 2 * cellPaddingPt) / lineStyles[style].sizePt;
  const lines = cellLines(cell).reduce((sum, line) => sum + countLines(textOf(line), width), 0);
  return lines * lineHeightPt(style, 0);
}

export function footHeightPt(table: Table, cell: Cell, widthPt: number): number {
  if (!cell.foot) return 0;
  const style = cellStyle(table, cell, false);
  const width = (widthPt - 2 * cellPaddingPt) / lineStyles[style].sizePt;
  return countLines(cleanText(cell.foot), width) * lineHeightPt(style, 0);
}

/** Height of a row as the grid expects it; a cell over several rows counts for its last row only if it is higher. */
export function rowHeightPt(
  table: Table,
  { row, cells }: PlacedRow,
  isHeader: boolean,
  widthsPt: readonly number[],
): number {
  const heights = cells.map(({ cell, at }) => {
    if ((cell.rowSpan ?? 1) > 1) return 0;
    const width = sum(widthsPt.slice(at, at + (cell.colSpan ?? 1)));
    const text = cellTextHeightPt(table, cell, width, isHeader);
    return text + footHeightPt(table, cell, width) + 2 * cellMarginPt;
  });
  return Math.max(minRowHeightPt(table, row), ...heights);
}

/** Space above the foot of a cell, so that 签名 and date stand at the bottom of a row higher than its text. */
export function spaceAboveFootPt(table: Table, row: Row, cell: Cell, widthPt: number): number {
  const used =
    cellTextHeightPt(table, cell, widthPt, false) + footHeightPt(table, cell, widthPt) + 2 * cellMarginPt;
  return Math.max(0, minRowHeightPt(table, row) - used);
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
