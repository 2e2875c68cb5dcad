import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import type { FieldValue } from '@shared/domain/kernel/field';
import { Button } from 'antd';
import type { ClipboardEvent } from 'react';
import { useToday } from '../../lib/session';
import { BareControl, type ControlProps } from './bare-control';
import { pasteRows, type RowValues } from './paste-rows';

type RowsControlProps = ControlProps & {
  /** By `row.column`. */
  readonly rowErrors?: ReadonlyMap<string, string>;
};

/** A small table of sub-fields. Several cells copied from Excel and pasted anywhere in it become rows. */
export function RowsControl({ field, id, value, onChange, isDisabled, rowErrors }: RowsControlProps) {
  const today = useToday();
  const columns = field.of ?? [];
  const rows = Array.isArray(value) ? (value as readonly RowValues[]) : [];
  const setCell = (index: number, name: string, cell: FieldValue) =>
    onChange(rows.map((row, at) => (at === index ? { ...row, [name]: cell as RowValues[string] } : row)));

  const paste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain');
    if (isDisabled || !/[\t\n]/.test(text.trimEnd())) return;
    event.preventDefault();
    const kept = rows.filter((row) => Object.values(row).some((cell) => cell !== null && cell !== ''));
    onChange([...kept, ...pasteRows(text, columns, today)]);
  };

  return (
    <fieldset className="rows-control bare-group" id={id} onPaste={paste} aria-label={field.label}>
      {rows.length > 0 ? (
        <table>
          <thead>
            <tr>
              <th className="rows-control-index">序号</th>
              {columns.map((column) => (
                <th key={column.name}>
                  {column.label}
                  {column.isRequired ? <span className="field-required">*</span> : null}
                </th>
              ))}
              <th>
                <span className="visually-hidden">操作</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place
              <tr key={index}>
                <td className="rows-control-index">{index + 1}</td>
                {columns.map((column) => {
                  const error = rowErrors?.get(`${index}.${column.name}`);
                  const cellId = `${id}-${index}-${column.name}`;
                  return (
                    <td key={column.name} title={error} className={`rows-control-${column.kind}`}>
                      <label className="visually-hidden" htmlFor={cellId}>
                        {`第${index + 1}行${column.label}`}
                      </label>
                      <BareControl
                        field={column}
                        id={cellId}
                        value={row[column.name]}
                        error={error}
                        isDisabled={isDisabled}
                        onChange={(cell) => setCell(index, column.name, cell)}
                      />
                      {error ? <div className="field-error">{error}</div> : null}
                    </td>
                  );
                })}
                <td>
                  <Button
                    type="text"
                    icon={<DeleteOutlined />}
                    disabled={isDisabled}
                    aria-label={`删除第${index + 1}行`}
                    onClick={() => onChange(rows.filter((_, at) => at !== index))}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      <div className="rows-control-foot">
        <Button
          icon={<PlusOutlined />}
          disabled={isDisabled}
          onClick={() => onChange([...rows, Object.fromEntries(columns.map(({ name }) => [name, null]))])}
        >
          添加一行
        </Button>
        <span className="field-help">可从 Excel 复制多行，点选表格或此按钮后按 Ctrl+V 粘贴。</span>
      </div>
    </fieldset>
  );
}
