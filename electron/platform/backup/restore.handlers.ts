import { RESTORE_JOB, SALVAGE_JOB } from '@shared/contract/restore';
import { Refusal } from '@shared/contract/result';
import type { PublicHandlers } from '../../ipc/pipeline';
import { salvagePresent } from './damage.service';
import { findSets, previewSet, type RestoreSurroundings, restoreSet } from './restore.service';

type Channels = 'restore.pick' | 'restore.preview' | 'restore.commit' | 'restore.cancel' | 'damage.salvage';

/** Work before any file is open: on a new computer, or when the present file cannot be opened. */
export function createRestoreHandlers(office: RestoreSurroundings): Required<PublicHandlers<Channels>> {
  // Only a folder that somebody chose in the dialog is ever read.
  let root: string | null = null;
  const chosen = (): string => {
    if (root === null) throw new Refusal('NOT_FOUND', '请先选择备份所在的文件夹。');
    return root;
  };
  return {
    'restore.pick': async () => {
      const folder = await office.ports.pickFolder({ title: '选择备份所在的 U 盘或文件夹', defaultPath: '' });
      if (folder === null) return null;
      const found = findSets(folder);
      root = found.folder;
      return found;
    },
    'restore.preview': (_holder, { stamp }) => previewSet(office, chosen(), stamp),
    'restore.commit': (holder, input) => restoreSet(office, holder, chosen(), input),
    'damage.salvage': (holder, input) => salvagePresent(office, holder, input),
    'restore.cancel': async () => {
      office.jobs.cancel(RESTORE_JOB);
      office.jobs.cancel(SALVAGE_JOB);
      return {};
    },
  };
}
