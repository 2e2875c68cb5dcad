import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../../electron/db/open';
import { resealSlot } from '../../../electron/platform/vault/slot';
import { writeVault } from '../../../electron/platform/vault/vault';
import { temporaryFolder } from '../../builders/file';
import { createTestOffice, TEST_UNIT, type TestOffice, watchedJobs } from '../../builders/office';
import { tellStory } from '../../builders/story';
import {
  addColleague,
  auditTexts,
  dataFolder,
  issueCode,
  keysPath,
  keysText,
  LIJUN,
  logIn,
  mustLogIn,
  OWN_PASSWORD,
  slotNames,
  vaultOf,
} from './support';

const { password } = TEST_UNIT;
const rotate = (office: TestOffice) => office.must('keys.rotate', { jobId: 'rotate-1', password });
const databases = (office: TestOffice) =>
  readdirSync(dataFolder(office)).filter((name) => /\.db$/.test(name));
const caseCount = (office: TestOffice) =>
  office.sqlite.prepare('select count(*) from case_file').pluck().get();

let office: TestOffice;
beforeEach(async () => {
  office = await createTestOffice();
});
afterEach(() => office.close());

describe('a new data key', () => {
  it('opens for everyone who stayed and for the recovery code; the former key opens nothing', async () => {
    await tellStory(office);
    await addColleague(office, LIJUN);
    const code = await issueCode(office);
    const formerKey = Buffer.from(office.session.dataKey);
    const { session } = office;
    expect(await rotate(office)).toEqual({ keptNames: expect.any(Array), droppedNames: [] });
    const phases = office.ports.progressed.map(({ phase }) => phase);
    expect(phases).toEqual(['复制并重新加密', '校验新文件', '核对行数', '完成']);
    expect(slotNames(office)).toEqual(['lijun', 'recovery', 'wangmin']);
    expect(databases(office)).toEqual(['casework-20260910-1.db']);
    expect(vaultOf(office)).toMatchObject({ database: 'casework-20260910-1.db', leftovers: [] });
    // The session goes on under the new key, and nothing of the old one is left in it.
    expect(session.dataKey.every((byte) => byte === 0)).toBe(true);
    expect(session.sqlite.open).toBe(false);
    expect(caseCount(office)).toBeGreaterThan(0);
    expect(() => openDatabase(office.session.databasePath, formerKey)).toThrow(/not a database/);
    await office.must('drafts.save', { key: 'x', payload: '{}' });
    expect(await auditTexts(office, '更换')).toEqual(['更换数据密钥']);
    expect(await office.must('audit.verify', {})).toMatchObject({ isIntact: true });

    await mustLogIn(office, 'lijun', OWN_PASSWORD);
    await office.lock();
    await office.must('session.recover', { code, loginName: 'wangmin', password: 'neues-2026' });
    // And once more, from the file of another name.
    await office.must('keys.rotate', { jobId: 'rotate-2', password: 'neues-2026' });
    expect(databases(office)).toEqual(['casework-20260910-2.db']);
    expect(office.faults).toEqual([]);
  });

  it('is not for a wrong password', async () => {
    const before = keysText(office);
    expect(await office.invoke('keys.rotate', { jobId: 'x', password: 'falsch-2026' })).toMatchObject({
      error: { code: 'WRONG_PASSWORD' },
    });
    expect(keysText(office)).toBe(before);
  });

  it('is not for a slot that was slipped into keys.json, nor for a removed account', async () => {
    const id = await addColleague(office, LIJUN);
    const kept = vaultOf(office).slots.find(({ owner }) => owner === 'lijun');
    await office.must('accounts.deactivate', { id });
    // Somebody with a copy of the old file puts the slot back.
    const vault = vaultOf(office);
    writeVault(
      keysPath(office),
      { ...vault, slots: kept ? [...vault.slots, kept] : vault.slots },
      office.session.dataKey,
    );
    expect(await rotate(office)).toMatchObject({ keptNames: ['wangmin'], droppedNames: ['lijun'] });
    expect(slotNames(office)).toEqual(['wangmin']);
  });

  it('is refused when one’s own slot was exchanged', async () => {
    const vault = vaultOf(office);
    const twin = await createTestOffice();
    const [foreign] = vaultOf(twin).slots;
    await twin.close();
    if (!foreign) throw new Error('a new office has a slot');
    // Opens with the same password and gives the same data key, but is not the one that is known.
    const forged = resealSlot(foreign, office.session.dataKey);
    writeVault(keysPath(office), { ...vault, slots: [forged] }, office.session.dataKey);
    expect(await office.invoke('keys.rotate', { jobId: 'x', password })).toMatchObject({
      error: { code: 'REFUSED', message: expect.stringContaining('不符') },
    });
    expect(databases(office)).toEqual(['casework.db']);
  });
});

describe('killed at any moment', () => {
  /** What stands on the disk at every write of keys.json and before and after every task of the worker. */
  async function snapshots(): Promise<{ readonly name: string; readonly folder: string }[]> {
    const taken: { name: string; folder: string }[] = [];
    const snap = (name: string) => {
      const folder = temporaryFolder();
      cpSync(dataFolder(watched), join(folder, 'office'), { recursive: true });
      taken.push({ name, folder });
    };
    const watched = await createTestOffice({
      jobs: watchedJobs((call) => (task, input, onProgress) => {
        snap(`before ${task}`);
        const answer = call(task, input, (phase, done, total) => {
          snap(`${task} at ${phase}`);
          onProgress?.(phase, done, total);
        });
        void answer.then(() => snap(`after ${task}`));
        return answer;
      }),
    });
    await tellStory(watched);
    await addColleague(watched, LIJUN);
    snap('before');
    await rotate(watched);
    snap('after');
    await watched.close();
    return taken;
  }

  it('either pair opens with the same rows for everybody, and what was left over is wiped', async () => {
    const taken = await snapshots();
    expect(taken.map(({ name }) => name)).toEqual([
      'before',
      'before keys.rekey',
      'keys.rekey at 复制并重新加密',
      'keys.rekey at 校验新文件',
      'keys.rekey at 核对行数',
      'keys.rekey at 完成',
      'after keys.rekey',
      'before keys.wipe',
      'after keys.wipe',
      'after',
    ]);
    const counts = new Set<unknown>();
    const files = new Set<string>();
    for (const { name, folder } of taken) {
      const copy = await createTestOffice({ folder, isNew: true });
      for (const [login, secret] of [
        ['lijun', OWN_PASSWORD],
        ['wangmin', password],
      ] as const)
        expect([name, login, (await logIn(copy, login, secret)).ok]).toEqual([name, login, true]);
      counts.add(caseCount(copy));
      expect([name, await copy.must('audit.verify', {})]).toMatchObject([name, { isIntact: true }]);
      expect([name, databases(copy)]).toEqual([name, [vaultOf(copy).database]]);
      expect([name, vaultOf(copy).leftovers]).toEqual([name, []]);
      files.add(vaultOf(copy).database);
      await copy.close();
    }
    expect(counts.size).toBe(1);
    // The test has seen both sides of the switch.
    expect([...files].sort()).toEqual(['casework-20260910-1.db', 'casework.db']);
  });

  it('between the switch and the wiping nobody else’s file is touched', async () => {
    const stranger = join(dataFolder(office), 'casework-alt.db');
    cpSync(office.session.databasePath, stranger);
    const bytes = readFileSync(stranger);
    await rotate(office);
    expect(existsSync(stranger)).toBe(true);
    expect(readFileSync(stranger).equals(bytes)).toBe(true);
  });
});
