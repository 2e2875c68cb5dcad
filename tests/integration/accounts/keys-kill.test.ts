import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { temporaryFolder } from '../../builders/file';
import { createTestOffice, TEST_UNIT, type TestOffice } from '../../builders/office';
import {
  addColleague,
  dataFolder,
  issueCode,
  LIJUN,
  logIn,
  OWN_PASSWORD,
  slotNames,
  vaultOf,
} from './support';

const { password } = TEST_UNIT;
const NEW_PASSWORD = 'neues-2026';

let office: TestOffice;
afterEach(() => office.close());

/** The folder as a program killed at the last commit of `work` leaves it: keys.json is written, the rows are not there. */
async function killedAtCommit(work: () => Promise<unknown>): Promise<TestOffice> {
  const folder = temporaryFolder();
  const connection: { prepare: (sql: string) => unknown } = Object.getPrototypeOf(office.sqlite);
  const { prepare } = connection;
  office.forget();
  const watched = vi.spyOn(connection, 'prepare').mockImplementation(function (this: unknown, sql) {
    if (sql === 'commit')
      cpSync(dataFolder(office), join(folder, 'office'), { recursive: true, force: true });
    return prepare.call(this, sql);
  });
  try {
    await work();
  } finally {
    watched.mockRestore();
  }
  return createTestOffice({ folder, isNew: true });
}

/** As it was made, and as it is after one login has put keys.json in order. */
async function expectEntered(copy: TestOffice, entering: () => Promise<{ ok: boolean }>): Promise<void> {
  for (const round of [1, 2]) {
    expect([round, (await entering()).ok]).toEqual([round, true]);
    expect(copy.session.hasAlteredKeys).toBe(false);
    const names = slotNames(copy);
    expect(new Set(names).size).toBe(names.length);
    await copy.lock();
  }
}

describe('killed between keys.json and the commit, whoever could enter before can, and nobody else', () => {
  it('while a password is set by an administrator', async () => {
    office = await createTestOffice();
    const id = await addColleague(office, LIJUN);
    const copy = await killedAtCommit(() =>
      office.must('accounts.password.reset', { id, password: NEW_PASSWORD }),
    );
    expect(slotNames(copy)).toEqual(['lijun', 'lijun', 'wangmin']);
    expect(await logIn(copy, 'lijun', NEW_PASSWORD)).toMatchObject({ error: { code: 'FORBIDDEN' } });
    await expectEntered(copy, () => logIn(copy, 'lijun', OWN_PASSWORD));
    // Here it was committed.
    await office.lock();
    expect(await logIn(office, 'lijun', OWN_PASSWORD)).toMatchObject({ error: { code: 'WRONG_PASSWORD' } });
    expect(await logIn(office, 'lijun', NEW_PASSWORD)).toMatchObject({ ok: true });
  });

  it('the same password being set again', async () => {
    office = await createTestOffice();
    const id = await addColleague(office, LIJUN);
    const copy = await killedAtCommit(() =>
      office.must('accounts.password.reset', { id, password: OWN_PASSWORD }),
    );
    await expectEntered(copy, () => logIn(copy, 'lijun', OWN_PASSWORD));
  });

  it('while an account is deactivated', async () => {
    office = await createTestOffice();
    const id = await addColleague(office, LIJUN);
    const copy = await killedAtCommit(() => office.must('accounts.deactivate', { id }));
    await expectEntered(copy, () => logIn(copy, 'lijun', OWN_PASSWORD));
    expect(slotNames(office)).toEqual(['wangmin']);
  });

  it('while another recovery code takes the place of the former', async () => {
    office = await createTestOffice();
    const former = await issueCode(office);
    const { code } = await office.must('recovery.issue', { password });
    const copy = await killedAtCommit(() => office.must('recovery.confirm', { code }));
    expect(await copy.invoke('session.recover.check', { code })).toMatchObject({
      error: { code: 'FORBIDDEN' },
    });
    expect(await copy.invoke('session.recover.check', { code: former })).toMatchObject({ ok: true });
    await expectEntered(copy, () => logIn(copy, 'wangmin', password));
    await office.lock();
    expect(await office.invoke('session.recover.check', { code })).toMatchObject({ ok: true });
  });

  it('while the recovery code gives a new password', async () => {
    office = await createTestOffice();
    const code = await issueCode(office);
    const input = { code, loginName: 'wangmin', password: NEW_PASSWORD };
    const copy = await killedAtCommit(() => office.must('session.recover', input));
    await expectEntered(copy, () => logIn(copy, 'wangmin', password));
    await expectEntered(copy, () => copy.invoke('session.recover', input));
    await expectEntered(copy, () => logIn(copy, 'wangmin', NEW_PASSWORD));
    expect(await logIn(office, 'wangmin', password)).toMatchObject({ error: { code: 'WRONG_PASSWORD' } });
    expect(vaultOf(office).slots).toHaveLength(2);
  });
});
