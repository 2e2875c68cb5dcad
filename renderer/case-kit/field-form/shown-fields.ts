import type { Field, FieldValue, FieldValues } from '@shared/domain/kernel/field';

/** Nothing filled in: null, blank text, no rows. `false` is an answer. */
export const isBlank = (value: FieldValue | undefined): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0);

/** Whether the field's `when` is met. */
export function isShown(field: Field, values: FieldValues): boolean {
  if (!field.when) return true;
  const actual = values[field.when.field];
  return field.when.is.some((wanted) => wanted === (actual ?? (wanted === false ? false : null)));
}

export type FieldGroup = { readonly title: string; readonly fields: readonly Field[] };

/** Fields that are shown, under their headings, in the order of the descriptors. */
export function groupFields(fields: readonly Field[], values: FieldValues): readonly FieldGroup[] {
  const groups: { title: string; fields: Field[] }[] = [];
  for (const field of fields) {
    if (!isShown(field, values)) continue;
    const title = field.group ?? '';
    const group = groups.find((candidate) => candidate.title === title);
    if (group) group.fields.push(field);
    else groups.push({ title, fields: [field] });
  }
  return groups;
}
