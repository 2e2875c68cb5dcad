import { inThread, type StartCarrier } from './carrier';
import { type JobSession, openSession } from './session';

export type { JobSession } from './session';

/**
 * Where a task is done. Most are done in a thread with its own connection, so that the window never freezes. A process of
 * its own is for work that may have to end while SQLite or a disk that does not answer has the word
 * (docs/0005-where-work-runs.md).
 */
export type JobPlace = 'thread' | 'process';

export type Jobs = {
  readonly open: (place?: JobPlace) => JobSession;
  /** A job that may be cancelled by its id while it runs. */
  readonly track: (jobId: string, cancel: () => void) => () => void;
  readonly cancel: (jobId: string) => boolean;
};

/** The program's own, with a way to end all of them: at the lock none keeps the key. */
export function createJobs(
  workerFile: string | URL,
  inProcess: StartCarrier = inThread(workerFile),
): Jobs & { readonly closeAll: () => void } {
  const places: Readonly<Record<JobPlace, StartCarrier>> = {
    thread: inThread(workerFile),
    process: inProcess,
  };
  const running = new Set<JobSession>();
  const open = (place: JobPlace = 'thread') => {
    const opened = openSession(places[place]);
    const session: JobSession = {
      ...opened,
      close: () => {
        running.delete(session);
        return opened.close();
      },
    };
    running.add(session);
    return session;
  };
  const closeAll = () => {
    for (const session of running) void session.close();
  };
  return { open, closeAll, ...createTracker() };
}

export function createTracker(): Pick<Jobs, 'track' | 'cancel'> {
  const running = new Map<string, () => void>();
  return {
    track: (jobId, cancel) => {
      running.set(jobId, cancel);
      return () => running.delete(jobId);
    },
    cancel: (jobId) => {
      running.get(jobId)?.();
      return running.has(jobId);
    },
  };
}
