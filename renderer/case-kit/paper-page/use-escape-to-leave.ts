import { flushDraft } from '@renderer/case-kit/draft-store';
import { useLeaveShortcut } from '@renderer/lib/shortcuts';
import { useEffect, useRef, useState } from 'react';

/** Esc leaves the page with the draft kept. Answers true from the key on, so that the leave guard does not ask. */
export function useEscapeToLeave(draftKey: string, leave: () => void): boolean {
  const [isLeaving, setLeaving] = useState(false);
  const go = useRef(leave);
  go.current = leave;
  useLeaveShortcut(() => setLeaving(true));
  useEffect(() => {
    if (isLeaving) void flushDraft(draftKey).then(() => go.current());
  }, [isLeaving, draftKey]);
  return isLeaving;
}
