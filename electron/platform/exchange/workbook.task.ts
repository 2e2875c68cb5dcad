import { Workbook } from '@cj-tech-master/excelts';
import { type CellFormat, type SheetCellValue, writtenCell } from './workbook-cell';
import { writeOut } from './write-out';

export type SheetSpec = {
  readonly name: string;
  /** Merged over the table, e.g. 安溪县总工会“一函两书”台账（2026年度）. */
  readonly title: string;
  /** Small line under the title, e.g. as-of time and audit head. */
  readonly note: string;
  readonly columns: readonly {
    readonly label: string;
    readonly isNumber: boolean;
    /** number or text when absent. */
    readonly format?: CellFormat;
    readonly width?: number;
  }[];
  readonly rows: readonly (readonly SheetCellValue[])[];
};
export type WorkbookJob = { readonly path: string; readonly sheets: readonly SheetSpec[] };

const THIN = { style: 'thin', color: { argb: 'FF000000' } } as const;
const BOX = { top: THIN, left: THIN, bottom: THIN, right: THIN } as const;

/** An office ledger: title, bordered table, header on every printed page, landscape, fitted to one page's width. */
export async function writeWorkbook(job: WorkbookJob): Promise<{ path: string }> {
  writeOut(job.path, await makeWorkbook(job.sheets));
  return { path: job.path };
}

export async function makeWorkbook(sheets: readonly SheetSpec[]): Promise<Uint8Array> {
  const workbook = new Workbook();
  workbook.creator = '工会案管';
  for (const spec of sheets) addSheet(workbook, spec);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function addSheet(workbook: Workbook, spec: SheetSpec): void {
  const sheet = workbook.addWorksheet(spec.name, {
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '3:3',
    },
    views: [{ state: 'frozen', ySplit: 3 }],
  });
  const width = Math.max(spec.columns.length, 1);
  sheet.addRow([spec.title]);
  sheet.mergeCells(1, 1, 1, width);
  sheet.getCell(1, 1).font = { name: '宋体', size: 16, bold: true };
  sheet.getCell(1, 1).alignment = { horizontal: 'center', vertical: 'middle' };
  sheet.getRow(1).height = 28;
  sheet.addRow([spec.note]);
  sheet.mergeCells(2, 1, 2, width);
  sheet.getCell(2, 1).font = { name: '宋体', size: 9 };
  const header = sheet.addRow(spec.columns.map((column) => column.label));
  header.font = { name: '宋体', size: 10, bold: true };
  spec.columns.forEach((column, i) => {
    const cell = header.getCell(i + 1);
    cell.border = BOX;
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
    sheet.getColumn(i + 1).width = column.width ?? Math.min(Math.max(column.label.length * 2 + 2, 10), 36);
  });
  for (const values of spec.rows) {
    const cells = spec.columns.map((column, i) =>
      writtenCell(values[i] ?? null, column.format ?? (column.isNumber ? 'number' : 'text')),
    );
    const row = sheet.addRow(cells.map(({ value }) => value));
    row.font = { name: '宋体', size: 10 };
    spec.columns.forEach((column, i) => {
      const cell = row.getCell(i + 1);
      cell.border = BOX;
      cell.alignment = { horizontal: column.isNumber ? 'right' : 'left', vertical: 'middle', wrapText: true };
      cell.numFmt = cells[i]?.numFmt ?? 'General';
    });
  }
}
