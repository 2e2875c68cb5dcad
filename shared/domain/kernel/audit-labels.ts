/** Kinds of objects as the log names them. */
const ENTITY_LABELS: Readonly<Record<string, string>> = {
  account: '账号',
  audit: '操作日志',
  backup: '备份',
  calendar: '工作日历',
  case: '案件',
  catalogue: '违法类型',
  complainant: '反映人信息',
  delegation: '代理',
  diagnostics: '诊断包',
  document: '文书',
  employer: '单位',
  evidence: '证据材料',
  leader: '签发人',
  person: '人员',
  rule: '办理规则',
  setting: '设置',
  statistics: '台账统计',
  supervisor: '监督员',
  view: '列表视图',
};

/** A kind without a name of its own is shown as 其他. */
export const entityLabel = (entity: string): string => ENTITY_LABELS[entity] ?? '其他';

export const hasEntityLabel = (entity: string): boolean => Object.hasOwn(ENTITY_LABELS, entity);
