import type { ViolationRow } from '@shared/contract/settings';
import { Select } from 'antd';
import { useMemo } from 'react';
import { useViolationCatalogue } from '../api';

type Props = {
  readonly onPick: (violation: ViolationRow) => void;
  readonly usedCodes: readonly string[];
  readonly id?: string;
};

/** Picks one of the violation types, by group, found by any part of its name, code or group. */
export function ViolationPicker({ onPick, usedCodes, id }: Props) {
  const catalogue = useViolationCatalogue();
  const options = useMemo(() => grouped(catalogue.data ?? [], usedCodes), [catalogue.data, usedCodes]);
  const total = catalogue.data?.length ?? 0;
  return (
    <Select<string>
      id={id}
      aria-label="添加涉嫌违法类型"
      className="sup-fill"
      showSearch={{ optionFilterProp: 'search' }}
      value={null}
      loading={catalogue.isLoading}
      placeholder={`添加涉嫌违法类型：输入关键词查找（共 ${total} 类），如“加班费”“社会保险”`}
      notFoundContent="没有这个类型。请换一个关键词，例如“工资”“合同”“工时”。"
      listHeight={360}
      options={options}
      onSelect={(code) => {
        const violation = catalogue.data?.find((row) => row.code === code);
        if (violation) onPick(violation);
      }}
    />
  );
}

function grouped(rows: readonly ViolationRow[], usedCodes: readonly string[]) {
  const groups = new Map<string, ViolationRow[]>();
  for (const row of rows) groups.set(row.group, [...(groups.get(row.group) ?? []), row]);
  return [...groups].map(([label, members]) => ({
    label,
    options: members.map((row) => ({
      value: row.code,
      label: `${row.code}　${row.name}`,
      search: `${row.code}${row.name}${row.group}`,
      disabled: usedCodes.includes(row.code),
    })),
  }));
}
