import type { AppError, Result } from '@shared/contract/result';
import { useEffect, useRef, useState } from 'react';
import type { PaperPreview } from './paper-types';

const DEBOUNCE_MS = 250;

type Live = {
  /** The last answer that no later question overtook; null when nothing was asked. */
  readonly preview: PaperPreview | null;
  readonly error: AppError | null;
  readonly isPending: boolean;
};

const NOTHING: Live = { preview: null, error: null, isPending: false };

/**
 * The page as it would print with what is typed now. Asks 250 ms after the last change and drops every answer that a
 * later question overtook. `question` changes exactly when the page may look different; null asks nothing.
 */
export function useLivePreview(question: string | null, ask: () => Promise<Result<PaperPreview>>): Live {
  const [live, setLive] = useState<Live>(NOTHING);
  const askNow = useRef(ask);
  askNow.current = ask;

  useEffect(() => {
    if (question === null) {
      setLive(NOTHING);
      return;
    }
    let isOvertaken = false;
    setLive((before) => ({ ...before, isPending: true }));
    const timer = setTimeout(async () => {
      const result = await askNow.current();
      if (isOvertaken) return;
      setLive((before) =>
        result.ok
          ? { preview: result.value, error: null, isPending: false }
          : { preview: before.preview, error: result.error, isPending: false },
      );
    }, DEBOUNCE_MS);
    return () => {
      isOvertaken = true;
      clearTimeout(timer);
    };
  }, [question]);

  return live;
}
