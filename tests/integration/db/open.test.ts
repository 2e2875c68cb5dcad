import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createKysely } from '../../../electron/db/kysely';
import { migrate } from '../../../electron/db/migrator';
import { assertPragmas, isNotADatabase, openDatabase, PRAGMAS } from '../../../electron/db/open';
import {
  addEmployer,
  createTestFile,
  OTHER_KEY,
  openTestKey,
  TEST_KEY,
  temporaryFolder,
} from '../../builders/file';
import { createRandom } from '../../builders/random';
import { contains, encodings } from './support/bytes';

const NAMES = ['安溪湾精工机械有限公司', '云州纺织集团', 'ZHANGSAN-LEAK-PROBE', '13800138000'];

describe('every connection', () => {
  const file = createTestFile();
  afterAll(file.close);

  it('holds the promised PRAGMAs', () => {
    for (const [name, wanted] of Object.entries(PRAGMAS)) {
      expect([name, file.sqlite.pragma(name, { simple: true })]).toEqual([name, wanted]);
    }
    expect(PRAGMAS).toEqual({
      journal_mode: 'wal',
      synchronous: 2,
      foreign_keys: 1,
      recursive_triggers: 1,
      trusted_schema: 0,
      secure_delete: 1,
    });
    expect(file.sqlite.pragma('temp_store', { simple: true })).toBe(2);
  });

  it('holds them when the file is opened again, and read-only', async () => {
    const again = openTestKey(file.path);
    const reader = openTestKey(file.path, { readonly: true });
    expect(() => assertPragmas(again)).not.toThrow();
    expect(() => assertPragmas(reader)).not.toThrow();
    expect(() => reader.exec("insert into setting values ('a', 'b', 0, 'c')")).toThrow(/readonly/);
    again.close();
    reader.close();
  });

  it('is refused when a PRAGMA differs', () => {
    const sqlite = openTestKey(file.path);
    for (const [name, value] of [
      ['synchronous', 1],
      ['foreign_keys', 0],
      ['recursive_triggers', 0],
      ['trusted_schema', 1],
      ['secure_delete', 0],
    ] as const) {
      sqlite.pragma(`${name} = ${value}`);
      expect(() => assertPragmas(sqlite)).toThrow(new RegExp(`PRAGMA ${name}`));
      sqlite.pragma(`${name} = ${PRAGMAS[name]}`);
    }
    sqlite.close();
  });

  it('takes a key of 32 bytes and no other', () => {
    for (const length of [0, 16, 31, 33, 64]) {
      expect(() => openDatabase(file.path, Buffer.alloc(length))).toThrow(/32 bytes/);
    }
  });
});

describe('the file on the disk', () => {
  it('shows no name in any encoding, neither in the database nor in its log', async () => {
    const file = createTestFile();
    for (const [index, name] of NAMES.entries()) await addEmployer(file, name, `PROBE${index}`);
    // The log holds the last pages until the checkpoint, the database after it: both are looked at.
    const beforeCheckpoint = [readFileSync(file.path), readFileSync(`${file.path}-wal`)];
    file.sqlite.pragma('wal_checkpoint(TRUNCATE)');
    const bytes = Buffer.concat([...beforeCheckpoint, readFileSync(file.path)]);
    expect(beforeCheckpoint[1]?.length).toBeGreaterThan(4096);
    for (const name of [...NAMES, 'employer', 'SQLite format 3', 'create table', TEST_KEY.toString('hex')]) {
      for (const [encoding, needle] of encodings(name)) {
        expect(contains(bytes, needle), `${name} in ${encoding}`).toBe(false);
      }
    }
    await file.close();
  });

  it('has a search that would find a plain name', () => {
    for (const [, needle] of encodings('云州纺织集团')) {
      expect(contains(Buffer.concat([Buffer.alloc(100, 1), needle, Buffer.alloc(100, 2)]), needle)).toBe(
        true,
      );
    }
    expect(encodings('云州纺织集团').map(([encoding]) => encoding)).toEqual([
      'utf8',
      'utf16le',
      'utf16be',
      'gbk',
    ]);
  });

  it('is refused with a wrong key, and stays as it was', async () => {
    const file = createTestFile();
    await addEmployer(file, '云州纺织集团');
    await file.close();
    const before = readFileSync(file.path);
    let refusal: unknown;
    try {
      openDatabase(file.path, Buffer.from(OTHER_KEY));
    } catch (error) {
      refusal = error;
    }
    expect(isNotADatabase(refusal)).toBe(true);
    expect(readFileSync(file.path).equals(before)).toBe(true);
    const right = openTestKey(file.path);
    expect(right.prepare('select name from employer').pluck().all()).toEqual(['云州纺织集团']);
    right.close();
  });

  it('is refused when it is a plain SQLite file or no database', () => {
    const folder = temporaryFolder();
    const text = join(folder, 'text.db');
    writeFileSync(text, '这不是数据库。'.repeat(1000));
    expect(() => openTestKey(text)).toThrow(/not a database/);
  });
});

describe('damage', () => {
  it('60 random damages, 60 noticed', async () => {
    const file = createTestFile();
    for (let i = 0; i < 120; i += 1) await addEmployer(file, `安溪第${i}机械厂`, `D${i}`);
    file.sqlite.pragma('wal_checkpoint(TRUNCATE)');
    await file.close();
    const sound = readFileSync(file.path);
    const random = createRandom(20260910);
    const damaged = join(temporaryFolder(), 'damaged.db');
    const unnoticed: string[] = [];
    for (let round = 0; round < 60; round += 1) {
      const { bytes, what } = damage(sound, random);
      writeFileSync(damaged, bytes);
      if (!isNoticed(damaged)) unnoticed.push(`${round}: ${what}`);
    }
    expect(unnoticed).toEqual([]);
    writeFileSync(damaged, sound);
    expect(isNoticed(damaged)).toBe(false);
  });
});

/** One flipped bit, an overwritten sector, two pages exchanged, or a cut end. */
function damage(sound: Buffer, random: ReturnType<typeof createRandom>): { bytes: Buffer; what: string } {
  const bytes = Buffer.from(sound);
  const pageCount = sound.length / 4096;
  switch (random.below(4)) {
    case 0: {
      const at = random.below(bytes.length);
      bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << random.below(8)), at);
      return { bytes, what: `bit at ${at}` };
    }
    case 1: {
      const at = random.below(bytes.length / 512) * 512;
      bytes.fill(random.below(256), at, at + 512);
      return { bytes, what: `sector at ${at}` };
    }
    case 2: {
      const first = random.below(pageCount);
      const second = (first + 1 + random.below(pageCount - 1)) % pageCount;
      sound.copy(bytes, first * 4096, second * 4096, (second + 1) * 4096);
      sound.copy(bytes, second * 4096, first * 4096, (first + 1) * 4096);
      return { bytes, what: `pages ${first} and ${second}` };
    }
    default: {
      const length = 1 + random.below(bytes.length - 1);
      return { bytes: bytes.subarray(0, length), what: `cut at ${length}` };
    }
  }
}

/** What the program does at start: open, migrate, quick_check. */
function isNoticed(path: string): boolean {
  try {
    const sqlite = openTestKey(path);
    try {
      migrate(sqlite, { backup: () => undefined });
      return sqlite.pragma('quick_check', { simple: true }) !== 'ok';
    } finally {
      void createKysely(sqlite).destroy();
    }
  } catch {
    return true;
  }
}
