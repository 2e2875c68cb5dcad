import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

/**
 * What whoever holds the data key has written, and nobody else: HMAC-SHA-256 under a key derived for one purpose.
 * @param content JSON; the order of its members does not matter
 */
export function macUnder(dataKey: Buffer, purpose: string, content: unknown): string {
  const key = Buffer.from(hkdfSync('sha256', dataKey, '', purpose, 32));
  try {
    return createHmac('sha256', key)
      .update(JSON.stringify(sorted(content)))
      .digest('hex');
  } finally {
    key.fill(0);
  }
}

export function isSameMac(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => [key, sorted(item)]),
  );
}
