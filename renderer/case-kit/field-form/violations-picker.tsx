import { Select } from 'antd';
import { useMemo } from 'react';
import { useChannelQuery } from '../../lib/channel-hooks';

type ViolationsPickerProps = {
  readonly id: string;
  readonly value: readonly string[];
  readonly onChange: (codes: readonly string[]) => void;
  readonly isDisabled?: boolean;
  readonly isWrong?: boolean;
  readonly describedBy?: string;
};

/** Violations of the catalogue, under their groups, found by any part of the name. */
export function ViolationsPicker({
  id,
  value,
  onChange,
  isDisabled,
  isWrong,
  describedBy,
}: ViolationsPickerProps) {
  const { data = [], isLoading } = useChannelQuery('catalogue.violations', {}, { staleTime: 60_000 });
  const options = useMemo(() => {
    const groups = [...new Set(data.map(({ group }) => group))];
    return groups.map((group) => ({
      label: group,
      options: data
        .filter((violation) => violation.group === group)
        .map(({ code, name }) => ({ value: code, label: name })),
    }));
  }, [data]);
  return (
    <Select
      id={id}
      mode="multiple"
      value={[...value]}
      loading={isLoading}
      disabled={isDisabled}
      showSearch={{ optionFilterProp: 'label' }}
      placeholder="输入违法类型中的字查找，如 加班"
      notFoundContent="没有相符的违法类型"
      status={isWrong ? 'error' : undefined}
      aria-invalid={isWrong || undefined}
      aria-describedby={describedBy}
      options={options}
      onChange={(codes: string[]) => onChange(codes)}
    />
  );
}
