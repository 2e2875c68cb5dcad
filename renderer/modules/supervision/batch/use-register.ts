import { useChannelQuery } from '@renderer/lib/channel-hooks';
import { invoke } from '@renderer/lib/invoke';
import { useDebounced } from '@renderer/lib/use-debounced';
import type { EmployerRow } from '@shared/contract/employers';
import { ok, type Result } from '@shared/contract/result';
import { useState } from 'react';
import { type Match, MOST_LETTERS, matchEntry } from './selection';

export type RegisterFilter = { readonly text: string; readonly town: string; readonly industry: string };
export const NO_FILTER: RegisterFilter = { text: '', town: '', industry: '' };
export const PAGE_SIZE = 50;

const LARGEST_PAGE = 200;

const question = (filter: RegisterFilter, offset: number, limit: number) => ({
  ...filter,
  sort: 'name' as const,
  isDescending: false,
  isDeleted: false,
  offset,
  limit,
});

/** One page of the register under the present filter. */
export function useRegister() {
  const [filter, setFilterState] = useState<RegisterFilter>(NO_FILTER);
  const [page, setPage] = useState(1);
  const text = useDebounced(filter.text, 250);
  const query = useChannelQuery(
    'employers.list',
    question({ ...filter, text }, (page - 1) * PAGE_SIZE, PAGE_SIZE),
    { keepPrevious: true },
  );
  const setFilter = (next: RegisterFilter) => {
    setFilterState(next);
    setPage(1);
  };
  return { filter, setFilter, page, setPage, query };
}

/** All employers the filter finds, read page by page, at most one batch. */
export async function allOfFilter(filter: RegisterFilter): Promise<Result<EmployerRow[]>> {
  const found: EmployerRow[] = [];
  while (found.length < MOST_LETTERS) {
    const result = await invoke('employers.list', question(filter, found.length, LARGEST_PAGE));
    if (!result.ok) return result;
    found.push(...result.value.rows);
    if (result.value.rows.length < LARGEST_PAGE) break;
  }
  return ok(found.slice(0, MOST_LETTERS));
}

/** Looks up each pasted name or credit code in the register. */
export async function lookUp(
  entries: readonly string[],
  onProgress: (done: number) => void,
): Promise<Result<Match[]>> {
  const matches: Match[] = [];
  for (const entry of entries) {
    const result = await invoke(
      'employers.list',
      question({ ...NO_FILTER, text: entry.slice(0, 200) }, 0, 20),
    );
    if (!result.ok) return result;
    matches.push(matchEntry(entry, result.value.rows));
    onProgress(matches.length);
  }
  return ok(matches);
}
