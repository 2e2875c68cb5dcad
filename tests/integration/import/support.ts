import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { utils, write } from '@e965/xlsx';
import { makeUscc } from '@shared/domain/kernel/uscc';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { temporaryFolder } from '../../builders/file';

export const HEADERS = [
  '单位名称',
  '统一社会信用代码',
  '乡镇（街道）',
  '职工人数',
  '是否建会',
  '联系电话',
] as const;

/** A valid roster of invented employers. */
export const rosterRows = (count: number, from = 0): string[][] =>
  Array.from({ length: count }, (_, i) => [
    `安溪第${from + i}机械有限公司`,
    makeUscc({ serial: from + i, region: '330000' }),
    ['城关镇', '湾头镇', '开发区'][i % 3] as string,
    String((i % 900) + 10),
    ['是', '否', ''][i % 3] as string,
    '0570-8000012',
  ]);

export type Cell = string | number | null | { f: string; v: string | number };

/** Writes a workbook as an office program does. @returns its path */
export function writeRoster(
  rows: readonly (readonly Cell[])[],
  name = '名册.xlsx',
  type: 'xlsx' | 'biff8' = 'xlsx',
): string {
  const plain = rows.map((row) =>
    row.map((cell) => (typeof cell === 'object' && cell !== null ? cell.v : cell)),
  );
  const sheet = utils.aoa_to_sheet(plain);
  for (const [r, row] of rows.entries()) {
    for (const [c, cell] of row.entries()) {
      if (typeof cell === 'object' && cell !== null) sheet[utils.encode_cell({ r, c })].f = cell.f;
    }
  }
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, 'Sheet1');
  return writeBytes(write(book, { type: 'buffer', bookType: type }) as Buffer, name);
}

/** A roster of so many rows, written straight as XML: a library would build an object for each cell first. */
export function writeLongRoster(rowCount: number): string {
  const parts = unzipSync(readFileSync(writeRoster([['单位名称', '地址']])));
  const rows = Array.from(
    { length: rowCount },
    (_, i) => `<row r="${i + 2}"><c r="A${i + 2}"><v>1</v></c></row>`,
  );
  const sheet = strFromU8(parts[SHEET] as Uint8Array)
    .replace(/<dimension[^>]*>/, '')
    .replace('</sheetData>', `${rows.join('')}</sheetData>`);
  return writeBytes(zipSync({ ...parts, [SHEET]: strToU8(sheet) }, { level: 1 }), '长.xlsx');
}

const SHEET = 'xl/worksheets/sheet1.xml';

export function writeBytes(bytes: Uint8Array, name: string): string {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, bytes);
  return path;
}

/** A .docx by content. */
export const wordFile = (): Uint8Array =>
  zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': strToU8('<w:document/>') });

/** A workbook whose directory says that a part unpacks to `size` bytes. */
export function claimSize(workbook: Buffer, size: number): Buffer {
  const bytes = Buffer.from(workbook);
  for (let at = bytes.indexOf('PK\x01\x02'); at >= 0; at = bytes.indexOf('PK\x01\x02', at + 4)) {
    const nameLength = bytes.readUInt16LE(at + 28);
    if (
      bytes
        .subarray(at + 46, at + 46 + nameLength)
        .toString()
        .includes('sheet1')
    )
      bytes.writeUInt32LE(size, at + 24);
  }
  return bytes;
}
