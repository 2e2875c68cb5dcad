import {
  type AccountFacts,
  type Delegation,
  effectiveRoles,
  judgeAccountChange,
  judgeDelegation,
  judgeNewPassword,
  lendsOn,
  seesComplainant,
} from '@shared/domain/kernel/account-rules';
import { describe, expect, it } from 'vitest';

const WANGMIN: AccountFacts = { id: 1, roles: ['administrator', 'clerk'], isActive: true };
const LIJUN: AccountFacts = { id: 2, roles: ['reviewer'], isActive: true };
const LEAVE: Delegation = {
  giverId: 1,
  receiverId: 2,
  role: 'clerk',
  fromOn: '2026-09-10',
  toOn: '2026-09-12',
  isEnded: false,
};

describe('the last administrator', () => {
  it.each([
    ['loses the role', { ...WANGMIN, roles: ['clerk'] as const }],
    ['is deactivated', { ...WANGMIN, isActive: false }],
  ])('never %s', (_, next) => {
    expect(judgeAccountChange([WANGMIN, LIJUN], next)).toContain('最后一位');
    const other = { ...LIJUN, roles: ['administrator'] as const };
    expect(judgeAccountChange([WANGMIN, other], next)).toBe('');
    expect(judgeAccountChange([WANGMIN, { ...other, isActive: false }], next)).toContain('最后一位');
  });

  it('others change freely, but nobody is without a role', () => {
    expect(judgeAccountChange([WANGMIN, LIJUN], { ...LIJUN, isActive: false })).toBe('');
    expect(judgeAccountChange([WANGMIN, LIJUN], { ...WANGMIN, roles: ['administrator'] })).toBe('');
    expect(judgeAccountChange([WANGMIN], { id: 9, roles: [], isActive: true })).toContain('至少选择一个角色');
  });
});

describe('a role that is lent', () => {
  it.each([
    ['2026-09-09', false],
    ['2026-09-10', true],
    ['2026-09-12', true],
    ['2026-09-13', false],
  ] as const)('on %s: %s', (today, isLent) => {
    expect(lendsOn(LEAVE, WANGMIN, today)).toBe(isLent);
    const { roles, lent } = effectiveRoles(LIJUN, [WANGMIN, LIJUN], [LEAVE], today);
    expect(roles).toEqual(isLent ? ['reviewer', 'clerk'] : ['reviewer']);
    expect(lent).toEqual(isLent ? [LEAVE] : []);
  });

  it('ends when it is ended, and with the giver’s account or role', () => {
    const today = '2026-09-10';
    expect(lendsOn({ ...LEAVE, isEnded: true }, WANGMIN, today)).toBe(false);
    expect(lendsOn(LEAVE, undefined, today)).toBe(false);
    expect(lendsOn(LEAVE, { ...WANGMIN, isActive: false }, today)).toBe(false);
    expect(lendsOn(LEAVE, { ...WANGMIN, roles: ['administrator'] }, today)).toBe(false);
  });

  it('is nobody else’s and counts once', () => {
    const third: AccountFacts = { id: 3, roles: ['clerk'], isActive: true };
    const both = [LEAVE, { ...LEAVE, receiverId: 3 }];
    expect(effectiveRoles(third, [WANGMIN, third], both, '2026-09-10').roles).toEqual(['clerk']);
    expect(effectiveRoles(WANGMIN, [WANGMIN, third], both, '2026-09-10').lent).toEqual([]);
  });

  it.each([
    [{}, WANGMIN, LIJUN, []],
    [{}, undefined, LIJUN, ['giverId']],
    [{}, { ...WANGMIN, isActive: false }, LIJUN, ['giverId']],
    [{ role: 'signer' as const }, WANGMIN, LIJUN, ['role']],
    [{}, WANGMIN, undefined, ['receiverId']],
    [{ receiverId: 1 }, WANGMIN, WANGMIN, ['receiverId']],
    [{}, WANGMIN, { ...LIJUN, roles: ['clerk'] as const }, ['role']],
    [{ toOn: '2026-09-09' }, WANGMIN, LIJUN, ['toOn']],
    [{ fromOn: '2026-08-01', toOn: '2026-08-02' }, WANGMIN, LIJUN, ['toOn']],
  ])('entered with %j is judged field by field', (patch, giver, receiver, fields) => {
    const problems = judgeDelegation({ ...LEAVE, ...patch }, { giver, receiver, enteredBy: 1 }, '2026-09-10');
    expect(Object.keys(problems)).toEqual(fields);
  });

  it('is entered by its giver or by a third person, never by its receiver', () => {
    const by = (enteredBy: number) =>
      judgeDelegation(LEAVE, { giver: WANGMIN, receiver: LIJUN, enteredBy }, '2026-09-10');
    expect([by(1), by(3)]).toEqual([{}, {}]);
    expect(by(2).receiverId).toContain('不能把他人的角色委托给自己');
  });
});

describe('who complained', () => {
  it.each([
    [1, [], 1, [], true],
    [2, [], 1, [], false],
    [2, [1], 1, [], true],
    [2, [3], 1, [], false],
    [2, [], 1, [2], true],
    [2, [], null, [], false],
  ] as const)(
    'account %i standing in for %j, handler %j, granted %j: %s',
    (id, standsInFor, handler, granted, sees) => {
      expect(seesComplainant({ id, standsInFor }, handler, granted)).toBe(sees);
    },
  );
});

describe('a new password', () => {
  it.each([
    ['1234567', '', '密码至少 8 位'],
    ['a'.repeat(201), '', '密码最多 200 位'],
    ['         ', '', '密码不能全是空格'],
    ['aaaaaaaa', '', '密码不能是同一个字符的重复'],
    ['Abc-2026', 'Ａｂｃ－２０２６', '新密码与原密码相同，请另设一个'],
    ['Abc-2026', 'Abc-2025', ''],
    ['工会案管工会案管', '', ''],
  ])('%j after %j: %j', (password, former, message) => {
    expect(judgeNewPassword(password, former)).toBe(message);
  });
});
