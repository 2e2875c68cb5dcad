import { rmdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { BACKUP_JOB } from '@shared/contract/backup';
import { Refusal } from '@shared/contract/result';
import type { JobContext } from '../../ipc/context';
import { discardSoon } from './disk';
import { DATABASE, rootIn } from './layout';
import { CHANGED, type MadeSet, type MakeInput, PHASES } from './make-set';

/** Copies without holding anybody off; after so many that were overtaken by a save, one for which the others wait. */
const FREE_TRIES = 3;
const LOOK_EVERY_MS = 200;

/** Makes a set in a process of its own: stopped in the middle of the copy it ends at once, and nothing half is left. */
export async function makeInProcess(ctx: JobContext, input: MakeInput): Promise<MadeSet> {
  const worker = ctx.jobs.open('process');
  let isStopped = false;
  const untrack = ctx.jobs.track(BACKUP_JOB, () => {
    isStopped = true;
    void worker.close();
  });
  const report = (phase: string, done: number, total: number) =>
    ctx.ports.progress({ jobId: BACKUP_JOB, phase, done, total });
  const growth = watchGrowth(join(input.unfinished, DATABASE), report);
  const make = () =>
    worker.call('backup.make', input, (phase, done, total) => {
      growth.follow(phase === PHASES.copy ? total : null);
      // Only renames are left: stopped among them it would be half done.
      if (phase === PHASES.last) untrack();
      report(phase, done, total);
    });
  try {
    for (let attempt = 0; attempt < FREE_TRIES; attempt += 1) {
      const made = await make();
      if (made !== CHANGED) return made;
    }
    const made = await ctx.exclusive(make);
    if (made !== CHANGED) return made;
    throw new Refusal('BUSY', '资料正被另一个程序修改，没有完成备份。请稍后再试。');
  } catch (error) {
    if (!isStopped) throw error;
    await worker.close();
    throw stopped(await discardUnfinished(input));
  } finally {
    growth.end();
    untrack();
    await worker.close();
    // A process that was ended in the middle cannot tidy up after itself.
    await discardUnfinished(input);
  }
}

/** The folder of sets goes with it when this would have been the first. @returns whether nothing is left */
async function discardUnfinished({ folder, unfinished }: MakeInput): Promise<boolean> {
  const isGone = await discardSoon(unfinished);
  // Never more than an empty folder.
  if (isGone) await rmdir(rootIn(folder)).catch(() => undefined);
  return isGone;
}

/** SQLite reports nothing while it copies: the size of what stands on the disk tells how far it is. */
function watchGrowth(file: string, report: (phase: string, done: number, total: number) => void) {
  let total: number | null = null;
  const timer = setInterval(() => {
    void stat(file).then(
      ({ size }) => {
        if (total !== null) report(PHASES.copy, Math.min(total, Math.floor(size / 1e6)), total);
      },
      // Not written yet, or a stick that is gone: then the copy says so.
      () => undefined,
    );
  }, LOOK_EVERY_MS);
  return {
    follow: (megabytes: number | null) => {
      total = megabytes;
    },
    end: () => clearInterval(timer),
  };
}

const stopped = (isClean: boolean) =>
  new Refusal(
    'CANCELLED',
    isClean
      ? '备份已停止。没有写完的部分已清除，以前的备份都还在。'
      : '备份已停止，以前的备份都还在。目标磁盘没有应答，没有写完的部分下次备份时清除。',
  );
