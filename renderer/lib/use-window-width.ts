import { useSyncExternalStore } from 'react';

const listen = (changed: () => void) => {
  window.addEventListener('resize', changed);
  return () => window.removeEventListener('resize', changed);
};

/** Width of the window in CSS pixels: 125 % and 150 % scaling make it smaller. */
export const useWindowWidth = (): number => useSyncExternalStore(listen, () => window.innerWidth);
