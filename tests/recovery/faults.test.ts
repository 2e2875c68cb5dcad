import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EMPTY_EMPLOYER } from '@shared/contract/employers';
import { afterEach, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../builders/file';
import { createRealJobs } from '../builders/forked';
import { createTestOffice, type TestOffice } from '../builders/office';
import { tellStory } from '../builders/story';

const offices: TestOffice[] = [];
const mounts: string[] = [];
/** `npm run soak` asks for more. */
const ROUNDS = Number(process.env.FAULT_ROUNDS ?? 3);
const figure = (text: string) => process.stdout.write(`${text}\n`);
afterEach(async () => {
  for (const office of offices.splice(0)) await office.close();
  for (const folder of mounts.splice(0)) spawnSync('umount', ['-l', folder]);
});

const open = async (options: Parameters<typeof createTestOffice>[0] = {}): Promise<TestOffice> => {
  const office = await createTestOffice(options);
  offices.push(office);
  return office;
};
const save = (office: TestOffice, name: string, note = '') =>
  office.invoke('employers.save', { id: null, revision: 0, employer: { ...EMPTY_EMPLOYER, name, note } });
const names = (office: TestOffice) =>
  office.sqlite.prepare('select name from employer order by id').pluck().all() as string[];
const whole = (stick: string) => {
  const root = join(stick, '工会案管备份');
  return existsSync(root) ? readdirSync(root).filter((name) => !name.startsWith('evidence')) : [];
};

/** A disk of its own of this size, or null where nobody may make one. */
function smallDisk(megabytes: number): string | null {
  const folder = temporaryFolder();
  const made = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder]);
  if (made.status !== 0) return null;
  mounts.push(folder);
  return folder;
}
/** Somebody's pictures, up to the last 100 KB. */
function fillUp(disk: string): void {
  const { bavail, bsize } = statfsSync(disk);
  writeFileSync(join(disk, '家庭照片.jpg'), Buffer.alloc(bavail * bsize - 100_000));
}
const mayMount = process.platform === 'linux' && process.getuid?.() === 0 && smallDisk(1) !== null;
const DISK = mayMount ? 'a full disk' : 'a full disk (not tried: only root on Linux may make a small one)';

// Elsewhere skipped, and its name says so.
describe.runIf(mayMount)(DISK, { timeout: 120_000 }, () => {
  it('refuses the save with the reason, keeps every confirmed one, and goes on when there is room', async () => {
    const disk = smallDisk(4) ?? '';
    const office = await open({ folder: disk });
    const confirmed: string[] = [];
    let refused = '';
    for (let i = 0; i < 5000 && refused === ''; i += 1) {
      const result = await save(office, `云州第${i}厂`, '备'.repeat(400));
      if (result.ok) confirmed.push(`云州第${i}厂`);
      else refused = result.error.code;
    }
    expect(refused).toBe('DISK_FULL');
    expect(names(office)).toEqual(confirmed);
    expect(office.sqlite.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(office.faults).toEqual([]);
    figure(`full disk: ${confirmed.length} saves confirmed, the next refused, 0 lost`);
    spawnSync('mount', ['-o', 'remount,size=32m', disk]);
    expect(await save(office, '又有地方了的厂')).toMatchObject({ ok: true });
  });

  it('under a backup: nothing half is left, the older sets stay, the warning stands', async () => {
    const disk = smallDisk(2) ?? '';
    const office = await open();
    office.ports.next.folder = disk;
    expect(await office.invoke('backup.runTo', {})).toMatchObject({ ok: true });
    const before = whole(disk);
    fillUp(disk);
    for (let i = 0; i < 5; i += 1) {
      expect(await office.invoke('backup.runTo', {})).toMatchObject({
        ok: false,
        error: { code: 'DISK_FULL' },
      });
    }
    expect(whole(disk)).toEqual(before);
    expect(await office.must('backup.status', {})).toMatchObject({ lastFailure: { outcome: 'failed' } });
    expect(await save(office, '照常办事厂')).toMatchObject({ ok: true });
  });

  it('under a restore: refused, and the present file opens', async () => {
    const stick = temporaryFolder();
    const office = await open();
    office.ports.next.folder = stick;
    const made = await office.must('backup.runTo', {});
    const disk = smallDisk(1) ?? '';
    fillUp(disk);
    const other = await open({ folder: disk, isNew: true });
    other.ports.next.folder = stick;
    await other.must('restore.pick', {});
    expect(
      await other.invoke('restore.commit', {
        stamp: made?.stamp ?? '',
        secret: { kind: 'password', loginName: 'wangmin', password: 'ceshi-2026' },
        acceptsOtherUnit: false,
        acceptsMissingEvidence: false,
      }),
    ).toMatchObject({ ok: false, error: { code: 'DISK_FULL' } });
    expect(await other.must('session.status', {})).toMatchObject({ state: 'new' });
  });
});

describe('a backup in the worker', { timeout: 120_000 }, () => {
  it('stopped leaves nothing half; a stick pulled meanwhile is said, and work goes on', async () => {
    const jobs = await createRealJobs();
    const office = await open({ jobs });
    for (let i = 0; i < 20; i += 1) await save(office, `云州第${i}厂`, '备'.repeat(400));
    const stick = temporaryFolder();
    office.ports.next.folder = stick;
    const stopped = office.invoke('backup.runTo', {});
    await until(() => office.ports.progressed.length > 0);
    await office.must('jobs.cancel', { jobId: 'backup' });
    expect(await stopped).toMatchObject({ ok: false, error: { code: 'CANCELLED' } });
    expect(whole(stick)).toEqual([]);

    let outcomes = { whole: 0, said: 0 };
    for (let round = 0; round < ROUNDS; round += 1) {
      // Each time a little later: at the first report, at the second, …
      const isPulledByNow = await pullDuringCopy(office, stick, round % 4);
      outcomes = isPulledByNow
        ? { ...outcomes, said: outcomes.said + 1 }
        : { ...outcomes, whole: outcomes.whole + 1 };
      expect(office.faults).toEqual([]);
    }
    figure(
      `stick pulled: ${ROUNDS} times, ${outcomes.said} said so, ${outcomes.whole} were whole by then, 0 faults`,
    );
    expect(await save(office, '照常办事厂')).toMatchObject({ ok: true });
  });

  it('while others save is a whole one', async () => {
    const jobs = await createRealJobs();
    const office = await open({ jobs });
    office.ports.next.folder = temporaryFolder();
    let isDone = false;
    const making = office.must('backup.runTo', {}).finally(() => {
      isDone = true;
    });
    let saved = 0;
    while (!isDone) {
      expect(await save(office, `云州第${saved}厂`)).toMatchObject({ ok: true });
      saved += 1;
      // The thread's answers are heard between two saves.
      await new Promise((next) => setImmediate(next));
    }
    expect(await making).toMatchObject({ stamp: expect.any(String) });
    expect(names(office)).toHaveLength(saved);
  });
});

describe('a clock set back', () => {
  it('is said on the home page, moves no deadline, and the log stays in order', async () => {
    const office = await open();
    await tellStory(office);
    const deadlines = () =>
      office.sqlite
        .prepare('select id, start_on, nominal_on, due_on, status from deadline order by id')
        .all();
    const before = deadlines();
    expect(before.length).toBeGreaterThan(0);
    expect(await office.must('backup.status', {})).toMatchObject({ clockBehind: null });
    const today = office.clock.today();
    office.clock.set('2024-01-01');
    expect(await office.must('backup.status', {})).toMatchObject({ clockBehind: today });
    await office.lock();
    expect(await office.unlock()).toMatchObject({ ok: true });
    await save(office, '日期不对时登记的厂');
    // Still said after a login of the wrong day stands in the log.
    expect(await office.must('backup.status', {})).toMatchObject({ clockBehind: today });
    expect(deadlines()).toEqual(before);
    figure(`clock set back: ${before.length} deadlines, 0 moved`);
    expect(await office.must('audit.verify', {})).toMatchObject({ isIntact: true });
  });
});

describe('two programs on one file', () => {
  it('lose nothing: each save is there once, the numbers of the log follow one another', async () => {
    const first = await open();
    const second = await open({ folder: first.folder, isNew: true });
    expect(await second.unlock()).toMatchObject({ ok: true });
    let confirmed = 0;
    for (let i = 0; i < 40; i += 1) {
      expect(await save(i % 2 === 0 ? first : second, `云州第${i}厂`)).toMatchObject({ ok: true });
      confirmed += 1;
    }
    expect(new Set(names(first)).size).toBe(confirmed);
    figure(`two programs on one file: ${confirmed} saves in turn, 0 lost, 0 twice`);
    expect(names(second)).toEqual(names(first));
    expect(await first.must('audit.verify', {})).toMatchObject({ isIntact: true });
    expect(first.sqlite.pragma('integrity_check', { simple: true })).toBe('ok');
  });
});

/** @returns whether the copy was stopped by it; pulled too late it is a whole set on the pulled stick */
async function pullDuringCopy(office: TestOffice, stick: string, reports: number): Promise<boolean> {
  office.ports.progressed.length = 0;
  mkdirSync(stick, { recursive: true });
  office.ports.next.folder = stick;
  let isDone = false;
  const pulled = office.invoke('backup.runTo', {}).finally(() => {
    isDone = true;
  });
  await until(() => isDone || office.ports.progressed.length > reports);
  if (existsSync(stick)) renameSync(stick, `${stick}-pulled`);
  const result = await pulled;
  const left = existsSync(`${stick}-pulled`) ? whole(`${stick}-pulled`) : [];
  rmSync(`${stick}-pulled`, { recursive: true, force: true });
  if (result.ok) return false;
  expect(result.error.message).toContain('U 盘');
  // What is not whole bears no name of a set.
  expect(left.filter((name) => !name.startsWith('.'))).toEqual([]);
  return true;
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((next) => setTimeout(next, 1));
}
