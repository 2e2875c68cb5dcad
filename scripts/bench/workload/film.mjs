import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { createServedFiles } from '../../../electron/app/served-files';
import { rootIn, unfinishedOf } from '../../../electron/platform/backup/layout';
import { makeSet } from '../../../electron/platform/backup/make-set';
import { inspectSet } from '../../../electron/platform/backup/verify-set';
import { createEvidenceTasks } from '../../../electron/platform/evidence/evidence.tasks';
import { loadResources } from '../../../electron/platform/resources/resources';
import { openOffice } from './office.mjs';
import { asked, tell } from './tell.mjs';

/**
 * The way of one film through the program: taken in, shown in the window, given to another program, checked, backed up,
 * the backup read back. Tells for each step by how much the process grew at its highest. Run with --expose-gc it
 * collects as it goes: what is left then is what is held, not what waits for the collector.
 */

const MEGABYTE = 1024 * 1024;
const OFFICE_MARK = 'b'.repeat(64);
const { folder, resourcesFolder, megabytes } = asked();
const size = megabytes * MEGABYTE;

/** An MP4 by its head; no two of its chunks are alike, so that none can be taken for another. */
function writeFilm(path) {
  writeFileSync(path, Buffer.concat([Buffer.from('00000018', 'hex'), Buffer.from('ftypisom')]));
  truncateSync(path, size);
  const file = openSync(path, 'r+');
  for (let position = MEGABYTE; position < size; position += MEGABYTE) {
    writeSync(file, String(position), position);
  }
  closeSync(file);
}

/** Highest size of this process since it was last asked, in bytes. */
function highest() {
  const kilobytes = /^VmHWM:\s+(\d+)/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
  writeFileSync('/proc/self/clear_refs', '5');
  return Number(kilobytes) * 1024;
}

let reports = 0;
/** Every fourth megabyte of what is read or written. */
const tidy = () => {
  reports += 1;
  if (reports % 16 === 0) globalThis.gc?.();
};

const grown = {};
async function step(name, work) {
  globalThis.gc?.();
  highest();
  const before = process.memoryUsage().rss;
  const result = await work();
  grown[name] = Math.max(0, highest() - before) / MEGABYTE;
  return result;
}

const film = join(folder, 'film.mp4');
writeFilm(film);
// A real office: a copy is none when its keys do not open its file.
const office = await openOffice({ folder, resourcesFolder });
const evidence = join(folder, 'office', 'evidence');
const source = { type: 'file', path: film };
const catalogue = loadResources(resourcesFolder).evidence;
const tasks = createEvidenceTasks();

const { file, mediaType } = await step('taken in', async () => {
  const inspected = await tasks['evidence.inspect']({ source, name: 'film.mp4', catalogue }, tidy);
  const { sha256, stamp, type } = inspected;
  const sealed = { storeName: sha256, fileKey: new Uint8Array(32).fill(9), sha256, size };
  const part = join(evidence, 'incoming', `${'a'.repeat(32)}.part`);
  const job = { source, stamp, file: sealed, mediaType: type.mediaType, folder: evidence, part };
  await tasks['evidence.store'](job, tidy);
  return { file: sealed, mediaType: type.mediaType };
});
await step('shown in the window', async () => {
  const served = createServedFiles();
  const response = await served.answer(new Request(served.serve({ folder: evidence, file, mediaType })));
  let length = 0;
  for await (const piece of response.body) {
    length += piece.length;
    tidy();
  }
  if (length !== size) throw new Error(`${length} bytes of ${size} were shown`);
});
await step('given to another program', () =>
  tasks['evidence.write']({ file, folder: evidence, target: join(folder, 'copy.mp4') }, tidy),
);
await step('checked', async () => {
  const { missingIds, damagedIds } = await tasks['evidence.check'](
    { folder: evidence, files: [{ ...file, id: 1 }] },
    tidy,
  );
  if (missingIds.length + damagedIds.length > 0) throw new Error('the film is not whole');
});
const stick = join(folder, 'stick');
mkdirSync(stick);
const { path } = await step('backed up', async () =>
  makeSet(
    {
      databasePath: office.databasePath,
      dataKey: office.dataKey,
      folder: stick,
      unfinished: join(rootIn(stick), `${unfinishedOf(OFFICE_MARK)}film`),
      officeMark: OFFICE_MARK,
      stamp: '2026-09-10_120000',
      takenAt: '2026-09-10T04:00:00.000Z',
      reason: 'hand',
      unitName: '安溪县总工会',
      programVersion: '0.0.0-bench',
      keep: { keepDaily: 7, keepWeekly: 4, keepMonthly: 12 },
      isThorough: true,
    },
    tidy,
  ),
);
await step('backup read back', async () => {
  const root = join(path, '..');
  const { problems, missing } = inspectSet({ root, stamp: '2026-09-10_120000' }, tidy);
  if (problems.length + missing.length > 0) throw new Error('the backup is not whole');
});
await office.close();
tell(grown);
