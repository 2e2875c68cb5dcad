import type { AuditFilter, AuditPlace, AuditVerdict } from '@shared/contract/audit';
import { Refusal } from '@shared/contract/result';
import { auditHeadText, type RememberedHead } from '@shared/domain/kernel/audit-head';
import { entityLabel } from '@shared/domain/kernel/audit-labels';
import { isNature, NATURE_LABELS } from '@shared/domain/kernel/audit-nature';
import { openReader } from '../../db/reader';
import { lentKey } from '../../jobs/lent-keys';
import { makeWorkbook } from '../exchange/workbook.task';
import { auditHead } from './audit.repository';
import { queryOf, verifyLog } from './audit.service';
import { auditWindow } from './audit-list.repository';

type Progress = (phase: string, done: number, total: number) => void;
type Connection = { readonly databasePath: string; readonly dataKey: Uint8Array };

const PAGE = 2000;
const MOST_ROWS = 50_000;

/** Reads every row of the log once, through a connection of its own. */
export async function verifyAudit(
  input: Connection & { readonly remembered: readonly RememberedHead[] },
  progress: Progress,
): Promise<AuditVerdict> {
  const reader = openReader(input.databasePath, lentKey(input.dataKey));
  try {
    return await verifyLog(reader.db, input.remembered, (done, total) => progress('校验', done, total));
  } finally {
    await reader.close();
  }
}

export type AuditWorkbook = Connection & {
  readonly filter: AuditFilter;
  readonly unitName: string;
  readonly asOf: string;
};

/** The rows that fit, newest first, as a workbook with the head of the log above them. */
export async function makeAuditWorkbook(
  input: AuditWorkbook,
  progress: Progress,
): Promise<{ count: number; bytes: Uint8Array }> {
  const reader = openReader(input.databasePath, lentKey(input.dataKey));
  try {
    const query = queryOf(input.filter);
    const rows: (string | number)[][] = [];
    let before: AuditPlace | null = null;
    do {
      const page = await auditWindow(reader.db, query, before, PAGE);
      rows.push(...page.rows.map(cellsOf));
      if (rows.length > MOST_ROWS) {
        throw new Refusal('REFUSED', '符合条件的记录超过 5 万条，请缩小日期范围后分次导出。');
      }
      progress('读取', rows.length, MOST_ROWS);
      before = page.lastSeen;
    } while (before !== null);
    const note = `截至 ${input.asOf}；${auditHeadText(await auditHead(reader.db))}；共 ${rows.length} 条`;
    const title = `${input.unitName}操作日志`;
    const bytes = await makeWorkbook([{ name: '操作日志', title, note, columns: COLUMNS, rows }]);
    return { count: rows.length, bytes };
  } finally {
    await reader.close();
  }
}

const COLUMNS = [
  { label: '序号', isNumber: true },
  { label: '时间', isNumber: false, width: 20 },
  { label: '账号', isNumber: false, width: 14 },
  { label: '类别', isNumber: false, width: 14 },
  { label: '对象', isNumber: false, width: 14 },
  { label: '事项', isNumber: false, width: 60 },
];

const cellsOf = (row: {
  seq: number;
  at: string;
  accountName: string;
  nature: string;
  entity: string;
  summary: string;
}): (string | number)[] => [
  row.seq,
  new Date(row.at).toLocaleString('zh-CN', { hour12: false }),
  row.accountName,
  isNature(row.nature) ? NATURE_LABELS[row.nature] : '',
  entityLabel(row.entity),
  row.summary,
];
