import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { read } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { type SheetSpec, writeWorkbook } from '../../../electron/platform/exchange/workbook.task';
import { neutralised, withoutGuard } from '../../../electron/platform/exchange/workbook-cell';
import { statisticsSheets } from '../../../electron/platform/statistics/statistics-workbook';
import { temporaryFolder } from '../../builders/file';

/** What stands in the written file: kind and value of a cell, and how Excel shows it. */
async function written(sheets: SheetSpec[]) {
  const path = join(temporaryFolder(), '表.xlsx');
  await writeWorkbook({ path, sheets });
  const book = read(readFileSync(path), { cellNF: true });
  return (name: string, address: string) => {
    const { t, v, z, f } = book.Sheets[name]?.[address] ?? {};
    return { t, v, z, ...(f === undefined ? {} : { f }) };
  };
}

const spec = (columns: SheetSpec['columns'], row: SheetSpec['rows'][number]): SheetSpec => ({
  name: '表',
  title: '表',
  note: '',
  columns,
  rows: [row],
});

describe('a cell of an exported table', () => {
  it('is a number, an amount or a day, not the text of one', async () => {
    const columns = [
      { label: '人数', isNumber: true },
      { label: '金额', isNumber: true, format: 'money' },
      { label: '日期', isNumber: false, format: 'date' },
      { label: '日期（没有）', isNumber: false, format: 'date' },
      { label: '代码', isNumber: false },
      { label: '比率', isNumber: false },
    ] as const;
    const cell = await written([
      spec(columns, [12, 1234.5, '2026-09-26', '', '0570', { value: 0.857, format: 'percent' }]),
    ]);
    expect(cell('表', 'A4')).toMatchObject({ t: 'n', v: 12, z: 'General' });
    expect(cell('表', 'B4')).toMatchObject({ t: 'n', v: 1234.5, z: '#,##0.00' });
    // 2026-09-26 as Excel counts days.
    expect(cell('表', 'C4')).toMatchObject({ t: 'n', v: 46291, z: 'yyyy-mm-dd' });
    expect(cell('表', 'E4')).toMatchObject({ t: 's', v: '0570', z: '@' });
    expect(cell('表', 'F4')).toMatchObject({ t: 'n', v: 0.857, z: '0.0%' });
  });

  it('says a rate, an amount and a count as numbers in the statistics', async () => {
    const indicator = (value: string) => ({
      label: value,
      value,
      numerator: 2,
      denominator: 3,
      definition: '',
    });
    const cell = await written(
      statisticsSheets({
        unitName: '安溪县总工会',
        year: 2026,
        asOf: '2026-09-10',
        auditHead: { seq: 1, hash: 'a'.repeat(64) },
        indicators: ['66.7%', '1234.50', '7', '—'].map(indicator),
        distributions: [],
        ledgers: [
          {
            label: '台账',
            columns: [{ key: 'signedOn', label: '成文日期', isNumber: false, format: 'date' }],
            rows: [{ signedOn: '2026-09-10' }],
          },
        ],
      }),
    );
    expect(cell('统计', 'B4')).toMatchObject({ t: 'n', z: '0.0%' });
    expect(Number(cell('统计', 'B4').v)).toBeCloseTo(2 / 3);
    expect(cell('统计', 'B5')).toMatchObject({ t: 'n', v: 1234.5, z: '#,##0.00' });
    expect(cell('统计', 'B6')).toMatchObject({ t: 'n', v: 7, z: 'General' });
    expect(cell('统计', 'B7')).toMatchObject({ t: 's', v: '—' });
    expect(cell('台账', 'A4')).toMatchObject({ t: 'n', z: 'yyyy-mm-dd' });
  });

  it.each([
    ["=cmd|'/c calc'!A0", true],
    ['+SUM(A1:A9)', true],
    ['-2+3+cmd', true],
    ['@SUM(1)', true],
    [' =1+1', true],
    ['\t=1+1', true],
    ['+86 570-8000012', false],
    ['-', false],
    ['-12', false],
    ['安溪县总工会', false],
    ['a=b', false],
  ])('%s is made harmless: %s', async (text, isGuarded) => {
    const wanted = isGuarded ? `'${text}` : text;
    expect(neutralised(text)).toBe(wanted);
    expect(withoutGuard(neutralised(text))).toBe(text);
    const cell = await written([spec([{ label: '名称', isNumber: false }], [text])]);
    expect(cell('表', 'A4')).toEqual({ t: 's', v: wanted, z: '@' });
  });

  it('keeps an apostrophe that somebody typed', () => {
    expect(withoutGuard("'90后")).toBe("'90后");
  });
});
