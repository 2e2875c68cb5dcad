import { SettingOutlined } from '@ant-design/icons';
import { Button, Checkbox, Popover } from 'antd';
import { useState } from 'react';
import type { Column } from './data-table';

/** Columns that are spared on narrower windows until they are chosen. */
const WIDE = 1600;

/** Which columns a list shows, remembered on this machine; holds column names only. */
export function useColumnChoice<Row>(
  list: string,
  columns: readonly Column<Row>[],
  spare: readonly string[] = [],
) {
  const key = `columns.${list}`;
  const [hidden, setHidden] = useState<readonly string[]>(
    () => localStorage.getItem(key)?.split(',') ?? (window.innerWidth < WIDE ? spare : []),
  );
  const choose = (next: readonly string[]) => {
    setHidden(next);
    localStorage.setItem(key, next.join(','));
  };
  const shown = columns.filter((column) => !hidden.includes(column.key));
  return { shown: shown.length > 0 ? shown : columns, hidden, choose };
}

type ColumnChooserProps<Row> = {
  readonly columns: readonly Column<Row>[];
  readonly hidden: readonly string[];
  readonly onChange: (hidden: readonly string[]) => void;
};

export function ColumnChooser<Row>({ columns, hidden, onChange }: ColumnChooserProps<Row>) {
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      title="显示的列"
      content={
        <div className="column-chooser">
          {columns.map(({ key, title }) => (
            <Checkbox
              key={key}
              checked={!hidden.includes(key)}
              onChange={({ target }) =>
                onChange(target.checked ? hidden.filter((other) => other !== key) : [...hidden, key])
              }
            >
              {title}
            </Checkbox>
          ))}
        </div>
      }
    >
      <Button icon={<SettingOutlined />}>显示的列</Button>
    </Popover>
  );
}
