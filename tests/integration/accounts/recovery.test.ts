import { describe, expect, it } from 'vitest';
import { createTestOffice, TEST_UNIT } from '../../builders/office';
import {
  addColleague,
  asAdministrator,
  auditTexts,
  issueCode,
  keysText,
  LIJUN,
  logIn,
  mustLogIn,
  OWN_PASSWORD,
  slotNames,
} from './support';

const { password } = TEST_UNIT;

describe('making a recovery code', () => {
  it('asks for the password, shows it, prints it, and counts only when it was typed back', async () => {
    const office = await createTestOffice();
    expect(await office.invoke('recovery.issue', { password: 'falsch-2026' })).toMatchObject({
      error: { code: 'WRONG_PASSWORD' },
    });
    const { code } = await office.must('recovery.issue', { password });
    expect(code).toMatch(/^([ACDEFGHJKMNPQRTUVWXY34679]{4}-){7}[ACDEFGHJKMNPQRTUVWXY34679]{4}$/);
    await office.must('recovery.print', {});
    const [sheet] = office.ports.printed;
    for (const part of [...code.split('-'), '安溪县总工会', '2026年9月10日', '保险柜'])
      expect(sheet).toContain(part);
    expect(slotNames(office)).toEqual(['wangmin']);
    expect(await office.must('recovery.status', {})).toMatchObject({ isIssued: false });

    await office.must('recovery.confirm', { code: ` ${code.toLowerCase().replaceAll('-', ' ')} ` });
    expect(slotNames(office)).toEqual(['recovery', 'wangmin']);
    expect(await office.must('recovery.status', {})).toMatchObject({ isIssued: true, issuedBy: '王敏' });
    expect(keysText(office)).not.toContain(code);
    expect((await auditTexts(office)).join()).not.toContain(code.slice(0, 9));
    await office.close();
  });

  it('typed back wrong names the group, and the former code goes on', async () => {
    const office = await createTestOffice();
    const former = await issueCode(office);
    const { code } = await office.must('recovery.issue', { password });
    expect(await office.invoke('recovery.confirm', { code: former })).toMatchObject({
      error: { code: 'BAD_INPUT', fields: [{ field: 'code', message: expect.stringMatching(/第 \d 组/) }] },
    });
    expect(await office.invoke('recovery.confirm', { code: code.slice(0, -1) })).toMatchObject({
      error: { code: 'BAD_INPUT' },
    });
    const { untilLock } = office.session;
    expect([...untilLock.values()]).toEqual([code]);
    await office.lock();
    expect(await office.must('session.recover.check', { code: former })).toMatchObject({
      accounts: [{ loginName: 'wangmin' }],
    });
    // What was shown is gone with the lock, from memory too.
    expect(untilLock.size).toBe(0);
    await asAdministrator(office);
    expect(await office.invoke('recovery.confirm', { code })).toMatchObject({ error: { code: 'REFUSED' } });
    await office.close();
  });
});

describe('the recovery code', () => {
  it('gives an administrator a new password, and only an administrator', async () => {
    const office = await createTestOffice();
    await addColleague(office, LIJUN);
    const code = await issueCode(office);
    await office.lock();
    expect(await office.must('session.recover.check', { code })).toEqual({
      accounts: [{ loginName: 'wangmin', displayName: '王敏' }],
    });
    expect(
      await office.invoke('session.recover', { code, loginName: 'lijun', password: 'neues-2026' }),
    ).toMatchObject({ error: { code: 'NOT_FOUND' } });
    expect(
      await office.must('session.recover', { code, loginName: 'wangmin', password: 'neues-2026' }),
    ).toMatchObject({ state: 'open', account: { displayName: '王敏', mustChangePassword: false } });
    expect(await auditTexts(office, '恢复码')).toEqual([
      '用恢复码打开资料，并为 王敏 设置新密码',
      '生成恢复码',
    ]);
    await office.lock();
    expect(await logIn(office, 'wangmin', password)).toMatchObject({ ok: false });
    await mustLogIn(office, 'wangmin', 'neues-2026');
    await mustLogIn(office, 'lijun', OWN_PASSWORD);
    await office.close();
  });

  it('of the day before stops when another is issued', async () => {
    const office = await createTestOffice();
    const former = await issueCode(office);
    const code = await issueCode(office);
    await office.lock();
    expect(await office.invoke('session.recover.check', { code: former })).toMatchObject({
      error: { code: 'WRONG_PASSWORD', message: expect.stringContaining('换发') },
    });
    await office.must('session.recover.check', { code });
    await office.close();
  });

  it('that is wrong changes nothing; a slip of the pen is told from a wrong one and is not counted', async () => {
    const office = await createTestOffice();
    const code = await issueCode(office);
    await office.lock();
    const before = keysText(office);
    const slip = `${code.slice(0, -1)}${code.endsWith('A') ? 'C' : 'A'}`;
    expect(await office.invoke('session.recover.check', { code: slip })).toMatchObject({
      error: { code: 'WRONG_PASSWORD', message: expect.stringContaining('逐组核对') },
    });
    const other = await createTestOffice();
    const { code: strange } = await other.must('recovery.issue', { password });
    await other.close();
    const recover = { code: strange, loginName: 'wangmin', password: 'neues-2026' };
    expect(await office.invoke('session.recover', recover)).toMatchObject({
      error: { code: 'WRONG_PASSWORD', fields: [{ field: 'code' }] },
    });
    expect(keysText(office)).toBe(before);
    expect(await office.must('session.status', {})).toMatchObject({ state: 'locked' });
    await asAdministrator(office);
    expect(await auditTexts(office, '登录失败')).toEqual([expect.stringContaining('登录失败 1 次：恢复码')]);
    expect(office.faults).toEqual([]);
    await office.close();
  });
});
