import type { ReadDb } from '../../db/kysely';
import { isSlot, type Slot, type SlotName } from '../vault/slot';
import type { Vault } from '../vault/vault';
import { findRecoveryKey, listAccounts, type StoredAccount } from './accounts.repository';

/**
 * Whose slot counts is said by the database alone. keys.json may be an older one with former passwords, hold a slot that
 * somebody slipped in, or, when the program was killed while a slot was exchanged, the former and the new one.
 */
export type Register = {
  readonly accounts: readonly StoredAccount[];
  readonly recoveryKey: string | null;
};

export async function readRegister(db: ReadDb): Promise<Register> {
  const [accounts, recovery] = await Promise.all([listAccounts(db), findRecoveryKey(db)]);
  return { accounts, recoveryKey: recovery?.publicKey ?? null };
}

type PublicSlot = SlotName & Pick<Slot, 'publicKey'>;

/** The slot of an active account, or of the recovery code in force. */
export const isKnown = ({ accounts, recoveryKey }: Register, slot: PublicSlot): boolean =>
  slot.kind === 'recovery'
    ? slot.publicKey === recoveryKey
    : accounts.some(
        ({ loginName, isActive, publicKey }) =>
          loginName === slot.owner && isActive && publicKey === slot.publicKey,
      );

/** `first`: no key is registered yet. `last`: not registered, but nobody else could open the file for the office either. */
export type Admission = 'known' | 'first' | 'last' | 'refused';

/** @param publicKeys of the slots of that name which the secret opened */
export function judgeEntrance(
  register: Register,
  vault: Vault,
  name: SlotName,
  publicKeys: readonly string[],
): Admission {
  if (publicKeys.some((publicKey) => isKnown(register, { ...name, publicKey }))) return 'known';
  const account = register.accounts.find(({ loginName }) => loginName === name.owner);
  if (name.kind === 'account' && account?.publicKey === '') return 'first';
  const isTrusted = name.kind === 'recovery' || account?.roles.includes('administrator');
  return isTrusted && !hasWayIn(register, vault) ? 'last' : 'refused';
}

const hasWayIn = (register: Register, vault: Vault): boolean =>
  vault.slots.some(
    (slot) =>
      isKnown(register, slot) &&
      (slot.kind === 'recovery' ||
        register.accounts.some(
          ({ loginName, roles }) => loginName === slot.owner && roles.includes('administrator'),
        )),
  );

/** Without what an exchange of slots left beside the one that counts. */
export const withoutSuperseded = (vault: Vault, register: Register): Vault => ({
  ...vault,
  slots: vault.slots.filter(
    (slot) =>
      isKnown(register, slot) ||
      !vault.slots.some((other) => isSlot(other, slot) && isKnown(register, other)),
  ),
});
