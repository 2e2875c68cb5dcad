import { type Key, useEffect, useRef, useState } from 'react';
import { useLocation, useNavigationType } from 'react-router';

type Place = { readonly search: string; readonly opened: string | null; readonly scrollTop: number };

/** How each list was last left, by its path. Gone with the window. */
const places = new Map<string, Place>();

/** What scrolls: the page inside the frame. */
const scroller = () => document.getElementById('page');

/** The way back to a list, for `navigate(...wayBack(path))`: the same filter, row and height, not the list anew. */
export const wayBack = (path: string) =>
  [`${path}${places.get(path)?.search ?? ''}`, { state: { isWayBack: true } }] as const;

export type ListPlace = {
  /** Key of the row that was opened last, when the list was come back to. */
  readonly opened: string | null;
  /** To be called before a row is opened. */
  readonly keep: (key: Key) => void;
};

/**
 * Remembers how a list is left and brings it back: the row that was opened is marked and has the keyboard, the page
 * stands as far down as it stood. @param isThere the rows are on the screen
 */
export function useListPlace(isThere: boolean): ListPlace {
  const { pathname, search, state } = useLocation();
  const isBack = useNavigationType() === 'POP' || state?.isWayBack === true;
  const [found] = useState(() => {
    const place = isBack ? places.get(pathname) : undefined;
    return place?.search === search ? place : undefined;
  });
  const isRestored = useRef(false);

  useEffect(() => {
    places.set(pathname, { search, opened: null, scrollTop: 0 });
  }, [pathname, search]);
  useEffect(() => {
    if (!isThere || isRestored.current || found === undefined) return;
    isRestored.current = true;
    const page = scroller();
    page?.scrollTo(0, found.scrollTop);
    page?.querySelector<HTMLElement>(`[data-row-key="${found.opened}"]`)?.focus({ preventScroll: true });
  }, [isThere, found]);

  return {
    opened: found?.search === search ? found.opened : null,
    keep: (key) =>
      places.set(pathname, { search, opened: String(key), scrollTop: scroller()?.scrollTop ?? 0 }),
  };
}
