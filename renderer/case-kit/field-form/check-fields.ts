import type { FieldError } from '@shared/contract/result';
import { isCivilDate } from '@shared/domain/kernel/civil-date';
import type { Field, FieldValue, FieldValues } from '@shared/domain/kernel/field';
import { isBlank, isShown } from './shown-fields';

/**
 * What the page can say without asking: required fields, dates and times that are none. The service judges the same
 * descriptors again and in full.
 */
export function checkFields(fields: readonly Field[], values: FieldValues): readonly FieldError[] {
  return fields
    .filter((field) => isShown(field, values))
    .flatMap((field) => checkField(field, values[field.name]));
}

function checkField(field: Field, value: FieldValue | undefined): readonly FieldError[] {
  const wrong = (message: string): readonly FieldError[] => [{ field: field.name, message }];
  if (isBlank(value)) return field.isRequired && field.kind !== 'flag' ? wrong(missing(field)) : [];
  if (field.kind === 'date' && !isCivilDate(value as string)) return wrong(`“${field.label}”不是有效日期`);
  if (field.kind === 'time' && !/^\d{2}:\d{2}$/.test(String(value)))
    return wrong(`“${field.label}”不是有效时间，如 09:30`);
  if (field.kind === 'rows' && Array.isArray(value)) {
    return (value as readonly FieldValues[]).flatMap((row, index) =>
      checkFields(field.of ?? [], row).map(({ field: name, message }) => ({
        field: `${field.name}.${index}.${name}`,
        message: `${field.label}第${index + 1}行：${message}`,
      })),
    );
  }
  return [];
}

const CHOSEN: readonly Field['kind'][] = [
  'select',
  'multiSelect',
  'employer',
  'supervisor',
  'leader',
  'document',
  'violations',
];

const missing = (field: Field) => `请${CHOSEN.includes(field.kind) ? '选择' : '填写'}${field.label}`;
