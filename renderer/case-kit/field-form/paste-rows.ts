import type { Field } from '@shared/domain/kernel/field';
import { parseTypedDate } from '@shared/domain/kernel/typed-date';
import { readTsv } from '../../lib/tsv';

export type RowValues = Readonly<Record<string, string | number | boolean | null>>;

const YES = ['是', '有', '√', '1', 'y', 'yes', 'true'];

/** Rows copied from Excel as rows of the table; a first line of column names tells the order, else by position. */
export function pasteRows(text: string, columns: readonly Field[], today: string): readonly RowValues[] {
  const lines = readTsv(text);
  const head = lines[0] ?? [];
  const byName = head.map((name) => columns.find(({ label }) => label === name));
  const hasHead = byName.some(Boolean);
  const order = hasHead ? byName : columns;
  return lines
    .slice(hasHead ? 1 : 0)
    .map((cells) =>
      Object.fromEntries(
        order.flatMap((field, index) =>
          field ? [[field.name, readCell(field, cells[index] ?? '', today)]] : [],
        ),
      ),
    );
}

function readCell(field: Field, text: string, today: string): string | number | boolean | null {
  if (text === '') return null;
  switch (field.kind) {
    case 'count':
    case 'money': {
      const number = Number(text.replace(/[,，元人\s]/g, ''));
      if (!Number.isFinite(number)) return null;
      return field.kind === 'money' ? Math.round(number * 100) : Math.trunc(number);
    }
    case 'date':
      return parseTypedDate(text, today) ?? text;
    case 'flag':
      return YES.includes(text.toLowerCase());
    case 'select':
      return field.options?.find(({ label, value }) => label === text || value === text)?.value ?? null;
    default:
      return text;
  }
}
