import { chineseNumber } from '../kernel/chinese-number';
import type { FieldValues } from '../kernel/field';
import type { Block, Cell, Paragraph, Row, Run } from './model';
import { follow, type Outline, roleOfLine } from './numbering';
import type { ParagraphDraft, ParagraphEdits } from './template-paragraphs';
import type {
  TemplateBlock,
  TemplateCell,
  TemplateForm,
  TemplateParagraph,
  TemplateRow,
} from './template-schema';
import {
  type Answer,
  fillEditedText,
  fillText,
  placeholdersOf,
  plainText,
  type Resolve,
} from './template-text';
import type { Item, PlaceholderValues } from './template-values';

/** State of one filling: what is known, the drafts collected so far, where the outline stands. */
export type Filler = {
  readonly values: PlaceholderValues;
  readonly fieldValues: FieldValues;
  readonly edits: ParagraphEdits;
  readonly answer: (name: string, values: PlaceholderValues, item?: Item) => Answer;
  readonly drafts: ParagraphDraft[];
  outline: Outline;
};

/** Whether a `when` holds: a flag, a non-empty list or text, or field=value. */
export function isMet(condition: string | undefined, filler: Filler): boolean {
  if (!condition) return true;
  const name = condition.replace(/^!|=.*$/g, '');
  const value = /=(.+)$/.exec(condition)?.[1];
  const holds = value === undefined ? isTrue(name, filler) : String(rawValue(name, filler)) === value;
  return condition.startsWith('!') ? !holds : holds;
}

function isTrue(name: string, { values }: Filler): boolean {
  return values.flags[name] ?? ((values.lists[name]?.length ?? 0) > 0 || (values.texts[name] ?? '') !== '');
}

function rawValue(name: string, filler: Filler): unknown {
  return filler.fieldValues[name.replace(/_([a-z0-9])/g, (_, c: string) => c.toUpperCase())];
}

/** A pattern filled to one plain line: titles, addressees, organs. */
export function lineOf(pattern: string, filler: Filler, item?: Item): string {
  return plainText(fillText(pattern, resolver(filler, item))).trim();
}

export function fillBlocks(blocks: readonly TemplateBlock[], filler: Filler): Block[] {
  return blocks
    .filter((block) => isMet(block.when, filler))
    .flatMap((block): Block[] => {
      if (block.type === 'pageBreak') return [block];
      return block.type === 'form' ? [fillForm(block, filler)] : fillParagraph(block, filler);
    });
}

function resolver(filler: Filler, item?: Item, n?: number): Resolve {
  return (name) => {
    if (name === 'section') return { text: chineseNumber(filler.outline.section + 1), label: name };
    if (name === 'point') return { text: chineseNumber(filler.outline.point + 1), label: name };
    if (name === 'n' && n !== undefined) return { text: String(n), label: name };
    return filler.answer(name, filler.values, item);
  };
}

/** What a repeat goes through: the items of its list, or once without one. */
export const itemsOf = (repeat: string | undefined, filler: Filler): readonly (Item | undefined)[] =>
  repeat ? (filler.values.lists[repeat] ?? []) : [undefined];

function fillParagraph(block: TemplateParagraph, filler: Filler): Paragraph[] {
  return itemsOf(block.repeat, filler).flatMap((item, i) => {
    const key = block.repeat ? `${block.key}.${i + 1}` : block.key;
    const label = block.repeat ? `${block.label}（${i + 1}）` : block.label;
    const { lines, isIncluded } = editable({ ...block, key, label }, filler, resolver(filler, item, i + 1));
    if (!isIncluded) return [];
    return lines.flatMap((runs): Paragraph[] => {
      const text = plainText([runs]);
      if (text === '') return [];
      filler.outline = follow(filler.outline, text);
      const role = block.role === 'body' ? roleOfLine(text) : block.role;
      return [{ type: 'paragraph', role, runs, key }];
    });
  });
}

type Editable = {
  readonly key: string;
  readonly label: string;
  readonly text: string;
  readonly isOptional: boolean;
  readonly includedByDefault: boolean;
};

/** Default or edited text of one editable place; its draft is noted for the paper page. */
function editable(
  { key, label, text, isOptional, includedByDefault }: Editable,
  filler: Filler,
  resolve: Resolve,
): { lines: Run[][]; isIncluded: boolean } {
  const defaults = fillText(text, resolve);
  const defaultText = plainText(defaults);
  const edit = filler.edits[key];
  const written = typeof edit === 'string' && edit.trim() !== '' ? edit : null;
  const lines =
    written !== null && written !== defaultText
      ? fillEditedText(written, placeholdersOf(text), resolve)
      : defaults;
  const isIncluded = !isOptional || (edit === undefined ? includedByDefault : written !== null);
  const shown = plainText(lines);
  filler.drafts.push({
    key,
    label,
    text: shown,
    defaultText,
    isEdited: shown !== defaultText,
    isOptional,
    isIncluded,
  });
  return { lines, isIncluded };
}

function fillForm(form: TemplateForm, filler: Filler): Block {
  const rows = form.rows.filter((row) => isMet(row.when, filler)).flatMap((row) => fillRow(row, filler));
  return {
    type: 'table',
    columns: form.columns,
    headerRows: form.headerRows,
    rows,
    ...(form.density ? { density: form.density } : {}),
  };
}

function fillRow(row: TemplateRow, filler: Filler): Row[] {
  const height = row.minHeightMm ? { minHeightMm: row.minHeightMm } : {};
  const filled = itemsOf(row.repeat, filler).map((item, i): Row => {
    const resolve = resolver(filler, item, i + 1);
    return { cells: row.cells.map((cell) => fillCell(cell, filler, resolve)), ...height };
  });
  const blanks = Math.max(0, (row.minRows ?? 0) - filled.length);
  const blank: Row = { cells: row.cells.map((cell) => shape(cell, [[]])), ...height };
  return [...filled, ...Array.from({ length: blanks }, () => blank)];
}

function fillCell(cell: TemplateCell, filler: Filler, resolve: Resolve): Cell {
  const foot = cell.foot ? { foot: plainText(fillText(cell.foot, resolve)) } : {};
  if (cell.label !== undefined)
    return { ...shape(cell, fillText(cell.label, resolve)), isLabel: true, ...foot };
  const value = cell.value ?? '';
  if (!cell.key) return { ...shape(cell, fillText(value, resolve)), ...foot };
  const place = {
    key: cell.key,
    label: cell.purpose ?? cell.key,
    text: value,
    isOptional: true,
    includedByDefault: true,
  };
  const { lines, isIncluded } = editable(place, filler, resolve);
  return { ...shape(cell, isIncluded ? lines : [[]]), ...foot };
}

function shape({ colSpan, rowSpan, align }: TemplateCell, lines: Run[][]): Cell {
  return {
    lines,
    ...(colSpan ? { colSpan } : {}),
    ...(rowSpan ? { rowSpan } : {}),
    ...(align ? { align } : {}),
  };
}
