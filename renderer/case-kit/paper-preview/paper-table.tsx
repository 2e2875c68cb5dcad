import type { Cell, Row, Table } from '@shared/domain/papers/model';
import { textWidthTwips } from '@shared/domain/papers/page';
import {
  cellLines,
  cellStyle,
  columnWidths,
  minRowHeightPt,
  spaceAboveFootPt,
} from '@shared/domain/papers/table-layout';
import { sliceRows } from '@shared/domain/papers/table-slice';
import { cleanText } from '@shared/domain/papers/text';
import { placed } from '../../lib/placed';
import { lineCss, pt, twips } from './line-css';
import type { SheetSetting } from './paper-line';
import { PaperRuns } from './paper-runs';

type Props = {
  readonly table: Table;
  readonly from: number;
  readonly to: number;
  readonly setting: SheetSetting;
};

/** Rows [from, to) of a table, below its header rows. */
export function PaperTable({ table, from, to, setting }: Props) {
  const widths = columnWidths(table, textWidthTwips(setting.page));
  const repeated = from >= table.headerRows && from > 0 ? sliceRows(table, 0, table.headerRows) : [];
  const rows = [...repeated, ...sliceRows(table, from, to)];
  const headerCount = Math.max(repeated.length, table.headerRows - from);
  return (
    <table className="paper-table" style={{ width: twips(textWidthTwips(setting.page)) }}>
      <colgroup>
        {placed(widths).map(({ item: width, place }) => (
          <col key={place} style={{ width: twips(width) }} />
        ))}
      </colgroup>
      <tbody>
        {placed(rows).map(({ item: row, place }) => (
          <PaperRow
            key={place}
            table={table}
            row={row}
            isHeader={place < headerCount}
            widths={widths}
            setting={setting}
          />
        ))}
      </tbody>
    </table>
  );
}

type RowProps = {
  readonly table: Table;
  readonly row: Row;
  readonly isHeader: boolean;
  readonly widths: readonly number[];
  readonly setting: SheetSetting;
};

function PaperRow({ table, row, isHeader, widths, setting }: RowProps) {
  let column = 0;
  return (
    <tr style={{ height: pt(minRowHeightPt(table, row)) }}>
      {row.cells.map((cell) => {
        const start = column;
        column += cell.colSpan ?? 1;
        const widthPt = widths.slice(start, column).reduce((sum, width) => sum + width, 0) / 20;
        return (
          <td
            key={start}
            colSpan={cell.colSpan}
            rowSpan={cell.rowSpan}
            className={cell.foot ? 'paper-cell-top' : undefined}
          >
            <CellText table={table} cell={cell} isHeader={isHeader} setting={setting} />
            {cell.foot && (
              <p
                className="paper-line"
                style={{
                  ...lineCss(cellStyle(table, cell, false), setting.fonts, 0),
                  textAlign: 'right',
                  paddingTop: pt(spaceAboveFootPt(table, row, cell, widthPt)),
                }}
              >
                {cleanText(cell.foot)}
              </p>
            )}
          </td>
        );
      })}
    </tr>
  );
}

type CellProps = {
  readonly table: Table;
  readonly cell: Cell;
  readonly isHeader: boolean;
  readonly setting: SheetSetting;
};

function CellText({ table, cell, isHeader, setting }: CellProps) {
  const css = lineCss(cellStyle(table, cell, isHeader), setting.fonts, 0);
  return placed(cellLines(cell)).map(({ item: runs, place }) => (
    <p
      key={place}
      className="paper-line"
      style={{ ...css, minHeight: css.lineHeight, textAlign: cell.align ?? css.textAlign }}
    >
      <PaperRuns runs={runs} highlightKey={setting.highlightKey} />
    </p>
  ));
}
