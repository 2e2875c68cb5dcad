import { Checkbox } from 'antd';
import { describedBy, Labelled } from '../../ui/labelled';
import { BareControl, type ControlProps } from './bare-control';
import { isGroupChoice } from './choice-control';
import { RowsControl } from './rows-control';

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
      {field.kind === 'rows' ? <RowsControl {...props} /> : <BareControl {...props} />}
    </Labelled>
  );
}
