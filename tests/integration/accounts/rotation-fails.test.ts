import { copyFileSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { EMPTY_EMPLOYER } from '@shared/contract/employers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase, type Sqlite } from '../../../electron/db/open';
import type { JobSession, Jobs } from '../../../electron/jobs/jobs';
import type { RekeyInput } from '../../../electron/platform/vault/rekey.task';
import { createTestOffice, TEST_UNIT, type TestOffice, watchedJobs } from '../../builders/office';
import {
  addColleague,
  auditTexts,
  dataFolder,
  keysPath,
  keysText,
  LIJUN,
  logIn,
  mustLogIn,
  OWN_PASSWORD,
  vaultOf,
} from './support';

const { password } = TEST_UNIT;
const rotate = () => office.invoke('keys.rotate', { jobId: 'rotate-1', password });
const databases = () => readdirSync(dataFolder(office)).filter((name) => name.endsWith('.db'));
const employers = () => office.sqlite.prepare('select name from employer').pluck().all();

/** What the next tasks of that name do instead. */
type Answer = (run: () => ReturnType<JobSession['call']>, input: unknown) => ReturnType<JobSession['call']>;
const instead = new Map<string, Answer>();
const jobs: Jobs = watchedJobs((call) => (task, input, onProgress) => {
  const run = () => call(task, input, onProgress);
  return (instead.get(task)?.(run, input) ?? run()) as ReturnType<typeof call<typeof task>>;
});

/** The new file stands complete and checked; then this happens to it. */
const afterCopy = (happens: (file: RekeyInput) => void) =>
  instead.set('keys.rekey', async (run, input) => {
    const done = await run();
    happens(input as RekeyInput);
    return done;
  });

let office: TestOffice;
beforeEach(async () => {
  instead.clear();
  office = await createTestOffice({ jobs });
});
afterEach(() => office.close());

/** The office goes on in the file that keys.json names: what is saved now is there after the next login. */
async function expectSavesToStay(): Promise<void> {
  await office.must('employers.save', {
    id: null,
    revision: 0,
    employer: { ...EMPTY_EMPLOYER, name: '安溪之后登记的厂' },
  });
  await office.lock();
  expect(await office.unlock()).toMatchObject({ ok: true });
  expect(employers()).toEqual(['安溪之后登记的厂']);
  expect(databases()).toEqual([vaultOf(office).database]);
  expect(vaultOf(office).leftovers).toEqual([]);
}

describe('a change of the data key that fails leaves everything as it was', () => {
  const expectUnchanged = async (before: string) => {
    expect(keysText(office)).toBe(before);
    expect(databases()).toEqual(['casework.db']);
    expect(await auditTexts(office, '更换')).toEqual([]);
    await expectSavesToStay();
  };

  it('when the copy cannot be made', async () => {
    const before = keysText(office);
    instead.set('keys.rekey', () =>
      Promise.reject(Object.assign(new Error('disk is full'), { code: 'SQLITE_FULL' })),
    );
    expect(await rotate()).toMatchObject({ error: { code: 'DISK_FULL' } });
    await expectUnchanged(before);
  });

  it('when another program holds the new file', { timeout: 60_000 }, async () => {
    const before = keysText(office);
    const held: Sqlite[] = [];
    afterCopy(({ target, newKey }) => {
      const scanner = openDatabase(target, Buffer.from(newKey));
      scanner.pragma('journal_mode = delete');
      scanner.exec('begin exclusive');
      held.push(scanner);
    });
    expect(await rotate()).toMatchObject({ error: { code: 'BUSY' } });
    expect(held).toHaveLength(1);
    for (const scanner of held) scanner.close();
    await expectUnchanged(before);
  });

  it('when the new file takes no row of the log', async () => {
    const before = keysText(office);
    afterCopy(({ target, newKey }) => {
      const full = openDatabase(target, Buffer.from(newKey));
      full.exec("create trigger full before insert on audit_log begin select raise(abort, 'no space'); end");
      full.close();
    });
    expect(await rotate()).toMatchObject({ ok: false });
    await expectUnchanged(before);
  });

  it('when keys.json cannot be written', async () => {
    const before = keysText(office);
    afterCopy(() => mkdirSync(`${keysPath(office)}.new`));
    instead.set('keys.wipe', async (run) => {
      rmSync(`${keysPath(office)}.new`, { recursive: true });
      return run();
    });
    expect(await rotate()).toMatchObject({ ok: false });
    await expectUnchanged(before);
  });
});

describe('a change of the data key', () => {
  it('locks when nobody can say which file keys.json names, and either pair is whole', async () => {
    const aside = join(office.folder, 'aside.json');
    afterCopy(() => {
      copyFileSync(keysPath(office), aside);
      rmSync(keysPath(office));
      mkdirSync(keysPath(office));
    });
    expect(await rotate()).toMatchObject({ error: { code: 'FILE_UNREADABLE' } });
    expect(await office.invoke('todo.board', {})).toMatchObject({ error: { code: 'LOCKED' } });
    // Nothing is wiped on a guess: both files stand until the disk answers again.
    expect(databases()).toHaveLength(2);
    rmSync(keysPath(office), { recursive: true });
    copyFileSync(aside, keysPath(office));
    expect(await office.unlock()).toMatchObject({ ok: true });
    await expectSavesToStay();
  });

  it('is made although the former file cannot be wiped yet; the next login that can does it', async () => {
    instead.set('keys.wipe', () => Promise.reject(Object.assign(new Error('held'), { code: 'EBUSY' })));
    expect(await rotate()).toMatchObject({ ok: true, value: { keptNames: ['wangmin'] } });
    expect(databases()).toHaveLength(2);
    expect(vaultOf(office).leftovers).toEqual(['casework.db']);
    await expectSavesToStay();
    expect(databases()).toEqual(['casework-20260910-1.db']);
  });

  it('lets a login that comes in between wait, and opens the new file to it', async () => {
    await addColleague(office, LIJUN);
    const logins: ReturnType<typeof logIn>[] = [];
    instead.set('keys.rekey', async (run) => {
      logins.push(logIn(office, 'lijun', OWN_PASSWORD));
      // Long enough for a login that does not wait to come in.
      await new Promise((done) => setTimeout(done, 300));
      return run();
    });
    expect(await rotate()).toMatchObject({ ok: true });
    expect(await Promise.all(logins)).toMatchObject([
      { ok: true, value: { account: { displayName: '李军' } } },
    ]);
    expect(office.session.databasePath).toBe(join(dataFolder(office), vaultOf(office).database));
    await mustLogIn(office, TEST_UNIT.loginName, password);
    await expectSavesToStay();
    expect(office.faults).toEqual([]);
  });
});
