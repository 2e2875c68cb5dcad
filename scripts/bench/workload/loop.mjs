import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app, BrowserWindow, utilityProcess } from 'electron';
import { createJobs } from '../../../electron/jobs/jobs';
import { createTasks } from '../../../electron/jobs/tasks';
import { delaysDuring } from './delay.mjs';
import { addEmployers, inBulk } from './fill.mjs';
import { openOffice } from './office.mjs';
import { asked, tell } from './tell.mjs';

/** The main process of the application with its window open, while something long goes on. */

const { step, folder, bundles, resourcesFolder, rosterPath, letterCount } = asked();
const workerFile = pathToFileURL(join(bundles, 'worker.mjs'));

/** The same tasks in the three places where they could run. */
const places = {
  main: () => {
    const tasks = createTasks();
    return { call: async (task, input) => tasks[task](input, () => undefined), close: async () => undefined };
  },
  worker: () => createJobs(workerFile).open(),
  utility: () => {
    const child = utilityProcess.fork(join(bundles, 'utility.mjs'));
    const call = (task, input) =>
      new Promise((done, failed) => {
        const onMessage = (reply) => {
          if (reply.type === 'progress') return;
          child.off('message', onMessage);
          if (reply.type === 'done') done(reply.value);
          else failed(new Error(reply.message));
        };
        child.on('message', onMessage);
        child.postMessage({ task, input });
      });
    return { call, close: async () => void child.kill() };
  },
};

async function importRoster(office, place) {
  const session = places[place]();
  const connection = { databasePath: office.databasePath, dataKey: Uint8Array.from(office.dataKey) };
  const who = { accountId: 1, accountName: '王敏', at: '2026-09-10T00:00:00.000Z', skipErrors: false };
  const figures = await delaysDuring(async () => {
    await session.call('employers.read', { ...connection, path: rosterPath, mapping: null });
    await session.call('employers.write', { ...connection, ...who });
  });
  await session.close();
  return figures;
}

async function makeLetters(office) {
  inBulk(office.sqlite, ['employer'], () => addEmployers(office.sqlite, letterCount));
  const leader = { id: null, name: '陈立', post: 'chair', validFrom: '2025-01-01', validTo: null };
  const { id: signerId } = await office.must('leaders.save', leader);
  const kind = 'reminderLetter';
  const form = await office.must('documents.batch.form', { kind });
  const values = {
    ...form.initial,
    violationCodes: ['V13'],
    facts: '近期检查发现部分单位未依法支付加班工资',
  };
  const employerIds = Array.from({ length: letterCount }, (_, i) => i + 1);
  return delaysDuring(async () => {
    const { items } = await office.must('documents.batch.run', {
      ...{
        jobId: 'bench',
        kind,
        employerIds,
        values,
        edits: {},
        signerId,
        signedOn: '2026-09-10',
        output: 'files',
      },
    });
    const failed = items.find((item) => !item.isDone);
    if (failed) throw new Error(failed.reason);
  });
}

const rest = () => delaysDuring(() => new Promise((done) => setTimeout(done, 5000)));

const STEPS = {
  rest,
  letters: makeLetters,
  main: (office) => importRoster(office, 'main'),
  worker: (office) => importRoster(office, 'worker'),
  utility: (office) => importRoster(office, 'utility'),
};

async function main() {
  await app.whenReady();
  const window = new BrowserWindow({ width: 800, height: 600 });
  await window.loadURL('data:text/html,<p>bench</p>');
  const office = await openOffice({ folder, resourcesFolder, workerFile });
  tell(await STEPS[step](office));
  await office.close();
  app.exit(0);
}

main().catch((error) => {
  console.error(error);
  app.exit(1);
});
