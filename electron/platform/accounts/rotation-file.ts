import { join } from 'node:path';
import { Refusal } from '@shared/contract/result';
import { createKysely } from '../../db/kysely';
import { openDatabase } from '../../db/open';
import { openReader } from '../../db/reader';
import type { JobContext } from '../../ipc/context';
import type { JobSession } from '../../jobs/jobs';
import { databaseOf, readVault, type Vault, writeVault } from '../vault/vault';
import { type Office, vaultPath } from './office';
import { endSession, type OpenSession } from './session';

/** The running login on another file. Nothing stays open when one of its connections does not. */
export function openBeside(session: OpenSession, path: string, dataKey: Buffer): OpenSession {
  const sqlite = openDatabase(path, dataKey);
  try {
    const reader = openReader(path, dataKey);
    return { ...session, sqlite, kysely: createKysely(sqlite), reader, databasePath: path, dataKey };
  } catch (error) {
    sqlite.close();
    throw error;
  }
}

/**
 * After a failure: keys.json names the former file, and the new one goes. Where it does not, or cannot be read (a write
 * that failed late may have taken effect, and the power may still undo it), nothing more may be saved in either file: the
 * session ends, and both stay for the next login.
 */
export async function takeBack(
  ctx: JobContext,
  worker: JobSession,
  { vault, database, opened }: { vault: Vault; database: string; opened: OpenSession | null },
): Promise<void> {
  const { office, dataKey } = ctx.session;
  if (opened) await endSession(opened).catch(() => undefined);
  if (namedFile(office) !== vault.database) {
    await ctx.lock();
    throw new Refusal(
      'FILE_UNREADABLE',
      '更换密钥时无法读写密钥文件 keys.json，程序已锁定，资料没有改变。请检查磁盘和数据文件夹后重新登录。',
    );
  }
  try {
    await worker.call('keys.wipe', { path: join(office.dataFolder, database) });
    writeVault(vaultPath(office), vault, dataKey);
  } catch {
    // Held by another program, or no space: it stands in leftovers, and the next login wipes it.
  }
}

/** What cannot be wiped now stands in leftovers until the next login. */
export async function wipeFormer(office: Office, worker: JobSession, next: Vault, dataKey: Buffer) {
  try {
    for (const name of next.leftovers)
      await worker.call('keys.wipe', { path: join(office.dataFolder, name) });
    writeVault(vaultPath(office), { ...next, leftovers: [] }, dataKey);
  } catch {
    // Encrypted under a key nobody holds any more.
  }
}

function namedFile(office: Office): string | null {
  try {
    const vault = readVault(vaultPath(office));
    return vault && databaseOf(vault);
  } catch {
    // Not there to be read: whoever asks has to be careful.
    return null;
  }
}
