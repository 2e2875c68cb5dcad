import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';

type State = Readonly<Record<string, string>>;
type Part<T extends State> = Partial<Record<keyof T, string>>;

/** What an address says, the defaults where it says nothing. */
export const readState = <T extends State>(search: string, defaults: T): T => {
  const read = new URLSearchParams(search);
  return Object.fromEntries(
    Object.entries(defaults).map(([name, value]) => [name, read.get(name) ?? value]),
  ) as T;
};

/** The address with `part` in it; what is as by default is left out, what is not ours stays. */
export const writeState = <T extends State>(
  search: URLSearchParams,
  part: Part<T>,
  defaults: T,
): URLSearchParams => {
  const next = new URLSearchParams(search);
  for (const [name, value] of Object.entries(part)) {
    if (value === undefined || value === defaults[name]) next.delete(name);
    else next.set(name, value as string);
  }
  return next;
};

/** State of a list in its address, so that coming back finds it as it was left. All values are text. */
export function useUrlState<T extends State>(defaults: T): readonly [T, (part: Part<T>) => void] {
  const [params, setParams] = useSearchParams();
  const key = params.toString();
  const state = useMemo(() => readState(key, defaults), [key, defaults]);
  const set = useCallback(
    (part: Part<T>) => setParams((current) => writeState(current, part, defaults), { replace: true }),
    [setParams, defaults],
  );
  return [state, set];
}
