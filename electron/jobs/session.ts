import { Refusal } from '@shared/contract/result';
import type { Reply, StartCarrier } from './carrier';
import { lendKeys } from './lent-keys';
import type { TaskInput, TaskName, TaskOutput } from './tasks';

/** A place that answers tasks one after another and keeps state between them, until it is closed. */
export type JobSession = {
  readonly call: <K extends TaskName>(
    task: K,
    input: TaskInput<K>,
    onProgress?: (phase: string, done: number, total: number) => void,
  ) => Promise<TaskOutput<K>>;
  /** Ends the work at once; an open transaction is rolled back with it. */
  readonly close: () => Promise<void>;
};

type Pending = {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
  readonly onProgress: ((phase: string, done: number, total: number) => void) | undefined;
};

const cancelled = () => new Refusal('CANCELLED', '操作已取消，数据没有改变。');

export function openSession(start: StartCarrier): JobSession {
  let waiting: Promise<unknown> = Promise.resolve();
  let pending: Pending | null = null;
  let hasEnded = false;
  let isClosing = false;
  const settle = (finish: (waiter: Pending) => void) => {
    const waiter = pending;
    pending = null;
    if (waiter) finish(waiter);
  };
  const onReply = (reply: Reply) => {
    if (reply.type === 'progress') pending?.onProgress?.(reply.phase, reply.done, reply.total);
    else if (reply.type === 'done') settle(({ resolve }) => resolve(reply.value));
    else if (reply.type === 'refused')
      settle(({ reject }) => reject(new Refusal(reply.refusal.code, reply.refusal.message)));
    else settle(({ reject }) => reject(Object.assign(new Error(reply.message), { stack: reply.stack })));
  };
  const goneBy = (): Error => (isClosing ? cancelled() : new Error('the worker ended by itself'));
  const carrier = start({
    onReply,
    // Between two calls nobody waits for it, and an error nobody listens to would end the program.
    onError: (error) => settle(({ reject }) => reject(error)),
    onEnd: () => {
      hasEnded = true;
      settle(({ reject }) => reject(goneBy()));
    },
  });
  const call: JobSession['call'] = (task, input, onProgress) => {
    const lent = lendKeys(input);
    const result = waiting.then(
      () =>
        new Promise<TaskOutput<typeof task>>((resolve, reject) => {
          // What is gone answers nothing: whoever waited for it would wait for ever.
          if (hasEnded) {
            reject(goneBy());
            return;
          }
          pending = { resolve: (value) => resolve(value as TaskOutput<typeof task>), reject, onProgress };
          carrier.post({ task, input: lent.input });
        }),
    );
    waiting = result.catch(() => undefined).then(lent.takeBack);
    return result;
  };
  return {
    call,
    close: async () => {
      isClosing = true;
      await carrier.end();
    },
  };
}
