import type { RowValues } from './paste-rows';

const keys = new WeakMap<RowValues, string>();
let made = 0;

/** What tells a row from the others for as long as it is on screen, whatever is typed in it and wherever it moves. */
export function rowKey(row: RowValues): string {
  const known = keys.get(row);
  if (known !== undefined) return known;
  made += 1;
  const key = `row-${made}`;
  keys.set(row, key);
  return key;
}

/** The row with one cell typed anew: still the same row. */
export function withCell(row: RowValues, name: string, cell: RowValues[string]): RowValues {
  const next = { ...row, [name]: cell };
  keys.set(next, rowKey(row));
  return next;
}
