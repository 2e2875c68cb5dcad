import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { Refusal } from '@shared/contract/result';
import { z } from 'zod';
import { type FormerVault, formerVault, openFormerSlot } from './format-1';
import { isSameMac, macUnder } from './mac';
import type { KeyCost } from './secret';
import { isSlot, type OpenedSlot, openSlot, type Slot, type SlotName } from './slot';

/**
 * keys.json: who may open the file, and which file that is. It holds no key in the clear; losing a Windows profile loses
 * nothing. Keys and file name stand in one text, so that one rename switches both (docs/0007-accounts-keys-lock.md).
 */

/** A forged file must not make the program take all memory. */
const scrypt = z.object({
  n: z
    .int()
    .min(2)
    .max(2 ** 20)
    .refine((n) => Number.isInteger(Math.log2(n))),
  r: z.int().min(1).max(16),
  p: z.int().min(1).max(4),
  salt: z.string(),
});
/** X25519, as SPKI in base64. */
const publicKey = z.string().regex(/^MCowBQYDK2VuAyEA[A-Za-z0-9+/]{43}=$/);
const sealed = z.object({ iv: z.string(), tag: z.string(), bytes: z.string() });
/** A name in the data folder, never a way out of it. */
const fileName = z.string().regex(/^casework[\w-]*\.db$/);

const currentVault = z.object({
  format: z.literal(2),
  unitName: z.string(),
  /** The file these keys open, beside keys.json. */
  database: fileName,
  /** Files a change of keys has made and no longer needs: wiped at the next chance. */
  leftovers: z.array(fileName),
  slots: z.array(
    z.object({
      kind: z.enum(['account', 'recovery']),
      owner: z.string(),
      scrypt,
      publicKey,
      privateKey: sealed,
      dataKey: sealed.extend({ ephemeralKey: publicKey }),
    }),
  ),
  /** Over all the rest, under the data key. Programs before it wrote none. */
  mac: z.string().optional(),
});
export type Vault = z.infer<typeof currentVault>;

/** The file of a new office. A change of the data key gives it another name. */
export const FIRST_DATABASE = 'casework.db';

/** @returns null on a new machine; refuses with DATABASE_DAMAGED when the file is there and is none of ours */
export function readVault(path: string): Vault | FormerVault | null {
  if (!existsSync(path)) return null;
  const parsed = z.union([currentVault, formerVault]).safeParse(parse(path));
  if (!parsed.success) throw damaged();
  return parsed.data;
}

/** The file the keys open. */
export const databaseOf = (vault: Vault | FormerVault): string =>
  vault.format === 1 ? FIRST_DATABASE : vault.database;

/** Whether there is such a slot, which is no secret; whether it can be opened is. */
export const hasSlot = (vault: Vault | FormerVault, name: SlotName): boolean =>
  vault.slots.some((slot) => isSlot(slot, name));

export type OpenedVault = Pick<OpenedSlot, 'dataKey'> & {
  /** Of every slot of that name which the secret opens: two while one is exchanged. */
  readonly publicKeys: readonly [string, ...string[]];
  /** The vault as it should stand: in today's form and strength. */
  readonly vault: Vault;
  readonly isUpgraded: boolean;
  /** On the vault as it stood. */
  readonly verdict: VaultVerdict;
};

/** @returns null when there is no such slot or the secret does not fit it */
export async function openVault(
  vault: Vault | FormerVault,
  name: SlotName,
  secret: string,
  cost: KeyCost,
): Promise<OpenedVault | null> {
  if (vault.format === 1) {
    const [former] = vault.slots;
    const opened = isSlot(former, name) ? await openFormerSlot(former, secret, cost) : null;
    return (
      opened && {
        dataKey: opened.dataKey,
        publicKeys: [opened.slot.publicKey],
        vault: newVault(vault.unitName, FIRST_DATABASE, [opened.slot]),
        isUpgraded: true,
        verdict: 'unmarked',
      }
    );
  }
  const tried = await Promise.all(
    vault.slots.map(async (slot) => ({
      slot,
      opened: isSlot(slot, name) ? await openSlot(slot, secret, cost) : null,
    })),
  );
  const [first, ...others] = tried.flatMap(({ opened }) => opened ?? []);
  if (!first) return null;
  for (const other of others) other.dataKey.fill(0);
  return {
    dataKey: first.dataKey,
    publicKeys: [first.slot.publicKey, ...others.map(({ slot }) => slot.publicKey)],
    vault: { ...vault, slots: tried.map(({ slot, opened }) => opened?.slot ?? slot) },
    isUpgraded: tried.some(({ slot, opened }) => opened !== null && opened.slot !== slot),
    verdict: judgeVault(vault, first.dataKey),
  };
}

export const newVault = (unitName: string, database: string, slots: readonly Slot[]): Vault => ({
  format: 2,
  unitName,
  database,
  leftovers: [],
  slots: [...slots],
});

/** With this slot in the place of its owner's former one. */
export const withSlot = (vault: Vault, slot: Slot): Vault => ({
  ...vault,
  slots: [...vault.slots.filter((other) => !isSlot(other, slot)), slot],
});

/** With the slots that are about to go: which of two counts is for the database to say. */
export const withFormer = (vault: Vault, former: Vault): Vault => ({
  ...vault,
  slots: [
    ...vault.slots,
    ...former.slots.filter(
      (slot) => !vault.slots.some((other) => isSlot(other, slot) && other.publicKey === slot.publicKey),
    ),
  ],
});

export const withoutSlot = (vault: Vault, name: SlotName): Vault => ({
  ...vault,
  slots: vault.slots.filter((slot) => !isSlot(slot, name)),
});

/** `genuine`: as whoever holds the data key wrote it. `unmarked`: by a program that wrote no MAC yet. */
export type VaultVerdict = 'genuine' | 'unmarked' | 'altered';

/**
 * Whether the slots, the file they name and the leftovers stand as they were written. A verdict for the program to tell and
 * to be careful by; it never keeps anybody from the data, whose key a slot gives with or without it.
 */
export function judgeVault(vault: Vault | FormerVault, dataKey: Buffer): VaultVerdict {
  if (vault.format === 1 || vault.mac === undefined) return 'unmarked';
  return isSameMac(vault.mac, macOf(vault, dataKey)) ? 'genuine' : 'altered';
}

const macOf = ({ mac: _, ...content }: Vault, dataKey: Buffer): string =>
  macUnder(dataKey, 'union-casework keys.json', content);

/**
 * Written beside, flushed, then renamed: a killed program leaves the old file or the new one, never half.
 * @param dataKey of the file it names: what the MAC is made under
 */
export function writeVault(path: string, vault: Vault, dataKey: Buffer): void {
  const marked: Vault = { ...vault, mac: macOf(vault, dataKey) };
  const temporary = `${path}.new`;
  const file = openSync(temporary, 'w', 0o600);
  try {
    writeSync(file, JSON.stringify(marked, null, 2));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(temporary, path);
  flushFolder(dirname(path));
}

/** So that the rename itself survives the power. Windows opens no folders and writes names through. */
function flushFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function parse(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) throw damaged();
    throw new Refusal('FILE_UNREADABLE', '密钥文件 keys.json 无法读取，请检查数据文件夹的权限后重试。');
  }
}

const damaged = () =>
  new Refusal(
    'DATABASE_DAMAGED',
    '密钥文件 keys.json 已损坏，无法登录。请从备份恢复该文件，不要删除数据文件。',
  );
