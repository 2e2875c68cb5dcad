import type { Output } from '@shared/contract';
import { useState } from 'react';
import { useChannelCommand } from '../../lib/channel-hooks';
import { useToasts } from '../../lib/toasts';

type Made = Output<'backup.run'>;

/** Copies by hand, one at a time. */
export function useBackup() {
  const toasts = useToasts();
  const here = useChannelCommand('backup.run');
  const elsewhere = useChannelCommand('backup.runTo');
  const [made, setMade] = useState<Made>(null);
  const isRunning = here.isRunning || elsewhere.isRunning;
  const run = async (isElsewhere: boolean) => {
    if (isRunning) return;
    setMade(null);
    const result = isElsewhere ? await elsewhere.run({}) : await here.run({ reason: 'hand' });
    if (!result.ok && result.error.code === 'CANCELLED') return toasts.noted(result.error.message);
    if (!result.ok) return toasts.refused(result.error);
    setMade(result.value);
  };
  return { made, isRunning, run };
}
