import type { Secret } from '@shared/contract/restore';
import type { Clock } from '../../ipc/clock';
import { noteFailedLogin } from '../accounts/failed-logins';
import type { Throttle } from '../accounts/throttle';
import { codeOf, hasSlotFor, type OpenedKeys, openKeys, slotNameOf } from './keys';

export type Door = { readonly dataFolder: string; readonly clock: Clock; readonly throttle: Throttle };

/** A password or code tried at a set or at this computer's keys: slowed and remembered together with those at the login. */
export async function trySecret(door: Door, path: string, secret: Secret): Promise<OpenedKeys | null> {
  if (secret.kind === 'recovery' && codeOf(secret.code) === null) return null;
  const name = slotNameOf(secret);
  const throttled = `${name.kind}:${name.owner}`;
  await door.throttle.wait(throttled);
  const opened = await openKeys(path, secret);
  if (opened) {
    door.throttle.passed(throttled);
    return opened;
  }
  door.throttle.failed(throttled);
  noteFailedLogin(door, name, hasSlotFor(path, name));
  return null;
}
