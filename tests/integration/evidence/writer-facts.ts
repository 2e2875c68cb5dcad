import { createHash } from 'node:crypto';

/** What the killed writer and its judge agree on. */

export const KEY = new Uint8Array(32).fill(9);

/** SHA-256 of the film both know: a head of 72 bytes, then nothing. */
export async function hashOfFilm(size: number): Promise<string> {
  const head = Buffer.concat([Buffer.from('00000018', 'hex'), Buffer.from('ftypisom'), Buffer.alloc(60)]);
  const hash = createHash('sha256').update(head);
  const blank = Buffer.alloc(1024 * 1024);
  for (let left = size - head.length; left > 0; left -= blank.length) {
    hash.update(blank.subarray(0, Math.min(left, blank.length)));
  }
  return hash.digest('hex');
}
