import { parentPort } from 'node:worker_threads';
import { Refusal } from '@shared/contract/result';
import { createTasks } from './tasks';

/** The thread's end of jobs.ts: answers one task at a time, says what went wrong in values. */
const tasks = createTasks();
const port = parentPort;
if (!port) throw new Error('worker.ts runs in a worker thread');

port.on('message', (message: { task: keyof typeof tasks; input: never }) => {
  const progress = (phase: string, done: number, total: number) =>
    port.postMessage({ type: 'progress', phase, done, total });
  Promise.resolve()
    .then((): unknown => tasks[message.task](message.input, progress))
    .then((value) => port.postMessage({ type: 'done', value }))
    .catch((error: unknown) => {
      if (error instanceof Refusal) {
        port.postMessage({ type: 'refused', refusal: { code: error.code, message: error.message } });
      } else {
        const fault = error instanceof Error ? error : new Error(String(error));
        port.postMessage({ type: 'failed', message: fault.message, stack: fault.stack ?? '' });
      }
    });
});
