import { isAbsolute } from 'node:path';
import type { Input, Output } from '@shared/contract';
import type { BackupSettings } from '@shared/contract/backup';
import { Refusal } from '@shared/contract/result';
import type { ReadDb } from '../../db/kysely';
import type { CommandContext } from '../../ipc/context';
import { findSetting, saveSetting } from '../settings/settings.repository';

/** Until the office says otherwise. Without a folder nothing is copied by itself, and the home page says so. */
export const DEFAULT_BACKUP_SETTINGS: BackupSettings = {
  folder: '',
  isDaily: true,
  isAtClose: true,
  keepDaily: 7,
  keepWeekly: 4,
  keepMonthly: 12,
  warnAfterDays: 3,
};

const KEY = 'backup';

/** As the page calls them; for the audit log. */
const LABELS: Readonly<Record<keyof BackupSettings, string>> = {
  folder: '备份文件夹',
  isDaily: '每日自动备份',
  isAtClose: '关闭时自动备份',
  keepDaily: '保留日备份',
  keepWeekly: '保留周备份',
  keepMonthly: '保留月备份',
  warnAfterDays: '超期提醒',
};

export async function readBackupSettings(db: ReadDb): Promise<Output<'backup.settings.get'>> {
  const stored = await findSetting<Partial<BackupSettings>>(db, KEY);
  return { settings: { ...DEFAULT_BACKUP_SETTINGS, ...stored?.value }, revision: stored?.revision ?? 0 };
}

export async function saveBackupSettings(
  ctx: CommandContext,
  input: Input<'backup.settings.save'>,
): Promise<{ revision: number }> {
  const { folder = '' } = input.settings;
  if (folder !== '' && !isAbsolute(folder)) {
    throw new Refusal('BAD_INPUT', '请用“选择文件夹”选定备份文件夹。', [
      { field: 'settings.folder', message: '请用“选择文件夹”选定' },
    ]);
  }
  const { settings } = await readBackupSettings(ctx.db);
  const merged = { ...settings, ...input.settings };
  if (!(await saveSetting(ctx.tx, KEY, merged, input.revision, ctx.clock.now().toISOString()))) {
    throw new Refusal('STALE_REVISION', '备份设置刚被另一窗口修改过，请重新打开后再改，您填写的内容仍在。');
  }
  const changed = Object.keys(input.settings).map((key) => LABELS[key as keyof BackupSettings]);
  await ctx.audit({ entity: 'setting', entityId: null, summary: `修改备份设置：${changed.join('、')}` });
  ctx.changed('backup', null);
  return { revision: input.revision + 1 };
}
