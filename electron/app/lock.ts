import type { AppEvent } from '@shared/contract';
import type { LockReason } from '@shared/contract/session';
import type { CommandQueue } from '../db/unit-of-work';
import type { SessionHolder } from '../platform/accounts/session';

/** How long the page may take to keep what is typed before the lock falls without it. */
const GRACE_MS = 1_500;

type LockParts = {
  readonly holder: SessionHolder;
  readonly queue: CommandQueue;
  readonly broadcast: (event: AppEvent) => void;
};

/**
 * Locks by itself: idle, system lock, an account taken away. The page is told first, keeps its drafts and locks; a page
 * that hangs is not waited for.
 */
export function createLock({ holder, queue, broadcast }: LockParts): (reason: LockReason) => void {
  return (reason) => {
    const session = holder.current();
    if (!session) return;
    holder.expectLock(reason);
    broadcast({ type: 'locking' });
    setTimeout(() => {
      void queue.run(async () => {
        if (holder.current()?.login === session.login) await holder.close();
      });
    }, GRACE_MS);
  };
}
