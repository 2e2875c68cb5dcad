import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../builders/file';
import { createRealJobs } from '../builders/forked';
import { createTestOffice, type TestOffice } from '../builders/office';

/** A copy that somebody stops: in a process of its own, so that SQLite need not come to its end first. */

const BALLAST_MB = 40;
let jobs: Awaited<ReturnType<typeof createRealJobs>>;
let office: TestOffice;
let stick: string;
beforeAll(async () => {
  jobs = await createRealJobs();
});
beforeEach(async () => {
  office = await createTestOffice({ jobs });
  stick = temporaryFolder();
  office.ports.next.folder = stick;
  office.sqlite.exec(`create table ballast (id integer primary key, content blob not null) strict;
    with recursive n(i) as (select 1 union all select i + 1 from n where i < ${BALLAST_MB * 10})
    insert into ballast (content) select randomblob(100000) from n`);
  const evidence = join(office.folder, 'office/evidence/ab');
  mkdirSync(evidence, { recursive: true });
  writeFileSync(join(evidence, `ab${'2'.repeat(62)}`), Buffer.alloc(1_000_000));
});
afterEach(() => office.close());

const root = () => join(stick, '工会案管备份');
const everything = () =>
  readdirSync(stick, { recursive: true, withFileTypes: true })
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => [path, statSync(path).isFile() ? readFileSync(path).length : null]);
/** What stands on the stick of the set being written. */
const writtenSoFar = (): number => {
  if (!existsSync(root())) return 0;
  const unfinished = readdirSync(root()).find((name) => name.startsWith('.unfinished-'));
  const file = join(root(), unfinished ?? '', 'casework.db');
  return unfinished !== undefined && existsSync(file) ? statSync(file).size : 0;
};
const until = async (condition: () => boolean) => {
  while (!condition()) await new Promise((next) => setTimeout(next, 1));
};

/** @returns how much was written then, and how long the answer took */
async function stopInTheMiddle(isReached: () => boolean): Promise<{ at: number; took: number }> {
  office.ports.progressed.length = 0;
  const stopped = office.invoke('backup.runTo', {});
  await until(isReached);
  const at = writtenSoFar();
  const asked = performance.now();
  await office.must('jobs.cancel', { jobId: 'backup' });
  expect(await stopped).toMatchObject({
    ok: false,
    error: { code: 'CANCELLED', message: '备份已停止。没有写完的部分已清除，以前的备份都还在。' },
  });
  return { at, took: performance.now() - asked };
}

describe('a copy stopped in the middle', { timeout: 120_000 }, () => {
  it('ends before SQLite has written it, and leaves the folder as it was: the first one, and a later one', async () => {
    writeFileSync(join(stick, '家庭照片.jpg'), '别人的');
    const untouched = everything();
    const size = statSync(office.session.databasePath).size;
    const before = await stopInTheMiddle(() => writtenSoFar() > 0);
    expect(before.at).toBeLessThan(size);
    expect(everything()).toEqual(untouched);

    const began = performance.now();
    await office.must('backup.runTo', {});
    const whole = performance.now() - began;
    const oneSet = everything();
    const later = await stopInTheMiddle(() => writtenSoFar() > 10e6);
    expect(later.at).toBeLessThan(size);
    expect(everything()).toEqual(oneSet);
    process.stdout.write(
      `stopped: at ${Math.round(later.at / 1e6)} of ${Math.round(size / 1e6)} MB; the answer took ${(later.took / whole).toFixed(3)} of a whole copy's time, nothing left\n`,
    );
    expect(await office.must('backup.runs', {})).toMatchObject([
      { outcome: 'cancelled' },
      { outcome: 'good' },
      { outcome: 'cancelled' },
    ]);
  });

  it('was told how far it is: megabytes on the disk of megabytes there are', async () => {
    await office.must('backup.runTo', {});
    const copying = office.ports.progressed.filter(({ phase }) => phase === '复制资料（MB）');
    const [first] = copying;
    expect(first?.done).toBe(0);
    expect(first?.total).toBeGreaterThanOrEqual(BALLAST_MB);
    const steps = copying.map(({ done }) => done);
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
    expect(Math.max(...steps)).toBeLessThanOrEqual(first?.total ?? 0);
    const phases = new Set(office.ports.progressed.map(({ phase }) => phase));
    expect([...phases]).toEqual(['复制资料（MB）', '写入磁盘', '复制证据', '核对', '收尾']);
  });

  it('takes new evidence away again, also when it is stopped while that is copied', async () => {
    await stopInTheMiddle(() => office.ports.progressed.some(({ phase }) => phase === '复制证据'));
    expect(everything()).toEqual([]);
  });

  it('at the lock ends with the key', async () => {
    const stopped = office.invoke('backup.runTo', {});
    await until(() => writtenSoFar() > 0);
    // As the program does at the lock.
    jobs.closeAll();
    expect(await stopped).toMatchObject({ ok: false, error: { code: 'CANCELLED' } });
    await office.lock();
    expect(everything()).toEqual([]);
    expect(await office.unlock()).toMatchObject({ ok: true });
    expect(await office.must('backup.runTo', {})).not.toBeNull();
  });
});
