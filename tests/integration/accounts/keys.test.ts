import { copyFileSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROLES } from '@shared/domain/kernel/permissions';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSlot, type SlotName } from '../../../electron/platform/vault/slot';
import { judgeVault, withSlot, writeVault } from '../../../electron/platform/vault/vault';
import { createTestOffice, QUICK_COST, TEST_UNIT, type TestOffice } from '../../builders/office';
import { writeFormerVault } from '../vault/support/former';
import {
  addColleague,
  asAdministrator,
  auditTexts,
  dataFolder,
  FIRST_PASSWORD,
  issueCode,
  keysPath,
  keysText,
  LIJUN,
  logIn,
  mustLogIn,
  OWN_PASSWORD,
  vaultOf,
} from './support';

const ALTERED = '密钥文件 keys.json 在上次写入之后被改动或替换过';
const { password } = TEST_UNIT;

let office: TestOffice;
beforeEach(async () => {
  office = await createTestOffice();
});
afterEach(() => office.close());

describe('keys.json', () => {
  it('of the first form opens, becomes today’s, and the public key stands in the database', async () => {
    const dataKey = Buffer.from(office.session.dataKey);
    // As a program of that time left it.
    office.sqlite.exec("update account set public_key = ''; delete from setting where key = 'keys.marked'");
    await office.lock();
    writeFormerVault(keysPath(office), {
      unitName: TEST_UNIT.unitName,
      owner: TEST_UNIT.loginName,
      password: TEST_UNIT.password,
      dataKey,
    });
    expect(await logIn(office, 'wangmin', 'falsch-2026')).toMatchObject({ ok: false });
    expect(JSON.parse(keysText(office))).toMatchObject({ format: 1 });
    await asAdministrator(office);
    const [slot] = vaultOf(office).slots;
    expect(slot?.scrypt).toMatchObject(QUICK_COST);
    expect(office.sqlite.prepare('select public_key from account').pluck().get()).toBe(slot?.publicKey);
    await office.lock();
    await asAdministrator(office);
    expect(await auditTexts(office, '升级')).toEqual(['登录，密钥槽已升级']);
  });

  it('without a MAC, as programs wrote it before, opens and gets one at the login', async () => {
    const { mac: _, ...former } = vaultOf(office);
    const dataKey = Buffer.from(office.session.dataKey);
    office.sqlite.exec("delete from setting where key = 'keys.marked'");
    await office.lock();
    writeFileSync(keysPath(office), JSON.stringify(former));
    expect(judgeVault(vaultOf(office), dataKey)).toBe('unmarked');
    await asAdministrator(office);
    expect(judgeVault(vaultOf(office), dataKey)).toBe('genuine');
    expect(await auditTexts(office, '改动')).toEqual([]);
    // Once: from now on nobody takes it away unnoticed.
    await office.lock();
    writeFileSync(keysPath(office), JSON.stringify(former));
    await asAdministrator(office);
    expect(await auditTexts(office, '改动')).toEqual([ALTERED]);
  });

  it('carries its MAC after every change: accounts, recovery code, change of the data key', async () => {
    const isGenuine = () => judgeVault(vaultOf(office), office.session.dataKey) === 'genuine';
    expect(isGenuine()).toBe(true);
    await addColleague(office, LIJUN);
    expect(isGenuine()).toBe(true);
    await issueCode(office);
    expect(isGenuine()).toBe(true);
    await office.must('keys.rotate', { jobId: 'rotate-1', password: TEST_UNIT.password });
    expect(isGenuine()).toBe(true);
  });

  it('names the unit as it is called now', async () => {
    const { revision } = await office.must('settings.get', {});
    await office.must('settings.update', { revision, settings: { unitName: '安溪市总工会' } });
    await office.lock();
    await asAdministrator(office);
    expect(vaultOf(office).unitName).toBe('安溪市总工会');
  });

  it('is as it was when the command fails', async () => {
    const before = keysText(office);
    // Fails at the commit, after the keys were written.
    office.sqlite.exec(
      'create table t (id integer primary key, a references account (id) deferrable initially deferred)',
    );
    office.sqlite.exec(
      'create trigger account_fails after insert on account begin insert into t (a) values (99); end',
    );
    const result = await office.invoke('accounts.add', { ...LIJUN, password: FIRST_PASSWORD });
    expect(result.ok).toBe(false);
    expect(keysText(office)).toBe(before);
    expect(await office.must('accounts.list', {})).toHaveLength(1);
  });

  it('one account with all roles is how an office begins', async () => {
    const [account] = await office.must('accounts.list', {});
    expect(account).toMatchObject({ loginName: 'wangmin', roles: [...ROLES], status: 'active' });
  });
});

describe('whose slot counts is said by the database', () => {
  const publicKeyOf = (loginName: string) =>
    office.sqlite.prepare('select public_key from account where login_name = ?').pluck().get(loginName);
  const plant = async (name: SlotName, secret: string, dataKey: Buffer, slots = vaultOf(office).slots) => {
    const slot = await createSlot(dataKey, name, secret, QUICK_COST);
    writeVault(keysPath(office), withSlot({ ...vaultOf(office), slots }, slot), dataKey);
    return slot.publicKey;
  };
  const lijun = { kind: 'account', owner: 'lijun' } as const;

  it('a former password does not come back with an older keys.json', async () => {
    const id = await addColleague(office, LIJUN);
    const older = keysText(office);
    await office.must('accounts.password.reset', { id, password: 'neu-2026-xx' });
    const known = publicKeyOf('lijun');
    await office.lock();
    writeFileSync(keysPath(office), older);
    expect(await logIn(office, 'lijun', OWN_PASSWORD)).toMatchObject({
      error: { code: 'FORBIDDEN', message: expect.stringContaining('已停用') },
    });
    await asAdministrator(office);
    expect(publicKeyOf('lijun')).toBe(known);
    expect(await auditTexts(office, '拒绝')).toEqual(['拒绝登录：登录名 lijun 的密钥不是登记的那一个']);
    // A new password makes it good again.
    await office.must('accounts.password.reset', { id, password: 'neu-2026-yy' });
    await mustLogIn(office, 'lijun', 'neu-2026-yy');
  });

  it('a planted slot gets in neither by a login nor by a change of the data key', async () => {
    await addColleague(office, LIJUN);
    const stolen = Buffer.from(office.session.dataKey);
    await office.lock();
    await plant(lijun, 'fremd-2026', stolen);
    expect(await logIn(office, 'lijun', 'fremd-2026')).toMatchObject({ error: { code: 'FORBIDDEN' } });
    await asAdministrator(office);
    expect(await office.must('keys.rotate', { jobId: 'r', password })).toMatchObject({
      droppedNames: ['lijun'],
    });
    await office.lock();
    expect(await logIn(office, 'lijun', 'fremd-2026')).toMatchObject({ error: { code: 'WRONG_PASSWORD' } });
  });

  it('a former or planted recovery code helps nobody', async () => {
    const former = await issueCode(office);
    const older = keysText(office);
    const code = await issueCode(office);
    await office.lock();
    const newer = keysText(office);
    writeFileSync(keysPath(office), older);
    const input = { loginName: 'wangmin', password: 'neues-2026' };
    for (const refused of [
      await office.invoke('session.recover.check', { code: former }),
      await office.invoke('session.recover', { ...input, code: former }),
    ]) {
      expect(refused).toMatchObject({ error: { code: 'FORBIDDEN' } });
    }
    writeFileSync(keysPath(office), newer);
    await office.must('session.recover', { ...input, code });
    expect(await auditTexts(office, '拒绝')).toHaveLength(2);
  });

  it('an administrator nobody else could let in gets in, is not taken for known, and a recovery code mends it', async () => {
    const stolen = Buffer.from(office.session.dataKey);
    const known = publicKeyOf('wangmin');
    await office.lock();
    await plant({ kind: 'account', owner: 'wangmin' }, 'frueher-2026', stolen, []);
    await mustLogIn(office, 'wangmin', 'frueher-2026');
    expect(publicKeyOf('wangmin')).toBe(known);
    expect(await auditTexts(office, '仍允许登录')).toHaveLength(1);
    expect(await office.invoke('keys.rotate', { jobId: 'r', password: 'frueher-2026' })).toMatchObject({
      error: { code: 'REFUSED' },
    });
    const { code } = await office.must('recovery.issue', { password: 'frueher-2026' });
    await office.must('recovery.confirm', { code });
    await office.lock();
    // From now on there is a way in that is known.
    expect(await logIn(office, 'wangmin', 'frueher-2026')).toMatchObject({ error: { code: 'FORBIDDEN' } });
    await office.must('session.recover', { code, loginName: 'wangmin', password: 'neues-2026' });
    expect(publicKeyOf('wangmin')).toBe(
      vaultOf(office).slots.find(({ owner }) => owner === 'wangmin')?.publicKey,
    );
  });
});

describe('keys.json that somebody has changed', () => {
  it('opens, is told and written into the log once, and no file it lists is wiped', async () => {
    const stranger = join(dataFolder(office), 'casework-alt.db');
    copyFileSync(office.session.databasePath, stranger);
    await office.lock();
    writeFileSync(keysPath(office), JSON.stringify({ ...vaultOf(office), leftovers: ['casework-alt.db'] }));
    await asAdministrator(office);
    expect(await office.must('session.status', {})).toMatchObject({ hasAlteredKeys: true });
    expect(await auditTexts(office, '改动')).toEqual([ALTERED]);
    expect(existsSync(stranger)).toBe(true);
    expect(vaultOf(office).leftovers).toEqual([]);
    await office.lock();
    await asAdministrator(office);
    expect(office.session.hasAlteredKeys).toBe(false);
    expect(await auditTexts(office, '改动')).toHaveLength(1);
  });

  it('under an open session is not written on', async () => {
    writeFileSync(keysPath(office), JSON.stringify({ ...vaultOf(office), slots: [] }));
    const before = keysText(office);
    for (const result of [
      await office.invoke('accounts.add', { ...LIJUN, password: FIRST_PASSWORD }),
      await office.invoke('keys.rotate', { jobId: 'r', password }),
    ]) {
      expect(result).toMatchObject({ ok: false });
    }
    expect(keysText(office)).toBe(before);
    expect(await office.must('accounts.list', {})).toHaveLength(1);
  });
});
