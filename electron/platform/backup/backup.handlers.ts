import type { Handlers } from '../../ipc/context';
import { listRuns } from './backup.repository';
import { backupStatus, runBackup, runBackupTo } from './backup.service';
import { readBackupSettings, saveBackupSettings } from './backup.settings';
import { checkForDamage } from './damage.service';
import { requireTargetFolder } from './target-folder';

type Channels =
  | 'backup.settings.get'
  | 'backup.settings.save'
  | 'backup.folder.pick'
  | 'backup.status'
  | 'backup.runs'
  | 'backup.run'
  | 'backup.runTo'
  | 'damage.check';

export const backupHandlers: Handlers<Channels> = {
  'backup.settings.get': ({ db }) => readBackupSettings(db),
  'backup.settings.save': saveBackupSettings,
  'backup.folder.pick': async (ctx) => {
    const { settings } = await readBackupSettings(ctx.db);
    const folder = await ctx.ports.pickFolder({ title: '选择备份文件夹', defaultPath: settings.folder });
    if (folder === null) return null;
    await requireTargetFolder(folder, ctx.session.databasePath);
    return { folder };
  },
  'backup.status': (ctx) => backupStatus(ctx),
  'backup.runs': ({ db }) => listRuns(db),
  'backup.run': (ctx, { reason }) => runBackup(ctx, reason),
  'backup.runTo': (ctx) => runBackupTo(ctx),
  'damage.check': (ctx) => checkForDamage(ctx),
};
