import { flushDraft } from '@renderer/case-kit/draft-store';
import { useEffect, useRef, useState } from 'react';

const OVERLAYS = [
  '.ant-modal-wrap:not([style*="display: none"])',
  '.ant-drawer-open',
  '.ant-select-dropdown:not(.ant-select-dropdown-hidden)',
  '.ant-popover:not(.ant-popover-hidden)',
  '.ant-dropdown:not(.ant-dropdown-hidden)',
].join(',');

/**
 * Esc leaves the page with the draft kept; an open dialog, list or a half-typed pinyin takes the key for itself.
 * Answers true from the key on, so that the leave guard does not ask.
 */
export function useEscapeToLeave(draftKey: string, leave: () => void): boolean {
  const [isLeaving, setLeaving] = useState(false);
  const go = useRef(leave);
  go.current = leave;

  useEffect(() => {
    // Capture: seen before an overlay closes itself and is no longer there to be found.
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented) return;
      if (document.querySelector(OVERLAYS)) return;
      setLeaving(true);
    };
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, []);

  useEffect(() => {
    if (isLeaving) void flushDraft(draftKey).then(() => go.current());
  }, [isLeaving, draftKey]);
  return isLeaving;
}
