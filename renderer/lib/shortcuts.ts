import { useEffect, useRef } from 'react';

type Shortcut = 'save' | 'new' | 'leave';

/** Handlers of one key combination, the latest mounted first: a drawer's form stands before the page under it. */
const stacks: Record<Shortcut, (() => void)[]> = { save: [], new: [], leave: [] };

function useStacked(kind: Shortcut, handler: () => void, isActive: boolean): void {
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

/** Esc on a page with a form: leaves it, the draft is kept. Open drawers and dialogs take Esc first. */
export const useLeaveShortcut = (handler: () => void, isActive = true): void =>
  useStacked('leave', handler, isActive);

/** Calls the topmost handler; false when nobody waits for this key. */
export function runShortcut(kind: Shortcut): boolean {
  const handler = stacks[kind][0];
  handler?.();
  return handler !== undefined;
}
