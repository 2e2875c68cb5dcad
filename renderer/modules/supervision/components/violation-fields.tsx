import { controlId } from '@renderer/case-kit/field-form/control-id';
import { FieldControl } from '@renderer/case-kit/field-form/field-control';
import type { ViolationRow } from '@shared/contract/settings';
import type { Field, FieldValue, FieldValues } from '@shared/domain/kernel/field';
import { Button } from 'antd';

type Props = {
  readonly idPrefix: string;
  readonly fields: readonly Field[];
  readonly values: FieldValues;
  readonly onChange: (values: FieldValues) => void;
  readonly catalogue: ViolationRow | undefined;
  readonly errorOf?: (field: string) => string | undefined;
};

/** The facts of one suspected violation; the catalogue says what to ask for and to check. */
export function ViolationFields({ idPrefix, fields, values, onChange, catalogue, errorOf }: Props) {
  const set = (name: string, value: FieldValue) => onChange({ ...values, [name]: value });
  return (
    <div className="sup-violation-fields">
      {fields.map((field) => (
        <div key={field.name} className={`sup-violation-${field.name}`}>
          <FieldControl
            field={field}
            id={controlId(idPrefix, field.name)}
            value={values[field.name]}
            error={errorOf?.(field.name)}
            onChange={(value) => set(field.name, value)}
          />
          {field.name === 'evidence' && catalogue && (
            <EvidenceHints
              hints={catalogue.evidence}
              text={typeof values.evidence === 'string' ? values.evidence : ''}
              onAdd={(text) => set('evidence', text)}
            />
          )}
        </div>
      ))}
    </div>
  );
}

type HintProps = {
  readonly hints: readonly string[];
  readonly text: string;
  readonly onAdd: (text: string) => void;
};

/** Kinds of evidence usual for this violation; one click writes it down. */
function EvidenceHints({ hints, text, onAdd }: HintProps) {
  const rest = hints.filter((hint) => !text.includes(hint));
  if (rest.length === 0) return null;
  return (
    <div className="sup-hints">
      <span className="sup-muted">常见证据：</span>
      {rest.map((hint) => (
        <Button
          key={hint}
          size="small"
          type="dashed"
          onClick={() => onAdd(text.trim() === '' ? hint : `${text.trim()}、${hint}`)}
          aria-label={`加入证据：${hint}`}
        >
          ＋{hint}
        </Button>
      ))}
    </div>
  );
}
