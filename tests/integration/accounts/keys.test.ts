import { writeFileSync } from 'node:fs';
import { ROLES } from '@shared/domain/kernel/permissions';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { judgeVault } from '../../../electron/platform/vault/vault';
import { createTestOffice, QUICK_COST, TEST_UNIT, type TestOffice } from '../../builders/office';
import { writeFormerVault } from '../vault/support/former';
import {
  addColleague,
  asAdministrator,
  auditTexts,
  FIRST_PASSWORD,
  issueCode,
  keysPath,
  keysText,
  LIJUN,
  logIn,
  vaultOf,
} from './support';

let office: TestOffice;
beforeEach(async () => {
  office = await createTestOffice();
});
afterEach(() => office.close());

describe('keys.json', () => {
  it('of the first form opens, becomes today’s, and the public key stands in the database', async () => {
    const dataKey = Buffer.from(office.session.dataKey);
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
    await office.lock();
    writeFileSync(keysPath(office), JSON.stringify(former));
    expect(judgeVault(vaultOf(office), dataKey)).toBe('unmarked');
    await asAdministrator(office);
    expect(judgeVault(vaultOf(office), dataKey)).toBe('genuine');
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
