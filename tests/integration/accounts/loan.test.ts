import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestOffice, type TestOffice } from '../../builders/office';
import { tellStory } from '../../builders/story';
import { addColleague, asAdministrator, FIRST_PASSWORD, LIJUN, mustLogIn, OWN_PASSWORD } from './support';

/** What is lent ends with its last day, and nobody takes for himself what somebody else has to give. */

const ZHAOGANG = { loginName: 'zhaogang', displayName: '赵刚', roles: ['administrator' as const] };
const ONE_DAY = { fromOn: '2026-09-10', toOn: '2026-09-10', reason: '外出' };
const REFUSED = { ok: false, error: { code: 'FORBIDDEN', message: expect.stringContaining('受托') } };

let office: TestOffice;
let lijun: number;
beforeEach(async () => {
  office = await createTestOffice();
  lijun = await addColleague(office, LIJUN);
});
afterEach(() => office.close());

const ownRoles = (id: number) =>
  office.sqlite.prepare('select roles from account where id = ?').pluck().get(id) as string;
const rolesNow = async () => (await office.must('session.status', {})).account?.roles;

describe('an administrator', () => {
  it('does not make himself the handler’s stand-in; the handler and another administrator may', async () => {
    const { caseId } = await tellStory(office);
    const zhaogang = await addColleague(office, ZHAOGANG);
    const sunli = await addColleague(office, { ...ZHAOGANG, loginName: 'sunli', displayName: '孙丽' });
    const toZhaogang = { ...ONE_DAY, giverId: 1, receiverId: zhaogang, role: 'clerk' as const };
    await mustLogIn(office, 'zhaogang', OWN_PASSWORD);
    expect(await office.invoke('delegations.add', toZhaogang)).toMatchObject({
      ok: false,
      error: { fields: [{ field: 'receiverId', message: expect.stringContaining('自己') }] },
    });
    expect(await office.raw('supervision.complainant.get', { caseId })).toMatchObject({ ok: false });
    expect(await office.raw('delegations.add', { ...toZhaogang, receiverId: sunli })).toMatchObject({
      ok: true,
    });
    await mustLogIn(office, 'sunli', OWN_PASSWORD);
    expect(await office.raw('delegations.add', toZhaogang)).toMatchObject({ ok: true });
  });
});

describe('管理员 on loan', () => {
  beforeEach(async () => {
    await office.must('delegations.add', {
      ...ONE_DAY,
      giverId: 1,
      receiverId: lijun,
      role: 'administrator',
    });
    await mustLogIn(office, 'lijun', OWN_PASSWORD);
    expect(await rolesNow()).toContain('administrator');
  });

  it('gives its holder no role that stays', async () => {
    const before = ownRoles(lijun);
    for (const role of ['administrator', 'signer'] as const) {
      const roles = ['clerk' as const, role];
      const saved = await office.invoke('accounts.save', { id: lijun, displayName: '李军', roles });
      expect(saved).toMatchObject(REFUSED);
    }
    expect(ownRoles(lijun)).toBe(before);
  });

  it('makes no further administrator, takes no administrator’s password, and no recovery code', async () => {
    const account = { displayName: '孙丽', loginName: 'sunli', password: FIRST_PASSWORD };
    expect(await office.invoke('accounts.add', { ...account, roles: ['administrator'] })).toMatchObject(
      REFUSED,
    );
    expect(await office.invoke('accounts.password.reset', { id: 1, password: FIRST_PASSWORD })).toMatchObject(
      REFUSED,
    );
    expect(await office.invoke('recovery.issue', { password: OWN_PASSWORD })).toMatchObject(REFUSED);
    // The everyday work of the house goes on.
    const { id } = await office.must('accounts.add', { ...account, roles: ['clerk'] });
    await office.must('accounts.save', { id, displayName: '孙丽', roles: ['clerk', 'reviewer'] });
    const lent = {
      ...ONE_DAY,
      toOn: '2036-09-10',
      giverId: 1,
      receiverId: id,
      role: 'administrator' as const,
    };
    expect(await office.invoke('delegations.add', lent)).toMatchObject(REFUSED);
  });

  it('is over with its last day, also when the clock of the machine is set back afterwards', async () => {
    office.clock.set('2026-09-11');
    await mustLogIn(office, 'lijun', OWN_PASSWORD);
    expect(await rolesNow()).toEqual(['clerk']);
    office.clock.set('2026-09-10');
    expect(await rolesNow()).toEqual(['clerk']);
    await mustLogIn(office, 'lijun', OWN_PASSWORD);
    expect(await rolesNow()).toEqual(['clerk']);
    expect(await office.must('delegations.list', {})).toMatchObject([{ standing: 'ended' }]);
  });
});

it('a clock that once ran ahead does not keep a later delegation from running', async () => {
  office.clock.set('2099-01-01');
  await asAdministrator(office);
  office.clock.set('2026-09-10');
  await asAdministrator(office);
  await office.must('delegations.add', { ...ONE_DAY, giverId: 1, receiverId: lijun, role: 'signer' });
  await mustLogIn(office, 'lijun', OWN_PASSWORD);
  expect(await rolesNow()).toEqual(['clerk', 'signer']);
});
