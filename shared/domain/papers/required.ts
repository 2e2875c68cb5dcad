import type { Field, FieldValues } from '../kernel/field';
import { isBlank, isShown, missingMessage } from '../kernel/field-check';
import type { Finding } from '../kernel/finding';

/**
 * What is marked as required and was left out: it bars the way on, whether or not it is printed. `found`: what the
 * printed text already complains of, so that one gap is told once.
 */
export function requiredFindings(
  fields: readonly Field[],
  values: FieldValues,
  found: readonly Pick<Finding, 'field' | 'severity'>[],
): Finding[] {
  const told = new Set(
    found.flatMap(({ field, severity }) => (field && severity === 'block' ? [field] : [])),
  );
  return fields
    .filter((field) => field.isRequired === true && isShown(field, values))
    .filter((field) => field.kind !== 'flag' && isBlank(values[field.name]) && !told.has(field.name))
    .map((field) => ({
      severity: 'block',
      code: 'field.required',
      message: missingMessage(field),
      field: field.name,
      excerpt: '',
    }));
}
