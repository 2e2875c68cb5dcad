import { parentPort } from 'node:worker_threads';
import { Refusal } from '@shared/contract/result';
import { createTasks } from './tasks';

/** The other end of session.ts, in a thread or in a process: answers one task at a time, says what went wrong in values. */
type Message = { readonly task: keyof typeof tasks; readonly input: never };

const tasks = createTasks();
if (parentPort) {
  const port = parentPort;
  port.on('message', (message: Message) => answer(message, (reply) => port.postMessage(reply)));
} else {
  const port = process.parentPort;
  port.on('message', ({ data }) => answer(data, (reply) => port.postMessage(reply)));
}

function answer({ task, input }: Message, reply: (message: unknown) => void): void {
  const progress = (phase: string, done: number, total: number) =>
    reply({ type: 'progress', phase, done, total });
  Promise.resolve()
    .then((): unknown => tasks[task](input, progress))
    .then((value) => reply({ type: 'done', value }))
    .catch((error: unknown) => {
      if (error instanceof Refusal) {
        reply({ type: 'refused', refusal: { code: error.code, message: error.message } });
      } else {
        const fault = error instanceof Error ? error : new Error(String(error));
        reply({ type: 'failed', message: fault.message, stack: fault.stack ?? '' });
      }
    });
}
