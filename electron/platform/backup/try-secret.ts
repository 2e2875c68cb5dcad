import type { Secret } from '@shared/contract/restore';
import { type Door, trySlot } from '../accounts/door';
import { codeOf, type OpenedKeys, openKeys, slotNameOf } from './keys';

export type { Door } from '../accounts/door';

/** A password or code tried at a set or at this computer's keys: slowed and remembered together with those at the login. */
export async function trySecret(door: Door, path: string, secret: Secret): Promise<OpenedKeys | null> {
  if (secret.kind === 'recovery' && codeOf(secret.code) === null) return null;
  return trySlot(door, path, slotNameOf(secret), () => openKeys(path, secret));
}
