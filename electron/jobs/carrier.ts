import { Worker } from 'node:worker_threads';
import type { ErrorCode } from '@shared/contract/result';

/** What the other end says of the task it was given. */
export type Reply =
  | { type: 'progress'; phase: string; done: number; total: number }
  | { type: 'done'; value: unknown }
  | { type: 'refused'; refusal: { code: ErrorCode; message: string } }
  | { type: 'failed'; message: string; stack: string };

type Listeners = {
  readonly onReply: (reply: Reply) => void;
  readonly onError: (error: Error) => void;
  readonly onEnd: () => void;
};

/** A task by name; keys in its input lie in shared memory. */
export type Message = { readonly task: string; readonly input: object };

/** Carries tasks to where they are done, and replies back: a thread, or a process of its own. */
export type Carrier = {
  readonly post: (message: Message) => void;
  readonly end: () => Promise<void>;
};

export type StartCarrier = (listeners: Listeners) => Carrier;

/** Begins at once and shares the program's memory; but SQLite or the disk, once called, has to return before it ends. */
export const inThread =
  (file: string | URL): StartCarrier =>
  ({ onReply, onError, onEnd }) => {
    const worker = new Worker(file);
    worker.on('message', onReply);
    worker.on('error', onError);
    worker.on('exit', onEnd);
    return {
      post: (message) => worker.postMessage(message),
      end: async () => {
        await worker.terminate();
      },
    };
  };
