import { onAppEvent } from '@renderer/lib/invoke';
import { useToasts } from '@renderer/lib/toasts';
import type { GivenFacts, OfferedFile } from '@shared/contract/evidence';
import { mayTryAgain } from '@shared/domain/evidence/adding';
import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import { useEvidenceAdd } from './api';

/** A file on its way in. */
export type AddingItem = OfferedFile & {
  readonly state: 'waiting' | 'running' | 'done' | 'refused' | 'cancelled';
  /** Why it was refused, or what the person should know. */
  readonly message: string;
  /** It may be accepted next time; a program never is. */
  readonly isRetryable: boolean;
};

export type Adding = {
  readonly items: readonly AddingItem[];
  readonly isRunning: boolean;
  readonly start: (files: readonly OfferedFile[]) => void;
  readonly retry: (item: AddingItem) => void;
  /** Files that still wait are not begun. */
  readonly drop: (item: AddingItem) => void;
  readonly clear: () => void;
};

const GIVEN_UP = '已取消，没有添加。';

/** Takes files in one after another; what is dropped or pasted meanwhile waits its turn. */
export function useAdding(caseId: number, given: GivenFacts, isOpen: boolean): Adding {
  const [items, setItems] = useState<readonly AddingItem[]>([]);
  const add = useEvidenceAdd();
  const waiting = useRef<(OfferedFile & { readonly given: GivenFacts })[]>([]);
  const isBusy = useRef(false);
  const [isRunning, setRunning] = useState(false);

  const mark = useCallback((token: string, change: Partial<AddingItem>) => {
    setItems((current) => current.map((item) => (item.token === token ? { ...item, ...change } : item)));
  }, []);

  const { run } = add;
  const work = useCallback(async () => {
    if (isBusy.current) return;
    isBusy.current = true;
    setRunning(true);
    for (let next = waiting.current.shift(); next; next = waiting.current.shift()) {
      const { token } = next;
      mark(token, { state: 'running', message: '' });
      const result = await run({ caseId, token, given: next.given });
      if (result.ok) mark(token, { state: 'done', message: result.value.notices.join('') });
      else {
        const { code, message } = result.error;
        const state = code === 'CANCELLED' ? 'cancelled' : 'refused';
        mark(token, {
          state,
          isRetryable: mayTryAgain(code),
          message: state === 'cancelled' ? GIVEN_UP : message,
        });
      }
    }
    isBusy.current = false;
    setRunning(false);
  }, [caseId, run, mark]);

  const start = useCallback(
    (files: readonly OfferedFile[]) => {
      const fresh = files.map((file) => ({
        ...file,
        state: 'waiting' as const,
        message: '',
        isRetryable: true,
      }));
      const tokens = new Set(files.map((file) => file.token));
      setItems((current) => [...current.filter((item) => !tokens.has(item.token)), ...fresh]);
      waiting.current.push(...files.map((file) => ({ ...file, given })));
      void work();
    },
    [given, work],
  );

  const toasts = useToasts();
  const onRefused = useEffectEvent((message: string) => {
    if (isOpen) toasts.refused({ code: 'REFUSED', message });
  });
  const onOffered = useEffectEvent((files: readonly OfferedFile[]) => {
    if (isOpen) start(files);
  });
  useEffect(
    () =>
      onAppEvent((event) => {
        if (event.type === 'offered') onOffered(event.files);
        if (event.type === 'offerRefused') onRefused(event.message);
      }),
    [],
  );

  return {
    items,
    isRunning,
    start,
    retry: (item) => start([item]),
    drop: ({ token }) => {
      waiting.current = waiting.current.filter((file) => file.token !== token);
      mark(token, { state: 'cancelled', message: GIVEN_UP });
    },
    clear: () =>
      setItems((current) => current.filter(({ state }) => state === 'waiting' || state === 'running')),
  };
}
