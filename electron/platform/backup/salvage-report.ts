import type { TableSalvage } from '../../db/salvage';
import { localDay } from './layout';

const LABELS: Readonly<Record<string, string>> = {
  setting: '设置',
  account: '账号',
  leader: '签发人',
  audit_log: '操作日志',
  employer: '单位',
  person: '人员',
  case_file: '案件',
  deadline: '期限',
  number_counter: '文号计数',
  draft: '未保存的草稿',
  saved_view: '保存的筛选',
  rule_override: '本单位的办理规则',
  catalogue_override: '本单位的目录修改',
  calendar_override: '本单位的工作日历',
  document: '文书',
  document_file: '文书文件',
  document_event: '文书办理记录',
  supervision_case: '监督案件内容',
  supervision_complainant: '反映人信息',
  supervision_violation: '违法事项',
  supervisor: '监督员',
  supervision_investigator: '调查人员',
  supervision_event: '案件办理记录',
  supervision_result: '办理结果',
  backup_run: '备份记录',
  complainant_grant: '反映人信息的查看授权',
  delegation: '委托',
  document_version: '文书各稿',
  evidence: '证据记录',
  evidence_secret: '证据文件的命名密钥',
  stored_file: '证据文件的密钥和校验值',
  recovery_key: '恢复码的公钥',
};

/** As the pages call it; a table of later days by its own name. */
export const tableLabel = (table: string): string => LABELS[table] ?? table;

type Report = {
  readonly at: Date;
  readonly tables: readonly TableSalvage[];
  readonly isAuditIntact: boolean;
  readonly damagedFile: string;
  readonly newFile: string;
};

/** Counts only, so that it can be handed to anybody: what is lost and what to do comes first, what is whole after it. */
export function reportText({ at, tables, isAuditIntact, damagedFile, newFile }: Report): string {
  const used = tables.filter((table) => table.saved > 0 || isIncomplete(table));
  const incomplete = used.filter(isIncomplete);
  const whole = used.filter((table) => !isIncomplete(table));
  return [
    `抢救报告　${localDay(at)}`,
    '',
    ...(incomplete.length === 0
      ? ['一、全部内容已读出，没有丢失。']
      : [
          '一、有丢失的内容（请从纸质材料或旧备份补录）',
          ...incomplete.map((table) => `　　${tableLabel(table.table)}：${lossOf(table)}`),
        ]),
    '',
    '二、完整读出的内容',
    ...(whole.length === 0
      ? ['　　无']
      : whole.map(({ table, saved }) => `　　${tableLabel(table)}：${saved} 条`)),
    '',
    '三、操作日志',
    isAuditIntact
      ? '　　操作日志完整。'
      : '　　操作日志有缺失：缺失处之后的校验值不再连续，“校验完整性”会指出该处，这是损坏造成的。',
    '',
    '四、文件',
    `　　损坏的文件 ${damagedFile} 只读取、未改动，原样保留在本文件夹中，请勿删除。`,
    `　　抢救出的内容已写入新文件 ${newFile}，程序今后打开新文件。`,
    '　　请尽快检查磁盘，并在“设置 - 备份与恢复”中备份一次。',
    '',
  ].join('\r\n');
}

const isIncomplete = ({ lost, orphaned }: TableSalvage): boolean => lost !== 0 || orphaned > 0;

function lossOf({ saved, lost, orphaned }: TableSalvage): string {
  return [
    `读出 ${saved} 条`,
    ...(lost === 0 ? [] : [lost === null ? '丢失条数无法确定' : `丢失不超过 ${lost} 条`]),
    ...(orphaned > 0 ? [`另有 ${orphaned} 条所关联的内容已丢失`] : []),
  ].join('，');
}
