import { type AuditHead, auditHeadText } from '@shared/domain/kernel/audit-head';
import type { LedgerFormat } from '@shared/domain/supervision/ledgers';
import type { SheetSpec } from '../exchange/workbook.task';
import type { SheetCellValue } from '../exchange/workbook-cell';

/** A year's statistics and ledgers as the sheets of one workbook. */

type Cell = string | number | null;
type Column = {
  readonly key: string;
  readonly label: string;
  readonly isNumber: boolean;
  readonly format?: LedgerFormat;
};

export type StatisticsReport = {
  readonly unitName: string;
  readonly year: number;
  /** 统计时点 as printed. */
  readonly asOf: string;
  /** Last row of the audit log at that moment: a ledger cut or changed later no longer fits it. */
  readonly auditHead: AuditHead;
  readonly indicators: readonly {
    readonly label: string;
    readonly value: string;
    readonly numerator: number | null;
    readonly denominator: number | null;
    readonly definition: string;
  }[];
  readonly distributions: readonly {
    readonly label: string;
    readonly counts: readonly { readonly label: string; readonly count: number }[];
  }[];
  readonly ledgers: readonly {
    readonly label: string;
    readonly columns: readonly Column[];
    readonly rows: readonly Readonly<Record<string, Cell>>[];
  }[];
};

export function statisticsSheets(report: StatisticsReport): SheetSpec[] {
  const { unitName, year, asOf, auditHead } = report;
  const title = (name: string) => `${unitName}${name}（${year}年度）`;
  const note = `截至 ${asOf}；${auditHeadText(auditHead)}`;
  return [
    {
      name: '统计',
      title: title('工会劳动法律监督统计'),
      note,
      columns: [
        { label: '指标', isNumber: false, width: 28 },
        { label: '数值', isNumber: false, width: 20 },
        { label: '分子', isNumber: true },
        { label: '分母', isNumber: true },
        { label: '口径', isNumber: false, width: 72 },
      ],
      rows: report.indicators.map(({ label, value, numerator, denominator, definition }) => [
        label,
        indicatorCell(value, numerator, denominator),
        numerator,
        denominator,
        definition,
      ]),
    },
    {
      name: '分类统计',
      title: title('工会劳动法律监督分类统计'),
      note,
      columns: [
        { label: '分类', isNumber: false, width: 20 },
        { label: '项目', isNumber: false, width: 40 },
        { label: '数量', isNumber: true },
      ],
      rows: report.distributions.flatMap(({ label, counts }) =>
        counts.map((entry) => [label, entry.label, entry.count]),
      ),
    },
    ...report.ledgers.map(({ label, columns, rows }) => ({
      name: label,
      title: title(label),
      note: `${note}；共 ${rows.length} 行`,
      columns: columns.map(({ key: _key, ...column }) => column),
      rows: rows.map((row) => columns.map(({ key }) => row[key] ?? null)),
    })),
  ];
}

/** 85.7% and 1234.50 as numbers; what says more than one number stays words. */
function indicatorCell(value: string, numerator: number | null, denominator: number | null): SheetCellValue {
  if (value.endsWith('%') && numerator !== null && denominator) {
    return { value: numerator / denominator, format: 'percent' };
  }
  if (/^\d+\.\d{2}$/.test(value)) return { value: Number(value), format: 'money' };
  return /^\d+$/.test(value) ? { value: Number(value), format: 'number' } : value;
}
