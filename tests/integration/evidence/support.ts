import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Output } from '@shared/contract';
import type { EvidenceRow, GivenFacts } from '@shared/contract/evidence';
import type { Result } from '@shared/contract/result';
import { openSource } from '../../../electron/platform/evidence/source';
import {
  readRange,
  type StoredFile,
  storedPath,
  storeNameOf,
  writeStored,
} from '../../../electron/platform/evidence/store';
import { temporaryFolder } from '../../builders/file';
import { createTestOffice, type TestOffice } from '../../builders/office';
import { tellStory } from '../../builders/story';

export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const SECRET = Buffer.alloc(32, 5);

/** A file of the office's disk. */
export function writeSource(name: string, bytes: Uint8Array): string {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, bytes);
  return path;
}

/** Stores bytes through a real file, as the worker does. */
export async function storeBytes(folder: string, bytes: Uint8Array): Promise<StoredFile> {
  const fileKey = randomBytes(32);
  const sha256 = hashOf(bytes);
  const file = { fileKey, sha256, size: bytes.length, storeName: storeNameOf(SECRET, fileKey, sha256) };
  const source = await openSource({ type: 'file', path: writeSource('source.bin', bytes) });
  try {
    const stamp = await source.stamp();
    await writeStored(
      source,
      file,
      { folder, part: join(folder, 'incoming', 'x.part'), stamp },
      () => undefined,
    );
  } finally {
    await source.close();
  }
  return file;
}

export async function readBack(
  folder: string,
  file: StoredFile,
  start?: number,
  end?: number,
): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of readRange(folder, file, start, end)) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** Changes the bytes on disk. */
export function tamper(folder: string, file: StoredFile, change: (bytes: Buffer) => Buffer): void {
  const path = storedPath(folder, file.storeName);
  writeFileSync(path, change(readFileSync(path)));
}

export const NOTHING_GIVEN = { provider: '', obtainedOn: null, isRestricted: false } as const;

/** Drops a file on the page and takes it in. */
export async function addFile(
  office: TestOffice,
  caseId: number,
  path: string,
  given: Partial<GivenFacts> = {},
): Promise<Result<Output<'evidence.add'>>> {
  const [offered] = await office.ports.offered.offer([{ path }]);
  if (!offered) throw new Error('nothing offered');
  return office.invoke('evidence.add', {
    caseId,
    token: offered.token,
    given: { ...NOTHING_GIVEN, ...given },
  });
}

/** What the tests of a case's evidence begin with. */
export type EvidenceDesk = {
  readonly office: TestOffice;
  readonly caseId: number;
  readonly folder: string;
  readonly list: () => Promise<EvidenceRow[]>;
  readonly get: (id: number) => Promise<EvidenceRow>;
  readonly add: (
    name: string,
    bytes: Uint8Array,
    given?: Partial<GivenFacts>,
  ) => Promise<Output<'evidence.add'>>;
  /** Everything below the evidence folder. */
  readonly storedFiles: () => string[];
};

export async function openEvidenceDesk(): Promise<EvidenceDesk> {
  const office = await createTestOffice();
  const { caseId } = await tellStory(office);
  const folder = join(office.folder, 'office', 'evidence');
  return {
    office,
    caseId,
    folder,
    list: async () => (await office.must('evidence.list', { caseId })).rows,
    get: (id) => office.must('evidence.get', { id }),
    add: async (name, bytes, given) => {
      const result = await addFile(office, caseId, writeSource(name, bytes), given);
      if (!result.ok) throw new Error(result.error.message);
      return result.value;
    },
    storedFiles: () =>
      existsSync(folder)
        ? readdirSync(folder, { withFileTypes: true, recursive: true })
            .filter((entry) => entry.isFile())
            .map((entry) => join(entry.parentPath, entry.name))
        : [],
  };
}
