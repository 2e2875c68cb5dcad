import type { EmployerInput, ImportPreview } from '@shared/contract/employers';
import { Refusal } from '@shared/contract/result';
import { createKysely } from '../../db/kysely';
import { openDatabase } from '../../db/open';
import { runTransaction } from '../../db/unit-of-work';
import { lentKey } from '../../jobs/lent-keys';
import {
  type CodesByLabel,
  createRowReader,
  guessMapping,
  isExample,
  type RowProblem,
} from './employer-columns';
import { existingUsccs, writeEmployers } from './employer-import.repository';
import { readSheet, type SheetTable } from './workbook-read';

type Progress = (phase: string, done: number, total: number) => void;
type Connection = { readonly databasePath: string; readonly dataKey: Uint8Array };
type Judged = {
  readonly valid: readonly EmployerInput[];
  readonly problems: readonly RowProblem[];
  readonly badRows: number;
  /** Row of the template's example that was left in; null: none. */
  readonly exampleRow: number | null;
};

const SHOWN_ERRORS = 500;
const STEP = 500;
/** A whole import fits in: what spills over is encrypted, written and read back before the commit. */
const WRITE_CACHE_KIB = 256 * 1024;

/** The worker's part of the import: reads and judges once, keeps the rows until they are committed. */
export function createEmployerImportTasks() {
  let table: SheetTable | null = null;
  let judged: Judged | null = null;

  return {
    'employers.read': (
      input: Connection & {
        readonly path: string | null;
        readonly mapping: Readonly<Record<string, string>> | null;
        /** By field, the codes of the catalogue by their labels. */
        readonly codes?: Readonly<Record<string, Readonly<Record<string, string>>>>;
      },
      progress: Progress,
    ): Omit<ImportPreview, 'token'> => {
      if (input.path !== null) {
        progress('读取文件', 0, 1);
        table = readSheet(input.path);
      }
      if (!table) throw new Refusal('NOT_FOUND', '预览已失效，请重新选择文件。');
      const mapping = input.mapping ?? guessMapping(table.headers);
      if (!Object.values(mapping).includes('name')) {
        judged = null;
        return {
          ...previewOf(table, mapping),
          validCount: 0,
          updateCount: 0,
          errorCount: table.rows.length,
          exampleRow: null,
          errors: [
            {
              row: 1,
              column: '',
              value: '',
              message: '没有找到「单位名称」列，请在上方为某一列选择“单位名称”。',
            },
          ],
        };
      }
      judged = judge(table, mapping, codesByLabel(input.codes ?? {}), progress);
      const sqlite = openDatabase(input.databasePath, lentKey(input.dataKey), { readonly: true });
      try {
        return {
          ...previewOf(table, mapping),
          validCount: judged.valid.length,
          updateCount: existingUsccs(
            sqlite,
            judged.valid.map((employer) => employer.uscc),
          ),
          errorCount: judged.badRows,
          exampleRow: judged.exampleRow,
          errors: judged.problems.slice(0, SHOWN_ERRORS),
        };
      } finally {
        sqlite.close();
      }
    },

    'employers.write': async (
      input: Connection & {
        readonly accountId: number;
        readonly accountName: string;
        readonly at: string;
        readonly skipErrors: boolean;
      },
      progress: Progress,
    ): Promise<{ inserted: number; updated: number; skipped: number }> => {
      if (!judged || !table) throw new Refusal('NOT_FOUND', '预览已失效，请重新选择文件。');
      const { valid, badRows } = judged;
      if (badRows > 0 && !input.skipErrors) {
        throw new Refusal(
          'REFUSED',
          `还有 ${badRows} 行有错误。请修改文件后重新选择，或者勾选“跳过有错误的行”。`,
        );
      }
      const sqlite = openDatabase(input.databasePath, lentKey(input.dataKey));
      sqlite.pragma(`cache_size = -${WRITE_CACHE_KIB}`);
      const kysely = createKysely(sqlite);
      try {
        const actor = {
          accountId: input.accountId,
          accountName: input.accountName,
          channel: 'employers.import.commit',
        };
        const { fileName } = table;
        const { value } = await runTransaction(
          kysely,
          actor,
          () => new Date(input.at),
          async ({ audit }) => {
            const counts = writeEmployers(sqlite, valid, input.at, (done) =>
              progress('写入', done, valid.length),
            );
            await audit({
              entity: 'employer',
              entityId: null,
              summary: `导入单位名册 ${fileName}：新增 ${counts.inserted}，更新 ${counts.updated}，跳过 ${badRows}`,
            });
            return counts;
          },
        );
        return { ...value, skipped: badRows };
      } finally {
        await kysely.destroy();
      }
    },
  };
}

function previewOf(table: SheetTable, mapping: Readonly<Record<string, string>>) {
  return {
    fileName: table.fileName,
    sheetName: table.sheetName,
    rowCount: table.rows.length,
    columns: table.headers.map((header, index) => ({ index, header, target: mapping[String(index)] ?? '' })),
    sample: table.rows
      .slice(0, 20)
      .map(({ row, cells }) => ({ row, cells: cells.map((cell) => cell.text.slice(0, 200)) })),
  };
}

const codesByLabel = (codes: Readonly<Record<string, Readonly<Record<string, string>>>>): CodesByLabel =>
  new Map(Object.entries(codes).map(([field, labels]) => [field, new Map(Object.entries(labels))]));

function judge(
  table: SheetTable,
  mapping: Readonly<Record<string, string>>,
  codes: CodesByLabel,
  progress: Progress,
): Judged {
  const valid: EmployerInput[] = [];
  const problems: RowProblem[] = [];
  const readRow = createRowReader(table.headers, mapping, codes);
  let badRows = 0;
  let exampleRow: number | null = null;
  for (const [index, row] of table.rows.entries()) {
    const read = readRow(row);
    if (exampleRow === null && isExample(read.employer, mapping)) exampleRow = row.row;
    else if (read.problems.length === 0) valid.push(read.employer);
    else {
      badRows += 1;
      if (problems.length < SHOWN_ERRORS) problems.push(...read.problems);
    }
    if (index % STEP === 0) progress('核对', index, table.rows.length);
  }
  return { valid, problems, badRows, exampleRow };
}
