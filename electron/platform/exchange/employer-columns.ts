import { EMPTY_EMPLOYER, type EmployerInput } from '@shared/contract/employers';
import { EMPLOYER_FIELDS } from '../employers/employer-fields';
import { judgeEmployer } from '../employers/judge';
import { normalizeEmployer } from '../employers/normalize';
import { NAMES, plainHeader } from './employer-headers';
import { withoutGuard } from './workbook-cell';
import type { SheetCell } from './workbook-read';

export type RowProblem = {
  readonly row: number;
  readonly column: string;
  readonly value: string;
  readonly message: string;
};

/** Column index → field, for the headers an office uses; each field once. */
export function guessMapping(headers: readonly string[]): Record<string, string> {
  const mapping: Record<string, string> = {};
  for (const [field, names] of Object.entries(NAMES)) {
    const index = headers.findIndex(
      (header, i) =>
        mapping[String(i)] === undefined && names.some((name) => plainHeader(name) === plainHeader(header)),
    );
    if (index >= 0) mapping[String(index)] = field;
  }
  return mapping;
}

const LABELS = new Map(EMPLOYER_FIELDS.map((field) => [field.name, field.label]));
/** By field, the code that stands for a label: 制造业 → C. */
export type CodesByLabel = ReadonlyMap<string, ReadonlyMap<string, string>>;

type Row = { readonly row: number; readonly cells: readonly SheetCell[] };

/** The row that shows in the template how to fill it in. */
export const EXAMPLE = {
  ...EMPTY_EMPLOYER,
  name: '安溪湾精工机械有限公司',
  address: '安溪县城关镇工业路1号',
  contactName: '王经理',
  contactPhone: '05950000000',
  industry: 'C',
  town: '城关镇',
  headcount: 120,
  hasUnion: 'yes',
  note: '填写示例，导入前请删除本行',
} as const satisfies EmployerInput;

/** Exactly the template's row, left in by mistake: every column that was read says what the example says. */
export function isExample(employer: EmployerInput, mapping: Readonly<Record<string, string>>): boolean {
  const fields = Object.values(mapping).filter((field) => field !== '');
  return (
    fields.includes('note') &&
    fields.every((field) => Reflect.get(employer, field) === Reflect.get(EXAMPLE, field))
  );
}

/**
 * Reads rows of one sheet: each as an employer, with every problem of every cell. What is the same for every row is worked
 * out once, and so is which USCC stood in which row first, to find doubles in the file.
 */
export function createRowReader(
  headers: readonly string[],
  mapping: Readonly<Record<string, string>>,
  codes: CodesByLabel = new Map(),
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
      if (cell)
        readCell(cell, field, typed, codes.get(field), (message) => complain(field, cell.text, message));
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
  codes: ReadonlyMap<string, string> | undefined,
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
  } else if (field === 'hasUnion') typed[field] = readYesNo(cell.text);
  else typed[field] = codes?.get(cell.text.trim()) ?? withoutGuard(cell.text);
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
