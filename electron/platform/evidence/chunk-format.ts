import { createCipheriv, createDecipheriv } from 'node:crypto';
import { Refusal } from '@shared/contract/result';

/**
 * A stored file: a head, then chunks sealed one by one with AES-256-GCM. Number and finality of a chunk are
 * authenticated with it, so that a file cut short, reordered or mended from two is noticed at the first wrong chunk; and
 * any part can be read without the rest, as a video asks for it.
 */

export const CHUNK_SIZE = 256 * 1024;
const TAG_SIZE = 16;
const MAGIC = Buffer.from('UCEV');
const VERSION = 1;

/** Begins every stored file and is authenticated with each chunk. */
export const HEAD: Readonly<Buffer> = makeHead();
export const HEAD_SIZE = HEAD.length;

function makeHead(): Buffer {
  const head = Buffer.alloc(12);
  MAGIC.copy(head);
  head.writeUInt32BE(VERSION, 4);
  head.writeUInt32BE(CHUNK_SIZE, 8);
  return head;
}

export const chunkCount = (size: number): number => Math.ceil(size / CHUNK_SIZE);

/** Bytes on disk of a file of `size` bytes. */
export const sealedSize = (size: number): number => HEAD_SIZE + size + chunkCount(size) * TAG_SIZE;

/** Where a chunk lies on disk. */
export function chunkPlace(
  index: number,
  size: number,
): { readonly offset: number; readonly length: number } {
  const plain = Math.min(CHUNK_SIZE, size - index * CHUNK_SIZE);
  return { offset: HEAD_SIZE + index * (CHUNK_SIZE + TAG_SIZE), length: plain + TAG_SIZE };
}

const isLast = (index: number, size: number): boolean => index === chunkCount(size) - 1;

// A key seals one file only, so the chunk's number never meets the same key twice.
function nonceOf(index: number): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(index, 8);
  return nonce;
}

const bindingOf = (index: number, size: number): Buffer =>
  Buffer.concat([HEAD, nonceOf(index), Buffer.from([isLast(index, size) ? 1 : 0])]);

/** @param size of the whole file @returns ciphertext and tag */
export function sealChunk(key: Uint8Array, index: number, size: number, plain: Uint8Array): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonceOf(index));
  cipher.setAAD(bindingOf(index, size));
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** Refuses with FILE_UNREADABLE when a single bit is not as it was written. */
export function openChunk(key: Uint8Array, index: number, size: number, sealed: Uint8Array): Buffer {
  const end = sealed.length - TAG_SIZE;
  if (end < 0) throw damaged();
  const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(index));
  decipher.setAAD(bindingOf(index, size));
  decipher.setAuthTag(sealed.subarray(end));
  const plain = decipher.update(sealed.subarray(0, end));
  try {
    decipher.final();
  } catch {
    // GCM's tag did not fit: the one expected reason is a changed file.
    throw damaged();
  }
  return plain;
}

export const damaged = (): Refusal =>
  new Refusal(
    'FILE_UNREADABLE',
    '证据文件已损坏或者被改动过，不能打开。请在“设置 - 证据检查”中查看，并从备份恢复该文件。',
  );
