import { onAppEvent } from '@renderer/lib/invoke';
import type { GivenFacts, OfferedFile } from '@shared/contract/evidence';
import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import { useEvidenceAdd } from './api';

/** A file on its way in. */
export type AddingItem = OfferedFile & {
  readonly state: 'waiting' | 'running' | 'done' | 'refused' | 'cancelled';
  /** Why it was refused, or what the person should know. */
  readonly message: string;
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
        const state = result.error.code === 'CANCELLED' ? 'cancelled' : 'refused';
        mark(token, { state, message: state === 'cancelled' ? '已取消，没有添加。' : result.error.message });
      }
    }
    isBusy.current = false;
    setRunning(false);
  }, [caseId, run, mark]);

  const start = useCallback(
    (files: readonly OfferedFile[]) => {
      const fresh = files.map((file) => ({ ...file, state: 'waiting' as const, message: '' }));
      const tokens = new Set(files.map((file) => file.token));
      setItems((current) => [...current.filter((item) => !tokens.has(item.token)), ...fresh]);
      waiting.current.push(...files.map((file) => ({ ...file, given })));
      void work();
    },
    [given, work],
  );

  const onOffered = useEffectEvent((files: readonly OfferedFile[]) => {
    if (isOpen) start(files);
  });
  useEffect(
    () =>
      onAppEvent((event) => {
        if (event.type === 'offered') onOffered(event.files);
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
      mark(token, { state: 'cancelled', message: '已取消，没有添加。' });
    },
    clear: () =>
      setItems((current) => current.filter(({ state }) => state === 'waiting' || state === 'running')),
  };
}
