import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { Refusal } from '@shared/contract/result';

/**
 * Keys in slots, like LUKS: one random data key, wrapped once for each account by a key derived from its password.
 * The slot file holds no key in the clear; losing a Windows profile loses nothing.
 */

type ScryptParameters = { readonly n: number; readonly r: number; readonly p: number; readonly salt: string };
export type Slot = {
  readonly kind: 'account' | 'recovery';
  readonly owner: string;
  readonly scrypt: ScryptParameters;
  readonly iv: string;
  readonly tag: string;
  readonly wrappedKey: string;
};
export type Vault = { readonly format: 1; readonly unitName: string; readonly slots: readonly Slot[] };

/** Stored with each slot, so that they can be raised at a later login. 64 MiB, about 0.2 s on an office PC. */
const PARAMETERS = { n: 2 ** 16, r: 8, p: 1 } as const;

export const createDataKey = (): Buffer => randomBytes(32);

/** Wraps the data key for one owner. The slot is bound to the owner's name. */
export async function wrapKey(
  dataKey: Buffer,
  kind: Slot['kind'],
  owner: string,
  password: string,
): Promise<Slot> {
  const salt = randomBytes(16).toString('base64');
  const parameters = { ...PARAMETERS, salt };
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', await derive(password, parameters), iv);
  cipher.setAAD(Buffer.from(`${kind}:${owner}`));
  const wrapped = Buffer.concat([cipher.update(dataKey), cipher.final()]);
  return {
    kind,
    owner,
    scrypt: parameters,
    iv: iv.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
    wrappedKey: wrapped.toString('base64'),
  };
}

/** @returns the data key, or null when the password does not fit */
export async function unwrapKey(slot: Slot, password: string): Promise<Buffer | null> {
  const key = await derive(password, slot.scrypt);
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(slot.iv, 'base64'));
  decipher.setAAD(Buffer.from(`${slot.kind}:${slot.owner}`));
  decipher.setAuthTag(Buffer.from(slot.tag, 'base64'));
  try {
    return Buffer.concat([decipher.update(Buffer.from(slot.wrappedKey, 'base64')), decipher.final()]);
  } catch {
    // GCM's tag did not fit: the wrong password is the one expected reason.
    return null;
  }
}

/** @returns null on a new machine; refuses with DATABASE_DAMAGED when the file is there and is none of ours */
export function readVault(path: string): Vault | null {
  if (!existsSync(path)) return null;
  let vault: Partial<Vault> | null = null;
  try {
    vault = JSON.parse(readFileSync(path, 'utf8')) as Partial<Vault> | null;
  } catch (error) {
    if (!(error instanceof SyntaxError)) {
      throw new Refusal('FILE_UNREADABLE', '密钥文件 keys.json 无法读取，请检查数据文件夹的权限后重试。');
    }
  }
  if (vault?.format !== 1 || !Array.isArray(vault.slots)) {
    throw new Refusal(
      'DATABASE_DAMAGED',
      '密钥文件 keys.json 已损坏，无法登录。请从备份恢复该文件，不要删除数据文件。',
    );
  }
  return vault as Vault;
}

/** Written beside, flushed, then renamed: a killed program leaves the old file or the new one, never half. */
export function writeVault(path: string, vault: Vault): void {
  const temporary = `${path}.new`;
  const file = openSync(temporary, 'w', 0o600);
  try {
    writeSync(file, JSON.stringify(vault, null, 2));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(temporary, path);
}

function derive(password: string, parameters: ScryptParameters): Promise<Buffer> {
  const { n, r, p, salt } = parameters;
  // NFKC: the same password typed by another input method is the same password.
  const secret = password.normalize('NFKC');
  return new Promise((resolve, reject) => {
    scrypt(secret, Buffer.from(salt, 'base64'), 32, { N: n, r, p, maxmem: 256 * n * r }, (error, key) => {
      if (error) reject(error);
      else resolve(key);
    });
  });
}
