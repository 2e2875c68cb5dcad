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

/** What a role is for, as the 权限 page says it. */
export const ROLE_NOTES: Readonly<Record<Role, string>> = {
  clerk: '登记线索、办理案件、拟写文书',
  reviewer: '审核文书，可以退回',
  signer: '审核并签发文书',
  administrator: '管理账号、设置、备份，不看反映人信息',
  archivist: '整理归档，查阅、导出案卷',
  reader: '只能查看案件、台账，不能改动',
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
  'party.identify',
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

/** What a permission opens, in the words of the 权限 page; null: every account has it and it is not listed. */
export const PERMISSION_LABELS: Readonly<Record<Permission, string | null>> = {
  public: null,
  session: null,
  'case.read': '查看案件、期限、文书（不含反映人信息）',
  'case.write': '登记线索、办理案件、拟写文书',
  'case.approve': '审核文书',
  'case.sign': '签发文书',
  'case.archive': '结案后归档',
  'complainant.read': '查看反映人信息（限本人经办或获准查阅的案件）',
  'complainant.write': '登记、修改反映人信息（限本人经办或获准查阅的案件）',
  'party.read': '查看单位、人员（证件号码遮挡）',
  'party.write': '登记、修改、导入单位和人员',
  'party.identify': '查看人员完整的证件号码',
  'settings.read': '查看设置',
  'settings.write': '修改单位信息、编号、规则、日历、锁定时间',
  'catalogue.write': '修改违法类型',
  'audit.read': '查看、校验操作日志',
  'account.manage': '管理账号、角色、恢复码和密钥',
  'backup.manage': '备份和恢复资料',
  'statistics.read': '查看台账统计',
  'document.export': '导出、打印文书',
  'document.seal': '登记用印',
};

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
    'party.identify',
    'document.export',
    'document.seal',
  ],
  reviewer: [
    ...LOOK,
    'case.write',
    'case.approve',
    'complainant.read',
    'party.write',
    'party.identify',
    'document.export',
  ],
  signer: [...LOOK, 'case.write', 'case.approve', 'case.sign', 'complainant.read', 'document.export'],
  administrator: [
    ...LOOK,
    'party.write',
    'party.identify',
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
