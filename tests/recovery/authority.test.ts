import { closeSync, cpSync, existsSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Secret } from '@shared/contract/restore';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createThrottle } from '../../electron/platform/accounts/throttle';
import { temporaryFolder } from '../builders/file';
import { createTestOffice, TEST_UNIT, type TestOffice } from '../builders/office';
import {
  addColleague,
  auditTexts,
  dataFolder,
  issueCode,
  keysText,
  logIn,
  mustLogIn,
  OWN_PASSWORD,
} from '../integration/accounts/support';
import { addEmployer, copyTo, employersOf } from './support';

/** Who may put a backup in the place of a file that people work in. */

let office: TestOffice;
let stick: string;
let stamp: string;
let readerId: number;
let slept: number[];

beforeEach(async () => {
  slept = [];
  office = await createTestOffice({ throttle: createThrottle(async (ms) => void slept.push(ms)) });
  stick = temporaryFolder();
  office.ports.next.folder = stick;
  readerId = await addColleague(office, { loginName: 'chenli', displayName: '陈丽', roles: ['reader'] });
  await copy();
});
afterEach(() => office.close());

async function copy(): Promise<void> {
  ({ stamp } = await copyTo(office, stick));
}
const withPassword = (loginName: string, password: string): Secret => ({
  kind: 'password',
  loginName,
  password,
});
const READER = withPassword('chenli', OWN_PASSWORD);
const ADMINISTRATOR = withPassword(TEST_UNIT.loginName, TEST_UNIT.password);

async function restore(secret: Secret, authority: Secret | null = null, acceptsOtherUnit = true) {
  await office.must('restore.pick', {});
  const asked = { stamp, secret, authority, acceptsOtherUnit, acceptsMissingEvidence: false };
  return office.invoke('restore.commit', asked);
}
/** What was kept, as the data folder of a program of its own. */
function aside(keptIn: string): string {
  const folder = temporaryFolder();
  cpSync(keptIn, join(folder, 'office'), { recursive: true });
  return folder;
}
async function asksForAuthority(secret: Secret): Promise<void> {
  const before = keysText(office);
  expect(await restore(secret)).toMatchObject({
    ok: false,
    error: {
      code: 'FORBIDDEN',
      message: expect.stringContaining('管理员'),
      fields: [{ field: 'authority', message: expect.any(String) }],
    },
  });
  expect(keysText(office)).toBe(before);
  expect(existsSync(join(dataFolder(office), '恢复前保留'))).toBe(false);
  expect(office.faults).toEqual([]);
}
const preview = async () => {
  await office.must('restore.pick', {});
  return office.must('restore.preview', { stamp });
};

describe('where a present file can be opened', () => {
  it('a reader is refused and told so beforehand; an administrator beside him agrees, and the log says who', async () => {
    expect(await preview()).toMatchObject({ asksAdministrator: true });
    await asksForAuthority(READER);
    expect(await restore(READER, READER)).toMatchObject({
      ok: false,
      error: { code: 'FORBIDDEN', message: expect.stringContaining('不是管理员') },
    });
    expect(await restore(READER, ADMINISTRATOR)).toMatchObject({ ok: true });
    await office.unlock();
    expect(await auditTexts(office, '恢复到本机')).toEqual([
      `从备份 ${stamp} 恢复到本机，经 ${TEST_UNIT.loginName} 同意`,
    ]);
  });

  it('whoever was an administrator that day and is none now is a reader', async () => {
    await office.must('accounts.save', { id: readerId, displayName: '陈丽', roles: ['administrator'] });
    await copy();
    await office.must('accounts.save', { id: readerId, displayName: '陈丽', roles: ['reader'] });
    await asksForAuthority(READER);
  });

  it('a set of another office names nobody administrator here, whatever unit it says it is', async () => {
    const other = await createTestOffice();
    other.clock.set('2026-09-20');
    ({ stamp } = await copyTo(other, stick));
    await other.close();
    await asksForAuthority(ADMINISTRATOR);
  });

  it('a truly foreign unit’s set needs that to be said, and an administrator of this one', async () => {
    const other = await createTestOffice({ isNew: true });
    await other.must('session.create', { ...TEST_UNIT, unitName: '云州市总工会', password: 'andere-2026' });
    await addEmployer(other, '云州纺织集团');
    ({ stamp } = await copyTo(other, temporaryFolder()));
    await other.close();
    office.ports.next.folder = other.ports.next.folder;
    expect(await preview()).toMatchObject({ presentUnit: TEST_UNIT.unitName, problems: [] });
    const theirs = withPassword(TEST_UNIT.loginName, 'andere-2026');
    expect(await restore(theirs, ADMINISTRATOR, false)).toMatchObject({
      ok: false,
      error: { code: 'REFUSED', message: expect.stringContaining('云州市总工会') },
    });
    await asksForAuthority(theirs);
    const done = await restore(theirs, ADMINISTRATOR);
    expect(done).toMatchObject({ ok: true, value: { unitName: '云州市总工会' } });
    expect(await office.unlock()).toMatchObject({ ok: false, error: { code: 'WRONG_PASSWORD' } });
    expect(await office.unlock('andere-2026')).toMatchObject({ ok: true });
    expect(employersOf(office)).toEqual(['云州纺织集团']);
    // What was here is kept whole.
    const keptIn = done.ok ? done.value.keptIn : '';
    const former = await createTestOffice({ folder: aside(keptIn), isNew: true });
    expect(await former.unlock()).toMatchObject({ ok: true, value: { unitName: TEST_UNIT.unitName } });
    await former.close();
  });

  it('a password that was reset since is none; the present one agrees', async () => {
    const id = await addColleague(office, {
      loginName: 'zhaogang',
      displayName: '赵刚',
      roles: ['administrator'],
    });
    await copy();
    const password = 'neu-2026-xx';
    await office.must('accounts.password.reset', { id, password });
    await asksForAuthority(withPassword('zhaogang', OWN_PASSWORD));
    await mustLogIn(office, 'zhaogang', password);
    await office.must('accounts.password.change', { oldPassword: password, newPassword: 'wieder-2026' });
    expect(
      await restore(withPassword('zhaogang', OWN_PASSWORD), withPassword('zhaogang', 'wieder-2026')),
    ).toMatchObject({ ok: true });
  });

  it('an administrator who chose another password since still opens the set with that of the day', async () => {
    await office.must('accounts.password.change', {
      oldPassword: TEST_UNIT.password,
      newPassword: 'selbst-2026',
    });
    expect(await restore(ADMINISTRATOR)).toMatchObject({ ok: true });
  });

  it('after the data key was changed the password is asked for at both files', async () => {
    await office.must('keys.rotate', { jobId: 'r', password: TEST_UNIT.password });
    await asksForAuthority(ADMINISTRATOR);
    expect(await restore(ADMINISTRATOR, ADMINISTRATOR)).toMatchObject({ ok: true });
    expect(await office.unlock()).toMatchObject({ ok: true });
  });
});

describe('nobody is shut out', () => {
  it('without any administrator the recovery code does it, also beside a set made before it was renewed', async () => {
    const former = await issueCode(office);
    await copy();
    const code = await issueCode(office);
    await asksForAuthority({ kind: 'recovery', code: former });
    expect(await restore(READER, { kind: 'recovery', code })).toMatchObject({ ok: true });
    // The set's own code is in force again with its file.
    expect(await restore({ kind: 'recovery', code: former })).toMatchObject({ ok: true });
  });

  it('on an empty computer every account of that day', async () => {
    await office.close();
    office = await createTestOffice({ isNew: true });
    office.ports.next.folder = stick;
    expect(await preview()).toMatchObject({ asksAdministrator: false });
    expect(await restore(READER)).toMatchObject({ ok: true });
    expect(await logIn(office, 'chenli', OWN_PASSWORD)).toMatchObject({ ok: true });
  });

  it('nor where the present file no longer opens', async () => {
    await spoilPresent();
    expect(await restore(READER)).toMatchObject({ ok: true });
  });

  it('not even after the data key was changed: whoever has an account of today shows that the file does not open', async () => {
    await office.must('keys.rotate', { jobId: 'r', password: TEST_UNIT.password });
    await spoilPresent();
    await asksForAuthority(READER);
    expect(await restore(READER, READER)).toMatchObject({ ok: true });
  });
});

async function spoilPresent(): Promise<void> {
  const path = office.session.databasePath;
  await office.lock();
  const file = openSync(path, 'r+');
  writeSync(file, Buffer.alloc(64, 0x5a), 0, 64, 600);
  closeSync(file);
}

it('wrong tries at every door are slowed together and stand in the log after the next login', async () => {
  await office.lock();
  const wrong = withPassword(TEST_UNIT.loginName, 'falsch-2026');
  await restore(wrong);
  await office.invoke('damage.salvage', { secret: wrong });
  expect(await restore(READER, wrong)).toMatchObject({
    ok: false,
    error: { code: 'WRONG_PASSWORD', fields: [{ field: 'authority.password' }] },
  });
  slept = [];
  expect(await office.unlock()).toMatchObject({ ok: true });
  expect(slept.at(-1)).toBeGreaterThan(0);
  expect(await auditTexts(office, '登录失败')).toEqual([
    expect.stringContaining(`登录失败 3 次：登录名 ${TEST_UNIT.loginName}`),
  ]);
});

it('the right password of a set somebody brings along does not end the slowing', async () => {
  const other = await createTestOffice();
  other.clock.set('2026-09-20');
  ({ stamp } = await copyTo(other, stick));
  await other.close();
  await office.lock();
  for (let i = 0; i < 4; i += 1) await office.unlock('falsch-2026');
  await asksForAuthority(ADMINISTRATOR);
  slept = [];
  await office.unlock('falsch-2026');
  expect(slept).toEqual([2000]);
});
