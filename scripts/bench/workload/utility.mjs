import { createTasks } from '../../../electron/jobs/tasks';

/** electron/jobs/worker.ts as a utility process. */
const tasks = createTasks();
process.parentPort.on('message', ({ data: { task, input } }) => {
  const progress = (phase, done, total) =>
    process.parentPort.postMessage({ type: 'progress', phase, done, total });
  Promise.resolve()
    .then(() => tasks[task](input, progress))
    .then((value) => process.parentPort.postMessage({ type: 'done', value }))
    .catch((error) => process.parentPort.postMessage({ type: 'failed', message: error.stack }));
});
