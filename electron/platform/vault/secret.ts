import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto';

/** What a guess at a password costs. */
export type KeyCost = { readonly n: number; readonly r: number; readonly p: number };
export type ScryptParameters = KeyCost & { readonly salt: string };

/** 64 MiB, about 0.2 s on an office PC. Stored with each slot and raised at a login when a slot has less. */
export const TODAYS_COST: KeyCost = { n: 2 ** 16, r: 8, p: 1 };

/** For opening only: no slot has less. */
export const AS_STORED: KeyCost = { n: 0, r: 0, p: 0 };

export const isCheaper = (slot: KeyCost, today: KeyCost): boolean =>
  slot.n * slot.r * slot.p < today.n * today.r * today.p;

/** Some bytes under AES-256-GCM, all parts in base64. */
export type Sealed = { readonly iv: string; readonly tag: string; readonly bytes: string };

/** @param context what the bytes belong to: sealed for one place, they open at no other */
export function seal(key: Buffer, context: string, plain: Buffer): Sealed {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  cipher.setAAD(Buffer.from(context));
  const bytes = Buffer.concat([cipher.update(plain), cipher.final()]);
  return {
    iv: iv.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
    bytes: bytes.toString('base64'),
  };
}

/** @returns null when key or context do not fit, or a byte was changed */
export function unseal(key: Buffer, context: string, sealed: Sealed): Buffer | null {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(sealed.iv, 'base64'), {
      authTagLength: 16,
    });
    decipher.setAAD(Buffer.from(context));
    decipher.setAuthTag(Buffer.from(sealed.tag, 'base64'));
    return Buffer.concat([decipher.update(Buffer.from(sealed.bytes, 'base64')), decipher.final()]);
  } catch {
    // The tag does not fit: the wrong password is the one expected reason.
    return null;
  }
}

export const withSalt = (cost: KeyCost): ScryptParameters => ({
  n: cost.n,
  r: cost.r,
  p: cost.p,
  salt: randomBytes(16).toString('base64'),
});

/** The key a password gives. NFKC: the same password typed by another input method is the same password. */
export function derive(secret: string, { n, r, p, salt }: ScryptParameters): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const options = { N: n, r, p, maxmem: 256 * n * r };
    scrypt(secret.normalize('NFKC'), Buffer.from(salt, 'base64'), 32, options, (error, key) => {
      if (error) reject(error);
      else resolve(key);
    });
  });
}
