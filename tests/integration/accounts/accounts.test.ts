import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createThrottle } from '../../../electron/platform/accounts/throttle';
import { createTestOffice, TEST_UNIT, type TestOffice } from '../../builders/office';
import {
  addColleague,
  asAdministrator,
  auditTexts,
  dataFolder,
  FIRST_PASSWORD,
  keysText,
  LIJUN,
  logIn,
  mustLogIn,
  OWN_PASSWORD,
  slotNames,
  vaultOf,
} from './support';

let office: TestOffice;
beforeEach(async () => {
  office = await createTestOffice();
});
afterEach(() => office.close());

const statusOf = async (id: number) =>
  (await office.must('accounts.list', {})).find((account) => account.id === id)?.status;

describe('a second account', () => {
  it('has its own slot, sets its own password first, and then works', async () => {
    const { id } = await office.must('accounts.add', { ...LIJUN, password: FIRST_PASSWORD });
    expect(slotNames(office)).toEqual(['lijun', 'wangmin']);
    await office.lock();
    expect(await logIn(office, 'lijun', FIRST_PASSWORD)).toMatchObject({
      ok: true,
      value: { account: { id, displayName: '李军', roles: ['clerk'], mustChangePassword: true } },
    });
    expect(await office.raw('todo.board', {})).toMatchObject({
      ok: false,
      error: { code: 'FORBIDDEN', message: expect.stringContaining('请先设置自己的密码') },
    });
    const change = { oldPassword: FIRST_PASSWORD, newPassword: OWN_PASSWORD };
    await office.must('accounts.password.change', change);
    await office.must('todo.board', {});
    await office.lock();
    expect(await logIn(office, 'lijun', FIRST_PASSWORD)).toMatchObject({ error: { code: 'WRONG_PASSWORD' } });
    expect(await logIn(office, 'lijun', OWN_PASSWORD)).toMatchObject({
      value: { account: { mustChangePassword: false } },
    });
    await asAdministrator(office);
    expect(await auditTexts(office, '账号')).toEqual(['新建账号 李军，角色：经办人']);
  });

  it('cannot take a login name that is or was somebody’s', async () => {
    const id = await addColleague(office, LIJUN);
    await office.must('accounts.remove', { id });
    for (const loginName of ['wangmin', 'lijun']) {
      const before = keysText(office);
      expect(
        await office.invoke('accounts.add', { ...LIJUN, loginName, password: FIRST_PASSWORD }),
      ).toMatchObject({ ok: false, error: { code: 'DUPLICATE', fields: [{ field: 'loginName' }] } });
      expect(keysText(office)).toBe(before);
    }
  });

  it.each([
    ['short', '密码至少 8 位'],
    ['        ', '密码不能全是空格'],
    ['aaaaaaaa', '密码不能是同一个字符的重复'],
  ])('cannot begin with the password %j', async (password, message) => {
    expect(await office.invoke('accounts.add', { ...LIJUN, password })).toMatchObject({
      ok: false,
      error: { fields: [{ field: 'password', message }] },
    });
  });
});

describe('one’s own password', () => {
  it('asks for the former one, changes that slot only, and not to the same', async () => {
    await addColleague(office, LIJUN);
    const other = vaultOf(office).slots.find(({ owner }) => owner === 'lijun');
    const { password } = TEST_UNIT;
    const change = (oldPassword: string, newPassword: string) =>
      office.invoke('accounts.password.change', { oldPassword, newPassword });
    expect(await change('wrong-2026', OWN_PASSWORD)).toMatchObject({
      ok: false,
      error: { code: 'WRONG_PASSWORD', fields: [{ field: 'oldPassword' }] },
    });
    expect(await change(password, password)).toMatchObject({
      ok: false,
      error: { fields: [{ field: 'newPassword' }] },
    });
    expect(await change(password, OWN_PASSWORD)).toMatchObject({ ok: true });
    expect(vaultOf(office).slots.find(({ owner }) => owner === 'lijun')).toEqual(other);
    await office.lock();
    expect(await logIn(office, 'wangmin', password)).toMatchObject({ ok: false });
    expect(await logIn(office, 'wangmin', OWN_PASSWORD)).toMatchObject({ ok: true });
  });

  it('reset by the administrator is a first password again; nobody resets the own one', async () => {
    const id = await addColleague(office, LIJUN);
    await office.must('accounts.password.reset', { id, password: 'wieder-2026' });
    expect(await office.invoke('accounts.password.reset', { id: 1, password: 'wieder-2026' })).toMatchObject({
      ok: false,
      error: { code: 'REFUSED' },
    });
    await office.lock();
    expect(await logIn(office, 'lijun', OWN_PASSWORD)).toMatchObject({ ok: false });
    expect(await logIn(office, 'lijun', 'wieder-2026')).toMatchObject({
      value: { account: { mustChangePassword: true } },
    });
  });
});

describe('an account that is not wanted any more', () => {
  it('deactivated loses its slot; reactivated begins with a new first password', async () => {
    const id = await addColleague(office, LIJUN);
    await office.must('accounts.deactivate', { id });
    expect(slotNames(office)).toEqual(['wangmin']);
    expect(await statusOf(id)).toBe('inactive');
    await office.lock();
    expect(await logIn(office, 'lijun', OWN_PASSWORD)).toMatchObject({ error: { code: 'WRONG_PASSWORD' } });
    await asAdministrator(office);
    await office.must('accounts.reactivate', { id, password: 'wieder-2026' });
    expect(await statusOf(id)).toBe('active');
    await mustLogIn(office, 'lijun', 'wieder-2026');
  });

  it('removed stays in the log, and does not come back', async () => {
    const id = await addColleague(office, LIJUN);
    await office.must('accounts.remove', { id });
    expect(slotNames(office)).toEqual(['wangmin']);
    expect(await statusOf(id)).toBe('removed');
    for (const again of [
      await office.invoke('accounts.reactivate', { id, password: 'wieder-2026' }),
      await office.invoke('accounts.save', { id, displayName: '李军', roles: ['clerk'] }),
      await office.invoke('accounts.remove', { id }),
    ])
      expect(again).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
    expect(await auditTexts(office, '移除账号')).toEqual(['移除账号 李军']);
  });

  it('is never the last administrator, nor oneself', async () => {
    const id = await addColleague(office, { ...LIJUN, roles: ['administrator'] });
    expect(await office.invoke('accounts.deactivate', { id: 1 })).toMatchObject({
      error: { code: 'REFUSED', message: expect.stringContaining('自己') },
    });
    await office.must('accounts.save', { id: 1, displayName: '王敏', roles: ['clerk'] });
    await mustLogIn(office, 'lijun', OWN_PASSWORD);
    expect(
      await office.invoke('accounts.save', { id, displayName: '李军', roles: ['clerk', 'signer'] }),
    ).toMatchObject({ error: { code: 'REFUSED', message: expect.stringContaining('最后一位') } });
    await office.must('accounts.deactivate', { id: 1 });
    expect(slotNames(office)).toEqual(['lijun']);
  });

  it('while it is logged in: the next call says so and locks; what is typed is still kept', async () => {
    const id = await addColleague(office, LIJUN);
    await mustLogIn(office, 'lijun', OWN_PASSWORD);
    // By another program on the same file, e.g. after a restore.
    office.sqlite.prepare('update account set is_active = 0 where id = ?').run(id);
    await office.must('drafts.save', { key: 'clue:new', payload: '{"fact":"超时加班"}' });
    const stopped = await office.invoke('todo.board', {});
    expect(stopped).toMatchObject({
      ok: false,
      error: { code: 'LOCKED', message: expect.stringContaining('已被停用或移除') },
    });
    await office.lock();
    expect(await office.must('session.status', {})).toMatchObject({ state: 'locked', lockReason: 'account' });
    await asAdministrator(office);
    expect(office.sqlite.prepare('select payload from draft where account_id = ?').pluck().get(id)).toContain(
      '超时加班',
    );
    expect(office.faults).toEqual([]);
  });
});

describe('roles', () => {
  it('that change while somebody works count from the next call on', async () => {
    const id = await addColleague(office, LIJUN);
    await mustLogIn(office, 'lijun', OWN_PASSWORD);
    expect(await office.raw('accounts.list', {})).toMatchObject({ error: { code: 'FORBIDDEN' } });
    office.sqlite.prepare('update account set roles = ? where id = ?').run('["administrator"]', id);
    expect(await office.must('session.status', {})).toMatchObject({ account: { roles: ['administrator'] } });
    await office.must('accounts.list', {});
  });

  it('the administrator alone still manages', async () => {
    const id = await addColleague(office, { ...LIJUN, roles: ['administrator'] });
    await mustLogIn(office, 'lijun', OWN_PASSWORD);
    expect(await office.must('accounts.names', {})).toHaveLength(2);
    await office.must('accounts.add', {
      loginName: 'chenli',
      displayName: '陈丽',
      roles: ['signer'],
      password: FIRST_PASSWORD,
    });
    await office.must('accounts.save', { id, displayName: '李军', roles: ['administrator', 'archivist'] });
    await office.must('lock.settings.save', { idleMinutes: 5 });
    expect(await office.must('lock.settings.get', {})).toEqual({ idleMinutes: 5 });
  });
});

describe('wrong passwords', () => {
  it('stand in the log after the next login: how often and where, never what was typed', async () => {
    await addColleague(office, LIJUN);
    await office.lock();
    await logIn(office, 'wangmin', 'geheim-falsch');
    await logIn(office, 'wangmin', 'geheim-falsch');
    await logIn(office, 'lijun', 'geheim-falsch');
    await logIn(office, 'meinpasswort-2026', 'x');
    const kept = readFileSync(join(dataFolder(office), 'failed-logins.log'), 'utf8');
    expect(kept).not.toContain('geheim');
    expect(kept).not.toContain('meinpasswort');
    await asAdministrator(office);
    const texts = await auditTexts(office, '登录失败');
    expect(texts).toHaveLength(3);
    expect(texts.join()).toMatch(/登录失败 2 次：登录名 wangmin（2026-09-10 12:00）/);
    expect(texts.join()).toMatch(/登录失败 1 次：登录名 lijun/);
    expect(texts.join()).toMatch(/登录失败 1 次：没有登记的登录名/);
    await asAdministrator(office);
    expect(await auditTexts(office, '登录失败')).toHaveLength(3);
  });

  it('slow the next try also after a restart, and another unknown name each time is no way round', async () => {
    await addColleague(office, LIJUN);
    await office.lock();
    for (const name of ['wangmin', 'wangmin', 'wangmin', 'wangmin', 'fremd-1', 'fremd-2', 'fremd-3']) {
      await logIn(office, name, 'geheim-falsch');
    }
    const waits: number[] = [];
    const again = await createTestOffice({
      folder: office.folder,
      isNew: true,
      throttle: createThrottle(async (ms) => void waits.push(ms)),
    });
    await logIn(again, 'fremd-4', 'geheim-falsch');
    await logIn(again, 'fremd-5', 'geheim-falsch');
    await logIn(again, 'lijun', 'geheim-falsch');
    await asAdministrator(again);
    await again.lock();
    await asAdministrator(again);
    expect(waits).toEqual([1000, 2000, 0, 2000, 0]);
    await again.close();
  });

  it('are counted however many there are, in a file that stays small', async () => {
    await office.lock();
    const path = join(dataFolder(office), 'failed-logins.log');
    const line = '{"at":"2026-09-09T04:00:00.000Z","kind":"account","owner":null}\n';
    writeFileSync(path, line.repeat(10_000));
    await logIn(office, 'wangmin', 'geheim-falsch');
    await logIn(office, 'niemand', 'geheim-falsch');
    expect(statSync(path).size).toBeLessThan(1000);
    await asAdministrator(office);
    const texts = (await auditTexts(office, '登录失败')).join();
    expect(texts).toMatch(/登录失败 10001 次：没有登记的登录名（2026-09-09 .* 至 2026-09-10 12:00）/);
    expect(texts).toMatch(/登录失败 1 次：登录名 wangmin/);
  });

  it('a kept line that is half or forged does no harm', async () => {
    await office.lock();
    writeFileSync(
      join(dataFolder(office), 'failed-logins.log'),
      '{"at":"x","kind":"account","owner":null}\n{"at":',
    );
    await asAdministrator(office);
    expect(await auditTexts(office, '登录失败')).toEqual(['登录失败 1 次：没有登记的登录名（时间不明）']);
    expect(office.faults).toEqual([]);
  });
});
