import { writeSync } from 'node:fs';
import { createTestOffice, TEST_UNIT, watchedJobs } from '../builders/office';

/**
 * The program's part of the killed rotation: logs in to the office in a folder and changes its data key. It says each task
 * of the worker as it begins, and stands still at the one it was given, so that a kill can be aimed.
 */
const [folder = '', halt = ''] = process.argv.slice(2);
// Lives until it is killed: what comes after is judged from outside.
setInterval(() => undefined, 1000);
const say = (line: string) => writeSync(1, `${line}\n`);
const office = await createTestOffice({
  folder,
  isNew: true,
  jobs: watchedJobs((call) => (task, input, onProgress) => {
    say(task);
    // Never answered.
    if (task === halt) return new Promise(() => undefined);
    return call(task, input, onProgress);
  }),
});
const opened = await office.unlock();
if (!opened.ok) throw new Error(opened.error.message);
say('begins');
await office.must('keys.rotate', { jobId: 'rotate-1', password: TEST_UNIT.password });
