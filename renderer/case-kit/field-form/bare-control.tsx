import type { Field, FieldValue } from '@shared/domain/kernel/field';
import { Checkbox, Input, InputNumber } from 'antd';
import { DateInput } from '../../ui/date-input';
import { describedBy } from '../../ui/labelled';
import { MoneyInput } from '../../ui/money-input';
import { TimeInput } from '../../ui/time-input';
import { UsccInput } from '../../ui/uscc-input';
import { ChoiceControl, ManyChoiceControl } from './choice-control';
import { DocumentPicker } from './document-picker';
import { EmployerPicker } from './employer-picker';
import { LeaderPicker, SupervisorPicker } from './people-pickers';
import { ViolationsPicker } from './violations-picker';

export type ControlProps = {
  readonly field: Field;
  readonly id: string;
  readonly value: FieldValue | undefined;
  readonly onChange: (value: FieldValue) => void;
  readonly error?: string;
  readonly isDisabled?: boolean;
};

/** The control of one value, as cells of a rows table need it too. */
export function BareControl({ field, id, value, onChange, error, isDisabled }: ControlProps) {
  const text = typeof value === 'string' ? value : '';
  const number = typeof value === 'number' ? value : null;
  const list = Array.isArray(value) ? (value as readonly string[]) : [];
  const common = {
    id,
    isDisabled,
    isWrong: Boolean(error),
    describedBy: describedBy(id, Boolean(field.help), Boolean(error)),
  };
  // No maxLength: it would cut what is pasted without a word; the check says how long a text may be.
  const plain = {
    id,
    disabled: isDisabled,
    status: error ? ('error' as const) : undefined,
    'aria-invalid': error ? true : undefined,
    'aria-required': field.isRequired || undefined,
    'aria-describedby': common.describedBy,
    placeholder: field.placeholder,
    autoComplete: 'off',
  };
  switch (field.kind) {
    case 'longText':
      return (
        <Input.TextArea
          {...plain}
          value={text}
          autoSize={{ minRows: 3, maxRows: 14 }}
          onChange={(event) => onChange(event.target.value)}
        />
      );
    case 'date':
      return <DateInput {...common} value={text || null} onChange={onChange} />;
    case 'time':
      return <TimeInput {...common} value={text || null} onChange={onChange} />;
    case 'count':
      return (
        <InputNumber<number>
          {...plain}
          className="count-input"
          value={number}
          min={0}
          max={99_999_999}
          precision={0}
          controls={false}
          onChange={onChange}
        />
      );
    case 'money':
      return <MoneyInput {...common} value={number} onChange={onChange} />;
    case 'select':
      return <ChoiceControl {...common} field={field} value={text || null} onChange={onChange} />;
    case 'multiSelect':
      return <ManyChoiceControl {...common} field={field} value={list} onChange={onChange} />;
    case 'flag':
      return (
        <Checkbox
          id={id}
          aria-label={field.label}
          checked={value === true}
          disabled={isDisabled}
          onChange={(event) => onChange(event.target.checked)}
        />
      );
    case 'uscc':
    case 'idNumber':
      return <UsccInput {...common} value={text} onChange={onChange} />;
    case 'employer':
      return <EmployerPicker {...common} value={number} onChange={onChange} />;
    case 'supervisor':
      return <SupervisorPicker {...common} value={number} onChange={onChange} />;
    case 'leader':
      return <LeaderPicker {...common} value={number} onChange={onChange} />;
    case 'document':
      return <DocumentPicker {...common} value={number} onChange={onChange} />;
    case 'violations':
      return <ViolationsPicker {...common} value={list} onChange={onChange} />;
    default:
      return (
        <Input
          {...plain}
          value={text}
          inputMode={field.kind === 'phone' ? 'tel' : 'text'}
          onChange={(event) => onChange(event.target.value)}
        />
      );
  }
}
