import { longDate, yuan } from '@renderer/lib/format';
import type { Field, FieldValue } from '@shared/domain/kernel/field';

/** A field's value as people read it; empty when nothing is filled in. Ids stay to those who know their names. */
export function readableValue(field: Field, value: FieldValue | undefined): string {
  if (value === null || value === undefined || value === '') return '';
  const label = (code: unknown) =>
    field.options?.find((option) => option.value === code)?.label ?? String(code);
  switch (field.kind) {
    case 'flag':
      return value === true ? '是' : '否';
    case 'date':
      return longDate(String(value));
    case 'money':
      return `${yuan(Number(value))} 元`;
    case 'select':
      return label(value);
    case 'multiSelect':
    case 'violations':
      return Array.isArray(value) ? value.map(label).join('、') : '';
    case 'rows':
      return Array.isArray(value) ? value.map((row) => readableRow(field, row)).join('；') : '';
    default:
      return String(value);
  }
}

function readableRow(field: Field, row: unknown): string {
  if (typeof row !== 'object' || row === null) return '';
  const cells = row as Readonly<Record<string, FieldValue>>;
  return (field.of ?? [])
    .map((column) => readableValue(column, cells[column.name]))
    .filter(Boolean)
    .join('，');
}
