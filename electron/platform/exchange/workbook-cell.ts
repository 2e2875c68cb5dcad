import { isCivilDate } from '@shared/domain/kernel/civil-date';

/** How a cell is shown by Excel: what it holds stays a number or a day, so that an office can sum and sort. */
export type CellFormat = 'text' | 'number' | 'money' | 'percent' | 'date';

/** A value of its own format in a column of another, e.g. a rate among counts. */
export type SheetCellValue =
  | string
  | number
  | null
  | { readonly value: string | number; readonly format: CellFormat };

export type WrittenCell = { readonly value: string | number | Date; readonly numFmt: string };

const NUMBER_FORMATS: Readonly<Record<CellFormat, string>> = {
  // Text stays text: an ID number or a code never becomes a number.
  text: '@',
  number: 'General',
  money: '#,##0.00',
  percent: '0.0%',
  date: 'yyyy-mm-dd',
};

/** A number, a telephone number with its country, a lone dash: no formula comes of them. */
const HARMLESS = /^[+-][\d\s()（）-]*$/;

/** What another program would read as a formula when the table is pasted or saved as text begins with an apostrophe. */
export const neutralised = (text: string): string =>
  /^\s*[=+\-@]/.test(text) && !HARMLESS.test(text) ? `'${text}` : text;

/** Takes the apostrophe of an export off again. */
export const withoutGuard = (text: string): string => text.replace(/^'(?=\s*[=+\-@])/, '');

/** What is written for a value in a column of this format. */
export function writtenCell(cell: SheetCellValue, format: CellFormat): WrittenCell {
  const own = typeof cell === 'object' && cell !== null ? cell : { value: cell ?? '', format };
  if (typeof own.value === 'number') {
    return { value: own.value, numFmt: NUMBER_FORMATS[own.format === 'text' ? 'number' : own.format] };
  }
  if (own.format === 'date' && isCivilDate(own.value)) {
    return { value: new Date(`${own.value}T00:00:00Z`), numFmt: NUMBER_FORMATS.date };
  }
  return { value: neutralised(own.value), numFmt: NUMBER_FORMATS.text };
}
