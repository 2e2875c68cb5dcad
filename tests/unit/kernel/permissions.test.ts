import {
  can,
  isRole,
  PERMISSIONS,
  ROLE_LABELS,
  ROLE_PERMISSIONS,
  ROLES,
} from '@shared/domain/kernel/permissions';
import { describe, expect, it } from 'vitest';

describe('permissions', () => {
  it('names every role', () => {
    expect(ROLES.map((role) => ROLE_LABELS[role])).toEqual([
      '经办人',
      '审核人',
      '签发人',
      '管理员',
      '档案员',
      '只读',
    ]);
  });

  it('grants only permissions that exist, none of them twice', () => {
    for (const role of ROLES) {
      const granted = ROLE_PERMISSIONS[role];
      expect(new Set(granted).size).toBe(granted.length);
      for (const permission of granted) expect(PERMISSIONS).toContain(permission);
    }
  });

  it('lets somebody do everything', () => {
    for (const permission of PERMISSIONS) expect(can(ROLES, permission)).toBe(true);
  });

  /** Who may do it, and nobody else. */
  it.each([
    ['case.read', ['clerk', 'reviewer', 'signer', 'administrator', 'archivist', 'reader']],
    ['case.write', ['clerk', 'reviewer', 'signer', 'archivist']],
    ['case.approve', ['reviewer', 'signer']],
    ['case.sign', ['signer']],
    ['case.archive', ['archivist']],
    ['complainant.read', ['clerk', 'reviewer', 'signer']],
    ['complainant.write', ['clerk']],
    ['party.write', ['clerk', 'reviewer', 'administrator']],
    ['party.identify', ['clerk', 'reviewer', 'administrator']],
    ['settings.read', ['clerk', 'reviewer', 'signer', 'administrator', 'archivist', 'reader']],
    ['settings.write', ['administrator']],
    ['catalogue.write', ['administrator']],
    ['audit.read', ['administrator']],
    ['account.manage', ['administrator']],
    ['backup.manage', ['administrator']],
    ['document.export', ['clerk', 'reviewer', 'signer', 'archivist']],
  ] as const)('%s', (permission, roles) => {
    expect(ROLES.filter((role) => can([role], permission))).toEqual(roles);
  });

  it('adds roles up', () => {
    expect(can(['clerk', 'signer'], 'case.sign')).toBe(true);
    expect(can(['clerk', 'signer'], 'complainant.write')).toBe(true);
  });

  it('gives nothing to nobody and to strangers', () => {
    expect(can([], 'public')).toBe(true);
    expect(can([], 'session')).toBe(false);
    expect(can(['reader'], 'session')).toBe(true);
    expect(can(['root', '__proto__', 'constructor'], 'case.read')).toBe(false);
    expect(can(['root'], 'session')).toBe(false);
    expect(isRole('clerk')).toBe(true);
    expect(isRole('Clerk')).toBe(false);
    expect(isRole(undefined)).toBe(false);
  });
});
