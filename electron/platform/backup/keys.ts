import { existsSync, readFileSync } from 'node:fs';
import type { Secret } from '@shared/contract/restore';
import { readVault, unwrapKey, type Vault, writeVault } from '../vault/vault';
import { DATABASE } from './layout';

/** The narrow seam to the vault: opening keys of a set or of this computer, and naming the file they open. */

export type Keys = Vault & { readonly database?: string };

export async function openKeys(
  path: string,
  secret: Secret,
): Promise<{ dataKey: Buffer; keys: Keys } | null> {
  const keys = readVault(path);
  const wanted =
    secret.kind === 'password'
      ? { kind: 'account', owner: secret.loginName }
      : { kind: 'recovery', owner: '' };
  const slot = keys?.slots.find(({ kind, owner }) => kind === wanted.kind && owner === wanted.owner);
  const dataKey = slot && (await unwrapKey(slot, secret.kind === 'password' ? secret.password : secret.code));
  return keys && dataKey ? { dataKey, keys } : null;
}

export function databaseNamed(path: string): string {
  if (!existsSync(path)) return DATABASE;
  const keys = JSON.parse(readFileSync(path, 'utf8')) as Partial<Keys>;
  return keys.database ?? DATABASE;
}

export const nameDatabase = (path: string, keys: Keys, database: string): void =>
  writeVault(path, { ...keys, database } as Keys);

export const unitNamed = (path: string): string | null => readVault(path)?.unitName ?? null;
