import type { Secret } from '@shared/contract/restore';
import { Refusal } from '@shared/contract/result';
import { readRecoveryCode } from '@shared/domain/kernel/recovery-code';
import { AS_STORED } from '../vault/secret';
import { RECOVERY_SLOT } from '../vault/slot';
import { databaseOf, FIRST_DATABASE, openVault, readVault, type Vault, writeVault } from '../vault/vault';

/** The narrow seam to the vault: opening keys of a set or of this computer, and naming the file they open. */

export type Keys = Vault;

/** @returns null when the secret opens none of these keys; keys of a former version come back in today's form */
export async function openKeys(
  path: string,
  secret: Secret,
): Promise<{ dataKey: Buffer; keys: Keys } | null> {
  const vault = readVault(path);
  const opened =
    vault &&
    (secret.kind === 'password'
      ? await openVault(vault, { kind: 'account', owner: secret.loginName }, secret.password, AS_STORED)
      : await openWithCode(vault, secret.code));
  return opened && { dataKey: opened.dataKey, keys: { ...opened.vault, leftovers: [] } };
}

async function openWithCode(vault: NonNullable<ReturnType<typeof readVault>>, typed: string) {
  const read = readRecoveryCode(typed);
  return read.isOk ? openVault(vault, RECOVERY_SLOT, read.code, AS_STORED) : null;
}

/** The file of this computer. Keys that are damaged name none: then it is the one every office begins with. */
export function databaseNamed(path: string): string {
  try {
    const vault = readVault(path);
    return vault ? databaseOf(vault) : FIRST_DATABASE;
  } catch (error) {
    if (error instanceof Refusal) return FIRST_DATABASE;
    throw error;
  }
}

export const nameDatabase = (path: string, keys: Keys, database: string, dataKey: Buffer): void =>
  writeVault(path, { ...keys, database }, dataKey);

export const unitNamed = (path: string): string | null => readVault(path)?.unitName ?? null;
