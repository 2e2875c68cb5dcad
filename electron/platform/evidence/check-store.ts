import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { judgeStored, type StoredFile } from './store';

/** 证据完整性检查: is every file there and as it was written, and what lies in the folder that belongs to nothing. */

export type CheckReport = {
  readonly checkedCount: number;
  readonly missingIds: readonly number[];
  readonly damagedIds: readonly number[];
  /** Written by this program, pointed at by no row: what a killed program or a removed record left. */
  readonly strays: { readonly count: number; readonly bytes: number };
  /** Not written by this program: told, never touched. */
  readonly foreignCount: number;
};

type KnownFile = StoredFile & { readonly id: number };
type Progress = (phase: string, done: number, total: number) => void;

const INCOMING = 'incoming';
const OWN_FOLDER = /^[0-9a-f]{2}$/;
const OWN_NAME = /^[0-9a-f]{64}$/;
const OWN_PART = /^[0-9a-f]{32}\.part$/;

/** Where files lie until they are whole. */
export const partPath = (folder: string, name: string): string => join(folder, INCOMING, `${name}.part`);

export async function checkStore(
  job: { readonly folder: string; readonly files: readonly KnownFile[] },
  progress: Progress = () => undefined,
): Promise<CheckReport> {
  const total = job.files.reduce((sum, file) => sum + file.size, 0);
  const missingIds: number[] = [];
  const damagedIds: number[] = [];
  let before = 0;
  for (const file of job.files) {
    // A film alone takes a minute: told by its bytes, not only when it is through.
    const state = await judgeStored(job.folder, file, (done) => progress('检查', before + done, total));
    if (state === 'missing') missingIds.push(file.id);
    if (state === 'damaged') damagedIds.push(file.id);
    before += file.size;
    progress('检查', before, total);
  }
  const found = await listFolder(job.folder, namesOf(job.files));
  const strays = { count: found.strays.length, bytes: 0 };
  for (const path of found.strays) strays.bytes += (await stat(path)).size;
  return { checkedCount: job.files.length, missingIds, damagedIds, strays, foreignCount: found.foreignCount };
}

/** Removes what checkStore calls strays, and nothing else. @returns how many */
export async function cleanStore(job: {
  readonly folder: string;
  readonly storeNames: readonly string[];
}): Promise<{ removedCount: number }> {
  const { strays } = await listFolder(job.folder, new Set(job.storeNames));
  for (const path of strays) await rm(path, { force: true });
  return { removedCount: strays.length };
}

const namesOf = (files: readonly KnownFile[]): ReadonlySet<string> =>
  new Set(files.map((file) => file.storeName));

async function listFolder(folder: string, known: ReadonlySet<string>) {
  const strays: string[] = [];
  let foreignCount = 0;
  for (const entry of await entriesOf(folder)) {
    const isIncoming = entry.name === INCOMING;
    if (!entry.isDirectory() || !(isIncoming || OWN_FOLDER.test(entry.name))) {
      foreignCount += 1;
      continue;
    }
    for (const file of await entriesOf(join(folder, entry.name))) {
      const isOwn = isIncoming
        ? OWN_PART.test(file.name)
        : OWN_NAME.test(file.name) && file.name.startsWith(entry.name);
      if (!file.isFile() || !isOwn) foreignCount += 1;
      else if (!known.has(file.name)) strays.push(join(folder, entry.name, file.name));
    }
  }
  return { strays, foreignCount };
}

/** A unit without any evidence has no such folder. */
async function entriesOf(folder: string) {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
