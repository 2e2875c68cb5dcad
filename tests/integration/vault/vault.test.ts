import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { createThrottle, delayAfter } from '../../../electron/platform/accounts/throttle';
import {
  createDataKey,
  readVault,
  type Slot,
  unwrapKey,
  wrapKey,
  writeVault,
} from '../../../electron/platform/vault/vault';
import { temporaryFolder } from '../../builders/file';

const PASSWORD = '密码Abc-2026';
const dataKey = createDataKey();
let slot: Slot;
beforeAll(async () => {
  slot = await wrapKey(dataKey, 'account', 'wangmin', PASSWORD);
});

describe('a key slot', () => {
  it('gives the data key back for its password', async () => {
    expect(await unwrapKey(slot, PASSWORD)).toEqual(dataKey);
  });

  it('takes the same password from any input method: full-width and composed forms', async () => {
    expect(await unwrapKey(slot, '密码Ａｂｃ－２０２６')).toEqual(dataKey);
    const accented = await wrapKey(dataKey, 'account', 'a', 'caf\u00e9-2026');
    expect(await unwrapKey(accented, 'cafe\u0301-2026')).toEqual(dataKey);
  });

  it('gives null for a wrong password', async () => {
    for (const wrong of ['', 'x', `${PASSWORD} `, PASSWORD.toLowerCase()])
      expect(await unwrapKey(slot, wrong)).toBeNull();
  });

  it('gives null when any part of it was tampered with', async () => {
    const flip = (text: string) => {
      const bytes = Buffer.from(text, 'base64');
      bytes.writeUInt8(bytes.readUInt8(0) ^ 1, 0);
      return bytes.toString('base64');
    };
    const forged: Record<string, Slot> = {
      iv: { ...slot, iv: flip(slot.iv) },
      tag: { ...slot, tag: flip(slot.tag) },
      wrappedKey: { ...slot, wrappedKey: flip(slot.wrappedKey) },
      salt: { ...slot, scrypt: { ...slot.scrypt, salt: flip(slot.scrypt.salt) } },
      cost: { ...slot, scrypt: { ...slot.scrypt, n: slot.scrypt.n / 2 } },
      owner: { ...slot, owner: 'lijun' },
      kind: { ...slot, kind: 'recovery' },
    };
    for (const [part, tampered] of Object.entries(forged))
      expect([part, await unwrapKey(tampered, PASSWORD)]).toEqual([part, null]);
  });

  it('never repeats salt or nonce, so that equal passwords look unlike', async () => {
    const twin = await wrapKey(dataKey, 'account', 'wangmin', PASSWORD);
    expect(twin.scrypt.salt).not.toBe(slot.scrypt.salt);
    expect(twin.iv).not.toBe(slot.iv);
    expect(twin.wrappedKey).not.toBe(slot.wrappedKey);
  });

  it('costs what a guess should cost: scrypt with 64 MiB', () => {
    const { n, r, p } = slot.scrypt;
    expect({ n, r, p }).toEqual({ n: 2 ** 16, r: 8, p: 1 });
    expect(128 * n * r).toBe(64 * 1024 * 1024);
  });

  it('data keys are random and 32 bytes long', () => {
    const keys = Array.from({ length: 50 }, () => createDataKey().toString('hex'));
    expect(new Set(keys).size).toBe(50);
    expect(keys.every((key) => key.length === 64)).toBe(true);
  });
});

describe('the slot file', () => {
  const vault = () => ({ format: 1 as const, unitName: '安溪县总工会', slots: [slot] });

  it('comes back as written and holds neither key nor password', async () => {
    const path = join(temporaryFolder(), 'keys.json');
    writeVault(path, vault());
    expect(readVault(path)).toEqual(vault());
    const bytes = readFileSync(path);
    for (const secret of [
      dataKey,
      Buffer.from(dataKey.toString('hex')),
      Buffer.from(dataKey.toString('base64')),
      Buffer.from(PASSWORD),
    ]) {
      expect(bytes.includes(secret)).toBe(false);
    }
    const again = readVault(path)?.slots[0];
    expect(again && (await unwrapKey(again, PASSWORD))).toEqual(dataKey);
  });

  it('is replaced as a whole: the new one is written beside it, flushed and renamed', () => {
    const folder = temporaryFolder();
    const path = join(folder, 'keys.json');
    writeVault(path, vault());
    const first = statSync(path).ino;
    writeVault(path, { ...vault(), unitName: '云州市总工会' });
    expect(statSync(path).ino).not.toBe(first);
    expect(readVault(path)?.unitName).toBe('云州市总工会');
    expect(readdirSync(folder)).toEqual(['keys.json']);
  });

  it('that cannot be replaced leaves the old one in force', () => {
    const path = join(temporaryFolder(), 'keys.json');
    writeVault(path, vault());
    // The place of the temporary file is taken by a folder.
    mkdirSync(`${path}.new`);
    expect(() => writeVault(path, { ...vault(), unitName: '云州市总工会' })).toThrow();
    expect(readVault(path)?.unitName).toBe('安溪县总工会');
  });

  it('left half-written by a killed program is written over', () => {
    const path = join(temporaryFolder(), 'keys.json');
    writeVault(path, vault());
    writeFileSync(`${path}.new`, '{"format":1,"slo');
    expect(readVault(path)).toEqual(vault());
    writeVault(path, { ...vault(), unitName: '云州市总工会' });
    expect(readVault(path)?.unitName).toBe('云州市总工会');
    expect(existsSync(`${path}.new`)).toBe(false);
  });

  it('is readable by its owner only', { skip: process.platform === 'win32' }, () => {
    const path = join(temporaryFolder(), 'keys.json');
    writeVault(path, vault());
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('does not exist on a new machine', () => {
    expect(readVault(join(temporaryFolder(), 'keys.json'))).toBeNull();
  });
});

describe('wrong passwords slow the next try down', () => {
  it.each([
    [0, 0],
    [1, 0],
    [2, 0],
    [3, 1000],
    [4, 2000],
    [5, 4000],
    [6, 8000],
    [7, 16_000],
    [8, 30_000],
    [9, 30_000],
    [1000, 30_000],
  ])('after %i wrong tries by %i ms', (failures, wait) => {
    expect(delayAfter(failures)).toBe(wait);
  });

  it('each account by itself, and no longer after the right one', async () => {
    const waits: number[] = [];
    const throttle = createThrottle(async (ms) => void waits.push(ms));
    const fail = async (name: string) => {
      await throttle.wait(name);
      throttle.failed(name);
    };
    for (let i = 0; i < 5; i += 1) await fail('wangmin');
    await throttle.wait('lijun');
    await throttle.wait('wangmin');
    throttle.passed('wangmin');
    await throttle.wait('wangmin');
    expect(waits).toEqual([0, 0, 0, 1000, 2000, 0, 4000, 0]);
  });
});
