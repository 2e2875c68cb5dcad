import type { Field, Option } from '@shared/domain/kernel/field';
import type { Catalogue } from '@shared/domain/supervision/catalogue';
import { CLUE_FIELDS } from '@shared/domain/supervision/fields';

/** Option lists by catalogue name, as the forms use them. */
export function optionLists(catalogue: Catalogue): Record<string, Option[]> {
  const lists: Record<string, Option[]> = {};
  for (const [name, list] of Object.entries(catalogue.options)) {
    lists[name] = list.items.map((item) => ({ value: item.code, label: item.label }));
  }
  lists.departments = catalogue.departments.departments.map(({ code, label }) => ({ value: code, label }));
  lists.violations = catalogue.violations.types.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }));
  lists.numbering = catalogue.numbering.patterns.map(({ key, label }) => ({ value: key, label }));
  return lists;
}

/** Descriptors with the choices of their catalogue filled in. */
export function withOptions(fields: readonly Field[], catalogue: Catalogue): Field[] {
  const lists = optionLists(catalogue);
  const fill = (field: Field): Field => ({
    ...field,
    ...(field.catalogue ? { options: lists[field.catalogue] ?? [] } : {}),
    ...(field.of ? { of: field.of.map(fill) } : {}),
  });
  return fields.map(fill);
}

export const clueFields = (catalogue: Catalogue): Field[] => withOptions(CLUE_FIELDS, catalogue);
