import { EVERY_EMPLOYER } from '@shared/contract/employers';
import { Select } from 'antd';
import { useState } from 'react';
import { useChannelQuery } from '../../lib/channel-hooks';
import { useDebounced } from '../../lib/use-debounced';
import { QuickEmployer } from './quick-employer';

type EmployerPickerProps = {
  readonly id: string;
  readonly value: number | null;
  readonly onChange: (id: number | null) => void;
  readonly isDisabled?: boolean;
  readonly isWrong?: boolean;
  readonly describedBy?: string;
};

/** An employer of the register, found by name, pinyin initials or code; a new one can be entered on the spot. */
export function EmployerPicker({
  id,
  value,
  onChange,
  isDisabled,
  isWrong,
  describedBy,
}: EmployerPickerProps) {
  const [typed, setTyped] = useState('');
  const [isOpen, setIsOpen] = useState(false);
  // The name that was typed when 登记新单位 was pressed: closing the list clears the search.
  const [newName, setNewName] = useState<string | null>(null);
  const text = useDebounced(typed.trim());
  const found = useChannelQuery(
    'employers.list',
    { ...EVERY_EMPLOYER, text, offset: 0, limit: 20 },
    { keepPrevious: true },
  );
  const rows = found.data?.rows ?? [];
  const isListed = rows.some((row) => row.id === value);
  const chosen = useChannelQuery(
    'employers.get',
    { id: value ?? 1 },
    { enabled: value !== null && !isListed },
  );
  const options = rows.map((row) => ({ value: row.id, label: row.name, detail: row.uscc || row.town }));
  const current = chosen.data?.employer;
  if (current && current.id === value && !isListed) {
    options.unshift({ value: current.id, label: current.name, detail: current.uscc });
  }

  return (
    <>
      <Select<number>
        id={id}
        value={value}
        open={isOpen}
        onOpenChange={setIsOpen}
        loading={found.isFetching}
        disabled={isDisabled}
        allowClear
        showSearch={{ filterOption: false, onSearch: setTyped }}
        placeholder="输入单位名称、拼音首字母或统一社会信用代码"
        status={isWrong ? 'error' : undefined}
        aria-invalid={isWrong || undefined}
        aria-describedby={describedBy}
        options={options}
        optionRender={({ data }) => (
          <span className="option-with-detail">
            <span>{data.label}</span>
            <span className="option-detail">{data.detail}</span>
          </span>
        )}
        notFoundContent={text ? '没有找到该单位，可点下方“登记新单位”' : '请输入名称查找'}
        popupRender={(list) => (
          <>
            {list}
            <button
              type="button"
              className="option-add"
              onMouseDown={keepFocus}
              onClick={() => {
                setIsOpen(false);
                setNewName(text);
              }}
            >
              登记新单位{text ? `“${text}”` : ''}
            </button>
          </>
        )}
        onChange={(picked: number | undefined) => onChange(picked ?? null)}
      />
      <QuickEmployer
        isOpen={newName !== null}
        name={newName ?? ''}
        onClose={() => setNewName(null)}
        onSaved={(saved) => {
          setNewName(null);
          onChange(saved);
        }}
      />
    </>
  );
}

const keepFocus = (event: React.MouseEvent) => event.preventDefault();
