import { createHash, randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openSource } from '../../../electron/platform/evidence/source';
import {
  readRange,
  type StoredFile,
  storedPath,
  storeNameOf,
  writeStored,
} from '../../../electron/platform/evidence/store';
import { temporaryFolder } from '../../builders/file';

export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const SECRET = Buffer.alloc(32, 5);

/** A file of the office's disk. */
export function writeSource(name: string, bytes: Uint8Array): string {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, bytes);
  return path;
}

/** Stores bytes through a real file, as the worker does. */
export async function storeBytes(folder: string, bytes: Uint8Array): Promise<StoredFile> {
  const fileKey = randomBytes(32);
  const sha256 = hashOf(bytes);
  const file = { fileKey, sha256, size: bytes.length, storeName: storeNameOf(SECRET, fileKey, sha256) };
  const source = await openSource({ type: 'file', path: writeSource('source.bin', bytes) });
  try {
    const stamp = await source.stamp();
    await writeStored(
      source,
      file,
      { folder, part: join(folder, 'incoming', 'x.part'), stamp },
      () => undefined,
    );
  } finally {
    await source.close();
  }
  return file;
}

export async function readBack(
  folder: string,
  file: StoredFile,
  start?: number,
  end?: number,
): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of readRange(folder, file, start, end)) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** Changes the bytes on disk. */
export function tamper(folder: string, file: StoredFile, change: (bytes: Buffer) => Buffer): void {
  const path = storedPath(folder, file.storeName);
  writeFileSync(path, change(readFileSync(path)));
}
