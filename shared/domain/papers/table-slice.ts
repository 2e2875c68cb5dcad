import type { Cell, Row, Table } from './model';
import { cellColumns } from './table-layout';

/** Rows [from, to) of a table as a table of their own; cells that cross an edge are cut there and go on empty. */
export function sliceRows(table: Table, from: number, to: number): Row[] {
  const columns = cellColumns(table);
  return table.rows.slice(from, to).map((row, offset) => {
    const rowIndex = from + offset;
    const cells = row.cells.map((cell, index) => ({
      at: columns[rowIndex]?.[index] ?? 0,
      cell: cutBelow(cell, rowIndex, to),
    }));
    const all = offset === 0 ? [...cells, ...carriedCells(table, columns, from, to)] : cells;
    return { ...row, cells: all.sort((a, b) => a.at - b.at).map(({ cell }) => cell) };
  });
}

const cutBelow = (cell: Cell, row: number, to: number): Cell =>
  (cell.rowSpan ?? 1) > to - row ? { ...cell, rowSpan: to - row } : cell;

/** What is left of the cells that began on the page before. */
function carriedCells(table: Table, columns: readonly number[][], from: number, to: number) {
  return table.rows.slice(0, from).flatMap((row, rowIndex) =>
    row.cells.flatMap((cell, index) => {
      const end = rowIndex + (cell.rowSpan ?? 1);
      if (end <= from) return [];
      const { foot: _foot, ...rest } = cell;
      return [
        {
          at: columns[rowIndex]?.[index] ?? 0,
          cell: { ...rest, lines: [], rowSpan: Math.min(end, to) - from },
        },
      ];
    }),
  );
}
