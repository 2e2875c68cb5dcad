import { copyFileSync, existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf, flush } from './disk';
import { databaseNamed, type Keys, nameDatabase } from './keys';
import { KEYS } from './layout';

/** Former files of this computer, one folder for each restore or salvage. Nothing in it is ever deleted by the program. */
const KEPT = '恢复前保留';

export const keptFolder = (dataFolder: string, stamp: string): string => join(dataFolder, KEPT, stamp);

export type Switch = {
  readonly dataFolder: string;
  /** Made and checked beforehand. */
  readonly database: string;
  /** What opens it. */
  readonly keys: Keys;
  readonly dataKey: Buffer;
  readonly stamp: string;
};

/**
 * Puts another file in the place of the present one by a single rename: keys.json names the file it opens. Killed before
 * it, the former file opens; after it, the new one. What was there is kept aside.
 * @returns where it is kept; empty when there was nothing
 */
export function switchFile({ dataFolder, database, keys, dataKey, stamp }: Switch): string {
  const present = join(dataFolder, KEYS);
  const kept = keptFolder(dataFolder, stamp);
  const former = databaseNamed(present);
  const hasFormer = existsSync(present) || existsSync(join(dataFolder, former));
  if (hasFormer) mkdirSync(kept, { recursive: true });
  if (existsSync(present)) {
    copyFileSync(present, join(kept, KEYS));
    flush(join(kept, KEYS));
  }
  nameDatabase(present, keys, database, dataKey);
  if (!hasFormer) return '';
  for (const suffix of ['', '-wal', '-shm']) {
    const file = join(dataFolder, former + suffix);
    if (former !== database && existsSync(file)) setAside(file, join(kept, former + suffix));
  }
  return kept;
}

/** Held open by somebody else it stays where it is: under its name nobody opens it any more, and nothing is lost. */
function setAside(file: string, target: string): void {
  try {
    renameSync(file, target);
  } catch (error) {
    if (codeOf(error) === '') throw error;
  }
}
