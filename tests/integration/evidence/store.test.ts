import { randomBytes } from 'node:crypto';
import {
  appendFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '@shared/contract/result';
import { describe, expect, it } from 'vitest';
import {
  CHUNK_SIZE,
  chunkCount,
  chunkPlace,
  HEAD_SIZE,
  sealedSize,
} from '../../../electron/platform/evidence/chunk-format';
import { type OpenSource, openSource } from '../../../electron/platform/evidence/source';
import { hashSource, judgeStored, storedPath, writeStored } from '../../../electron/platform/evidence/store';
import { temporaryFolder } from '../../builders/file';
import { hashOf, readBack, storeBytes, tamper, writeSource } from './support';

/** Sealed files on a real disk: what comes back is what went in, or nothing does. */

const DAMAGED = expect.objectContaining({ code: 'FILE_UNREADABLE' });

describe('a stored file', () => {
  it.each([1, 15, 16, CHUNK_SIZE - 1, CHUNK_SIZE, CHUNK_SIZE + 1, 3 * CHUNK_SIZE, 3 * CHUNK_SIZE + 7])(
    'of %i bytes comes back as it was, and takes the space that was told',
    async (size) => {
      const folder = temporaryFolder();
      const bytes = randomBytes(size);
      const file = await storeBytes(folder, bytes);
      expect((await readBack(folder, file)).equals(bytes)).toBe(true);
      expect(statSync(storedPath(folder, file.storeName)).size).toBe(sealedSize(size));
      expect(await judgeStored(folder, file)).toBe('sound');
    },
  );

  it('gives any part of itself, across chunks too', async () => {
    const folder = temporaryFolder();
    const bytes = randomBytes(3 * CHUNK_SIZE + 100);
    const file = await storeBytes(folder, bytes);
    for (const [start, end] of [
      [0, 1],
      [CHUNK_SIZE - 1, CHUNK_SIZE + 1],
      [CHUNK_SIZE, 2 * CHUNK_SIZE],
      [10, 3 * CHUNK_SIZE + 100],
      [3 * CHUNK_SIZE + 99, 3 * CHUNK_SIZE + 100],
    ] as const) {
      expect((await readBack(folder, file, start, end)).equals(bytes.subarray(start, end))).toBe(true);
    }
  });

  it('shows nothing: neither its bytes nor its hash stand on the disk, and the same file twice looks different', async () => {
    const folder = temporaryFolder();
    const bytes = Buffer.from('身份证 张三 '.repeat(2000));
    const one = await storeBytes(folder, bytes);
    const two = await storeBytes(folder, bytes);
    expect(one.storeName).not.toBe(two.storeName);
    const written = [one, two].map((file) => readFileSync(storedPath(folder, file.storeName)));
    expect(written[0]?.equals(written[1] as Buffer)).toBe(false);
    for (const sealed of written) {
      expect(sealed.includes(Buffer.from('张三'))).toBe(false);
      expect(sealed.includes(Buffer.from(hashOf(bytes), 'hex'))).toBe(false);
    }
    expect([one.storeName, two.storeName]).not.toContain(hashOf(bytes));
  });

  // Windows keeps a folder's rights with the account's profile, not in a file's mode.
  // Windows has no such bits: there the profile's own rights guard the folder.
  it.runIf(process.platform !== 'win32')('belongs to this account of the machine only', async () => {
    const folder = temporaryFolder();
    const file = await storeBytes(folder, randomBytes(10));
    const path = storedPath(folder, file.storeName);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(statSync(join(path, '..')).mode & 0o777).toBe(0o700);
  });
});

describe('a changed file is noticed', () => {
  const SIZE = 3 * CHUNK_SIZE + 50;
  const regions = Array.from({ length: chunkCount(SIZE) }, (_, index) => {
    const { offset, length } = chunkPlace(index, SIZE);
    return [
      [`first byte of chunk ${index}`, offset],
      [`middle of chunk ${index}`, offset + Math.floor(length / 2)],
      [`tag of chunk ${index}`, offset + length - 1],
    ] as const;
  }).flat();

  it.each([...Array.from({ length: HEAD_SIZE }, (_, i) => [`head byte ${i}`, i] as const), ...regions])(
    'one bit at %s',
    async (_where, offset) => {
      const folder = temporaryFolder();
      const file = await storeBytes(folder, randomBytes(SIZE));
      tamper(folder, file, (bytes) => {
        bytes[offset] = (bytes[offset] ?? 0) ^ 1;
        return bytes;
      });
      await expect(readBack(folder, file)).rejects.toEqual(DAMAGED);
      expect(await judgeStored(folder, file)).toBe('damaged');
    },
  );

  it.each([
    ['cut to nothing', () => 0],
    ['cut inside the head', () => 3],
    ['cut at a border of chunks', () => chunkPlace(2, SIZE).offset],
    ['cut inside a chunk', () => chunkPlace(1, SIZE).offset + 7],
    ['cut by one byte', () => sealedSize(SIZE) - 1],
  ])('%s', async (_what, length) => {
    const folder = temporaryFolder();
    const file = await storeBytes(folder, randomBytes(SIZE));
    truncateSync(storedPath(folder, file.storeName), length());
    await expect(readBack(folder, file)).rejects.toEqual(DAMAGED);
    expect(await judgeStored(folder, file)).toBe('damaged');
  });

  it('cut at a border and told a shorter size: the last chunk says that it was not the last', async () => {
    const folder = temporaryFolder();
    const bytes = randomBytes(3 * CHUNK_SIZE);
    const file = await storeBytes(folder, bytes);
    truncateSync(storedPath(folder, file.storeName), sealedSize(2 * CHUNK_SIZE));
    await expect(readBack(folder, { ...file, size: 2 * CHUNK_SIZE })).rejects.toEqual(DAMAGED);
  });

  it('longer than it was', async () => {
    const folder = temporaryFolder();
    const file = await storeBytes(folder, randomBytes(SIZE));
    appendFileSync(storedPath(folder, file.storeName), 'x');
    await expect(readBack(folder, file)).rejects.toEqual(DAMAGED);
  });

  it('two chunks swapped, one chunk twice, a chunk of another file', async () => {
    const folder = temporaryFolder();
    const size = 3 * CHUNK_SIZE;
    const place = (index: number) => {
      const { offset, length } = chunkPlace(index, size);
      return [offset, offset + length] as const;
    };
    const other = readFileSync(storedPath(folder, (await storeBytes(folder, randomBytes(size))).storeName));
    const changes: ((bytes: Buffer) => Buffer)[] = [
      (bytes) => {
        const first = Buffer.from(bytes.subarray(...place(0)));
        bytes.set(bytes.subarray(...place(1)), place(0)[0]);
        bytes.set(first, place(1)[0]);
        return bytes;
      },
      (bytes) => {
        bytes.set(Buffer.from(bytes.subarray(...place(0))), place(1)[0]);
        return bytes;
      },
      (bytes) => {
        bytes.set(other.subarray(...place(1)), place(1)[0]);
        return bytes;
      },
    ];
    for (const change of changes) {
      const file = await storeBytes(folder, randomBytes(size));
      tamper(folder, file, change);
      await expect(readBack(folder, file)).rejects.toEqual(DAMAGED);
    }
  });

  it('a wrong key opens nothing', async () => {
    const folder = temporaryFolder();
    const file = await storeBytes(folder, randomBytes(100));
    await expect(readBack(folder, { ...file, fileKey: randomBytes(32) })).rejects.toEqual(DAMAGED);
  });

  it('a missing file is told apart from a damaged one', async () => {
    const folder = temporaryFolder();
    const file = await storeBytes(folder, randomBytes(100));
    expect(await judgeStored(temporaryFolder(), file)).toBe('missing');
    await expect(readBack(temporaryFolder(), file)).rejects.toMatchObject({
      message: expect.stringContaining('没有这份证据文件'),
    });
  });
});

describe('a file that changes while it is read', () => {
  const SIZE = 2 * CHUNK_SIZE + 5;

  /** Inspects and stores; `meddle` runs in the middle of the second reading. */
  async function storeWhile(path: string, meddle: (source: OpenSource) => void) {
    const folder = temporaryFolder();
    const source = await openSource({ type: 'file', path });
    try {
      const stamp = await source.stamp();
      const sha256 = await hashSource(source, () => undefined);
      const file = { fileKey: randomBytes(32), sha256, size: source.size, storeName: 'a'.repeat(64) };
      let isDone = false;
      const part = join(folder, 'incoming', 'x.part');
      const stored = writeStored(source, file, { folder, part, stamp }, () => {
        if (!isDone) meddle(source);
        isDone = true;
      });
      await expect(stored).rejects.toBeInstanceOf(Refusal);
      await expect(stored).rejects.toMatchObject({ message: expect.stringContaining('被改动') });
      expect(existsSync(part)).toBe(false);
      expect(existsSync(storedPath(folder, file.storeName))).toBe(false);
      expect(readdirSync(join(folder, 'incoming'))).toEqual([]);
    } finally {
      await source.close();
    }
  }

  it('in size', async () => {
    const path = writeSource('a.bin', randomBytes(SIZE));
    await storeWhile(path, () => appendFileSync(path, 'more'));
  });

  it('cut short', async () => {
    const path = writeSource('a.bin', randomBytes(SIZE));
    await storeWhile(path, () => truncateSync(path, 10));
  });

  it('in content, with the time of change set back as a stick with coarse times would leave it', async () => {
    const path = writeSource('a.bin', randomBytes(SIZE));
    const { atime, mtime } = statSync(path);
    utimesSync(path, atime, mtime);
    await storeWhile(path, () => {
      writeFileSync(path, randomBytes(SIZE));
      utimesSync(path, atime, mtime);
    });
  });

  it('in its last moment: everything was read, then it was saved again', async () => {
    const bytes = randomBytes(100);
    const path = writeSource('a.bin', bytes);
    await storeWhile(path, () => writeFileSync(path, randomBytes(100)));
  });
});
