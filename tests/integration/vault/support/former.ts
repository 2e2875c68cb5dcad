import { createCipheriv, randomBytes, scryptSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';

/** keys.json as the first version of the program wrote it: the password wraps the data key itself. */
export function writeFormerVault(
  path: string,
  office: { unitName: string; owner: string; password: string; dataKey: Buffer },
): void {
  const [n, r, p] = [2 ** 8, 8, 1];
  const salt = randomBytes(16);
  const iv = randomBytes(12);
  const key = scryptSync(office.password.normalize('NFKC'), salt, 32, { N: n, r, p });
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  cipher.setAAD(Buffer.from(`account:${office.owner}`));
  const wrappedKey = Buffer.concat([cipher.update(office.dataKey), cipher.final()]);
  const slot = {
    kind: 'account',
    owner: office.owner,
    scrypt: { n, r, p, salt: salt.toString('base64') },
    iv: iv.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
    wrappedKey: wrappedKey.toString('base64'),
  };
  writeFileSync(path, JSON.stringify({ format: 1, unitName: office.unitName, slots: [slot] }));
}
