import type { Secret } from '@shared/contract/restore';
import { type Door, trySlot } from '../accounts/door';
import { codeOf, type OpenedKeys, openKeys, slotNameOf } from './keys';

export type { Door } from '../accounts/door';

/** A password or code tried at this computer's keys: slowed and remembered together with those at the login. */
export async function trySecret(door: Door, path: string, secret: Secret): Promise<OpenedKeys | null> {
  if (secret.kind === 'recovery' && codeOf(secret.code) === null) return null;
  return trySlot(door, path, slotNameOf(secret), () => openKeys(path, secret));
}

class Fits extends Error {
  readonly opened: OpenedKeys;
  constructor(opened: OpenedKeys) {
    super('the secret fits');
    this.opened = opened;
  }
}

/**
 * The same at the keys of a set; but the right one proves nothing here and ends no slowing: whoever brings a set of his own
 * making would otherwise guess on at the login as often as he likes. What is thrown counts neither way.
 */
export async function trySecretOfSet(door: Door, path: string, secret: Secret): Promise<OpenedKeys | null> {
  if (secret.kind === 'recovery' && codeOf(secret.code) === null) return null;
  try {
    return await trySlot(door, path, slotNameOf(secret), async () => {
      const opened = await openKeys(path, secret);
      if (opened) throw new Fits(opened);
      return null;
    });
  } catch (error) {
    if (error instanceof Fits) return error.opened;
    throw error;
  }
}
