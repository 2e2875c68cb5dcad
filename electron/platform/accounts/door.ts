import { Refusal } from '@shared/contract/result';
import type { SlotName } from '../vault/slot';
import { hasSlot, readVault } from '../vault/vault';
import { countFailedLogins, noteFailedLogin } from './failed-logins';
import type { Office } from './office';

export type Door = Pick<Office, 'dataFolder' | 'clock' | 'throttle'>;

/**
 * A secret tried at a slot, wherever that is asked: wrong ones are slowed and remembered together. Names without a slot share
 * one count, so that another name each time does not get round it.
 * @param keysPath where the slot would stand
 */
export async function trySlot<T>(
  office: Door,
  keysPath: string,
  name: SlotName,
  guess: () => Promise<T | null>,
): Promise<T | null> {
  const tried = knows(keysPath, name) ? name : null;
  const door = tried ? `${tried.kind}:${tried.owner}` : '';
  return office.throttle.attempt(
    door,
    () => countFailedLogins(office, tried),
    async () => {
      const found = await guess();
      if (found === null) noteFailedLogin(office, name, tried !== null);
      return found;
    },
  );
}

/** Keys that cannot be read are told of by the try itself. */
function knows(keysPath: string, name: SlotName): boolean {
  try {
    const vault = readVault(keysPath);
    return vault !== null && hasSlot(vault, name);
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}
