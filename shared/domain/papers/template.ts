import type { Field, FieldValues } from '../kernel/field';
import type { Appendix, Block, PaperModel } from './model';
import { outlineStart } from './numbering';
import { type Filler, fillBlocks, isMet, itemsOf, lineOf } from './template-fill';
import type { ParagraphDraft, ParagraphEdits } from './template-paragraphs';
import type { Template } from './template-schema';
import type { Answer } from './template-text';
import { type PlaceholderValues, placeholderOf, withFieldValues } from './template-values';

/** One file of resources/templates. */
export type PaperTemplate = Template;

/** Chinese names of what a module computes, for the marks of missing values and for checking templates. */
export type Dictionary = {
  readonly texts: Readonly<Record<string, string>>;
  readonly lists: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly flags: Readonly<Record<string, string>>;
};

export type FillOptions = {
  readonly dictionary: Dictionary;
  /** Descriptors of the template's fields with their options (templateFields). */
  readonly fields: readonly Field[];
  readonly documentNo: string | null;
  /** Civil date of signature; null while the paper is a draft. */
  readonly signedOn: string | null;
  readonly watermark?: PaperModel['watermark'];
};

export type FilledPaper = { readonly model: PaperModel; readonly paragraphs: readonly ParagraphDraft[] };

/** The paper of these values: missing ones are marked, never guessed. */
export function fillTemplate(
  template: Template,
  values: PlaceholderValues,
  fieldValues: FieldValues,
  edits: ParagraphEdits,
  options: FillOptions,
): FilledPaper {
  const filler: Filler = {
    values: withFieldValues(values, options.fields, fieldValues),
    fieldValues,
    edits,
    answer: answerer(options),
    drafts: [],
    outline: outlineStart,
  };
  const blocks = fillBlocks(template.blocks, filler);
  const appendices: Appendix[] = template.appendices
    .filter((appendix) => isMet(appendix.when, filler))
    .map(({ title, layout, blocks: own }) => {
      filler.outline = outlineStart;
      return { title: lineOf(title, filler), layout, blocks: fillBlocks(own, filler) };
    });
  const { signature } = template;
  const model: PaperModel = {
    layout: template.layout,
    letterhead: lineOf(template.letterheadPattern, filler),
    documentNo: options.documentNo,
    title: lineOf(template.titlePattern, filler),
    ...(template.addresseePattern ? { addressee: addresseeOf(template, filler) } : {}),
    blocks: withoutDoublePageBreaks(blocks),
    attachments: attachmentsOf(template, filler),
    ...(signature
      ? {
          signature: {
            issuer: lineOf(signature.issuer, filler),
            signedOn: options.signedOn,
            hasSeal: signature.hasSeal,
          },
        }
      : {}),
    ...optionalText('remark', lineOf(template.remark, filler)),
    copiesTo: template.copies.flatMap((organ) => splitOrgans(lineOf(organ, filler))),
    ...optionalText('printedBy', lineOf(template.printedBy, filler)),
    appendices,
    ...(options.watermark ? { watermark: options.watermark } : {}),
  };
  return { model, paragraphs: filler.drafts };
}

/** Without the colon; '' while its name is missing, which the page marks. */
function addresseeOf(template: Template, filler: Filler): string {
  const addressee = lineOf(template.addresseePattern, filler);
  return addressee.includes('【') ? '' : addressee;
}

/** Answers placeholders from the item of a repeat, then from the paper's texts, with label and field of each. */
function answerer({ dictionary, fields }: FillOptions): Filler['answer'] {
  const byPlaceholder = new Map(fields.map((field) => [placeholderOf(field.name), field]));
  const columnLabels = new Map(
    fields.flatMap((field) => (field.of ?? []).map((column) => [placeholderOf(column.name), column.label])),
  );
  const itemLabels = new Map(Object.values(dictionary.lists).flatMap((list) => Object.entries(list)));
  return (name, values, item): Answer => {
    const text = item?.[name];
    if (text !== undefined) {
      return { text, label: itemLabels.get(name) ?? columnLabels.get(name) ?? name };
    }
    const field = byPlaceholder.get(name);
    const label = field?.label ?? dictionary.texts[name] ?? name;
    return { text: values.texts[name] ?? '', label, ...(field ? { field: field.name } : {}) };
  };
}

function attachmentsOf(template: Template, filler: Filler): string[] {
  return template.attachments
    .filter((attachment) => isMet(attachment.when, filler))
    .flatMap(({ text, repeat }) => itemsOf(repeat, filler).map((item) => lineOf(text, filler, item)))
    .filter((title) => title !== '');
}

function splitOrgans(text: string): string[] {
  return text
    .split(/[、；;，,\n]/)
    .map((organ) => organ.trim())
    .filter((organ) => organ !== '');
}

const optionalText = <K extends 'remark' | 'printedBy'>(key: K, text: string): { [P in K]?: string } =>
  (text === '' ? {} : { [key]: text }) as { [P in K]?: string };

/** A page break at the start or twice in a row would print an empty page. */
function withoutDoublePageBreaks(blocks: readonly Block[]): Block[] {
  return blocks.filter(
    (block, i) => block.type !== 'pageBreak' || (i > 0 && blocks[i - 1]?.type !== 'pageBreak'),
  );
}
