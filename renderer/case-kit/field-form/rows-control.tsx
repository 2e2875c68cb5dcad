import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import type { FieldValue } from '@shared/domain/kernel/field';
import { Button } from 'antd';
import { type ClipboardEvent, useRef } from 'react';
import { flushSync } from 'react-dom';
import { placed } from '../../lib/placed';
import { useToday } from '../../lib/session';
import type { ControlProps } from './bare-control';
import { pasteRows, type RowValues } from './paste-rows';
import { rowKey, withCell } from './row-keys';
import { RowsRow } from './rows-row';

type RowsControlProps = ControlProps & {
  /** By `row.column`. */
  readonly rowErrors?: ReadonlyMap<string, string>;
};

/** A small table of sub-fields. Several cells copied from Excel and pasted anywhere in it become rows. */
export function RowsControl({ field, id, value, onChange, isDisabled, rowErrors }: RowsControlProps) {
  const today = useToday();
  const box = useRef<HTMLFieldSetElement>(null);
  const columns = field.of ?? [];
  const areRowsFixed = columns.some(({ isFixed }) => isFixed);
  const rows = Array.isArray(value) ? (value as readonly RowValues[]) : [];
  const setCell = (row: RowValues, name: string, cell: FieldValue) =>
    onChange(rows.map((other) => (other === row ? withCell(row, name, cell as RowValues[string]) : other)));

  const add = () => {
    flushSync(() => onChange([...rows, Object.fromEntries(columns.map(({ name }) => [name, null]))]));
    box.current?.querySelector<HTMLElement>('tbody tr:last-child :is(input, textarea)')?.focus();
  };
  const remove = (row: RowValues, button: HTMLElement) => {
    const line = button.closest('tr');
    const beside = line?.nextElementSibling ?? line?.previousElementSibling;
    const next =
      beside?.querySelector('.rows-control-remove') ?? box.current?.querySelector('.rows-control-add');
    if (next instanceof HTMLElement) next.focus();
    onChange(rows.filter((other) => other !== row));
  };
  const paste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain');
    if (isDisabled || areRowsFixed || !/[\t\n]/.test(text.trimEnd())) return;
    event.preventDefault();
    const kept = rows.filter((row) => Object.values(row).some((cell) => cell !== null && cell !== ''));
    onChange([...kept, ...pasteRows(text, columns, today)]);
  };

  return (
    <fieldset ref={box} className="rows-control bare-group" id={id} onPaste={paste} aria-label={field.label}>
      {rows.length > 0 ? (
        <table>
          <thead>
            <tr>
              {areRowsFixed ? null : <th className="rows-control-index">序号</th>}
              {columns.map((column) => (
                <th key={column.name}>
                  {column.label}
                  {column.isRequired && !column.isFixed ? <span className="field-required">*</span> : null}
                </th>
              ))}
              {areRowsFixed ? null : (
                <th>
                  <span className="visually-hidden">操作</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {placed(rows).map(({ item: row, place }) => (
              <RowsRow
                key={rowKey(row)}
                id={id}
                place={place}
                row={row}
                columns={columns}
                errors={rowErrors}
                isDisabled={isDisabled}
                onCell={(name, cell) => setCell(row, name, cell)}
                foot={
                  areRowsFixed ? null : (
                    <td>
                      <Button
                        type="text"
                        className="rows-control-remove"
                        icon={<DeleteOutlined />}
                        disabled={isDisabled}
                        aria-label={`删除第${place + 1}行`}
                        onClick={(event) => remove(row, event.currentTarget)}
                      />
                    </td>
                  )
                }
              />
            ))}
          </tbody>
        </table>
      ) : null}
      {areRowsFixed ? null : (
        <div className="rows-control-foot">
          <Button className="rows-control-add" icon={<PlusOutlined />} disabled={isDisabled} onClick={add}>
            添加一行
          </Button>
          <span className="field-help">可从 Excel 复制多行，点选表格或此按钮后按 Ctrl+V 粘贴。</span>
        </div>
      )}
    </fieldset>
  );
}
