import { useEffect, useRef } from 'react';

/** Handlers of one key combination, the latest mounted first: a drawer's form stands before the page under it. */
const stacks: Record<'save' | 'new', (() => void)[]> = { save: [], new: [] };

function useStacked(kind: 'save' | 'new', handler: () => void, isActive: boolean): void {
  const latest = useRef(handler);
  latest.current = handler;
  useEffect(() => {
    if (!isActive) return;
    const call = () => latest.current();
    stacks[kind].unshift(call);
    return () => {
      stacks[kind] = stacks[kind].filter((other) => other !== call);
    };
  }, [kind, isActive]);
}

/** Ctrl+S while this component is on screen. */
export const useSaveShortcut = (handler: () => void, isActive = true): void =>
  useStacked('save', handler, isActive);

/** Ctrl+N while this component is on screen. */
export const useNewShortcut = (handler: () => void, isActive = true): void =>
  useStacked('new', handler, isActive);

/** Calls the topmost handler; false when nobody waits for this key. */
export function runShortcut(kind: 'save' | 'new'): boolean {
  const handler = stacks[kind][0];
  handler?.();
  return handler !== undefined;
}
