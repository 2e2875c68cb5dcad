import type { CaseContext } from './case-context';
import type { ViolationData } from './case-data';
import type { Department } from './catalogue';

/** Departments competent for these items: the first addressees of all items before their second ones. */
export function departmentsFor(items: readonly ViolationData[], ctx: CaseContext): readonly Department[] {
  const lists = items.map(
    (item) => ctx.catalogue.violations.types.find((type) => type.code === item.code)?.departments ?? [],
  );
  const depth = Math.max(0, ...lists.map((list) => list.length));
  const ordered = Array.from({ length: depth }, (_, i) => lists.flatMap((list) => list[i] ?? [])).flat();
  return [...new Set(ordered)].flatMap(
    (code) => ctx.catalogue.departments.departments.find((department) => department.code === code) ?? [],
  );
}
