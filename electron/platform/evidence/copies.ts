import { chmod, mkdir, open, readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { CHUNK_SIZE } from './chunk-format';

/** Private copies that other programs were given: one folder, wiped at lock, at the end and at the next start. */

export const COPIES = 'opened';

export const copiesFolder = (databasePath: string): string => join(dirname(databasePath), COPIES);

/** A folder only this account of the machine may look into. */
export async function makeCopiesFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await chmod(folder, 0o700);
}

/**
 * Overwrites and removes every copy, also what other programs laid beside it.
 * @returns those that could not be removed because a program holds them
 */
export async function wipeCopies(folder: string): Promise<string[]> {
  const held: string[] = [];
  for (const path of await filesUnder(folder)) {
    if (!(await wipeCopy(path))) held.push(path);
  }
  return held;
}

/** @returns false when another program holds it */
export async function wipeCopy(path: string): Promise<boolean> {
  try {
    await chmod(path, 0o600);
    const file = await open(path, 'r+');
    try {
      const { size } = await file.stat();
      const blank = Buffer.alloc(CHUNK_SIZE);
      for (let position = 0; position < size; position += blank.length) {
        await file.write(blank, 0, Math.min(blank.length, size - position), position);
      }
      await file.sync();
      await file.truncate(0);
    } finally {
      await file.close();
    }
    await rm(path, { force: true });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return error.code === 'ENOENT';
    throw error;
  }
}

async function filesUnder(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true, recursive: true });
    return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
