import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Secret } from '@shared/contract/restore';
import { Refusal } from '@shared/contract/result';
import { can } from '@shared/domain/kernel/permissions';
import { isDamage } from '../../db/integrity';
import type { ReadDb } from '../../db/kysely';
import { openReader } from '../../db/reader';
import { listAccounts } from '../accounts/accounts.repository';
import { listStandings } from '../accounts/standing';
import { isSlot, type Slot } from '../vault/slot';
import { databaseOf } from '../vault/vault';
import { type OpenedKeys, readableKeys, slotNameOf } from './keys';
import { KEYS } from './layout';
import { type Door, trySecret } from './try-secret';
import { wrongSecret } from './wrong-secret';

/**
 * Who may put another file in the place of the present one. Where nobody could work in a present file, everybody who opens
 * the set; else whoever 权限 gives 备份和恢复资料 in that very file, or the recovery code: a set brings its own accounts, and
 * one made elsewhere would name anybody its administrator.
 */

type Present = { readonly database: string; readonly slots: readonly Slot[] };

/** @returns null where nobody could work: no keys, none that can be read, or not the file they name */
export function presentFile(dataFolder: string): Present | null {
  const vault = readableKeys(join(dataFolder, KEYS));
  if (!vault) return null;
  const database = join(dataFolder, databaseOf(vault));
  return existsSync(database) ? { database, slots: vault.format === 1 ? [] : vault.slots } : null;
}

/** Refuses whoever may not. @returns who agreed beside the one who opens the set; empty when nobody had to */
export async function requireAuthority(
  door: Door,
  set: OpenedKeys & { readonly secret: Secret },
  authority: Secret | null,
): Promise<string> {
  const present = presentFile(door.dataFolder);
  if (!present) return '';
  const [own, here] = [slotOf(set.keys.slots, set.secret), slotOf(present.slots, set.secret)];
  // The very seal that stands in the present keys: the same key for both files.
  const isPresentKey = own !== undefined && JSON.stringify(own.dataKey) === JSON.stringify(here?.dataKey);
  const standing = await standingIn(door, present.database, set);
  if (standing === 'shut' && isPresentKey) return '';
  if (standing === 'entitled' && own?.publicKey === here?.publicKey) return '';
  if (authority === null) throw asksForAuthority();
  return agreementOf(door, authority);
}

/** Somebody of today, proven at the present keys. @returns its name as the log writes it */
async function agreementOf(door: Door, authority: Secret): Promise<string> {
  const opened = await trySecret(door, join(door.dataFolder, KEYS), authority);
  if (!opened) throw wrongSecret(authority.kind, '本机现在', 'authority.');
  try {
    await requireEntitled(door, { ...opened, secret: authority }, 'authority.');
    return nameOf(authority);
  } finally {
    opened.dataKey.fill(0);
  }
}

/** @param by what the present keys were opened with; a file that does not open asks for no role */
export async function requireEntitled(
  door: Door,
  by: OpenedKeys & { readonly secret: Secret },
  prefix = '',
): Promise<void> {
  const present = presentFile(door.dataFolder);
  if (!present || (await standingIn(door, present.database, by)) !== 'ordinary') return;
  throw new Refusal(
    'FORBIDDEN',
    '该账号不是管理员。请由管理员填写登录名和密码，或者使用恢复码。现有资料没有改变。',
    [{ field: `${prefix}loginName`, message: '该账号不是管理员' }],
  );
}

/** What a secret counts for in the present file; `shut`: the file is damaged, or the key is another one's. */
async function standingIn(
  { clock }: Door,
  database: string,
  { secret, dataKey }: { readonly secret: Secret; readonly dataKey: Buffer },
): Promise<'entitled' | 'ordinary' | 'shut'> {
  try {
    const reader = openReader(database, dataKey);
    try {
      const isEntitled =
        secret.kind === 'recovery' || (await mayRestore(reader.db, secret.loginName, clock.today()));
      return isEntitled ? 'entitled' : 'ordinary';
    } finally {
      await reader.close();
    }
  } catch (error) {
    if (isDamage(error)) return 'shut';
    throw error;
  }
}

async function mayRestore(db: ReadDb, loginName: string, today: string): Promise<boolean> {
  const account = (await listAccounts(db)).find((one) => one.loginName === loginName);
  const standing = (await listStandings(db, today)).find(({ id }) => id === account?.id);
  return standing !== undefined && can(standing.roles, 'backup.manage');
}

const slotOf = (slots: readonly Slot[], secret: Secret): Slot | undefined =>
  slots.find((slot) => isSlot(slot, slotNameOf(secret)));

export const nameOf = (secret: Secret): string => (secret.kind === 'password' ? secret.loginName : '恢复码');

const asksForAuthority = () =>
  new Refusal(
    'FORBIDDEN',
    '备份可以打开，但还不能确认您是本机现有资料的管理员。请再由管理员填写本机现在的登录名和密码，或者使用恢复码。现有资料没有改变。',
    [{ field: 'authority', message: '请由本机现在的管理员填写' }],
  );
