/** What kind of act a row of the audit log remembers. */
export const AUDIT_NATURES = ['change', 'view', 'export', 'print', 'login', 'backup'] as const;
export type AuditNature = (typeof AUDIT_NATURES)[number];

export const NATURE_LABELS: Readonly<Record<AuditNature, string>> = {
  change: '办理',
  view: '查看敏感信息',
  export: '导出',
  print: '打印',
  login: '登录',
  backup: '备份',
};

/** Data was seen or left the program. */
export const SENSITIVE_NATURES = ['view', 'export', 'print'] as const satisfies readonly AuditNature[];

export const isNature = (value: unknown): value is AuditNature =>
  AUDIT_NATURES.some((nature) => nature === value);
