import { read, utils, write } from '@e965/xlsx';
import { strToU8, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { plainSheets } from '../../../electron/platform/exchange/plain-sheets';

const RELATIONS = '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>';
const book = (sheet: string, shared = '') =>
  zipSync({
    'xl/workbook.xml': strToU8(
      '<workbook><sheets><sheet name="名册 &amp; 其他" sheetId="1" r:id="rId1"/></sheets></workbook>',
    ),
    'xl/_rels/workbook.xml.rels': strToU8(RELATIONS),
    'xl/sharedStrings.xml': strToU8(`<sst>${shared}</sst>`),
    'xl/worksheets/sheet1.xml': strToU8(`<worksheet><sheetData>${sheet}</sheetData></worksheet>`),
  });
const cellsOf = (sheet: string, shared = '') => plainSheets(book(sheet, shared), 100)?.[0]?.read();

it.each([
  [
    'a shared text',
    '<row r="1"><c r="A1" s="3" t="s"><v>0</v></c></row>',
    '<si><t>安溪</t></si>',
    [{ t: 's', v: '安溪' }],
  ],
  [
    'a text in pieces',
    '<row r="1"><c r="A1" t="s"><v>0</v></c></row>',
    '<si><r><rPr><b/></rPr><t>安</t></r><r><t xml:space="preserve"> 溪</t></r></si>',
    [{ t: 's', v: '安 溪' }],
  ],
  [
    'a text with its reading',
    '<row r="1"><c r="A1" t="s"><v>0</v></c></row>',
    '<si><t>安溪</t><rPh sb="0" eb="1"><t>an</t></rPh></si>',
    [{ t: 's', v: '安溪' }],
  ],
  [
    'an empty shared text before',
    '<row r="1"><c r="A1" t="s"><v>1</v></c></row>',
    '<si/><si><t>溪</t></si>',
    [{ t: 's', v: '溪' }],
  ],
  [
    'an inline text',
    '<row r="1"><c r="A1" t="inlineStr"><is><t>a&lt;b&#20013;_x000D_</t></is></c></row>',
    '',
    [{ t: 's', v: 'a<b中\r' }],
  ],
  ['a number', '<row r="1"><c r="A1"><v>1.50</v></c></row>', '', [{ t: 'n', v: 1.5 }]],
  [
    'a formula',
    '<row r="1"><c r="A1" t="str"><f>A2&amp;"x"</f><v>x</v></c></row>',
    '',
    [{ t: 's', v: 'x', f: '=' }],
  ],
  [
    'a gap',
    '<row r="1"><c r="A1"><v>1</v></c><c r="B1" s="2"/><c r="C1"><v>3</v></c></row>',
    '',
    [{ t: 'n', v: 1 }, undefined, { t: 'n', v: 3 }],
  ],
  [
    'cells without a place',
    '<row><c><v>1</v></c><c><v>2</v></c></row>',
    '',
    [
      { t: 'n', v: 1 },
      { t: 'n', v: 2 },
    ],
  ],
])('reads %s', (_, sheet, shared, cells) => {
  expect(cellsOf(sheet, shared)?.[0]).toEqual(cells);
});

it('keeps rows at their numbers and stops at the most', () => {
  const rows = [3, 5, 101]
    .map((n) => `<row r="${n}" spans="1:1"><c r="A${n}"><v>${n}</v></c></row>`)
    .join('');
  const data = cellsOf(rows);
  expect(data?.length).toBe(5);
  expect(data?.[4]).toEqual([{ t: 'n', v: 5 }]);
});

it('tells the name of a sheet', () => {
  expect(plainSheets(book(''), 10)?.[0]?.name).toBe('名册 & 其他');
});

it.each([
  ['a namespace prefix', '<x:worksheet><x:sheetData/></x:worksheet>'],
  ['CDATA', '<worksheet><sheetData><row><c t="str"><v><![CDATA[a]]></v></c></row></sheetData></worksheet>'],
  [
    'attributes in another order',
    '<worksheet><sheetData><row><c t="s" r="A1"><v>0</v></c></row></sheetData></worksheet>',
  ],
])('leaves %s to the library', (_, xml) => {
  const parts = { 'xl/worksheets/sheet1.xml': strToU8(xml) };
  const bytes = zipSync({
    'xl/workbook.xml': strToU8('<workbook><sheet name="a" r:id="rId1"/></workbook>'),
    'xl/_rels/workbook.xml.rels': strToU8(RELATIONS),
    ...parts,
  });
  expect(plainSheets(bytes, 10)?.[0]?.read()).toBeNull();
});

it('leaves a book it does not understand to the library', () => {
  expect(plainSheets(zipSync({ 'xl/workbook.bin': strToU8('x') }), 10)).toBeNull();
});

it('reads what the library reads', () => {
  const rows = Array.from({ length: 200 }, (_, i) => [
    `安溪第${i}厂 <&>"'`,
    i * 1.25,
    i % 3 === 0 ? '' : ` ${i} `,
    `a\nb${i}`,
  ]);
  const workbook = utils.book_new();
  utils.book_append_sheet(workbook, utils.aoa_to_sheet(rows), 'S');
  for (const bookSST of [true, false]) {
    const bytes = write(workbook, { type: 'buffer', bookType: 'xlsx', bookSST });
    const sheet = read(bytes, { dense: true }).Sheets.S as unknown as { '!data': { v: unknown }[][] };
    const expected = sheet['!data'].map((row) => row.map((cell) => cell?.v ?? ''));
    const actual = plainSheets(bytes, 1000)?.[0]
      ?.read()
      ?.map((row) => row.map((cell) => cell?.v ?? ''));
    expect(actual).toEqual(expected);
  }
});
