import { createHash, createHmac } from 'node:crypto';
import { type FileHandle, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Refusal } from '@shared/contract/result';
import {
  CHUNK_SIZE,
  chunkCount,
  chunkPlace,
  damaged,
  HEAD,
  HEAD_SIZE,
  openChunk,
  sealChunk,
  sealedSize,
} from './chunk-format';
import { changedMeanwhile, type OpenSource } from './source';

/** What reading a stored file needs; all of it stands in the encrypted database. */
export type StoredFile = {
  readonly storeName: string;
  readonly fileKey: Uint8Array;
  readonly sha256: string;
  readonly size: number;
};

type Report = (done: number, total: number) => void;

export const evidenceFolder = (databasePath: string): string => join(dirname(databasePath), 'evidence');

/**
 * Name on disk, by content and key: the same content stored again after a clean-up has another key and so another name.
 * One name means one sequence of bytes for ever, which is what lets backups share files by name.
 */
export const storeNameOf = (secret: Uint8Array, fileKey: Uint8Array, sha256: string): string =>
  createHmac('sha256', secret).update(fileKey).update(sha256).digest('hex');

export const storedPath = (folder: string, storeName: string): string =>
  join(folder, storeName.slice(0, 2), storeName);

/** SHA-256 of a source, one chunk in memory at a time. */
export async function hashSource(source: OpenSource, report: Report): Promise<string> {
  const hash = createHash('sha256');
  const buffer = Buffer.allocUnsafe(CHUNK_SIZE);
  for (let position = 0; position < source.size; ) {
    const count = await source.read(buffer, position);
    if (count === 0) throw changedMeanwhile();
    hash.update(buffer.subarray(0, count));
    position += count;
    report(position, source.size);
  }
  return hash.digest('hex');
}

/**
 * Seals a source into `part`, flushes it, and only then gives it its name: a program killed at any moment leaves a
 * whole file or none. Refuses when what is read now is not what was read before.
 */
export async function writeStored(
  source: OpenSource,
  file: StoredFile,
  places: { readonly folder: string; readonly part: string; readonly stamp: string },
  report: Report,
): Promise<void> {
  const target = storedPath(places.folder, file.storeName);
  try {
    await mkdir(dirname(places.part), { recursive: true, mode: 0o700 });
    await mkdir(dirname(target), { recursive: true, mode: 0o700 });
    const out = await open(places.part, 'wx', 0o600);
    try {
      await sealInto(out, source, file, report);
      await out.sync();
    } finally {
      await out.close();
    }
    if ((await source.stamp()) !== places.stamp) throw changedMeanwhile();
    await rename(places.part, target);
    await flushFolder(dirname(target));
  } catch (error) {
    await rm(places.part, { force: true });
    throw asRefusal(error);
  }
}

async function sealInto(
  out: FileHandle,
  source: OpenSource,
  file: StoredFile,
  report: Report,
): Promise<void> {
  const hash = createHash('sha256');
  const buffer = Buffer.allocUnsafe(CHUNK_SIZE);
  await writeAll(out, HEAD, 0);
  for (let index = 0; index < chunkCount(file.size); index += 1) {
    const position = index * CHUNK_SIZE;
    const wanted = Math.min(CHUNK_SIZE, file.size - position);
    const plain = buffer.subarray(0, wanted);
    if ((await source.read(plain, position)) !== wanted) throw changedMeanwhile();
    hash.update(plain);
    const sealed = sealChunk(file.fileKey, index, file.size, plain);
    await writeAll(out, sealed, chunkPlace(index, file.size).offset);
    report(position + wanted, file.size);
  }
  if (hash.digest('hex') !== file.sha256) throw changedMeanwhile();
}

/** A disk that fills up may take a part of it without a word. */
async function writeAll(out: FileHandle, bytes: Readonly<Uint8Array>, position: number): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await out.write(bytes, done, bytes.length - done, position + done);
    done += bytesWritten;
  }
}

/** The new name reaches the disk too; Windows has no such call and needs none. */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** A stored file open for reading any part of it. */
export type OpenStored = {
  /** Refuses with FILE_UNREADABLE when the chunk was changed. */
  readonly chunk: (index: number) => Promise<Buffer>;
  readonly close: () => Promise<void>;
};

/** Refuses with FILE_UNREADABLE when the file is gone, cut short or none of ours. */
export async function openStored(folder: string, file: StoredFile): Promise<OpenStored> {
  const handle = await open(storedPath(folder, file.storeName), 'r').catch((error: unknown) => {
    throw missingOr(error);
  });
  try {
    const head = Buffer.alloc(HEAD_SIZE);
    await handle.read(head, 0, HEAD_SIZE, 0);
    if (!head.equals(HEAD) || (await handle.stat()).size !== sealedSize(file.size)) throw damaged();
  } catch (error) {
    await handle.close();
    throw error;
  }
  return {
    chunk: async (index) => {
      const { offset, length } = chunkPlace(index, file.size);
      const sealed = Buffer.allocUnsafe(length);
      const { bytesRead } = await handle.read(sealed, 0, length, offset);
      if (bytesRead !== length) throw damaged();
      return openChunk(file.fileKey, index, file.size, sealed);
    },
    close: () => handle.close(),
  };
}

/** Bytes from `start` up to but not including `end`, a chunk at a time. */
export async function* readRange(
  folder: string,
  file: StoredFile,
  start = 0,
  end = file.size,
): AsyncGenerator<Buffer> {
  const stored = await openStored(folder, file);
  try {
    for (let index = Math.floor(start / CHUNK_SIZE); index * CHUNK_SIZE < end; index += 1) {
      const chunk = await stored.chunk(index);
      const from = index * CHUNK_SIZE;
      yield chunk.subarray(Math.max(0, start - from), Math.min(chunk.length, end - from));
    }
  } finally {
    await stored.close();
  }
}

/** Where plain bytes lie until they are whole. */
export const partOf = (target: string): string => `${target}.part`;

/** Writes the plain bytes where the user asked, beside first, then renamed. */
export async function writePlain(
  folder: string,
  file: StoredFile,
  target: string,
  report: Report,
): Promise<void> {
  const part = partOf(target);
  try {
    const out = await open(part, 'wx', 0o600);
    const hash = createHash('sha256');
    let done = 0;
    try {
      for await (const piece of readRange(folder, file)) {
        await writeAll(out, piece, done);
        hash.update(piece);
        done += piece.length;
        report(done, file.size);
      }
      await out.sync();
    } finally {
      await out.close();
    }
    if (hash.digest('hex') !== file.sha256) throw damaged();
    await rename(part, target);
  } catch (error) {
    await rm(part, { force: true });
    throw asRefusal(error);
  }
}

export type StoredState = 'sound' | 'missing' | 'damaged';

/** Reads a stored file through and compares it with what the database knows of it. */
export async function judgeStored(
  folder: string,
  file: StoredFile,
  report: Report = () => undefined,
): Promise<StoredState> {
  const path = storedPath(folder, file.storeName);
  if ((await stat(path).catch(() => null)) === null) return 'missing';
  const hash = createHash('sha256');
  let done = 0;
  try {
    for await (const piece of readRange(folder, file)) {
      hash.update(piece);
      done += piece.length;
      report(done, file.size);
    }
  } catch (error) {
    if (error instanceof Refusal) return 'damaged';
    throw error;
  }
  return hash.digest('hex') === file.sha256 ? 'sound' : 'damaged';
}

function missingOr(error: unknown): Refusal {
  const code = codeOf(error);
  if (code === 'ENOENT') {
    return new Refusal(
      'FILE_UNREADABLE',
      '数据文件夹中没有这份证据文件，可能被误删或者没有随数据一起复制。请从备份恢复该文件。',
    );
  }
  return new Refusal('FILE_UNREADABLE', '证据文件暂时不能读取，请检查数据文件夹的权限后重试。');
}

function asRefusal(error: unknown): unknown {
  if (error instanceof Refusal) return error;
  const code = codeOf(error);
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG') {
    return new Refusal('DISK_FULL', '磁盘空间不足，没有写入。请清理磁盘后重试，程序中的资料没有改变。');
  }
  if (['EACCES', 'EPERM', 'EROFS', 'EIO', 'EBUSY', 'ENOENT', 'ENOTDIR', 'EEXIST'].includes(code)) {
    return new Refusal('FILE_UNWRITABLE', '不能写入该文件夹，可能没有权限或者 U 盘已拔出。请检查后重试。');
  }
  return error;
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';
