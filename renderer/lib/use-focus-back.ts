import { useEffect, useState } from 'react';

/** When what is drawn over the page goes, the keyboard goes back to where it was, or into the page if that is gone. */
export function useFocusBack(): void {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (document.activeElement !== document.body) return;
      const target =
        before?.isConnected && before !== document.body ? before : document.getElementById('page');
      if (target instanceof HTMLElement) target.focus({ preventScroll: true });
    },
    [before],
  );
}
