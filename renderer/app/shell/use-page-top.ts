import { type RefObject, useLayoutEffect, useRef } from 'react';
import { useLocation } from 'react-router';

/** Another page begins at its top, however far down the last one was read; tabs of one page stay where they are. */
export function usePageTop(page: RefObject<HTMLElement | null>): void {
  const { pathname } = useLocation();
  const shown = useRef(pathname);
  // Before painting, and before the page itself scrolls to what it wants seen.
  useLayoutEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    page.current?.scrollTo(0, 0);
    // What had the keyboard went with the last page: the next Tab goes into this one, not to the top of the window.
    if (document.activeElement === document.body) page.current?.focus({ preventScroll: true });
  }, [pathname, page]);
}
