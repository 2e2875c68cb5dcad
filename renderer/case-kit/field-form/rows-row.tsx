import type { Field, FieldValue } from '@shared/domain/kernel/field';
import type { ReactNode } from 'react';
import { BareControl } from './bare-control';
import type { RowValues } from './paste-rows';

type RowsRowProps = {
  /** Of the whole table; cells are named after it, their place and their column. */
  readonly id: string;
  readonly place: number;
  readonly row: RowValues;
  readonly columns: readonly Field[];
  readonly errors: ReadonlyMap<string, string> | undefined;
  readonly isDisabled: boolean | undefined;
  readonly onCell: (name: string, cell: FieldValue) => void;
  /** The way to remove the row, where rows are removed. */
  readonly foot: ReactNode;
};

/** One row of a rows table: its number or what it is about, then its cells. */
export function RowsRow({ id, place, row, columns, errors, isDisabled, onCell, foot }: RowsRowProps) {
  return (
    <tr>
      {foot ? <td className="rows-control-index">{place + 1}</td> : null}
      {columns.map((column) => {
        if (column.isFixed) {
          return (
            <th key={column.name} scope="row" className="rows-control-fixed">
              {labelOf(column, row[column.name])}
            </th>
          );
        }
        const error = errors?.get(`${place}.${column.name}`);
        const cellId = `${id}-${place}-${column.name}`;
        return (
          <td key={column.name} title={error} className={`rows-control-${column.kind}`}>
            <label className="visually-hidden" htmlFor={cellId}>
              {`第${place + 1}行${column.label}`}
            </label>
            <BareControl
              field={column}
              id={cellId}
              value={row[column.name]}
              error={error}
              isDisabled={isDisabled}
              onChange={(cell) => onCell(column.name, cell)}
            />
            {error ? <div className="field-error">{error}</div> : null}
          </td>
        );
      })}
      {foot}
    </tr>
  );
}

const labelOf = (column: Field, value: RowValues[string] | undefined): string =>
  column.options?.find((option) => option.value === value)?.label ?? String(value ?? '');
