import { checkFile } from './check.task';
import { makeSet } from './make-set';
import { prepareRestore } from './prepare-restore';
import { salvageFile } from './salvage.task';
import { inspectSet } from './verify-set';

/** What a worker does for backups. */
export const backupTasks = {
  'backup.make': makeSet,
  'restore.inspect': inspectSet,
  'restore.prepare': prepareRestore,
  'damage.check': checkFile,
  'damage.salvage': salvageFile,
};
