import type { FieldFormState } from '@renderer/case-kit/field-form/field-form-state';
import type { Field } from '@shared/domain/kernel/field';

/** The same form, showing some of its fields only: what stands between its parts is not part of it. */
export function formPart(form: FieldFormState, isOfPart: (field: Field) => boolean): FieldFormState {
  const fields = form.fields.filter(isOfPart);
  const names = new Set(fields.map(({ name }) => name));
  const errors = form.errors.filter(({ field }) => names.has(field.split('.')[0] ?? field));
  return { ...form, fields, errors, message: errors.length > 0 ? form.message : '' };
}

/** Fields from the named one on come after the violations and the complainant. */
export function isFrom(fields: readonly Field[], name: string): (field: Field) => boolean {
  const start = fields.findIndex((field) => field.name === name);
  return (field) => start >= 0 && fields.indexOf(field) >= start;
}
