import { makeIdNumber } from '@shared/domain/kernel/id-number';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestOffice, type TestOffice } from '../../builders/office';
import { COMPLAINANT, tellStory } from '../../builders/story';
import { addColleague, asAdministrator, auditTexts, LIJUN, mustLogIn, OWN_PASSWORD } from './support';

let office: TestOffice;
let caseId: number;
let lijun: number;
beforeEach(async () => {
  office = await createTestOffice();
  // 王敏 handles it.
  ({ caseId } = await tellStory(office));
  lijun = await addColleague(office, LIJUN);
});
afterEach(() => office.close());

const asLijun = () => mustLogIn(office, 'lijun', OWN_PASSWORD);
const see = () => office.raw('supervision.complainant.get', { caseId });
const SEEN = { ok: true, value: { name: COMPLAINANT.name } };
const REFUSED = { ok: false, error: { code: 'FORBIDDEN', message: expect.stringContaining('经办人') } };

describe('who complained', () => {
  it('is seen by the handler and by no other clerk, who cannot change it either', async () => {
    expect(await see()).toMatchObject(SEEN);
    await asLijun();
    expect(await see()).toMatchObject(REFUSED);
    expect(
      await office.invoke('supervision.complainant.save', { caseId, complainant: COMPLAINANT }),
    ).toMatchObject(REFUSED);
    expect(await office.must('complainant.access.list', { caseId })).toMatchObject({
      handlerName: '王敏',
      maySee: false,
      mayGrant: false,
    });
  });

  it('is granted by the handler with a reason, each view is in the log, and is taken back', async () => {
    const { candidates } = await office.must('complainant.access.list', { caseId });
    expect(candidates).toEqual([{ id: lijun, displayName: '李军' }]);
    const grant = { caseId, accountId: lijun, reason: '王敏外出，代为联系反映人' };
    const { id } = await office.must('complainant.access.grant', grant);
    expect(await office.invoke('complainant.access.grant', grant)).toMatchObject({
      error: { code: 'REFUSED' },
    });
    await asLijun();
    expect(await see()).toMatchObject(SEEN);
    expect(await office.invoke('complainant.access.revoke', { id, reason: '已办结' })).toMatchObject({
      error: { code: 'FORBIDDEN' },
    });
    await asAdministrator(office);
    expect((await auditTexts(office, '反映人')).slice(0, 2)).toEqual([
      '查看反映人信息',
      '准许 李军 查阅反映人信息，事由：王敏外出，代为联系反映人',
    ]);
    await office.must('complainant.access.revoke', { id, reason: '已联系' });
    await asLijun();
    expect(await see()).toMatchObject(REFUSED);
  });

  it('is not for an administrator to grant to oneself, nor to a role that never sees such data', async () => {
    const admin = await addColleague(office, {
      loginName: 'zhaogang',
      displayName: '赵刚',
      roles: ['administrator', 'clerk'],
    });
    const reader = await addColleague(office, {
      loginName: 'chenli',
      displayName: '陈丽',
      roles: ['reader'],
    });
    await mustLogIn(office, 'zhaogang', OWN_PASSWORD);
    const grant = (accountId: number) =>
      office.invoke('complainant.access.grant', { caseId, accountId, reason: '领导要求' });
    expect(await grant(admin)).toMatchObject({ error: { code: 'FORBIDDEN' } });
    expect(await grant(reader)).toMatchObject({ error: { code: 'REFUSED' } });
    expect(await grant(lijun)).toMatchObject({ ok: true });
    expect(await see()).toMatchObject(REFUSED);
    await asLijun();
    expect(await see()).toMatchObject(SEEN);
  });

  it('is seen by whoever stands in for the handler, for the days of the delegation', async () => {
    await office.must('accounts.save', { id: lijun, displayName: '李军', roles: ['reviewer'] });
    await office.must('delegations.add', {
      giverId: 1,
      receiverId: lijun,
      role: 'clerk',
      fromOn: '2026-09-14',
      toOn: '2026-09-18',
      reason: '王敏休假',
    });
    await asLijun();
    expect(await see()).toMatchObject(REFUSED);
    office.clock.set('2026-09-14');
    expect(await see()).toMatchObject(SEEN);
    expect(await office.must('session.status', {})).toMatchObject({
      account: {
        roles: ['reviewer', 'clerk'],
        lentRoles: [{ role: 'clerk', giverName: '王敏', toOn: '2026-09-18' }],
      },
    });
    office.clock.set('2026-09-19');
    expect(await see()).toMatchObject(REFUSED);
    expect(await office.must('delegations.list', {})).toMatchObject([{ standing: 'over' }]);
  });
});

describe('a delegation', () => {
  const LEAVE = { role: 'signer', fromOn: '2026-09-10', toOn: '2026-09-11', reason: '出差' } as const;

  it('is entered by its giver or an administrator, said in the log, and ends early when asked', async () => {
    const { id } = await office.must('delegations.add', { ...LEAVE, giverId: 1, receiverId: lijun });
    expect((await auditTexts(office, '委托'))[0]).toBe(
      '王敏 将签发人角色委托给 李军，2026-09-10 至 2026-09-11，事由：出差',
    );
    await asLijun();
    expect(await office.must('session.status', {})).toMatchObject({
      account: { roles: ['clerk', 'signer'] },
    });
    // Neither one's own again, nor somebody else's.
    expect(await office.invoke('delegations.end', { id })).toMatchObject({ error: { code: 'FORBIDDEN' } });
    expect(await office.invoke('delegations.add', { ...LEAVE, giverId: 1, receiverId: lijun })).toMatchObject(
      { error: { code: 'FORBIDDEN' } },
    );
    await asAdministrator(office);
    await office.must('delegations.end', { id });
    await asLijun();
    expect(await office.must('session.status', {})).toMatchObject({ account: { roles: ['clerk'] } });
  });

  it('lends nothing once the giver has lost the role', async () => {
    await office.must('delegations.add', { ...LEAVE, giverId: 1, receiverId: lijun });
    await office.must('accounts.save', { id: 1, displayName: '王敏', roles: ['administrator'] });
    expect(await office.must('delegations.list', {})).toMatchObject([{ standing: 'void' }]);
    await asLijun();
    expect(await office.must('session.status', {})).toMatchObject({ account: { roles: ['clerk'] } });
  });

  it('names what is wrong with it', async () => {
    const add = (patch: Record<string, unknown>) =>
      office.raw('delegations.add', { ...LEAVE, giverId: 1, receiverId: lijun, ...patch });
    expect(await add({ receiverId: 1 })).toMatchObject({ error: { fields: [{ field: 'receiverId' }] } });
    expect(await add({ role: 'clerk' })).toMatchObject({ error: { fields: [{ field: 'role' }] } });
    expect(await add({ toOn: '2026-09-09' })).toMatchObject({ error: { fields: [{ field: 'toOn' }] } });
    expect(await add({ reason: ' ' })).toMatchObject({ error: { fields: [{ field: 'reason' }] } });
  });
});

describe('ID numbers of the register', () => {
  it('are whole for whom they are for, and masked for a reader', async () => {
    const person = {
      name: '周涛',
      idNumber: makeIdNumber({ birthOn: '1988-02-03', sequence: 77 }),
      phone: '',
      employerId: null,
      post: '',
      note: '',
    };
    const saved = await office.raw('people.save', { id: null, revision: 0, person });
    if (!saved.ok) throw new Error(JSON.stringify(saved.error));
    const { id } = saved.value as { id: number };
    const shown = async () => (await office.must('people.get', { id })).person.idNumber;
    expect(await shown()).toBe(person.idNumber);
    for (const role of ['reader', 'archivist', 'signer'] as const) {
      office.actAs([role]);
      const masked = await shown();
      expect([role, masked]).not.toEqual([role, person.idNumber]);
      expect(masked).toContain('*');
    }
    for (const role of ['clerk', 'reviewer', 'administrator'] as const) {
      office.actAs([role]);
      expect([role, await shown()]).toEqual([role, person.idNumber]);
    }
  });
});
