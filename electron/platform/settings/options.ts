import type { Option } from '@shared/domain/kernel/field';
import type { Resources } from '../resources/resources';

/** Option lists of the catalogues by name, for pickers and filters. */
export function publicOptions({ catalogue }: Pick<Resources, 'catalogue'>): Record<string, Option[]> {
  const lists: Record<string, Option[]> = {};
  for (const [name, list] of Object.entries(catalogue.options)) {
    lists[name] = list.items.map((item) => ({ value: item.code, label: item.label }));
  }
  lists.departments = catalogue.departments.departments.map(({ code, label }) => ({ value: code, label }));
  lists.violations = catalogue.violations.types.map(({ code, name }) => ({
    value: code,
    label: `${code} ${name}`,
  }));
  lists.numbering = catalogue.numbering.patterns.map(({ key, label }) => ({ value: key, label }));
  return lists;
}
