import type { Cell, Row, Table } from './model';
import { type PlacedRow, placedRows } from './table-layout';

/** Rows [from, to) of a table as a table of their own; cells that cross an edge are cut there and go on empty. */
export function sliceRows(table: Table, from: number, to: number): Row[] {
  const rows = placedRows(table);
  return rows.slice(from, to).map(({ row, cells: own }, offset) => {
    const cells = own.map(({ cell, at }) => ({ at, cell: cutBelow(cell, from + offset, to) }));
    const all = offset === 0 ? [...cells, ...carriedCells(rows, from, to)] : cells;
    return { ...row, cells: all.sort((a, b) => a.at - b.at).map(({ cell }) => cell) };
  });
}

const cutBelow = (cell: Cell, row: number, to: number): Cell =>
  (cell.rowSpan ?? 1) > to - row ? { ...cell, rowSpan: to - row } : cell;

/** What is left of the cells that began on the page before. */
function carriedCells(rows: readonly PlacedRow[], from: number, to: number) {
  return rows.slice(0, from).flatMap(({ cells }, rowIndex) =>
    cells.flatMap(({ cell, at }) => {
      const end = rowIndex + (cell.rowSpan ?? 1);
      if (end <= from) return [];
      const { foot: _foot, ...rest } = cell;
      return [
        {
          at,
          cell: { ...rest, lines: [], rowSpan: Math.min(end, to) - from },
        },
      ];
    }),
  );
}
