import type { ChannelName, Input, Output } from '@shared/contract';
import type { AppError, Result } from '@shared/contract/result';
import { keepPreviousData, type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { AppFailure } from './app-failure';
import { refreshAfterCommand } from './invalidation';
import { invoke } from './invoke';

type QueryOptions = {
  /** false: do not ask yet. */
  readonly enabled?: boolean;
  /** Keep showing the former answer while the next one is under way (lists, searches). */
  readonly keepPrevious?: boolean;
  /** Milliseconds during which the answer is not asked again; 0 unless given. */
  readonly staleTime?: number;
};

/** Key of a channel's answer in the query cache. */
export const channelKey = <C extends ChannelName>(channel: C, input: Input<C>) => [channel, input] as const;

/** The answer of a query channel, refreshed when the main process reports a change that concerns it. */
export function useChannelQuery<C extends ChannelName>(
  channel: C,
  input: Input<C>,
  options: QueryOptions = {},
): UseQueryResult<Output<C>, AppFailure> {
  return useQuery<Output<C>, AppFailure>({
    queryKey: channelKey(channel, input),
    queryFn: async () => {
      const result = await invoke(channel, input);
      if (!result.ok) throw new AppFailure(result.error);
      return result.value;
    },
    enabled: options.enabled ?? true,
    staleTime: options.staleTime ?? 0,
    ...(options.keepPrevious ? { placeholderData: keepPreviousData } : {}),
  });
}

export type ChannelCommand<C extends ChannelName> = {
  /** Runs the command and refreshes what it touches. Never throws. */
  readonly run: (input: Input<C>) => Promise<Result<Output<C>>>;
  readonly isRunning: boolean;
  /** Why the last run was refused; null after a success. */
  readonly error: AppError | null;
  readonly clearError: () => void;
};

/** A command or job channel. A second call while the first is running is let through: guard with `isRunning`. */
export function useChannelCommand<C extends ChannelName>(channel: C): ChannelCommand<C> {
  const client = useQueryClient();
  const [runningCount, setRunningCount] = useState(0);
  const [error, setError] = useState<AppError | null>(null);
  const latest = useRef(0);

  const run = useCallback(
    async (input: Input<C>) => {
      latest.current += 1;
      const mine = latest.current;
      setRunningCount((count) => count + 1);
      const result = await invoke(channel, input);
      setRunningCount((count) => count - 1);
      if (mine === latest.current) setError(result.ok ? null : result.error);
      if (result.ok) await refreshAfterCommand(client, channel);
      return result;
    },
    [channel, client],
  );
  const clearError = useCallback(() => setError(null), []);
  return { run, isRunning: runningCount > 0, error, clearError };
}
