/** Roles of an account; one account may hold several. */
export const ROLES = ['clerk', 'reviewer', 'signer', 'administrator', 'archivist', 'reader'] as const;
export type Role = (typeof ROLES)[number];

export const ROLE_LABELS: Readonly<Record<Role, string>> = {
  clerk: '经办人',
  reviewer: '审核人',
  signer: '签发人',
  administrator: '管理员',
  archivist: '档案员',
  reader: '只读',
};

/** public: also before unlock. session: every account of an unlocked session. */
export const PERMISSIONS = [
  'public',
  'session',
  'case.read',
  'case.write',
  'case.approve',
  'case.sign',
  'case.archive',
  'complainant.read',
  'complainant.write',
  'party.read',
  'party.write',
  'settings.read',
  'settings.write',
  'catalogue.write',
  'audit.read',
  'account.manage',
  'backup.manage',
  'statistics.read',
  'document.export',
  'document.seal',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

const LOOK: readonly Permission[] = ['case.read', 'party.read', 'settings.read', 'statistics.read'];

/**
 * case.write opens the channels that act on a case; the step itself asks for case.approve, case.sign or case.archive,
 * which is why the archivist holds case.write. The administrator runs the house without seeing who complained.
 */
export const ROLE_PERMISSIONS: Readonly<Record<Role, readonly Permission[]>> = {
  clerk: [
    ...LOOK,
    'case.write',
    'complainant.read',
    'complainant.write',
    'party.write',
    'document.export',
    'document.seal',
  ],
  reviewer: [...LOOK, 'case.write', 'case.approve', 'complainant.read', 'party.write', 'document.export'],
  signer: [...LOOK, 'case.write', 'case.approve', 'case.sign', 'complainant.read', 'document.export'],
  administrator: [
    ...LOOK,
    'party.write',
    'settings.write',
    'catalogue.write',
    'audit.read',
    'account.manage',
    'backup.manage',
  ],
  archivist: [...LOOK, 'case.write', 'case.archive', 'document.export', 'document.seal'],
  reader: LOOK,
};

export function isRole(value: unknown): value is Role {
  return ROLES.some((role) => role === value);
}

/** Unknown roles give nothing. */
export function can(roles: readonly string[], permission: Permission): boolean {
  if (permission === 'public') return true;
  const known = roles.filter(isRole);
  if (permission === 'session') return known.length > 0;
  return known.some((role) => ROLE_PERMISSIONS[role].includes(permission));
}
