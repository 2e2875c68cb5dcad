import { useCallback, useEffect, useRef, useState } from 'react';
import { invoke } from '../lib/invoke';
import { dropDraft, flushDraft, keepDraft } from './draft-store';

type DraftOptions<T> = {
  /** Only changed values are kept. */
  readonly isChanged: boolean;
  /** Called once, when something unsaved was found. */
  readonly onRestore: (values: T) => void;
  /** false while the page has not loaded what the form opens with. */
  readonly isReady?: boolean;
};

export type Draft = {
  /** When the restored draft was kept; null when nothing was restored. */
  readonly restoredAt: string | null;
  /** The last attempt to keep the draft failed: the page must say so. */
  readonly isFailing: boolean;
  /** Forgets the draft: after a save, or when the user gives it up. */
  readonly discard: () => Promise<void>;
  readonly dismissNotice: () => void;
};

/** Keeps what is typed on disk within a second and brings it back after a crash, a lock or a leave. */
export function useDraft<T>(key: string, values: T, options: DraftOptions<T>): Draft {
  const { isChanged, isReady = true } = options;
  const [restoredAt, setRestoredAt] = useState<string | null>(null);
  const [isLoaded, setIsLoaded] = useState(false);
  const [isFailing, setIsFailing] = useState(false);
  const isDropped = useRef(false);
  const onRestore = useRef(options.onRestore);
  onRestore.current = options.onRestore;

  useEffect(() => {
    if (!isReady) return;
    let isCurrent = true;
    isDropped.current = false;
    void invoke('drafts.get', { key }).then((result) => {
      if (!isCurrent) return;
      const kept = result.ok ? result.value : null;
      const restored = kept ? readPayload<T>(kept.payload) : null;
      if (kept && restored !== null) {
        onRestore.current(restored);
        setRestoredAt(kept.savedAt);
      }
      setIsLoaded(true);
    });
    return () => {
      isCurrent = false;
      setIsLoaded(false);
      void flushDraft(key);
    };
  }, [key, isReady]);

  const payload = isLoaded && isChanged ? JSON.stringify(values) : null;
  useEffect(() => {
    if (payload === null) return;
    isDropped.current = false;
    keepDraft(key, payload, (isKept) => setIsFailing(!isKept && !isDropped.current));
  }, [key, payload]);

  const discard = useCallback(async () => {
    isDropped.current = true;
    setRestoredAt(null);
    setIsFailing(false);
    await dropDraft(key);
  }, [key]);
  const dismissNotice = useCallback(() => setRestoredAt(null), []);
  return { restoredAt, isFailing, discard, dismissNotice };
}

/** null when the kept text is not ours to read. */
function readPayload<T>(payload: string): T | null {
  try {
    return JSON.parse(payload) as T;
  } catch {
    return null;
  }
}
