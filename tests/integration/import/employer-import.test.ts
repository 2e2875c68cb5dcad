import { afterEach, describe, expect, it } from 'vitest';
import { EMPLOYER_FIELDS } from '../../../electron/platform/employers/employer-fields';
import { EXAMPLE, guessMapping } from '../../../electron/platform/exchange/employer-columns';
import { NAMES, plainHeader } from '../../../electron/platform/exchange/employer-headers';
import { createEmployerImportTasks } from '../../../electron/platform/exchange/employer-import.tasks';
import { addEmployer, createTestFile, dump, TEST_AT, type TestFile } from '../../builders/file';
import { connection, good, openImport, quiet, roster, withCell } from './opened';
import { type Cell, writeRoster } from './support';

let file: TestFile;

afterEach(() => file.close());

describe('the preview', () => {
  it('counts what is new, what is known, what is wrong, and writes nothing', async () => {
    file = createTestFile();
    await addEmployer(file, '已有单位', good(1)[1] as string);
    const before = dump(file.sqlite);
    const preview = openImport(file, roster(good(0), good(1), withCell(2, 1, '91330000X'))).preview();
    expect(preview).toMatchObject({
      rowCount: 3,
      validCount: 2,
      updateCount: 1,
      errorCount: 1,
      fileName: '名册.xlsx',
    });
    expect(preview.columns.map((column) => column.target)).toEqual([
      'name',
      'uscc',
      'town',
      'headcount',
      'hasUnion',
      'contactPhone',
    ]);
    expect(preview.sample.map((row) => row.row)).toEqual([2, 3, 4]);
    expect(preview.errors).toEqual([
      { row: 4, column: '统一社会信用代码', value: '91330000X', message: expect.stringContaining('位') },
    ]);
    expect(dump(file.sqlite)).toEqual(before);
  });

  const wrong: [string, Cell[], string, RegExp][] = [
    ['no name', withCell(0, 0, ''), '单位名称', /填写/],
    ['a name of 10,000 characters', withCell(0, 0, '长'.repeat(10_000)), '单位名称', /120/],
    ['pasted Word markup', withCell(0, 0, '<span class="MsoNormal">甲厂</span>'), '单位名称', /Word|网页/],
    [
      'a USCC with a wrong check character',
      withCell(0, 1, `${(good(0)[1] as string).slice(0, 17)}?`),
      '统一社会信用代码',
      /./,
    ],
    [
      'a USCC that Excel kept as a number',
      withCell(0, 1, 913_300_001_234_567_000),
      '统一社会信用代码',
      /末尾数位已丢失/,
    ],
    ['a formula', withCell(0, 0, { f: 'CONCATENATE("甲","厂")', v: '甲厂' }), '单位名称', /公式/],
    [
      'a formula that calls a program',
      withCell(0, 2, { f: 'cmd|" /C calc"!A0', v: '' }),
      '乡镇（街道）',
      /公式/,
    ],
    ['a headcount in words', withCell(0, 3, '很多'), '职工人数', /整数/],
    ['a negative headcount', withCell(0, 3, -5), '职工人数', /整数/],
    ['a headcount beyond all measure', withCell(0, 3, '99999999999'), '职工人数', /整数/],
  ];
  it.each(wrong)('%s is an error of its cell', (_, row, column, message) => {
    file = createTestFile();
    const preview = openImport(file, roster(good(5), row)).preview();
    expect(preview.errorCount).toBe(1);
    expect(preview.validCount).toBe(1);
    expect(preview.errors[0]).toMatchObject({ row: 3, column, message: expect.stringMatching(message) });
  });

  it('a code twice in the file is an error of the second row, naming the first', () => {
    file = createTestFile();
    const preview = openImport(
      file,
      roster(good(0), good(1), withCell(2, 1, ` ${(good(0)[1] as string).toLowerCase()} `)),
    ).preview();
    expect(preview.errors).toEqual([
      { row: 4, column: '统一社会信用代码', value: good(0)[1], message: '与第 2 行的代码相同' },
    ]);
  });

  it('without a name column says which column to choose, and after choosing it all is well', () => {
    file = createTestFile();
    const rows = roster(good(0));
    rows[0] = ['甲列', '统一社会信用代码', '乡镇（街道）', '职工人数', '是否建会', '联系电话'];
    const opened = openImport(file, rows);
    expect(opened.preview()).toMatchObject({
      validCount: 0,
      errorCount: 1,
      errors: [{ message: expect.stringContaining('单位名称') }],
    });
    expect(opened.remap({ 0: 'name', 1: 'uscc' })).toMatchObject({ validCount: 1, errorCount: 0 });
  });

  it('shows 500 errors and counts all', () => {
    file = createTestFile();
    const rows = Array.from({ length: 1200 }, (_, i) => withCell(i, 1, 'x'));
    const preview = openImport(file, roster(...rows)).preview();
    expect(preview.errorCount).toBe(1200);
    expect(preview.errors).toHaveLength(500);
  });

  it('ignores a mapping to fields and columns that do not exist', () => {
    file = createTestFile();
    const opened = openImport(file, roster(good(0)));
    opened.preview();
    const mappings: readonly Record<string, string>[] = [
      { 0: 'name', 99: 'uscc' },
      { 0: 'name', 1: 'id' },
      { 0: 'name', 1: '__proto__' },
      { 0: 'name', x: 'uscc' },
    ];
    for (const mapping of mappings) expect(opened.remap(mapping).errorCount).toBe(0);
  });
});

describe('the template', () => {
  const headers = EMPLOYER_FIELDS.map(({ label }) => label);
  const example: Cell[] = EMPLOYER_FIELDS.map(({ name }) =>
    name === 'hasUnion' ? '是' : name === 'industry' ? '制造业' : (Reflect.get(EXAMPLE, name) as Cell),
  );
  const codes = { industry: { 制造业: 'C', 建筑业: 'E' }, nature: { 民营企业: 'private' } };
  const readRows = (rows: readonly (readonly Cell[])[]) => {
    file = createTestFile();
    const tasks = createEmployerImportTasks();
    const path = writeRoster(rows);
    return tasks['employers.read']({ ...connection(file), path, mapping: null, codes }, quiet);
  };
  const changed = (name: string, value: Cell): Cell[] =>
    example.map((cell, i) => (EMPLOYER_FIELDS[i]?.name === name ? value : cell));

  it('left with its example row passes over that row only', () => {
    const preview = readRows([headers, example, changed('name', '安溪真单位有限公司')]);
    expect(preview).toMatchObject({ exampleRow: 2, validCount: 1, errorCount: 0 });
  });

  it.each([
    ['another note', changed('note', '')],
    ['another headcount', changed('headcount', 121)],
    ['the name alone', changed('note', '本县企业')],
  ])('takes a row with %s for an employer', (_name, row) => {
    expect(readRows([headers, row])).toMatchObject({ exampleRow: null, validCount: 1 });
  });

  it('reads industry and nature in the words of the register', async () => {
    file = createTestFile();
    const tasks = createEmployerImportTasks();
    const path = writeRoster([
      ['企业名', '代码', '所在镇街', '实际经营地址', '行业分类', '企业类型', '用工人数（人）'],
      ['安溪甲有限公司', null, '城关镇', '工业路1号', '建筑业', '民营企业', 12],
      ["'=乙厂", null, '', '', 'C', '其他', null],
    ]);
    const preview = tasks['employers.read']({ ...connection(file), path, mapping: null, codes }, quiet);
    expect(preview.columns.map(({ target }) => target)).toEqual([
      'name',
      'uscc',
      'town',
      'businessAddress',
      'industry',
      'nature',
      'headcount',
    ]);
    await tasks['employers.write'](
      { ...connection(file), accountId: 1, accountName: '王敏', at: TEST_AT, skipErrors: false },
      quiet,
    );
    expect(
      file.sqlite.prepare('select name, industry, nature, headcount from employer order by id').all(),
    ).toEqual([
      { name: '安溪甲有限公司', industry: 'E', nature: 'private', headcount: 12 },
      { name: '=乙厂', industry: 'C', nature: '其他', headcount: null },
    ]);
  });
});

describe('the names offices give their columns', () => {
  it.each([
    ['企业名', 'name'],
    ['用人单位名称', 'name'],
    ['公司全称', 'name'],
    ['代码', 'uscc'],
    ['纳税人识别号', 'uscc'],
    ['统一社会信用代码*', 'uscc'],
    ['所在镇街', 'town'],
    ['所属镇街', 'town'],
    ['属地', 'town'],
    ['所属乡镇(街道)', 'town'],
    ['实际经营地址', 'businessAddress'],
    ['办公地址', 'businessAddress'],
    ['注册地址', 'address'],
    ['法人', 'legalRepresentative'],
    ['主要负责人', 'legalRepresentative'],
    ['手机号码', 'contactPhone'],
    ['联系 电话：', 'contactPhone'],
    ['在职职工数（人）', 'headcount'],
    ['从业人员数', 'headcount'],
    ['是否成立工会', 'hasUnion'],
    ['所有制性质', 'nature'],
    ['国民经济行业', 'industry'],
  ])('%s is %s', (header, field) => {
    expect(guessMapping(['序号', header])).toEqual({ '1': field });
  });

  it('name a field once, and no two fields', () => {
    const names = Object.values(NAMES).flat().map(plainHeader);
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
    expect(guessMapping(['单位名称', '企业名称'])).toEqual({ '0': 'name' });
  });
});
