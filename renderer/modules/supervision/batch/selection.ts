import type { EmployerRow } from '@shared/contract/employers';

/** What is kept of a chosen employer: enough to show the list without asking again. */
export type Chosen = Pick<EmployerRow, 'id' | 'name' | 'uscc' | 'town'>;
export type Selection = ReadonlyMap<number, Chosen>;

export const MOST_LETTERS = 5000;

export function withAll(selection: Selection, employers: readonly EmployerRow[]): Selection {
  const next = new Map(selection);
  for (const { id, name, uscc, town } of employers) next.set(id, { id, name, uscc, town });
  return next;
}

export function without(selection: Selection, ids: readonly number[]): Selection {
  const next = new Map(selection);
  for (const id of ids) next.delete(id);
  return next;
}

/** Names or credit codes from a pasted column: one a line or cell, blanks and doubles dropped. */
export function pastedEntries(text: string): string[] {
  const entries = text
    .split(/[\r\n\t,，;；、]+/)
    .map((entry) => entry.replace(/\s+/g, '').replace(/^["“]|["”]$/g, ''))
    .filter((entry) => entry !== '');
  return [...new Set(entries)];
}

export type Match =
  | { readonly kind: 'found'; readonly entry: string; readonly employer: EmployerRow }
  | { readonly kind: 'several'; readonly entry: string; readonly count: number }
  | { readonly kind: 'none'; readonly entry: string };

/** The one employer of the register that bears this name, former name or credit code. */
export function matchEntry(entry: string, candidates: readonly EmployerRow[]): Match {
  const code = entry.toUpperCase();
  const byCode = candidates.filter((row) => row.uscc !== '' && row.uscc.toUpperCase() === code);
  const byName = candidates.filter((row) => plain(row.name) === plain(entry));
  const exact = byCode.length > 0 ? byCode : byName;
  const [first, ...others] = exact;
  if (first && others.length === 0) return { kind: 'found', entry, employer: first };
  if (first) return { kind: 'several', entry, count: exact.length };
  return { kind: 'none', entry };
}

/** Full-width and half-width brackets read the same. */
const plain = (name: string) => name.replace(/\s+/g, '').replace(/（/g, '(').replace(/）/g, ')');
