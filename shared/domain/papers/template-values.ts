import { formatChinese, isCivilDate } from '../kernel/civil-date';
import type { Field, FieldValue, FieldValues } from '../kernel/field';

/** One item of a repeated list: placeholder name → text. */
export type Item = Readonly<Record<string, string>>;

/** What a paper knows: texts for placeholders, lists for repeats, flags for conditions. Empty text: still missing. */
export type PlaceholderValues = {
  readonly texts: Readonly<Record<string, string>>;
  readonly lists: Readonly<Record<string, readonly Item[]>>;
  readonly flags: Readonly<Record<string, boolean>>;
};

/** replyN → reply_n: the placeholder under which a field's value can be printed. */
export function placeholderOf(fieldName: string): string {
  return fieldName.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`);
}

/** 1234500 → 12345; 1234550 → 12345.50. 分 in, 元 without separators out. */
export function yuanText(fen: number): string {
  const yuan = Math.abs(fen) / 100;
  const text = Number.isInteger(yuan) ? String(yuan) : yuan.toFixed(2);
  return fen < 0 ? `-${text}` : text;
}

/** 2026-09-10 → 2026年9月10日; anything else comes back as it is. */
export function dateText(date: string): string {
  return isCivilDate(date) ? formatChinese(date) : date;
}

/** 09:30 → 9时30分, 09:00 → 9时; anything else comes back as it is. */
export function timeText(time: string): string {
  const match = /^(\d{1,2}):(\d{2})$/.exec(time);
  if (!match) return time;
  return `${Number(match[1])}时${match[2] === '00' ? '' : `${match[2]}分`}`;
}

/** A field's value as it stands in a paper; '' when nothing is filled in. Ids need a name from the module: ''. */
export function fieldText(field: Field, value: FieldValue | undefined): string {
  if (value === null || value === undefined || value === '') return '';
  const label = (code: string): string =>
    field.options?.find((option) => option.value === code)?.label ?? code;
  switch (field.kind) {
    case 'date':
      return dateText(String(value));
    case 'time':
      return timeText(String(value));
    case 'money':
      return yuanText(Number(value));
    case 'select':
      return label(String(value));
    case 'multiSelect':
      return Array.isArray(value) ? value.map((code) => label(String(code))).join('、') : '';
    case 'flag':
      return value === true ? '是' : '否';
    case 'employer':
    case 'supervisor':
    case 'leader':
    case 'document':
    case 'violations':
    case 'rows':
      return '';
    default:
      return String(value).trim();
  }
}

/** Rows of a 'rows' field as a list for a repeat. */
function fieldItems(field: Field, value: FieldValue | undefined): Item[] {
  if (!Array.isArray(value)) return [];
  const rows = value as readonly Readonly<Record<string, FieldValue>>[];
  return rows.map((row) =>
    Object.fromEntries(
      (field.of ?? []).map((column) => [placeholderOf(column.name), fieldText(column, row[column.name])]),
    ),
  );
}

/** Values of the form under their placeholder names, below what the module computed. */
export function withFieldValues(
  values: PlaceholderValues,
  fields: readonly Field[],
  fieldValues: FieldValues,
): PlaceholderValues {
  const texts: Record<string, string> = {};
  const lists: Record<string, readonly Item[]> = {};
  const flags: Record<string, boolean> = {};
  for (const field of fields) {
    const at = placeholderOf(field.name);
    const value = fieldValues[field.name];
    if (field.kind === 'rows') lists[at] = fieldItems(field, value);
    else texts[at] = fieldText(field, value);
    if (field.kind === 'flag') flags[at] = value === true;
  }
  return {
    texts: { ...texts, ...values.texts },
    lists: { ...lists, ...values.lists },
    flags: { ...flags, ...values.flags },
  };
}
