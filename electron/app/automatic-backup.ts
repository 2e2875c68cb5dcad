import { BACKUP_JOB } from '@shared/contract/backup';
import type { Result } from '@shared/contract/result';
import type { BrowserWindow } from 'electron';
import { broadcast } from '../ipc/register';
import type { Jobs } from '../jobs/jobs';

type Call = (channel: unknown, input: unknown) => Promise<Result<unknown>>;

const LOGINS: readonly unknown[] = ['session.unlock', 'session.create', 'session.recover'];
/** A program that does not close is worse than one copy less: the next login makes it. */
const LONGEST_MS = 120_000;

/** At the first login of a day the copy of that day is made; nobody waits for it, and the home page tells how it went. */
export const backUpAfterLogin =
  (call: Call): Call =>
  async (channel, input) => {
    const result = await call(channel, input);
    if (result.ok && LOGINS.includes(channel)) void call('backup.run', { reason: 'daily' });
    return result;
  };

/** Closing waits for one last copy where the office wants it, says so on the page, and never waits for ever. */
export function backUpBeforeClose(window: BrowserWindow, call: Call, jobs: Jobs): void {
  let state: 'open' | 'waiting' | 'done' = 'open';
  window.on('close', (event) => {
    if (state === 'done') return;
    event.preventDefault();
    if (state === 'waiting') return;
    state = 'waiting';
    broadcast({ type: 'closing' });
    const limit = setTimeout(() => jobs.cancel(BACKUP_JOB), LONGEST_MS);
    void call('backup.run', { reason: 'close' }).finally(() => {
      clearTimeout(limit);
      state = 'done';
      if (!window.isDestroyed()) window.close();
    });
  });
}
