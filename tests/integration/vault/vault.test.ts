import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { TODAYS_COST } from '../../../electron/platform/vault/secret';
import {
  changeSecret,
  createDataKey,
  createSlot,
  openSlot,
  resealSlot,
  type Slot,
  type SlotName,
} from '../../../electron/platform/vault/slot';
import {
  judgeVault,
  newVault,
  openVault,
  readVault,
  withSlot,
  writeVault,
} from '../../../electron/platform/vault/vault';
import { temporaryFolder } from '../../builders/file';
import { QUICK_COST } from '../../builders/office';
import { writeFormerVault } from './support/former';

const PASSWORD = '密码Abc-2026';
const WANGMIN: SlotName = { kind: 'account', owner: 'wangmin' };
const dataKey = createDataKey();
let slot: Slot;
beforeAll(async () => {
  slot = await createSlot(dataKey, WANGMIN, PASSWORD, QUICK_COST);
});
const keyOf = async (one: Slot, secret: string) => (await openSlot(one, secret, QUICK_COST))?.dataKey ?? null;

describe('a key slot', () => {
  it('gives the data key back for its password', async () => {
    expect(await keyOf(slot, PASSWORD)).toEqual(dataKey);
  });

  it('takes the same password from any input method: full-width and composed forms', async () => {
    expect(await keyOf(slot, '密码Ａｂｃ－２０２６')).toEqual(dataKey);
    const accented = await createSlot(dataKey, WANGMIN, 'caf\u00e9-2026', QUICK_COST);
    expect(await keyOf(accented, 'cafe\u0301-2026')).toEqual(dataKey);
  });

  it('gives null for a wrong password', async () => {
    for (const wrong of ['', 'x', `${PASSWORD} `, PASSWORD.toLowerCase()])
      expect(await keyOf(slot, wrong)).toBeNull();
  });

  it('gives null when any part of it was tampered with', async () => {
    const flip = (text: string) => {
      const bytes = Buffer.from(text, 'base64');
      bytes.writeUInt8(bytes.readUInt8(0) ^ 1, 0);
      return bytes.toString('base64');
    };
    const other = await createSlot(dataKey, WANGMIN, PASSWORD, QUICK_COST);
    const forged: Record<string, Slot> = {
      iv: { ...slot, privateKey: { ...slot.privateKey, iv: flip(slot.privateKey.iv) } },
      tag: { ...slot, privateKey: { ...slot.privateKey, tag: flip(slot.privateKey.tag) } },
      privateKey: { ...slot, privateKey: { ...slot.privateKey, bytes: flip(slot.privateKey.bytes) } },
      dataKey: { ...slot, dataKey: { ...slot.dataKey, bytes: flip(slot.dataKey.bytes) } },
      dataKeyTag: { ...slot, dataKey: { ...slot.dataKey, tag: flip(slot.dataKey.tag) } },
      ephemeralKey: { ...slot, dataKey: { ...slot.dataKey, ephemeralKey: other.dataKey.ephemeralKey } },
      // A point of low order: both halves would agree on nothing but zeros.
      zeroPoint: {
        ...slot,
        dataKey: { ...slot.dataKey, ephemeralKey: `MCowBQYDK2VuAyEA${'A'.repeat(43)}=` },
      },
      publicKey: { ...slot, publicKey: other.publicKey },
      salt: { ...slot, scrypt: { ...slot.scrypt, salt: flip(slot.scrypt.salt) } },
      cost: { ...slot, scrypt: { ...slot.scrypt, n: slot.scrypt.n / 2 } },
      owner: { ...slot, owner: 'lijun' },
      kind: { ...slot, kind: 'recovery' },
    };
    for (const [part, tampered] of Object.entries(forged))
      expect([part, await keyOf(tampered, PASSWORD)]).toEqual([part, null]);
  });

  it('never repeats salt, nonce or key pair, so that equal passwords look unlike', async () => {
    const twin = await createSlot(dataKey, WANGMIN, PASSWORD, QUICK_COST);
    expect(twin.scrypt.salt).not.toBe(slot.scrypt.salt);
    expect(twin.publicKey).not.toBe(slot.publicKey);
    expect(twin.privateKey.iv).not.toBe(slot.privateKey.iv);
    expect(twin.privateKey.bytes).not.toBe(slot.privateKey.bytes);
    expect(twin.dataKey.bytes).not.toBe(slot.dataKey.bytes);
  });

  it('costs in the program what a guess should cost: scrypt with 64 MiB', () => {
    expect(TODAYS_COST).toEqual({ n: 2 ** 16, r: 8, p: 1 });
    expect(128 * TODAYS_COST.n * TODAYS_COST.r).toBe(64 * 1024 * 1024);
  });

  it('is raised to today’s cost when it is opened, and is otherwise left as it is', async () => {
    const stronger = { ...QUICK_COST, n: QUICK_COST.n * 2 };
    expect((await openSlot(slot, PASSWORD, QUICK_COST))?.slot).toBe(slot);
    const raised = (await openSlot(slot, PASSWORD, stronger))?.slot;
    expect(raised?.scrypt).toMatchObject(stronger);
    expect(raised?.publicKey).toBe(slot.publicKey);
    expect(raised && (await keyOf(raised, PASSWORD))).toEqual(dataKey);
    // What is stronger than today is not weakened.
    expect((await openSlot(raised ?? slot, PASSWORD, QUICK_COST))?.slot.scrypt.n).toBe(stronger.n);
  });

  it('under a new password keeps its key pair and its sealed data key; the former password opens nothing', async () => {
    const next = await changeSecret(slot, PASSWORD, 'neues-2026', QUICK_COST);
    expect(next).toMatchObject({ publicKey: slot.publicKey, dataKey: slot.dataKey });
    expect(next && (await keyOf(next, 'neues-2026'))).toEqual(dataKey);
    expect(next && (await keyOf(next, PASSWORD))).toBeNull();
    expect(await changeSecret(slot, 'wrong-2026', 'neues-2026', QUICK_COST)).toBeNull();
  });

  it('takes another data key without its password being known', async () => {
    const newKey = createDataKey();
    const resealed = resealSlot(slot, newKey);
    expect(resealed).toMatchObject({ publicKey: slot.publicKey, privateKey: slot.privateKey });
    expect(await keyOf(resealed, PASSWORD)).toEqual(newKey);
  });

  it('data keys are random and 32 bytes long', () => {
    const keys = Array.from({ length: 50 }, () => createDataKey().toString('hex'));
    expect(new Set(keys).size).toBe(50);
    expect(keys.every((key) => key.length === 64)).toBe(true);
  });
});

describe('the slot file', () => {
  const vault = (unitName = '安溪县总工会') => newVault(unitName, 'casework.db', [slot]);

  it('comes back as written and holds neither key nor password', async () => {
    const path = join(temporaryFolder(), 'keys.json');
    writeVault(path, vault(), dataKey);
    expect(readVault(path)).toEqual({ ...vault(), mac: expect.any(String) });
    const bytes = readFileSync(path);
    for (const secret of [
      dataKey,
      Buffer.from(dataKey.toString('hex')),
      Buffer.from(dataKey.toString('base64')),
      Buffer.from(PASSWORD),
    ]) {
      expect(bytes.includes(secret)).toBe(false);
    }
    expect((await openVault(vault(), WANGMIN, PASSWORD, QUICK_COST))?.dataKey).toEqual(dataKey);
  });

  it('is replaced as a whole: the new one is written beside it, flushed and renamed', () => {
    const folder = temporaryFolder();
    const path = join(folder, 'keys.json');
    writeVault(path, vault(), dataKey);
    const first = statSync(path).ino;
    writeVault(path, vault('云州市总工会'), dataKey);
    expect(statSync(path).ino).not.toBe(first);
    expect(readVault(path)?.unitName).toBe('云州市总工会');
    expect(readdirSync(folder)).toEqual(['keys.json']);
  });

  it('that cannot be replaced leaves the old one in force', () => {
    const path = join(temporaryFolder(), 'keys.json');
    writeVault(path, vault(), dataKey);
    // The place of the temporary file is taken by a folder.
    mkdirSync(`${path}.new`);
    expect(() => writeVault(path, vault('云州市总工会'), dataKey)).toThrow();
    expect(readVault(path)?.unitName).toBe('安溪县总工会');
  });

  it('left half-written by a killed program is written over', () => {
    const path = join(temporaryFolder(), 'keys.json');
    writeVault(path, vault(), dataKey);
    writeFileSync(`${path}.new`, '{"format":1,"slo');
    expect(readVault(path)).toEqual({ ...vault(), mac: expect.any(String) });
    writeVault(path, vault('云州市总工会'), dataKey);
    expect(readVault(path)?.unitName).toBe('云州市总工会');
    expect(existsSync(`${path}.new`)).toBe(false);
  });

  it('carries a MAC under the data key: whoever changes a byte of it without that key is noticed', () => {
    const path = join(temporaryFolder(), 'keys.json');
    writeVault(path, vault(), dataKey);
    const stored = readVault(path);
    if (stored?.format !== 2) throw new Error('keys.json is not of today’s form');
    expect(judgeVault(stored, dataKey)).toBe('genuine');
    expect(judgeVault(stored, createDataKey())).toBe('altered');
    const scrypt = { ...slot.scrypt, r: slot.scrypt.r + 1 };
    for (const change of [
      { unitName: '云州市总工会' },
      { database: 'casework-2.db' },
      { leftovers: ['casework.db'] },
      { slots: [] },
      { slots: [slot, slot] },
      { slots: [{ ...slot, owner: 'lijun' }] },
      { slots: [{ ...slot, scrypt }] },
      { mac: '' },
    ]) {
      expect(judgeVault({ ...stored, ...change }, dataKey), JSON.stringify(change)).toBe('altered');
    }
    const { mac: _, ...former } = stored;
    expect(judgeVault(former, dataKey)).toBe('unmarked');
    // The order in which its parts stand says nothing.
    const turned = Object.fromEntries(Object.entries(stored).reverse());
    writeFileSync(path, JSON.stringify(turned));
    const read = readVault(path);
    expect(read && judgeVault(read, dataKey)).toBe('genuine');
  });

  it('is readable by its owner only', { skip: process.platform === 'win32' }, () => {
    const path = join(temporaryFolder(), 'keys.json');
    writeVault(path, vault(), dataKey);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('does not exist on a new machine', () => {
    expect(readVault(join(temporaryFolder(), 'keys.json'))).toBeNull();
  });

  it('that was forged is refused: no way out of the folder, no cost that eats the memory, no key that is none', () => {
    const path = join(temporaryFolder(), 'keys.json');
    const scrypt = (n: number) => ({ ...vault(), slots: [{ ...slot, scrypt: { ...slot.scrypt, n } }] });
    const forgeries: readonly unknown[] = [
      null,
      {},
      { ...vault(), format: 3 },
      { ...vault(), database: '../casework.db' },
      { ...vault(), database: 'keys.json' },
      { ...vault(), leftovers: ['../../etc/passwd'] },
      { ...vault(), slots: [{ ...slot, publicKey: 'AAAA' }] },
      scrypt(2 ** 30),
      scrypt(3),
    ];
    for (const forgery of forgeries) {
      writeFileSync(path, JSON.stringify(forgery));
      expect(() => readVault(path), JSON.stringify(forgery)).toThrow(/已损坏/);
    }
  });

  it('has one slot an owner: a new one takes the place of the former', async () => {
    const other = await createSlot(dataKey, { kind: 'account', owner: 'lijun' }, 'lijun-2026', QUICK_COST);
    const anew = await createSlot(dataKey, WANGMIN, 'neues-2026', QUICK_COST);
    const both = withSlot(withSlot(vault(), other), anew);
    expect(both.slots).toHaveLength(2);
    expect(await openVault(both, WANGMIN, PASSWORD, QUICK_COST)).toBeNull();
    expect((await openVault(both, WANGMIN, 'neues-2026', QUICK_COST))?.dataKey).toEqual(dataKey);
  });

  it('of format 1 is read, and becomes today’s with the right password', async () => {
    const path = join(temporaryFolder(), 'keys.json');
    writeFormerVault(path, { unitName: '安溪县总工会', owner: 'wangmin', password: PASSWORD, dataKey });
    const former = readVault(path);
    expect(former?.format).toBe(1);
    if (!former) return;
    expect(await openVault(former, WANGMIN, 'wrong-2026', QUICK_COST)).toBeNull();
    expect(await openVault(former, { ...WANGMIN, owner: 'lijun' }, PASSWORD, QUICK_COST)).toBeNull();
    const opened = await openVault(former, WANGMIN, PASSWORD, QUICK_COST);
    expect(opened).toMatchObject({
      isUpgraded: true,
      verdict: 'unmarked',
      vault: { format: 2, database: 'casework.db' },
    });
    expect(opened?.dataKey).toEqual(dataKey);
    const today = opened && (await openVault(opened.vault, WANGMIN, PASSWORD, QUICK_COST));
    expect(today).toMatchObject({ isUpgraded: false });
    expect(today?.dataKey).toEqual(dataKey);
  });
});
