import type { CivilDate } from '@shared/domain/kernel/civil-date';
import type { Field, FieldValue, FieldValues } from '@shared/domain/kernel/field';

/** Something plausible for every required field the test does not care about. */
export function filled(
  fields: readonly Field[],
  initial: FieldValues,
  over: FieldValues,
  today: CivilDate,
): FieldValues {
  const values: Record<string, FieldValue> = { ...initial, ...over };
  for (const field of fields) {
    if (!field.isRequired || !isEmpty(values[field.name])) continue;
    values[field.name] = anyValue(field, today);
  }
  return values;
}

const isEmpty = (value: FieldValue | undefined): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

function anyValue(field: Field, today: CivilDate): FieldValue {
  const first = field.options?.[0]?.value ?? 'x';
  switch (field.kind) {
    case 'date':
      return today;
    case 'time':
      return '09:00';
    case 'count':
    case 'money':
    case 'employer':
    case 'supervisor':
    case 'leader':
      return 1;
    case 'flag':
      return true;
    case 'select':
      return first;
    case 'multiSelect':
      return [first];
    case 'rows':
      return [];
    default:
      return '文字';
  }
}
