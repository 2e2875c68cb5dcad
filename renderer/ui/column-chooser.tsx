import { SettingOutlined } from '@ant-design/icons';
import { Button, Checkbox, Popover } from 'antd';
import { useState } from 'react';
import { useWindowWidth } from '../lib/use-window-width';
import type { Column } from './data-table';

/** Which columns a list shows: by the width of the window until they are chosen. Holds column names only. */
export function useColumnChoice<Row>(list: string, columns: readonly Column<Row>[]) {
  const key = `columns.${list}`;
  const width = useWindowWidth();
  const [chosen, setChosen] = useState(() => localStorage.getItem(key));
  const hidden =
    chosen?.split(',') ??
    columns.filter(({ spareBelow = 0 }) => width < spareBelow).map((column) => column.key);
  const choose = (next: readonly string[]) => {
    setChosen(next.join(','));
    localStorage.setItem(key, next.join(','));
  };
  const shown = columns
    .filter((column) => !hidden.includes(column.key))
    .map((column): Column<Row> => ({ ...column, spareBelow: 0 }));
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
