import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';

/** State of a list in its address, so that coming back finds it as it was left. All values are text. */
export function useUrlState<T extends Readonly<Record<string, string>>>(
  defaults: T,
): readonly [T, (part: Partial<Record<keyof T, string>>) => void] {
  const [params, setParams] = useSearchParams();
  const key = params.toString();
  const state = useMemo(() => {
    const read = new URLSearchParams(key);
    return Object.fromEntries(
      Object.entries(defaults).map(([name, value]) => [name, read.get(name) ?? value]),
    ) as T;
  }, [key, defaults]);
  const set = useCallback(
    (part: Partial<Record<keyof T, string>>) => {
      setParams(
        (current) => {
          const next = new URLSearchParams(current);
          for (const [name, value] of Object.entries(part)) {
            if (value === undefined || value === defaults[name]) next.delete(name);
            else next.set(name, value as string);
          }
          return next;
        },
        { replace: true },
      );
    },
    [setParams, defaults],
  );
  return [state, set];
}
