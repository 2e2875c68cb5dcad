import type { Secret } from '@shared/contract/restore';
import { Refusal } from '@shared/contract/result';
import { readRecoveryCode } from '@shared/domain/kernel/recovery-code';
import { AS_STORED } from '../vault/secret';
import { RECOVERY_SLOT, type SlotName } from '../vault/slot';
import {
  databaseOf,
  FIRST_DATABASE,
  judgeVault,
  openVault,
  readVault,
  type Vault,
  writeVault,
} from '../vault/vault';

/** The narrow seam to the vault: opening keys of a set or of this computer, and naming the file they open. */

export type Keys = Vault;
export type OpenedKeys = { readonly dataKey: Buffer; readonly keys: Keys };

export const slotNameOf = (secret: Secret): SlotName =>
  secret.kind === 'recovery' ? RECOVERY_SLOT : { kind: 'account', owner: secret.loginName };

/** @returns null when the secret opens none of these keys; keys of a former version come back in today's form */
export async function openKeys(path: string, secret: Secret): Promise<OpenedKeys | null> {
  const vault = readVault(path);
  const typed = secret.kind === 'password' ? secret.password : codeOf(secret.code);
  const opened =
    vault && typed !== null ? await openVault(vault, slotNameOf(secret), typed, AS_STORED) : null;
  return opened && { dataKey: opened.dataKey, keys: { ...opened.vault, leftovers: [] } };
}

/** @returns null for a slip of the pen, which is no attempt at any slot */
export function codeOf(typed: string): string | null {
  const read = readRecoveryCode(typed);
  return read.isOk ? read.code : null;
}

/** Whether these keys open this very file and stand as the program wrote them; a login leaves none without a mark. */
export function doKeysFit(path: string, database: string, dataKey: Buffer): boolean {
  const vault = readableKeys(path);
  return vault !== null && databaseOf(vault) === database && judgeVault(vault, dataKey) === 'genuine';
}

/** @returns null where there are none, and for damaged ones: they open nothing to anybody */
export function readableKeys(path: string): ReturnType<typeof readVault> {
  try {
    return readVault(path);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/** The file of this computer. Keys that are damaged name none: then it is the one every office begins with. */
export function databaseNamed(path: string): string {
  const vault = readableKeys(path);
  return vault ? databaseOf(vault) : FIRST_DATABASE;
}

export const nameDatabase = (path: string, keys: Keys, database: string, dataKey: Buffer): void =>
  writeVault(path, { ...keys, database }, dataKey);

/** Damaged keys tell no name. */
export const unitNamed = (path: string): string | null => readableKeys(path)?.unitName ?? null;
