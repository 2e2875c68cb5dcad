import { Select } from 'antd';
import { useFormSurroundings } from './form-context';

type DocumentPickerProps = {
  readonly id: string;
  readonly value: number | null;
  readonly onChange: (id: number | null) => void;
  readonly isDisabled?: boolean;
  readonly isWrong?: boolean;
  readonly describedBy?: string;
};

/** One of the papers of the case. */
export function DocumentPicker({
  id,
  value,
  onChange,
  isDisabled,
  isWrong,
  describedBy,
}: DocumentPickerProps) {
  const { documents } = useFormSurroundings();
  return (
    <Select<number>
      id={id}
      value={value}
      disabled={isDisabled}
      allowClear
      placeholder="请选择文书"
      notFoundContent="本案还没有文书"
      status={isWrong ? 'error' : undefined}
      aria-invalid={isWrong || undefined}
      aria-describedby={describedBy}
      options={documents.map((paper) => ({
        value: paper.id,
        label: [paper.kindLabel, paper.documentNo || paper.statusLabel, paper.addressee]
          .filter(Boolean)
          .join('　'),
      }))}
      onChange={(chosen: number | undefined) => onChange(chosen ?? null)}
    />
  );
}
