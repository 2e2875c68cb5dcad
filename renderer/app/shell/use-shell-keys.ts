import { type RefObject, useEffect } from 'react';
import { useNavigate } from 'react-router';
import { useSession } from '../../lib/session';
import { runShortcut } from '../../lib/shortcuts';
import { modules } from '../modules';

const OVERLAY =
  '.ant-drawer-open, .ant-modal-wrap:not([style*="display: none"]), .ant-select-open, .ant-popover-open';

/** Ctrl+K search, Ctrl+N new, Ctrl+S save, Ctrl+L lock, Esc leave. */
export function useShellKeys(search: RefObject<HTMLInputElement | null>): void {
  const navigate = useNavigate();
  const { lock } = useSession();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.isComposing || event.altKey) return;
      if (event.key === 'Escape') {
        if (!event.defaultPrevented && !document.querySelector(OVERLAY)) runShortcut('leave');
        return;
      }
      if (!event.ctrlKey && !event.metaKey) return;
      const key = event.key.toLowerCase();
      if (key === 'k') search.current?.select();
      else if (key === 'l') void lock();
      else if (key === 's') {
        // The field that is being typed into hands over its text on blur.
        const active = document.activeElement;
        if (active instanceof HTMLInputElement) {
          active.blur();
          active.focus();
        }
        setTimeout(() => runShortcut('save'));
      } else if (key === 'n') {
        if (!runShortcut('new')) {
          const path = modules.find((module) => module.newPath)?.newPath;
          if (path) void navigate(path);
        }
      } else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [lock, navigate, search]);
}
