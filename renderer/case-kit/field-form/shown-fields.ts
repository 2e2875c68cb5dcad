import type { Field, FieldValues } from '@shared/domain/kernel/field';
import { isShown } from '@shared/domain/kernel/field-check';

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
