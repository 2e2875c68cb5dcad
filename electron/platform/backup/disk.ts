import { createHash, type Hash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Refusal } from '@shared/contract/result';

const CHUNK = 1024 * 1024;

export type StoredFile = { readonly name: string; readonly bytes: number; readonly sha256: string };

export function hashFile(path: string): { bytes: number; sha256: string } {
  const hash = createHash('sha256');
  const bytes = pour(path, (chunk) => hash.update(chunk));
  return { bytes, sha256: hash.digest('hex') };
}

/** Copies under a temporary name, flushes, renames. @returns size and hash of what was read */
export function copyFile(source: string, target: string): { bytes: number; sha256: string } {
  mkdirSync(dirname(target), { recursive: true });
  const temporary = `${target}.new`;
  const hash: Hash = createHash('sha256');
  const file = openSync(temporary, 'w');
  let bytes = 0;
  try {
    bytes = pour(source, (chunk) => {
      hash.update(chunk);
      writeSync(file, chunk);
    });
    fsyncSync(file);
  } catch (error) {
    closeSync(file);
    rmSync(temporary, { force: true });
    throw error;
  }
  closeSync(file);
  renameSync(temporary, target);
  return { bytes, sha256: hash.digest('hex') };
}

function pour(path: string, take: (chunk: Buffer) => void): number {
  const buffer = Buffer.allocUnsafe(CHUNK);
  const file = openSync(path, 'r');
  try {
    let total = 0;
    for (;;) {
      const read = readSync(file, buffer, 0, CHUNK, null);
      if (read === 0) return total;
      take(buffer.subarray(0, read));
      total += read;
    }
  } finally {
    closeSync(file);
  }
}

export function writeDurably(path: string, text: string): void {
  const file = openSync(path, 'w', 0o600);
  try {
    writeFileSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** A file written by somebody else reaches the disk before it is relied on. */
export function flush(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Throws half a set away. What cannot be removed now (a pulled stick) is removed by the next run. */
export function discard(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch (error) {
    if (codeOf(error) === '') throw error;
  }
}

/** A disk that does not answer; the program goes on without it. */
const LONGEST_WAIT_MS = 3_000;

/** The same from the window's process, which must not wait for a disk. @returns whether it is gone */
export async function discardSoon(folder: string): Promise<boolean> {
  const removal = rm(folder, { recursive: true, force: true }).then(
    () => true,
    () => false,
  );
  return Promise.race([removal, delay(LONGEST_WAIT_MS, false)]);
}

/** What stands in a folder; nothing when it is not there. */
export const namesIn = (folder: string): Promise<string[]> => readdir(folder).catch(() => []);

/** Files of the evidence store as `ab/abcd…`; what is still being written carries a dot and is left out. */
export function listEvidence(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && /^[0-9a-f]{2}$/.test(entry.name))
    .flatMap(({ name }) => readdirSync(join(folder, name)).map((file) => `${name}/${file}`))
    .filter((path) => /\/[\w-]+$/.test(path))
    .sort();
}

/** Refuses before anything is written when it cannot fit; a disk that does not tell is tried. */
export function requireSpace(folder: string, needed: number, what: string): void {
  let free: number;
  try {
    const { bavail, bsize } = statfsSync(folder);
    free = bavail * bsize;
  } catch {
    return;
  }
  if (free >= needed) return;
  throw new Refusal(
    'DISK_FULL',
    `${what}大约需要 ${megabytes(needed)}，目标磁盘只剩 ${megabytes(free)}。请清理该磁盘或换一个位置。现有资料没有改变。`,
  );
}

const megabytes = (bytes: number): string =>
  bytes >= 1e9 ? `${(bytes / 1e9).toFixed(1)} GB` : `${Math.ceil(bytes / 1e6)} MB`;

export const sizeOf = (path: string): number => (existsSync(path) ? statSync(path).size : 0);

export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';

const GONE = ['ENOENT', 'ENOTDIR', 'ENODEV', 'ENXIO', 'EIO', 'SQLITE_CANTOPEN', 'SQLITE_IOERR'];
const FORBIDDEN = ['EACCES', 'EPERM', 'EROFS', 'SQLITE_READONLY'];

/** Why a folder of backups cannot be written or read, in words that help; everything else passes unchanged. */
export function asDiskRefusal(error: unknown, folder: string): unknown {
  const code = codeOf(error);
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG' || code === 'SQLITE_FULL') {
    return new Refusal(
      'DISK_FULL',
      `“${folder}”所在磁盘空间已满，没有写完，未写完的部分已清除。请清理该磁盘或换一个位置。现有资料没有改变。`,
    );
  }
  if (FORBIDDEN.some((prefix) => code.startsWith(prefix))) {
    return new Refusal(
      'FILE_UNWRITABLE',
      `“${folder}”没有写入权限或者是只读的。请换一个文件夹，或取消 U 盘的写保护。现有资料没有改变。`,
    );
  }
  if (code === 'ENAMETOOLONG') {
    return new Refusal(
      'FILE_UNWRITABLE',
      `“${folder}”的路径太长，写不进去。请选择层次较浅、名称较短的文件夹。现有资料没有改变。`,
    );
  }
  if (GONE.some((prefix) => code.startsWith(prefix))) {
    return new Refusal(
      'FILE_UNWRITABLE',
      `找不到“${folder}”，U 盘可能已拔出，或者网络文件夹没有连接。请接好后重试。现有资料没有改变。`,
    );
  }
  return error;
}
