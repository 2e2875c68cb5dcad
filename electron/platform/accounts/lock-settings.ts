import { IDLE_MINUTES } from '@shared/domain/kernel/account-rules';
import type { ReadDb } from '../../db/kysely';
import { untilDataChange } from '../../db/memo';
import type { CommandContext } from '../../ipc/context';
import { findSetting, saveSetting } from '../settings/settings.repository';

type LockSettings = { readonly idleMinutes: number };

/** Minutes without input until the lock falls. */
export const readIdleMinutes = (db: ReadDb): Promise<number> =>
  untilDataChange(db, 'idleMinutes', async () => {
    const stored = await findSetting<LockSettings>(db, 'lock');
    return stored?.value.idleMinutes ?? IDLE_MINUTES.usual;
  });

export async function saveIdleMinutes(ctx: CommandContext, idleMinutes: number): Promise<LockSettings> {
  const stored = await findSetting<LockSettings>(ctx.db, 'lock');
  const at = ctx.clock.now().toISOString();
  await saveSetting(ctx.tx, 'lock', { idleMinutes }, stored?.revision ?? 0, at);
  await ctx.audit({ entity: 'setting', entityId: null, summary: `自动锁定改为 ${idleMinutes} 分钟` });
  ctx.changed('lock', null);
  return { idleMinutes };
}
