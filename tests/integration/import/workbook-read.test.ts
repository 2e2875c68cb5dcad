import { mkdirSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { CFB } from '@e965/xlsx';
import { Refusal } from '@shared/contract/result';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { guessMapping } from '../../../electron/platform/exchange/employer-columns';
import { readSheet } from '../../../electron/platform/exchange/workbook-read';
import { temporaryFolder } from '../../builders/file';
import {
  claimSize,
  HEADERS,
  rosterRows,
  wordFile,
  writeBytes,
  writeLongRoster,
  writeRoster,
} from './support';

const refusalOf = (path: string): Refusal => {
  try {
    readSheet(path);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('was not refused');
};

function expectRefused(path: string, reason: RegExp): void {
  const refusal = refusalOf(path);
  expect(refusal.code).toBe('FILE_UNREADABLE');
  // The file is named, and the message says what to do.
  expect(refusal.message).toContain('「');
  expect(refusal.message).toMatch(reason);
  expect(refusal.message).toMatch(/[。]$/);
}

const sound = () => readFileSync(writeRoster([[...HEADERS], ...rosterRows(300)]));

describe('a workbook is read', () => {
  it('from .xlsx and from .xls alike', () => {
    const rows = [[...HEADERS], ...rosterRows(3)];
    const fromXlsx = readSheet(writeRoster(rows));
    const fromXls = readSheet(writeRoster(rows, '名册.xls', 'biff8'));
    expect(fromXlsx.headers).toEqual([...HEADERS]);
    expect(fromXlsx.rows.map((row) => row.cells.map((cell) => cell.text))).toEqual(rosterRows(3));
    expect(fromXlsx.rows.map((row) => row.row)).toEqual([2, 3, 4]);
    expect(fromXls.rows).toEqual(fromXlsx.rows);
    expect(fromXlsx).toMatchObject({ fileName: '名册.xlsx', sheetName: 'Sheet1' });
  });

  it('under a title line: the headers are the first line with two cells', () => {
    const table = readSheet(writeRoster([['安溪县单位名册'], [], [...HEADERS], ...rosterRows(2)]));
    expect(table.headers).toEqual([...HEADERS]);
    expect(table.rows.map((row) => row.row)).toEqual([4, 5]);
  });

  it('without empty lines and with formulas marked as formulas', () => {
    const table = readSheet(
      writeRoster([
        [...HEADERS],
        rosterRows(1)[0]!,
        [null],
        ['乙厂', { f: 'A2&"1"', v: 'X' }, '', 12, '', ''],
      ]),
    );
    expect(table.rows.map((row) => row.row)).toEqual([2, 4]);
    expect(table.rows[1]?.cells[1]).toEqual({ text: 'X', isFormula: true, isNumber: false });
    expect(table.rows[1]?.cells[3]).toEqual({ text: '12', isFormula: false, isNumber: true });
  });

  it('with a name in capitals', () => {
    expect(readSheet(writeRoster([[...HEADERS], ...rosterRows(1)], '名册.XLSX')).rows).toHaveLength(1);
  });
});

describe('is refused with the reason, by name:', () => {
  it('an encrypted workbook', () => {
    const container = CFB.utils.cfb_new();
    CFB.utils.cfb_add(container, '/EncryptedPackage', Buffer.alloc(5000, 3));
    CFB.utils.cfb_add(container, '/EncryptionInfo', Buffer.alloc(300, 4));
    expectRefused(
      writeBytes(CFB.write(container, { type: 'buffer' }) as Buffer, '加密.xlsx'),
      /「加密.xlsx」设有打开密码/,
    );
  });

  it('an empty file', () => expectRefused(writeBytes(new Uint8Array(), '空.xlsx'), /「空.xlsx」是空文件/));

  it('a truncated workbook, wherever it ends', () => {
    const bytes = sound();
    for (const part of [0.02, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99]) {
      expectRefused(
        writeBytes(bytes.subarray(0, Math.floor(bytes.length * part)), '截断.xlsx'),
        /不完整|损坏/,
      );
    }
    expectRefused(writeBytes(bytes.subarray(0, bytes.length - 1), '截断.xlsx'), /不完整|损坏/);
  });

  it('a truncated .xls', () => {
    const bytes = readFileSync(writeRoster([[...HEADERS], ...rosterRows(300)], 'a.xls', 'biff8'));
    for (const part of [0.01, 0.3, 0.6]) {
      expectRefused(
        writeBytes(bytes.subarray(0, Math.floor(bytes.length * part)), '截断.xls'),
        /不完整|损坏|无法读取|没有数据/,
      );
    }
  });

  it.each([
    '名册.csv',
    '名册.docx',
    '名册.pdf',
    '名册.xlsm',
    '名册.xlsb',
    '名册.et',
    '名册',
    '名册.xlsx.exe',
  ])('%s by its ending', (name) => {
    expectRefused(writeBytes(sound(), name), /不是 Excel 文件/);
  });

  it('a text, a picture, a page or a PDF called .xlsx', () => {
    for (const content of [
      '姓名,单位\n张三,甲厂',
      '\x89PNG\r\n\x1a\n',
      '<html><table><tr><td>甲</td></tr></table></html>',
      '%PDF-1.7',
    ]) {
      expectRefused(writeBytes(Buffer.from(content, 'latin1'), '改名.xlsx'), /不是 Excel 工作簿/);
      expectRefused(writeBytes(Buffer.from(content, 'latin1'), '改名.xls'), /不是 Excel 工作簿/);
    }
  });

  it('a Word file called .xlsx', () =>
    expectRefused(writeBytes(wordFile(), '改名.xlsx'), /不是 Excel 工作簿/));

  it('bytes that begin like a zip or an old Office file', () => {
    for (const head of ['PK', 'PK\x03\x04', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1']) {
      expectRefused(
        writeBytes(Buffer.concat([Buffer.from(head, 'latin1'), Buffer.alloc(3000, 65)]), '假.xlsx'),
        /损坏|不完整|没有数据|无法读取/,
      );
    }
  });

  it('100 MB, by size before reading', () => {
    const path = writeBytes(Buffer.from('PK\x03\x04'), '大.xlsx');
    truncateSync(path, 100 * 1024 * 1024);
    const before = process.memoryUsage().arrayBuffers;
    expectRefused(path, /超过 40 MB/);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(10 * 1024 * 1024);
  });

  it('a zip that unpacks to gigabytes', () => {
    expectRefused(writeBytes(claimSize(sound(), 0xf000_0000), '炸弹.xlsx'), /解压后过大/);
    expectRefused(writeBytes(claimSize(sound(), 700 * 1024 * 1024), '炸弹.xlsx'), /解压后过大/);
  });

  it('1,000 columns', () => {
    const wide = Array.from({ length: 1000 }, (_, i) => `列${i}`);
    expectRefused(writeRoster([wide, wide], '宽.xlsx'), /有 1000 列，超过 200 列/);
  });

  it('a workbook without data', () => {
    expectRefused(writeRoster([[]]), /没有数据/);
    expectRefused(writeRoster([[...HEADERS]]), /没有数据/);
    expectRefused(writeRoster([['只有标题'], ['一列'], ['三行']]), /没有数据/);
  });

  it('a file that is gone, and a folder', () => {
    const path = writeBytes(sound(), '拔出.xlsx');
    rmSync(path);
    expectRefused(path, /找不到「拔出.xlsx」/);
    const folder = join(temporaryFolder(), '文件夹.xlsx');
    mkdirSync(folder);
    expectRefused(folder, /「文件夹.xlsx」/);
  });

  it('more rows than a roster has', () => {
    expectRefused(writeLongRoster(200_001), /「长.xlsx」.*超过 200000 行/);
    expect(readSheet(writeLongRoster(200_000)).rows).toHaveLength(200_000);
  });
});

describe('a zip that lies about its size', () => {
  it('never takes more memory than it claims', () => {
    const parts = unzipSync(sound());
    const sheet = parts['xl/worksheets/sheet1.xml'] as Uint8Array;
    const swollen = new Uint8Array(64 * 1024 * 1024).fill(32);
    swollen.set(sheet);
    const bomb = claimSize(
      Buffer.from(zipSync({ ...parts, 'xl/worksheets/sheet1.xml': swollen })),
      sheet.length,
    );
    const path = writeBytes(bomb, '炸弹.xlsx');
    const before = process.memoryUsage().arrayBuffers;
    try {
      expect(readSheet(path).rows.length).toBeLessThanOrEqual(300);
    } catch (error) {
      expect(error).toBeInstanceOf(Refusal);
    }
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(32 * 1024 * 1024);
  });
});

describe('headers are recognised', () => {
  it.each([
    [['单位名称', '统一社会信用代码', '住所'], { 0: 'name', 1: 'uscc', 2: 'address' }],
    [
      ['序号', '企业名称', '社会信用代码', '法人', '电话', '镇街'],
      { 1: 'name', 2: 'uscc', 3: 'legalRepresentative', 4: 'contactPhone', 5: 'town' },
    ],
    [
      [' 单位 名称 ', '统一社会信用代码：', '乡镇(街道)', '职工总数'],
      { 0: 'name', 1: 'uscc', 2: 'town', 3: 'headcount' },
    ],
    [['用人单位', '是否建会', '备注', '曾用名'], { 0: 'name', 1: 'hasUnion', 2: 'note', 3: 'formerNames' }],
    [['单位名称', '单位名称'], { 0: 'name' }],
    [['甲', '乙', ''], {}],
    [[], {}],
  ])('%j', (headers, mapping) => {
    expect(guessMapping(headers)).toEqual(mapping);
  });
});
