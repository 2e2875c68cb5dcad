import { readFileSync, statSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { read, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { Refusal } from '@shared/contract/result';
import { unzipSync } from 'fflate';

/** An office roster is far below these; what is above is a mistake or an attack. */
const LIMITS = {
  fileBytes: 40 * 1024 * 1024,
  unpackedBytes: 600 * 1024 * 1024,
  columns: 200,
  rows: 200_000,
} as const;

export type SheetTable = {
  readonly fileName: string;
  readonly sheetName: string;
  readonly headers: readonly string[];
  /** Row number on the sheet (1-based) and the text of each cell. */
  readonly rows: readonly { readonly row: number; readonly cells: readonly SheetCell[] }[];
};
export type SheetCell = {
  readonly text: string;
  readonly isFormula: boolean /** Excel kept a number: long codes lost digits. */;
  readonly isNumber: boolean;
};

const refuse = (message: string): never => {
  throw new Refusal('FILE_UNREADABLE', message);
};

/** First sheet with data of an .xlsx or .xls file; refuses with FILE_UNREADABLE and the reason, reads nothing else. */
export function readSheet(path: string): SheetTable {
  const fileName = basename(path);
  const bytes = readBytes(path, fileName);
  assertReadable(bytes, fileName);
  let workbook: WorkBook;
  try {
    workbook = read(bytes, {
      type: 'array',
      dense: true,
      cellFormula: true,
      // Display texts would be made for every cell, and `textOf` reads values.
      cellText: false,
      cellHTML: false,
      cellStyles: false,
      sheetRows: LIMITS.rows + 2,
    });
  } catch (error) {
    const isEncrypted = error instanceof Error && /password|encrypt/i.test(error.message);
    return refuse(
      isEncrypted
        ? `「${fileName}」设有打开密码，请在 Excel 中取消密码后另存，再导入。`
        : `「${fileName}」无法读取，文件可能不完整或已损坏。请用 Excel/WPS 打开后另存为 .xlsx，再导入。`,
    );
  }
  for (const sheetName of workbook.SheetNames) {
    const table = toTable(workbook.Sheets[sheetName], fileName, sheetName);
    if (table) return table;
  }
  return refuse(`「${fileName}」没有数据。第一行应是列名，从第二行起每行一个单位。`);
}

function readBytes(path: string, fileName: string): Uint8Array {
  if (!['.xlsx', '.xls'].includes(extname(path).toLowerCase())) {
    return refuse(`「${fileName}」不是 Excel 文件（.xlsx 或 .xls）。请用 Excel/WPS 另存为 .xlsx，再导入。`);
  }
  let size: number;
  try {
    size = statSync(path).size;
  } catch {
    return refuse(`找不到「${fileName}」，文件可能已被移动或 U 盘已拔出。请重新选择文件。`);
  }
  if (size === 0) return refuse(`「${fileName}」是空文件。请重新导出或复制该文件，再导入。`);
  if (size > LIMITS.fileBytes) {
    return refuse(`「${fileName}」超过 40 MB，不是普通名册。请删除图片和无关工作表后另存，或分成几份导入。`);
  }
  try {
    return readFileSync(path);
  } catch {
    return refuse(`「${fileName}」正被其他程序占用或没有读取权限，请关闭该文件后再试。`);
  }
}

/** By content, not by name. */
function assertReadable(bytes: Uint8Array, fileName: string): void {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const isOle = bytes[0] === 0xd0 && bytes[1] === 0xcf;
  if (!isZip && !isOle)
    refuse(
      `「${fileName}」的内容不是 Excel 工作簿，可能是改了扩展名的其他文件。请用 Excel/WPS 另存为 .xlsx，再导入。`,
    );
  if (isOle) {
    // An encrypted .xlsx is an OLE container with this stream.
    if (
      Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
        Buffer.from('EncryptedPackage', 'utf16le'),
      )
    ) {
      refuse(`「${fileName}」设有打开密码，请在 Excel 中取消密码后另存，再导入。`);
    }
    return;
  }
  let unpacked = 0;
  let isWorkbook = false;
  try {
    // The filter only looks at the directory: nothing is unpacked.
    unzipSync(bytes, {
      filter: (file) => {
        unpacked += file.originalSize;
        isWorkbook ||= file.name.startsWith('xl/');
        return false;
      },
    });
  } catch {
    refuse(`「${fileName}」不完整或已损坏。请重新复制该文件，或用 Excel/WPS 打开后另存。`);
  }
  if (!isWorkbook) refuse(`「${fileName}」不是 Excel 工作簿。请用 Excel/WPS 另存为 .xlsx，再导入。`);
  if (unpacked > LIMITS.unpackedBytes)
    refuse(`「${fileName}」解压后过大，已拒绝打开。请只保留名册所在的工作表后另存。`);
}

type DenseCell = { t?: string; v?: unknown; w?: string; f?: string } | undefined;

function toTable(sheet: WorkSheet | undefined, fileName: string, sheetName: string): SheetTable | null {
  const data = (sheet as { '!data'?: DenseCell[][] } | undefined)?.['!data'] ?? [];
  const headerIndex = data.findIndex((row) => (row ?? []).filter((cell) => textOf(cell) !== '').length >= 2);
  if (headerIndex < 0) return null;
  const headers = Array.from(data[headerIndex] ?? [], (cell) => textOf(cell));
  while (headers.at(-1) === '') headers.pop();
  if (headers.length > LIMITS.columns) {
    refuse(
      `「${fileName}」有 ${headers.length} 列，超过 ${LIMITS.columns} 列，不像单位名册。请只保留需要的列后另存。`,
    );
  }
  const rows: { row: number; cells: SheetCell[] }[] = [];
  for (let index = headerIndex + 1; index < data.length; index += 1) {
    const source = data[index] ?? [];
    const cells = headers.map((_, column): SheetCell => {
      const cell = source[column];
      return { text: textOf(cell), isFormula: typeof cell?.f === 'string', isNumber: cell?.t === 'n' };
    });
    if (cells.some((cell) => cell.text !== '' || cell.isFormula)) rows.push({ row: index + 1, cells });
  }
  if (rows.length > LIMITS.rows) refuse(`「${fileName}」超过 ${LIMITS.rows} 行，请分成几份导入。`);
  return rows.length === 0 ? null : { fileName, sheetName, headers, rows };
}

function textOf(cell: DenseCell): string {
  if (!cell || cell.v === undefined || cell.v === null) return '';
  // Numbers as stored: the display text of a long number is 9.1E+17.
  return typeof cell.v === 'number'
    ? String(cell.v)
    : String(cell.t === 'd' ? (cell.w ?? cell.v) : cell.v).trim();
}
