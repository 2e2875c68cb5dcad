import { chmodSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EMPTY_EMPLOYER } from '@shared/contract/employers';
import { afterEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../../electron/db/open';
import { createTestOffice, TEST_UNIT, type TestOffice } from '../../builders/office';
import { asOrdinaryUser } from '../db/support/ordinary-user';

let office: TestOffice;

afterEach(() => office.close());

const dataFolder = () => join(office.folder, 'office');
const database = () => join(dataFolder(), 'casework.db');
const keys = () => join(dataFolder(), 'keys.json');
const state = async () => (await office.must('session.status', {})).state;
const newEmployer = (name: string) => ({ id: null, revision: 0, employer: { ...EMPTY_EMPLOYER, name } });

describe('the first run', () => {
  it('makes file and key slot, and opens', async () => {
    office = await createTestOffice({ isNew: true });
    expect(await state()).toBe('new');
    expect(await office.must('session.create', TEST_UNIT)).toMatchObject({
      state: 'open',
      unitName: '安溪县总工会',
      account: { displayName: '王敏' },
      today: '2026-09-10',
      demoLogin: null,
    });
    expect(
      readdirSync(dataFolder())
        .filter((name) => !/-(wal|shm)$/.test(name))
        .sort(),
    ).toEqual(['casework.db', 'keys.json']);
    expect((await office.must('audit.list', { limit: 10 })).rows).toMatchObject([
      { channel: 'session.create', summary: '建立数据文件，管理员 王敏' },
    ]);
  });

  it('is refused where an office is already, and changes nothing', async () => {
    office = await createTestOffice();
    const slot = readFileSync(keys(), 'utf8');
    const again = await office.invoke('session.create', { ...TEST_UNIT, password: 'other-2026' });
    expect(again).toMatchObject({ ok: false, error: { code: 'REFUSED' } });
    expect(readFileSync(keys(), 'utf8')).toBe(slot);
    expect(await state()).toBe('open');
  });

  it('names what is missing in the form', async () => {
    office = await createTestOffice({ isNew: true });
    const result = await office.raw('session.create', { ...TEST_UNIT, password: 'short', unitName: '' });
    expect(result).toMatchObject({ ok: false, error: { code: 'BAD_INPUT' } });
    if (!result.ok) {
      expect(result.error.fields?.map((problem) => problem.field).sort()).toEqual(['password', 'unitName']);
      expect(result.error.fields?.find((problem) => problem.field === 'password')?.message).toBe(
        '密码至少 8 位',
      );
    }
    expect(existsSync(dataFolder())).toBe(false);
  });

  it('keeps a file whose keys are gone: it is set aside, never deleted', async () => {
    office = await createTestOffice();
    await office.lock();
    const bytes = readFileSync(database());
    rmSync(keys());
    await office.must('session.create', TEST_UNIT);
    const orphan = readdirSync(dataFolder()).find((name) => name.endsWith('.orphan'));
    expect(readFileSync(join(dataFolder(), orphan ?? '')).equals(bytes)).toBe(true);
  });

  it('in a folder without write permission says so and can be tried again', async () => {
    office = await createTestOffice({ isNew: true });
    chmodSync(office.folder, 0o555);
    await asOrdinaryUser(async () => {
      expect(await office.raw('session.create', TEST_UNIT)).toMatchObject({
        ok: false,
        error: { code: 'FILE_UNWRITABLE', message: expect.stringContaining('权限') },
      });
    });
    chmodSync(office.folder, 0o755);
    expect(await state()).toBe('new');
    await office.must('session.create', TEST_UNIT);
  });
});

describe('unlocking', () => {
  it('takes the password and remembers the login', async () => {
    office = await createTestOffice();
    await office.must('employers.save', newEmployer('云州纺织集团'));
    await office.lock();
    expect(await state()).toBe('locked');
    expect(await office.unlock()).toMatchObject({
      ok: true,
      value: { state: 'open', unitName: '安溪县总工会' },
    });
    expect((await office.must('audit.list', { text: '登录', limit: 10 })).rows).toHaveLength(1);
    expect(await office.must('audit.verify', {})).toMatchObject({ isIntact: true, rowCount: 3 });
  });

  it('answers a wrong password and an unknown name alike', async () => {
    office = await createTestOffice();
    await office.lock();
    const wrong = await office.unlock('falsch-2026');
    const unknown = await office.invoke('session.unlock', {
      loginName: 'niemand',
      password: TEST_UNIT.password,
    });
    expect(wrong).toMatchObject({
      ok: false,
      error: { code: 'WRONG_PASSWORD', fields: [{ field: 'password' }] },
    });
    expect(unknown).toEqual(wrong);
    expect(await state()).toBe('locked');
    expect(await office.unlock()).toMatchObject({ ok: true });
  });

  it('twice gives the second session the file, and the first none', async () => {
    office = await createTestOffice();
    const first = office.session;
    expect(await office.unlock()).toMatchObject({ ok: true });
    expect(office.session).not.toBe(first);
    expect(first.sqlite.open).toBe(false);
    expect(first.dataKey.every((byte) => byte === 0)).toBe(true);
    await office.must('employers.save', newEmployer('云州纺织集团'));
  });
});

describe('a file that cannot be opened is refused with the reason, and left alone:', () => {
  const refusal = async (spoil: (dataKey: Buffer) => void) => {
    office = await createTestOffice();
    await office.must('employers.save', newEmployer('云州纺织集团'));
    office.sqlite.pragma('wal_checkpoint(TRUNCATE)');
    const dataKey = captureKey();
    await office.lock();
    spoil(dataKey);
    const before = readdirSync(dataFolder());
    const result = await office.unlock();
    expect(office.faults).toEqual([]);
    expect(await office.invoke('session.status', {})).toMatchObject({ ok: true, value: { account: null } });
    return { result, before, after: readdirSync(dataFolder()) };
  };

  it('a newer program’s', async () => {
    const { result } = await refusal((dataKey) => {
      // What a later version would leave behind.
      const sqlite = openDatabase(database(), dataKey);
      sqlite.pragma('user_version = 999999');
      sqlite.close();
    });
    expect(result).toMatchObject({
      ok: false,
      error: { code: 'DATABASE_NEWER', message: expect.stringContaining('不会打开或改动') },
    });
  });

  it('a damaged one', async () => {
    const { result } = await refusal(() => {
      const bytes = readFileSync(database());
      bytes.fill(0, 4096, 40_960);
      writeFileSync(database(), bytes);
    });
    expect(result).toMatchObject({
      ok: false,
      error: { code: 'DATABASE_DAMAGED', message: expect.stringContaining('备份') },
    });
  });

  it('one damaged in its first page', async () => {
    const { result } = await refusal(() => {
      const bytes = readFileSync(database());
      bytes.fill(1, 0, 4096);
      writeFileSync(database(), bytes);
    });
    expect(result).toMatchObject({ ok: false, error: { code: 'DATABASE_DAMAGED' } });
  });

  it('another office’s', async () => {
    const { result } = await refusal(() => writeFileSync(database(), Buffer.alloc(65_536, 5)));
    expect(result).toMatchObject({ ok: false, error: { code: 'DATABASE_DAMAGED' } });
  });

  it('one that is gone: no empty file is put in its place', async () => {
    const { result, after } = await refusal(() => renameSync(database(), `${database()}.moved`));
    expect(result).toMatchObject({
      ok: false,
      error: { code: 'NOT_FOUND', message: expect.stringContaining('备份') },
    });
    expect(after).not.toContain('casework.db');
  });

  it('one whose keys are half', async () => {
    const { result } = await refusal(() => writeFileSync(keys(), readFileSync(keys(), 'utf8').slice(0, 100)));
    expect(result).toMatchObject({ ok: false, error: { code: 'DATABASE_DAMAGED' } });
  });

  it('one whose folder may not be written', async () => {
    office = await createTestOffice();
    await office.lock();
    chmodSync(office.folder, 0o755);
    chmodSync(database(), 0o444);
    chmodSync(dataFolder(), 0o555);
    await asOrdinaryUser(async () => {
      // Where the tests run as root, the ordinary user may not read the slot file of its owner.
      if (process.getuid?.() === 0) {
        expect(await office.unlock()).toMatchObject({ ok: false, error: { code: 'FILE_UNREADABLE' } });
        process.seteuid?.(0);
        chmodSync(keys(), 0o644);
        process.seteuid?.(65_534);
      }
      expect(await office.unlock()).toMatchObject({ ok: false, error: { code: 'FILE_UNWRITABLE' } });
    });
    chmodSync(dataFolder(), 0o755);
    chmodSync(database(), 0o644);
    expect(await office.unlock()).toMatchObject({ ok: true });
  });
});

const captureKey = () => Buffer.from(office.session.dataKey);

describe('演示', () => {
  it('is kept apart and says its login', async () => {
    office = await createTestOffice({ isNew: true, isDemo: true });
    expect(await office.must('session.status', {})).toMatchObject({
      isDemo: true,
      demoLogin: { loginName: 'yanshi' },
    });
  });

  it('takes the place of the real file when that is locked, and gives it back', async () => {
    office = await createTestOffice();
    const key = captureKey();
    const { dataKey } = office.session;
    expect(dataKey.equals(key)).toBe(true);
    await office.must('session.office.change', { isDemo: false });
    expect([office.changedTo, await state()]).toEqual([[], 'open']);
    await office.must('session.office.change', { isDemo: true });
    expect([office.changedTo, await state()]).toEqual([[true], 'locked']);
    expect(dataKey.every((byte) => byte === 0)).toBe(true);
    expect(await office.unlock()).toMatchObject({ ok: true });
  });

  it('is left while nobody is logged in as well', async () => {
    office = await createTestOffice({ isNew: true, isDemo: true });
    await office.must('session.office.change', { isDemo: false });
    expect(office.changedTo).toEqual([false]);
  });
});
