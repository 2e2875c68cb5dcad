import type { Field } from '@shared/domain/kernel/field';
import { Checkbox, Radio, Select } from 'antd';

type CommonProps = {
  readonly id: string;
  readonly field: Field;
  readonly isDisabled?: boolean;
  readonly isWrong?: boolean;
  readonly describedBy?: string;
};

const MOST_RADIOS = 4;
const MOST_BOXES = 8;
const LONGEST_LINE = 28;

const hasFew = (field: Field, most: number) => {
  const options = field.options ?? [];
  const length = options.reduce((sum, { label }) => sum + label.length, 0);
  return (
    options.length > 0 && options.length <= most && length <= LONGEST_LINE * (most === MOST_BOXES ? 3 : 1)
  );
};

/** Few short options are all in sight as radios or boxes; more are a list. */
export const isGroupChoice = (field: Field): boolean =>
  (field.kind === 'select' && hasFew(field, MOST_RADIOS)) ||
  (field.kind === 'multiSelect' && hasFew(field, MOST_BOXES));

const searchable = { optionFilterProp: 'label' as const };

/** One of the options. */
export function ChoiceControl({
  id,
  field,
  value,
  onChange,
  isDisabled,
  isWrong,
  describedBy,
}: CommonProps & { readonly value: string | null; readonly onChange: (value: string | null) => void }) {
  const options = [...(field.options ?? [])];
  if (isGroupChoice(field)) {
    return (
      <Radio.Group
        id={id}
        name={id}
        value={value}
        options={options}
        disabled={isDisabled}
        aria-labelledby={`${id}-label`}
        onChange={(event) => onChange(event.target.value as string)}
      />
    );
  }
  return (
    <Select
      id={id}
      value={value}
      options={options}
      disabled={isDisabled}
      allowClear={!field.isRequired}
      showSearch={options.length > MOST_BOXES ? searchable : false}
      placeholder={field.placeholder ?? '请选择'}
      status={isWrong ? 'error' : undefined}
      aria-invalid={isWrong || undefined}
      aria-describedby={describedBy}
      onChange={(chosen: string | undefined) => onChange(chosen ?? null)}
    />
  );
}

/** Any number of the options. */
export function ManyChoiceControl({
  id,
  field,
  value,
  onChange,
  isDisabled,
  isWrong,
  describedBy,
}: CommonProps & {
  readonly value: readonly string[];
  readonly onChange: (value: readonly string[]) => void;
}) {
  const options = [...(field.options ?? [])];
  if (isGroupChoice(field)) {
    return (
      <fieldset id={id} className="bare-group" aria-labelledby={`${id}-label`} aria-describedby={describedBy}>
        <Checkbox.Group
          name={id}
          value={[...value]}
          options={options}
          disabled={isDisabled}
          onChange={(chosen) => onChange(chosen as string[])}
        />
      </fieldset>
    );
  }
  return (
    <Select
      id={id}
      mode="multiple"
      value={[...value]}
      options={options}
      disabled={isDisabled}
      showSearch={searchable}
      placeholder={field.placeholder ?? '可选多项'}
      status={isWrong ? 'error' : undefined}
      aria-invalid={isWrong || undefined}
      aria-describedby={describedBy}
      onChange={(chosen: string[]) => onChange(chosen)}
    />
  );
}
