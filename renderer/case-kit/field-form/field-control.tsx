import type { Field, FieldValue } from '@shared/domain/kernel/field';
import { Checkbox, Input, InputNumber } from 'antd';
import { DateInput } from '../../ui/date-input';
import { describedBy, Labelled } from '../../ui/labelled';
import { MoneyInput } from '../../ui/money-input';
import { TimeInput } from '../../ui/time-input';
import { UsccInput } from '../../ui/uscc-input';
import { ChoiceControl, isGroupChoice, ManyChoiceControl } from './choice-control';
import { DocumentPicker } from './document-picker';
import { EmployerPicker } from './employer-picker';
import { LeaderPicker, SupervisorPicker } from './people-pickers';
import { RowsControl } from './rows-control';
import { ViolationsPicker } from './violations-picker';

export type ControlProps = {
  readonly field: Field;
  readonly id: string;
  readonly value: FieldValue | undefined;
  readonly onChange: (value: FieldValue) => void;
  readonly error?: string;
  readonly isDisabled?: boolean;
};

/** A field with its label, help and error. */
export function FieldControl(props: ControlProps & { readonly rowErrors?: ReadonlyMap<string, string> }) {
  const { field, id, value, onChange, error, isDisabled } = props;
  if (field.kind === 'flag') {
    return (
      <div className={error ? 'field field-wrong' : 'field'}>
        <Checkbox
          id={id}
          checked={value === true}
          disabled={isDisabled}
          aria-describedby={describedBy(id, Boolean(field.help), Boolean(error))}
          onChange={(event) => onChange(event.target.checked)}
        >
          {field.label}
        </Checkbox>
        {error ? (
          <div className="field-error" id={`${id}-error`} role="alert">
            {error}
          </div>
        ) : null}
        {field.help ? (
          <div className="field-help" id={`${id}-help`}>
            {field.help}
          </div>
        ) : null}
      </div>
    );
  }
  return (
    <Labelled
      htmlFor={id}
      label={field.label}
      isRequired={field.isRequired}
      help={field.help}
      error={error}
      isGroup={isGroupChoice(field)}
    >
      <BareControl {...props} />
    </Labelled>
  );
}

/** The control alone, as cells of a rows table need it. */
export function BareControl(props: ControlProps & { readonly rowErrors?: ReadonlyMap<string, string> }) {
  const { field, id, value, onChange, error, isDisabled } = props;
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
    case 'rows':
      return <RowsControl {...props} />;
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
