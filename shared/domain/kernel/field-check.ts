import { isCivilDate } from './civil-date';
import type { Field, FieldKind, FieldValue, FieldValues } from './field';
import { checkIdNumber, judgeIdNumber } from './id-number';
import { judgePhone, normalizePhone } from './phone';
import { judgeText } from './text-input';
import { checkUscc, judgeUscc } from './uscc';

/** What is wrong with one field; of a row's cell `field` is `name.index.column`. */
export type FieldProblem = { readonly field: string; readonly message: string };
/** The value as it is kept, and what is wrong with it. */
export type JudgedValue = { readonly value: FieldValue; readonly problems: readonly FieldProblem[] };
type Scalar = string | number | boolean | null;

const TEXT_LENGTH = 200;
const LONG_TEXT_LENGTH = 5000;
const CODE_LENGTH = 40;
const MOST_ROWS = 500;
const LARGEST_COUNT = 99_999_999;
/** 分; below 10^15 a sum still fits an integer exactly. */
const LARGEST_FEN = 10 ** 15 - 1;

const CHOSEN: ReadonlySet<FieldKind> = new Set([
  'select',
  'multiSelect',
  'employer',
  'supervisor',
  'leader',
  'document',
  'violations',
]);

/** The empty value of a field: false for a flag, no entries for lists, else null. */
export function emptyValue(field: Field): FieldValue {
  if (field.kind === 'flag') return false;
  return isList(field.kind) ? [] : null;
}

/** Nothing filled in: null, blank text, no entries. `false` and 0 are answers. */
export function isBlank(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === 'string') return value.trim() === '';
  return Array.isArray(value) && value.length === 0;
}

/** Whether the field's `when` is met. An absent flag counts as not set, a list holds each of its entries. */
export function isShown(field: Field, values: FieldValues): boolean {
  if (!field.when) return true;
  const actual: FieldValue = values[field.when.field] ?? false;
  return field.when.is.some((wanted) =>
    Array.isArray(actual) ? actual.some((entry) => entry === wanted) : actual === wanted,
  );
}

/** Judges the value of a field that is shown. */
export function judgeField(field: Field, value: unknown): JudgedValue {
  if (isBlank(value)) {
    const isMissing = field.isRequired === true && field.kind !== 'flag';
    return { value: emptyValue(field), problems: isMissing ? [problem(field, missingMessage(field))] : [] };
  }
  if (field.kind === 'rows') return judgeRows(field, value);
  if (isList(field.kind)) return judgeChoices(field, value);
  const judged = judgeScalar(field, value as Scalar);
  if (typeof judged === 'string') return { value: value as Scalar, problems: [problem(field, judged)] };
  // Text may have consisted of invisible characters only.
  return judged.value === '' ? judgeField(field, null) : { value: judged.value, problems: [] };
}

export function missingMessage(field: Field): string {
  return `请${CHOSEN.has(field.kind) ? '选择' : '填写'}「${field.label}」`;
}

/** The cleaned value, or the message. */
function judgeScalar(field: Field, value: Scalar): { readonly value: Scalar } | string {
  const { label } = field;
  switch (field.kind) {
    case 'flag':
      return typeof value === 'boolean' ? { value } : `「${label}」只能选择是或者否`;
    case 'count':
      return isWholeUpTo(value, LARGEST_COUNT) ? { value } : `「${label}」应为不小于 0 的整数，请重新填写`;
    case 'money':
      return isWholeUpTo(value, LARGEST_FEN)
        ? { value }
        : `「${label}」不是有效金额，请按 1234.50 的形式填写`;
    case 'employer':
    case 'supervisor':
    case 'leader':
    case 'document':
      return isWholeUpTo(value, Number.MAX_SAFE_INTEGER) && value !== 0
        ? { value }
        : `「${label}」不是有效选项，请重新选择`;
    default:
      return typeof value === 'string' ? judgeString(field, value) : `「${label}」内容不符合要求，请重新填写`;
  }
}

function judgeString(field: Field, value: string): { readonly value: string } | string {
  const { label } = field;
  switch (field.kind) {
    case 'date':
      return isCivilDate(value) ? { value } : `「${label}」不是有效日期，请按 2026-3-15 的形式填写`;
    case 'time':
      return /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(value)
        ? { value }
        : `「${label}」不是有效时间，请按 09:30 的形式填写`;
    case 'select':
      return isOption(field, value) ? { value } : `「${label}」没有这个选项，请重新选择`;
    case 'uscc': {
      const check = checkUscc(value);
      return check.isValid ? { value: check.uscc } : `「${label}」有误：${judgeUscc(value)}`;
    }
    case 'idNumber': {
      const check = checkIdNumber(value);
      return check.isValid ? { value: check.idNumber } : `「${label}」有误：${judgeIdNumber(value)}`;
    }
    case 'phone': {
      const message = judgePhone(value);
      return message === '' ? { value: normalizePhone(value) } : `「${label}」有误：${message}`;
    }
    default: {
      const isMultiline = field.kind === 'longText';
      const maxLength = field.maxLength ?? (isMultiline ? LONG_TEXT_LENGTH : TEXT_LENGTH);
      const judged = judgeText(value, { label, maxLength, isMultiline });
      return judged.isOk ? { value: judged.text } : judged.message;
    }
  }
}

/** multiSelect and violations: distinct codes. */
function judgeChoices(field: Field, value: unknown): JudgedValue {
  const isFitting =
    Array.isArray(value) &&
    value.length <= MOST_ROWS &&
    value.every((code) => typeof code === 'string' && isOption(field, code));
  if (!isFitting)
    return { value: [], problems: [problem(field, `「${field.label}」没有这个选项，请重新选择`)] };
  return { value: [...new Set(value as string[])], problems: [] };
}

/** Rows that are empty throughout are dropped; the others are judged column by column. */
function judgeRows(field: Field, value: unknown): JudgedValue {
  if (!Array.isArray(value) || !value.every(isRecord)) {
    return { value: [], problems: [problem(field, `「${field.label}」内容不符合要求，请重新填写`)] };
  }
  if (value.length > MOST_ROWS) {
    return { value: [], problems: [problem(field, `「${field.label}」最多填写 ${MOST_ROWS} 行`)] };
  }
  const columns = field.of ?? [];
  const rows: Record<string, Scalar>[] = [];
  const problems: FieldProblem[] = [];
  value.forEach((row, index) => {
    if (Object.values(row).every((cell) => isBlank(cell) || cell === false)) return;
    const judged = judgeAll(columns, row as FieldValues);
    rows.push(judged.values as Record<string, Scalar>);
    for (const { field: column, message } of [...judged.problems, ...unknownKeys(columns, row)]) {
      problems.push({
        field: `${field.name}.${index}.${column}`,
        message: `${field.label}第${index + 1}行：${message}`,
      });
    }
  });
  if (rows.length === 0) return judgeField(field, null);
  return { value: rows, problems };
}

/** Judges every field; what is hidden becomes empty, also what depends on something hidden. */
export function judgeAll(
  fields: readonly Field[],
  values: FieldValues,
): { readonly values: FieldValues; readonly problems: readonly FieldProblem[] } {
  const kept: Record<string, FieldValue> = {};
  const problems: FieldProblem[] = [];
  const seen: Record<string, FieldValue> = { ...values };
  for (const field of fields) {
    if (!isShown(field, seen)) {
      seen[field.name] = kept[field.name] = emptyValue(field);
      continue;
    }
    const judged = judgeField(field, values[field.name]);
    kept[field.name] = judged.value;
    problems.push(...judged.problems);
  }
  return { values: kept, problems };
}

/** Keys no field stands for: the page and the service do not speak of the same form. */
export function unknownKeys(
  fields: readonly Field[],
  values: Readonly<Record<string, unknown>>,
): FieldProblem[] {
  const names = new Set(fields.map((field) => field.name));
  return Object.keys(values)
    .filter((key) => !names.has(key))
    .map((key) => ({ field: key, message: `表单中没有“${key}”这一项，请关闭本页后重新打开` }));
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const isList = (kind: FieldKind) => kind === 'rows' || kind === 'multiSelect' || kind === 'violations';

const isWholeUpTo = (value: unknown, largest: number) =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= largest;

/** Without an option list (a catalogue judged elsewhere) any short code passes. */
const isOption = (field: Field, code: string) =>
  field.options
    ? field.options.some((option) => option.value === code)
    : code !== '' && code.length <= CODE_LENGTH;

const problem = (field: Field, message: string): FieldProblem => ({ field: field.name, message });
