import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Input } from '@shared/contract';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dump, temporaryFolder } from '../builders/file';
import { createTestOffice, TEST_UNIT, type TestOffice } from '../builders/office';
import { issueCode } from '../integration/accounts/support';
import { addEmployer, copyTo, employersOf } from './support';

let office: TestOffice;
let stick: string;
let stamp: string;
const evidenceName = `ab${'1'.repeat(62)}`;

beforeEach(async () => {
  office = await createTestOffice();
  stick = temporaryFolder();
  office.ports.next.folder = stick;
  await addEmployer(office, '云州纺织集团');
  const folder = join(office.folder, 'office/evidence/ab');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, evidenceName), '加密的录音');
  ({ stamp } = await copyTo(office, stick));
});
afterEach(() => office.close());

const employers = () => employersOf(office);
const dataFolder = () => join(office.folder, 'office');
const setFile = (name: string) => join(stick, '工会案管备份', stamp, name);
/** What the program wrote; SQLite's own empty companions of a file that was looked at count for nothing. */
const everyFile = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !file.endsWith('-shm') && !(file.endsWith('-wal') && statSync(file).size === 0))
    .sort();
const contents = () => everyFile(dataFolder()).map((file) => [file, readFileSync(file).toString('base64')]);

const commit = (changes: Partial<Input<'restore.commit'>> = {}) =>
  office.invoke('restore.commit', {
    stamp,
    secret: { kind: 'password', loginName: TEST_UNIT.loginName, password: TEST_UNIT.password },
    acceptsOtherUnit: false,
    acceptsMissingEvidence: false,
    ...changes,
  });
const pick = () => office.must('restore.pick', {});
const preview = () => office.must('restore.preview', { stamp });

/** A second computer without any office. */
async function onNewComputer(): Promise<void> {
  await office.close();
  office = await createTestOffice({ isNew: true });
  office.ports.next.folder = stick;
}

describe('a backup is restored', () => {
  it('on this computer: what came later goes, what was there is kept aside, the login page follows', async () => {
    await addEmployer(office, '后来登记的厂');
    const before = dump(office.sqlite);
    expect(await pick()).toMatchObject({
      sets: [{ stamp, unitName: TEST_UNIT.unitName, counts: { employers: 1 } }],
    });
    expect(await preview()).toMatchObject({
      problems: [],
      missingEvidence: 0,
      presentUnit: null,
      hasPresent: true,
    });
    const result = await commit();
    expect(result).toMatchObject({ ok: true, value: { unitName: TEST_UNIT.unitName, missingEvidence: [] } });
    expect(await office.must('session.status', {})).toMatchObject({ state: 'locked' });
    expect(await office.unlock()).toMatchObject({ ok: true });
    expect(employers()).toEqual(['云州纺织集团']);
    expect(await office.must('audit.verify', {})).toMatchObject({ isIntact: true });
    expect((await office.must('audit.list', { text: '恢复', limit: 5 })).rows).toMatchObject([
      { accountName: TEST_UNIT.loginName, summary: `从备份 ${stamp} 恢复到本机` },
    ]);
    // The former file opens as well, from where it is kept.
    await office.close();
    const kept = result.ok ? result.value.keptIn : '';
    const other = temporaryFolder();
    cpSync(kept, join(other, 'office'), { recursive: true });
    office = await createTestOffice({ folder: other, isNew: true });
    expect(await office.unlock()).toMatchObject({ ok: true });
    expect(employers()).toEqual(['云州纺织集团', '后来登记的厂']);
    expect(dump(office.sqlite).employer).toEqual(before.employer);
  });

  it('on another computer without any office, with its evidence', async () => {
    await onNewComputer();
    expect(await pick()).toMatchObject({ unreadable: 0 });
    expect(await preview()).toMatchObject({ hasPresent: false, presentUnit: null });
    expect(await commit()).toMatchObject({ ok: true, value: { keptIn: '' } });
    expect(await office.unlock()).toMatchObject({ ok: true, value: { unitName: TEST_UNIT.unitName } });
    expect(employers()).toEqual(['云州纺织集团']);
    expect(readFileSync(join(dataFolder(), 'evidence/ab', evidenceName), 'utf8')).toBe('加密的录音');
    expect(office.faults).toEqual([]);
  });

  it('with the recovery code alone, when every password is forgotten; the same code then gives a new one', async () => {
    const code = await issueCode(office);
    ({ stamp } = await copyTo(office, stick));
    await onNewComputer();
    await pick();
    const damaged = `${code.slice(0, -1)}${code.endsWith('2') ? '3' : '2'}`;
    const refused = await commit({ secret: { kind: 'recovery', code: damaged } });
    expect(refused).toMatchObject({ ok: false, error: { message: expect.stringContaining('恢复码') } });
    expect(await commit({ secret: { kind: 'recovery', code } })).toMatchObject({
      ok: true,
      value: { unitName: TEST_UNIT.unitName },
    });
    const password = 'neues-2026';
    await office.must('session.recover', { code, loginName: TEST_UNIT.loginName, password });
    expect(employers()).toEqual(['云州纺织集团']);
    await office.lock();
    expect(await office.unlock()).toMatchObject({ ok: false, error: { code: 'WRONG_PASSWORD' } });
    expect(await office.unlock(password)).toMatchObject({ ok: true });
    expect(await office.must('audit.verify', {})).toMatchObject({ isIntact: true });
    expect((await office.must('audit.list', { text: '恢复到本机', limit: 5 })).rows).toHaveLength(1);
  });

  it('after the whole data folder was destroyed, and twice in one second', async () => {
    await office.lock();
    rmSync(dataFolder(), { recursive: true });
    await pick();
    for (const _ of [1, 2]) expect(await commit()).toMatchObject({ ok: true });
    expect(await office.unlock()).toMatchObject({ ok: true });
    expect(employers()).toEqual(['云州纺织集团']);
  });

  it('of one size wherever it is shown: what its files take', async () => {
    const [run] = await office.must('backup.runs', {});
    const found = await pick();
    const { set } = await preview();
    const files = [setFile('casework.db'), setFile('keys.json')];
    const evidence = join(stick, '工会案管备份/evidence/ab', evidenceName);
    const bytes = [...files, evidence].reduce((sum, file) => sum + readFileSync(file).length, 0);
    expect([run?.bytes, found?.sets[0]?.bytes, set.bytes]).toEqual([bytes, bytes, bytes]);
  });

  it('found from the folder above, the folder of sets and the set itself', async () => {
    for (const folder of [stick, join(stick, '工会案管备份'), join(stick, '工会案管备份', stamp)]) {
      office.ports.next.folder = folder;
      expect(await pick()).toMatchObject({ folder: join(stick, '工会案管备份'), sets: [{ stamp }] });
    }
    office.ports.next.folder = temporaryFolder();
    expect(await office.invoke('restore.pick', {})).toMatchObject({
      ok: false,
      error: { code: 'NOT_FOUND' },
    });
    office.ports.next.folder = null;
    expect(await pick()).toBeNull();
  });

  it('without evidence of which one byte changed in the backup no otherwise than without evidence that is gone', async () => {
    const copy = join(stick, '工会案管备份/evidence/ab', evidenceName);
    const bytes = readFileSync(copy);
    bytes[3] = (bytes[3] ?? 0) ^ 1;
    writeFileSync(copy, bytes);
    await pick();
    expect(await preview()).toMatchObject({ problems: [], missingEvidence: 1 });
    // This computer still has the sound one: nothing is missing then.
    expect(await commit()).toMatchObject({ ok: true, value: { missingEvidence: [] } });
    await onNewComputer();
    await pick();
    const files = () => everyFile(office.folder);
    const before = files();
    expect(await commit()).toMatchObject({
      ok: false,
      error: { code: 'REFUSED', message: expect.stringContaining('缺失或已损坏') },
    });
    expect(files()).toEqual(before);
    expect(await commit({ acceptsMissingEvidence: true })).toMatchObject({
      ok: true,
      value: { missingEvidence: [`ab/${evidenceName}`] },
    });
    // The changed bytes are not taken for evidence.
    expect(existsSync(join(dataFolder(), 'evidence/ab', evidenceName))).toBe(false);
    expect(await office.unlock()).toMatchObject({ ok: true });
  });

  it('without evidence that is gone only when that is accepted, and says which', async () => {
    rmSync(join(stick, '工会案管备份/evidence/ab', evidenceName));
    await onNewComputer();
    await pick();
    expect(await preview()).toMatchObject({ problems: [], missingEvidence: 1 });
    expect(await commit()).toMatchObject({ ok: false, error: { code: 'REFUSED' } });
    expect(await commit({ acceptsMissingEvidence: true })).toMatchObject({
      ok: true,
      value: { missingEvidence: [`ab/${evidenceName}`] },
    });
  });
});

describe('is refused, with nothing changed:', () => {
  const refused = async (code: string, word: string, changes: Partial<Input<'restore.commit'>> = {}) => {
    await office.lock();
    await pick();
    const before = contents();
    expect(await commit(changes)).toMatchObject({
      ok: false,
      error: { code, message: expect.stringContaining(word) },
    });
    // A wrong password is remembered beside the file, as at the login.
    if (code === 'WRONG_PASSWORD') rmSync(join(dataFolder(), 'failed-logins.log'));
    expect(contents()).toEqual(before);
    expect(office.faults).toEqual([]);
    expect(await office.unlock()).toMatchObject({ ok: true });
    expect(employers()).toEqual(['云州纺织集团']);
  };
  const edit = (change: (manifest: Record<string, unknown>) => void) => {
    const manifest = JSON.parse(readFileSync(setFile('manifest.json'), 'utf8'));
    change(manifest);
    writeFileSync(setFile('manifest.json'), JSON.stringify(manifest));
  };

  it('a wrong password, and a wrong recovery code', async () => {
    await refused('WRONG_PASSWORD', '备份那天', {
      secret: { kind: 'password', loginName: TEST_UNIT.loginName, password: 'falsch-2026' },
    });
    expect(await commit({ secret: { kind: 'recovery', code: 'AAAA-AAAA' } })).toMatchObject({
      ok: false,
      error: { code: 'WRONG_PASSWORD', message: expect.stringContaining('恢复码') },
    });
  });

  it('a backup of a newer program, by its manifest and by the file in it', async () => {
    edit((manifest) => Object.assign(manifest, { schemaVersion: 999_999 }));
    await refused('DATABASE_NEWER', '新版本');
    const own = Number(office.sqlite.pragma('user_version', { simple: true }));
    office.sqlite.pragma('user_version = 999999');
    ({ stamp } = await copyTo(office, stick));
    office.sqlite.pragma(`user_version = ${own}`);
    await refused('DATABASE_NEWER', '新版本');
    // Called one of today in its manifest afterwards, it is still none.
    edit((manifest) => Object.assign(manifest, { schemaVersion: own }));
    await refused('FILE_UNREADABLE', '改动');
  });

  it('another unit’s, unless that is said', async () => {
    edit((manifest) => Object.assign(manifest, { unitName: '云州市总工会' }));
    await pick();
    expect(await preview()).toMatchObject({ presentUnit: TEST_UNIT.unitName });
    await refused('REFUSED', '云州市总工会');
  });

  it('a manifest changed afterwards', async () => {
    edit((manifest) => Object.assign(manifest, { takenAt: '2030-01-01T00:00:00.000Z' }));
    await refused('FILE_UNREADABLE', '改动');
  });

  it('one cut short', async () => {
    truncateSync(setFile('casework.db'), 100_000);
    await pick();
    expect(await preview()).toMatchObject({ problems: [expect.stringContaining('不完整')] });
    await refused('FILE_UNREADABLE', '不完整');
  });

  it('one with a single flipped bit', async () => {
    const bytes = readFileSync(setFile('casework.db'));
    const at = Math.floor(bytes.length / 2);
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    writeFileSync(setFile('casework.db'), bytes);
    await pick();
    expect(await preview()).toMatchObject({ problems: [expect.stringContaining('已改变')] });
    await refused('FILE_UNREADABLE', '已改变');
  });

  it('one whose keys are gone', async () => {
    rmSync(setFile('keys.json'));
    await refused('FILE_UNREADABLE', '密钥文件不见了');
  });

  it('a folder nobody chose', async () => {
    expect(await commit()).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
    expect(existsSync(join(dataFolder(), '恢复前保留'))).toBe(false);
  });

  it('a set that is no set is not offered', async () => {
    const folder = join(stick, '工会案管备份', '2026-01-01_000000');
    mkdirSync(folder);
    copyFileSync(setFile('casework.db'), join(folder, 'casework.db'));
    writeFileSync(join(folder, 'manifest.json'), '{"product":"union-casework"');
    expect(await pick()).toMatchObject({ sets: [{ stamp }], unreadable: 1 });
  });
});
