import { writeSync } from 'node:fs';
import { headMemoryFile } from '../../electron/app/head-memory';
import { createCommandQueue } from '../../electron/db/unit-of-work';
import { createSessionHolder } from '../../electron/platform/accounts/session';
import { createThrottle } from '../../electron/platform/accounts/throttle';
import { findSets, restoreSet } from '../../electron/platform/backup/restore.service';
import { createInProcessJobs, TEST_UNIT } from '../builders/office';
import { createScriptedPorts } from '../builders/ports';

/** The program's part of the killed restore: restores the newest set of a folder into a data folder and says so. */
const [dataFolder = '', stick = ''] = process.argv.slice(2);
const { folder, sets } = findSets(stick);
const office = {
  dataFolder,
  clock: { now: () => new Date(), today: () => '2026-09-10' },
  queue: createCommandQueue(),
  ports: createScriptedPorts(headMemoryFile(dataFolder)),
  jobs: createInProcessJobs(),
  throttle: createThrottle(),
};
writeSync(1, 'begins\n');
await restoreSet(
  office,
  createSessionHolder(() => undefined),
  folder,
  {
    stamp: sets[0]?.stamp ?? '',
    secret: { kind: 'password', loginName: TEST_UNIT.loginName, password: TEST_UNIT.password },
    authority: null,
    acceptsOtherUnit: false,
    acceptsMissingEvidence: false,
  },
);
writeSync(1, 'done\n');
// Stands still until it is killed: what comes after is judged from outside.
setInterval(() => undefined, 1000);
