import { readdirSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createJobs } from '../../../electron/jobs/jobs';
import { bundleForNode } from '../../builders/bundle';
import { temporaryFolder } from '../../builders/file';
import { runUntilKilled } from '../../builders/kill';
import { createTestOffice, type TestOffice } from '../../builders/office';
import { makePdf } from '../../builders/sample-files';
import { tellStory } from '../../builders/story';
import { addFile, NOTHING_GIVEN, writeSource } from './support';

/** Evidence as it is taken in: by a thread of its own, which may be stopped at any moment, and by a program that may die. */

const MEGABYTE = 1024 * 1024;

let office: TestOffice;
let caseId: number;
beforeAll(async () => {
  office = await createTestOffice({ jobs: createJobs(await bundleForNode('electron/jobs/worker.ts')) });
  caseId = (await tellStory(office)).caseId;
});
afterAll(() => office.close());

/** A film of so many bytes: its head, then nothing but room. */
function film(size: number): string {
  const head = Buffer.concat([Buffer.from('00000018', 'hex'), Buffer.from('ftypisom'), Buffer.alloc(60)]);
  const path = writeSource('film.mp4', head);
  truncateSync(path, size);
  return path;
}

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name);

describe('a thread of its own', () => {
  it('counts the pages of a PDF', async () => {
    expect(await addFile(office, caseId, writeSource('a.pdf', makePdf(5)))).toMatchObject({ ok: true });
    expect((await office.must('evidence.list', { caseId })).rows).toMatchObject([{ pageCount: 5 }]);
  });

  it('stopped while it seals leaves neither bytes nor row, and the file may come again', async () => {
    const folder = join(office.folder, 'office', 'evidence');
    const before = filesBelow(folder);
    const [offered] = await office.ports.offered.offer([{ path: film(300 * MEGABYTE) }]);
    const token = offered?.token ?? '';
    const add = office.invoke('evidence.add', { caseId, token, given: NOTHING_GIVEN });
    await phaseOf(token, '加密保存');
    expect(await office.must('jobs.cancel', { jobId: token })).toEqual({ isCancelled: true });
    expect(await add).toMatchObject({ ok: false, error: { code: 'CANCELLED' } });
    expect(filesBelow(folder)).toEqual(before);
    expect((await office.must('evidence.list', { caseId })).rows).toHaveLength(1);
  });
});

describe('a copy for another program', () => {
  it('stopped while it is written leaves none of its bytes behind', async () => {
    const { id } = await addFilm(60 * MEGABYTE);
    const jobId = 'open-film';
    const open = office.invoke('evidence.openOutside', { id, jobId });
    await phaseOf(jobId, '写出');
    expect(await office.must('jobs.cancel', { jobId })).toEqual({ isCancelled: true });
    expect(await open).toMatchObject({ ok: false, error: { code: 'CANCELLED' } });
    expect(filesBelow(join(office.folder, 'office', 'opened'))).toEqual([]);
    expect(office.ports.opened).toEqual([]);
  });
});

async function addFilm(size: number) {
  const added = await addFile(office, caseId, film(size));
  if (!added.ok) throw new Error(added.error.message);
  return added.value;
}

const phaseOf = (job: string, wanted: string) =>
  expect
    .poll(() => office.ports.progressed.some(({ jobId, phase }) => jobId === job && phase === wanted), {
      timeout: 30_000,
      interval: 5,
    })
    .toBe(true);

describe('kill −9 while a file is sealed', () => {
  it('leaves no half file under a name of the store: what is there is whole, the rest is a stray', async () => {
    const writer = await bundleForNode('tests/integration/evidence/writer.ts');
    for (const delay of [0, 3, 8, 15, 30, 60]) {
      const folder = join(temporaryFolder(), 'evidence');
      await runUntilKilled(writer, [film(40 * MEGABYTE), folder], { delay });
      const names = filesBelow(folder);
      expect(names.length).toBeGreaterThan(0);
      const finished = names.filter((name) => !name.endsWith('.part'));
      for (const name of finished) expect(name).toMatch(/^[0-9a-f]{64}$/);
      const problems = await judgeAll(folder, finished);
      expect(problems).toEqual([]);
    }
  });
});

async function judgeAll(folder: string, names: readonly string[]): Promise<string[]> {
  const { judgeStored } = await import('../../../electron/platform/evidence/store');
  const { KEY, hashOfFilm } = await import('./writer-facts');
  const sha256 = await hashOfFilm(40 * MEGABYTE);
  const states = await Promise.all(
    names.map((storeName) => judgeStored(folder, { storeName, fileKey: KEY, sha256, size: 40 * MEGABYTE })),
  );
  return states.filter((state) => state !== 'sound');
}
