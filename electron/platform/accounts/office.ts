import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { CommandQueue } from '../../db/unit-of-work';
import type { Clock } from '../../ipc/clock';
import type { KeyCost } from '../vault/secret';
import { databaseOf, FIRST_DATABASE, readVault } from '../vault/vault';
import type { Throttle } from './throttle';

/** Where the office's file and its key slots lie, and what opening them needs. */
export type Office = {
  readonly dataFolder: string;
  readonly clock: Clock;
  readonly isDemo: boolean;
  readonly version: string;
  readonly queue: CommandQueue;
  readonly throttle: Throttle;
  /** What a guess at a new password will cost. */
  readonly keyCost: KeyCost;
};

export const DEMO_LOGIN = { loginName: 'yanshi', password: 'yanshi-2026' } as const;

export const vaultPath = (office: Pick<Office, 'dataFolder'>): string => join(office.dataFolder, 'keys.json');

export const hasOffice = (office: Pick<Office, 'dataFolder'>): boolean => existsSync(vaultPath(office));

/** The file that keys.json names; a new office's where there is none yet. */
export function databasePath(office: Pick<Office, 'dataFolder'>): string {
  const vault = readVault(vaultPath(office));
  return join(office.dataFolder, vault ? databaseOf(vault) : FIRST_DATABASE);
}
