import { type CivilDate, isCivilDate } from '../kernel/civil-date';
import type { FieldValues } from '../kernel/field';

/** Readers of what a filled form holds: each returns its type or nothing, never throws. */

/** Trimmed text; empty when absent. */
export function textOf(values: FieldValues, name: string): string {
  const value = values[name];
  return typeof value === 'string' ? value.trim() : '';
}

/** Civil date; null when absent or not a date. */
export function dateOf(values: FieldValues, name: string): CivilDate | null {
  const value = values[name];
  return typeof value === 'string' && isCivilDate(value) ? value : null;
}

/** The day of a form, `today` when it says none. */
export const dayOf = (values: FieldValues, name: string, today: CivilDate): CivilDate =>
  dateOf(values, name) ?? today;

/** Number, also of the id of a chosen record; null when absent. */
export function numberOf(values: FieldValues, name: string): number | null {
  const value = values[name];
  return typeof value === 'number' ? value : null;
}

export function isTicked(values: FieldValues, name: string): boolean {
  return values[name] === true;
}

/** Chosen codes of a multiple choice. */
export function codesOf(values: FieldValues, name: string): readonly string[] {
  const value = values[name];
  return Array.isArray(value) ? value.filter((code): code is string => typeof code === 'string') : [];
}

export type RowValues = Readonly<Record<string, string | number | boolean | null>>;

/** Rows of a table field. */
export function rowsOf(values: FieldValues, name: string): readonly RowValues[] {
  const value = values[name];
  return Array.isArray(value) ? value.filter((row): row is RowValues => typeof row === 'object') : [];
}
