import { EMPTY_EMPLOYER, type EmployerInput } from '@shared/contract/employers';
import { EMPLOYER_FIELDS } from '../employers/employer-fields';
import { judgeEmployer } from '../employers/judge';
import { normalizeEmployer } from '../employers/normalize';
import type { SheetCell } from './workbook-read';

export type RowProblem = {
  readonly row: number;
  readonly column: string;
  readonly value: string;
  readonly message: string;
};

/** Column names offices use, by field; compared without spaces, brackets and marks. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  name: ['单位名称', '用人单位', '企业名称', '单位全称', '公司名称', '名称', '单位'],
  uscc: ['统一社会信用代码', '社会信用代码', '信用代码', '统一信用代码', '税号'],
  address: ['住所', '注册地址', '单位地址', '地址', '登记住所'],
  businessAddress: ['实际经营地', '经营地址', '经营场所'],
  legalRepresentative: ['法定代表人', '法人代表', '法人', '负责人', '法定代表人（负责人）'],
  contactName: ['联系人', '单位联系人', '工会联系人'],
  contactPhone: ['联系电话', '电话', '手机', '联系方式'],
  industry: ['行业', '所属行业', '行业类别', '行业门类'],
  nature: ['单位性质', '性质', '企业性质', '经济类型'],
  town: ['乡镇', '街道', '乡镇街道', '所属乡镇', '乡镇（街道）', '镇街'],
  headcount: ['职工人数', '职工数', '人数', '员工人数', '从业人数', '职工总数'],
  hasUnion: ['是否建会', '建会情况', '是否建立工会', '已建会'],
  formerNames: ['曾用名', '原名称'],
  note: ['备注', '说明'],
};

const plain = (header: string) => header.normalize('NFKC').replace(/[\s()（）*：:／/、]/g, '');

/** Column index → field, for the headers an office uses; each field once. */
export function guessMapping(headers: readonly string[]): Record<string, string> {
  const mapping: Record<string, string> = {};
  for (const [field, names] of Object.entries(NAMES)) {
    const index = headers.findIndex(
      (header, i) => mapping[String(i)] === undefined && names.some((name) => plain(name) === plain(header)),
    );
    if (index >= 0) mapping[String(index)] = field;
  }
  return mapping;
}

const LABELS = new Map(EMPLOYER_FIELDS.map((field) => [field.name, field.label]));
type Row = { readonly row: number; readonly cells: readonly SheetCell[] };

/**
 * Reads rows of one sheet: each as an employer, with every problem of every cell. What is the same for every row is worked
 * out once, and so is which USCC stood in which row first, to find doubles in the file.
 */
export function createRowReader(
  headers: readonly string[],
  mapping: Readonly<Record<string, string>>,
): (row: Row) => { employer: EmployerInput; problems: RowProblem[] } {
  const columns = Object.entries(mapping)
    .filter(([, field]) => field !== '')
    .map(([index, field]) => ({ index: Number(index), field }));
  const headerOf = new Map(columns.map(({ index, field }) => [field, headers[index] ?? '']));
  const seen = new Map<string, number>();

  return ({ row, cells }) => {
    const problems: RowProblem[] = [];
    const complain = (field: string, value: string, message: string) =>
      problems.push({
        row,
        column: headerOf.get(field) ?? LABELS.get(field) ?? field,
        value: value.slice(0, 60),
        message,
      });
    const typed: Record<string, unknown> = { ...EMPTY_EMPLOYER };
    for (const { index, field } of columns) {
      const cell = cells[index];
      if (cell) readCell(cell, field, typed, (message) => complain(field, cell.text, message));
    }
    const employer = normalizeEmployer(typed as EmployerInput);
    for (const problem of judgeEmployer(employer))
      complain(problem.field, String(Reflect.get(employer, problem.field) ?? ''), problem.message);
    if (employer.uscc !== '' && problems.length === 0) {
      const first = seen.get(employer.uscc);
      if (first !== undefined) complain('uscc', employer.uscc, `与第 ${first} 行的代码相同`);
      else seen.set(employer.uscc, row);
    }
    return { employer, problems };
  };
}

function readCell(
  cell: SheetCell,
  field: string,
  typed: Record<string, unknown>,
  complain: (message: string) => void,
): void {
  if (cell.isFormula) complain('单元格是公式，请复制后“粘贴为数值”再导入');
  else if (field === 'uscc' && cell.isNumber && cell.text.length > 15) {
    complain('Excel 已把代码存成数字，末尾数位已丢失，请把该列设为文本后重新录入');
  } else if (field === 'headcount') {
    readHeadcount(
      cell.text,
      (n) => {
        typed[field] = n;
      },
      complain,
    );
  } else typed[field] = field === 'hasUnion' ? readYesNo(cell.text) : cell.text;
}

function readHeadcount(
  text: string,
  accept: (n: number | null) => void,
  complain: (message: string) => void,
): void {
  const digits = text.normalize('NFKC').replace(/[,人名\s]/g, '');
  if (digits === '') accept(null);
  else if (/^\d{1,7}$/.test(digits)) accept(Number(digits));
  else complain('请填写整数人数，例如 120');
}

function readYesNo(text: string): EmployerInput['hasUnion'] {
  if (/^(是|已建|有|y|yes|√|1)/i.test(text)) return 'yes';
  if (/^(否|未建|无|没有|n|no|×|0)/i.test(text)) return 'no';
  return 'unknown';
}
