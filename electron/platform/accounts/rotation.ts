import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Output, Parsed } from '@shared/contract';
import { Refusal } from '@shared/contract/result';
import { runTransaction } from '../../db/unit-of-work';
import type { JobContext } from '../../ipc/context';
import { createDataKey, resealSlot, type Slot } from '../vault/slot';
import { type Vault, writeVault } from '../vault/vault';
import { isKnown, readRegister } from './entrance';
import { asFileRefusal } from './file-refusal';
import { currentVault, requireOwnPassword } from './keys';
import { vaultPath } from './office';
import { openBeside, takeBack, wipeFormer } from './rotation-file';
import type { OpenSession } from './session';

/**
 * A new data key for everyone who may still open the file. The new file stands complete, checked, opened and with its row
 * in the log beside the old one before keys.json, in one rename, names the new file and holds the new keys: nothing that
 * can fail comes between the switch and the session's going on in the new file. Only then the old file is wiped. Killed at
 * any moment, either the old pair opens or the new one, and what is left over is wiped at the next login.
 */
export async function rotateKeys(
  ctx: JobContext,
  { jobId, password }: Parsed<'keys.rotate'>,
): Promise<Output<'keys.rotate'>> {
  await requireOwnPassword(ctx, password, 'password');
  const worker = ctx.jobs.open();
  try {
    return await ctx.exclusive(async () => {
      const { session } = ctx;
      const { office } = session;
      const vault = currentVault(session);
      const { kept, dropped } = await chooseSlots(ctx, vault);
      const newKey = createDataKey();
      const database = freeName(office.dataFolder, office.clock.now());
      const target = join(office.dataFolder, database);
      const slots = kept.map((slot) => resealSlot(slot, newKey));
      const next: Vault = { ...vault, database, leftovers: [...vault.leftovers, vault.database], slots };
      // Named before it exists, so that a half-made copy is found and wiped.
      const named = { ...vault, leftovers: [...vault.leftovers, database] };
      writeVault(vaultPath(office), named, session.dataKey);
      let opened: OpenSession | null = null;
      try {
        const files = {
          databasePath: session.databasePath,
          dataKey: session.dataKey,
          target,
        };
        await worker.call('keys.rekey', { ...files, newKey }, (phase, done, total) =>
          ctx.ports.progress({ jobId, phase, done, total }),
        );
        opened = openBeside(session, target, newKey);
        await report(ctx, opened, dropped);
        writeVault(vaultPath(office), next, newKey);
      } catch (error) {
        await takeBack(ctx, worker, { vault, database, opened });
        newKey.fill(0);
        throw asFileRefusal(error);
      }
      await ctx.exchange(opened);
      await wipeFormer(office, worker, next, newKey);
      return { keptNames: kept.map(nameOf), droppedNames: dropped.map(nameOf) };
    });
  } finally {
    await worker.close();
  }
}

/** Only slots the database knows: a slot slipped into keys.json would get the new key as well. */
async function chooseSlots(
  ctx: JobContext,
  vault: Vault,
): Promise<{ readonly kept: readonly Slot[]; readonly dropped: readonly Slot[] }> {
  const register = await readRegister(ctx.db);
  const kept = vault.slots.filter((slot) => isKnown(register, slot));
  const hasOwn = register.accounts.some(
    ({ id, loginName }) => id === ctx.account.id && kept.some((slot) => slot.owner === loginName),
  );
  if (!hasOwn) throw new Refusal('REFUSED', '您的密钥与资料中的登记不符，没有更换。请锁定后重新登录再试。');
  return { kept, dropped: vault.slots.filter((slot) => !isKnown(register, slot)) };
}

const nameOf = (slot: Slot): string => (slot.kind === 'recovery' ? '恢复码' : slot.owner);

function freeName(folder: string, now: Date): string {
  const stamp = now.toISOString().slice(0, 10).replaceAll('-', '');
  for (let n = 1; ; n += 1) {
    const name = `casework-${stamp}-${n}.db`;
    if (!existsSync(join(folder, name))) return name;
  }
}

async function report(ctx: JobContext, session: OpenSession, dropped: readonly Slot[]): Promise<void> {
  const actor = { accountId: ctx.account.id, accountName: ctx.account.displayName, channel: 'keys.rotate' };
  const also = dropped.length === 0 ? '' : `，不再保留：${dropped.map(nameOf).join('、')}`;
  await runTransaction(session.kysely, actor, ctx.clock.now, async ({ audit }) => {
    await audit({ entity: 'account', entityId: ctx.account.id, summary: `更换数据密钥${also}` });
  });
}
