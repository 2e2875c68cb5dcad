import { Worker } from 'node:worker_threads';
import { type ErrorCode, Refusal } from '@shared/contract/result';
import type { TaskInput, TaskName, TaskOutput } from './tasks';

/**
 * Long work runs in a short-lived worker thread with its own connection, so that the window never freezes
 * (docs/0005-where-work-runs.md). A bench session answers tasks one after another and keeps state between them.
 */
export type JobSession = {
  readonly call: <K extends TaskName>(
    task: K,
    input: TaskInput<K>,
    onProgress?: (phase: string, done: number, total: number) => void,
  ) => Promise<TaskOutput<K>>;
  /** Ends the thread at once; an open transaction is rolled back with it. */
  readonly close: () => Promise<void>;
};

export type Jobs = {
  readonly open: () => JobSession;
  /** A job that may be cancelled by its id while it runs. */
  readonly track: (jobId: string, cancel: () => void) => () => void;
  readonly cancel: (jobId: string) => boolean;
};

type Reply =
  | { type: 'progress'; phase: string; done: number; total: number }
  | { type: 'done'; value: unknown }
  | { type: 'refused'; refusal: { code: ErrorCode; message: string } }
  | { type: 'failed'; message: string; stack: string };

/** The program's own, with a way to end every thread: at the lock none keeps the key. */
export function createJobs(workerFile: string | URL): Jobs & { readonly closeAll: () => void } {
  const running = new Set<JobSession>();
  const open = () => {
    const worker = openWorker(workerFile);
    const session: JobSession = {
      ...worker,
      close: () => {
        running.delete(session);
        return worker.close();
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

function openWorker(workerFile: string | URL): JobSession {
  const worker = new Worker(workerFile);
  let waiting: Promise<unknown> = Promise.resolve();
  let hasEnded = false;
  worker.on('exit', () => {
    hasEnded = true;
  });
  // Between two calls nobody else listens, and an error nobody listens to would end the program.
  worker.on('error', () => undefined);
  const cancelled = () => new Refusal('CANCELLED', '操作已取消，数据没有改变。');
  const call: JobSession['call'] = (task, input, onProgress) => {
    const result = waiting.then(
      () =>
        new Promise<TaskOutput<typeof task>>((resolve, reject) => {
          // A thread that is gone answers nothing: whoever waited for it would wait for ever.
          if (hasEnded) {
            reject(cancelled());
            return;
          }
          const settle = (finish: () => void) => {
            worker.off('message', onMessage);
            worker.off('error', onError);
            worker.off('exit', onExit);
            finish();
          };
          const onMessage = (reply: Reply) => {
            if (reply.type === 'progress') onProgress?.(reply.phase, reply.done, reply.total);
            else if (reply.type === 'done') settle(() => resolve(reply.value as TaskOutput<typeof task>));
            else if (reply.type === 'refused')
              settle(() => reject(new Refusal(reply.refusal.code, reply.refusal.message)));
            else settle(() => reject(Object.assign(new Error(reply.message), { stack: reply.stack })));
          };
          const onError = (error: Error) => settle(() => reject(error));
          const onExit = () => settle(() => reject(cancelled()));
          worker.on('message', onMessage);
          worker.on('error', onError);
          worker.on('exit', onExit);
          worker.postMessage({ task, input });
        }),
    );
    waiting = result.catch(() => undefined);
    return result;
  };
  return {
    call,
    close: async () => {
      await worker.terminate();
    },
  };
}
