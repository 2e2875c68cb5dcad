import { z } from 'zod';
import type { Field } from '../kernel/field';

/**
 * A paper template: wording and form that a union may correct without a programmer. Placeholders are {{snake_case}};
 * {{name?}} may stay empty; [[ … ]] disappears when a placeholder inside it is empty. {{section}} and {{point}} count
 * 一、二、 and （一）（二）; inside a repeat {{n}} counts 1, 2, 3.
 */

const text = z.string();
const name = z.string().regex(/^[a-z][a-z0-9_]*$/);
const fieldName = z.string().regex(/^[a-z][a-zA-Z0-9]*$/);
const key = z.string().regex(/^[a-z][a-zA-Z0-9]*$/);
/** name, !name, or field=value. */
const condition = z.string().regex(/^!?[a-z][a-z0-9_]*(=[A-Za-z0-9_]+)?$/);

const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);

const fieldShape = {
  name: fieldName,
  label: z.string().min(1),
  isRequired: z.boolean().optional(),
  options: z.array(z.strictObject({ value: z.string(), label: z.string() })).optional(),
  /** Name of a catalogue list that gives the options. */
  catalogue: z.string().optional(),
  /** What the form opens with; the paper's own defaults from the case come before it. */
  initial: z.union([scalar, z.array(z.string())]).optional(),
  help: z.string().optional(),
  placeholder: z.string().optional(),
  group: z.string().optional(),
  maxLength: z.int().positive().optional(),
  when: z
    .strictObject({ field: fieldName, is: z.array(z.union([z.string(), z.boolean()])).min(1) })
    .optional(),
};

const columnKinds = [
  'text',
  'longText',
  'date',
  'time',
  'count',
  'money',
  'select',
  'flag',
  'phone',
] as const;
const fieldKinds = [
  ...columnKinds,
  'multiSelect',
  'uscc',
  'idNumber',
  'employer',
  'supervisor',
  'leader',
  'document',
  'violations',
  'rows',
] as const;

const templateField = z.strictObject({
  ...fieldShape,
  kind: z.enum(fieldKinds),
  of: z.array(z.strictObject({ ...fieldShape, kind: z.enum(columnKinds) })).optional(),
});

const paragraph = z.strictObject({
  type: z.literal('paragraph'),
  key,
  /** What it is for, shown beside the text: 发函缘由. */
  label: z.string().min(1),
  role: z
    .enum(['body', 'heading1', 'heading2', 'heading3', 'flush', 'center', 'right', 'note'])
    .default('body'),
  text: z.string().min(1),
  isOptional: z.boolean().default(false),
  includedByDefault: z.boolean().default(true),
  when: condition.optional(),
  repeat: name.optional(),
});

const cell = z.strictObject({
  /** A label cell: centred, 黑体. */
  label: text.optional(),
  value: text.optional(),
  /** Makes the value editable on the paper page; needs `purpose`. */
  key: key.optional(),
  purpose: z.string().optional(),
  colSpan: z.int().min(2).optional(),
  rowSpan: z.int().min(2).optional(),
  align: z.enum(['left', 'center', 'right']).optional(),
  foot: text.optional(),
});

const row = z.strictObject({
  cells: z.array(cell).min(1),
  minHeightMm: z.number().positive().optional(),
  when: condition.optional(),
  repeat: name.optional(),
  /** With repeat: blank rows up to this number, to be filled by hand. */
  minRows: z.int().positive().optional(),
});

const form = z.strictObject({
  type: z.literal('form'),
  columns: z.array(z.number().positive()).min(1),
  headerRows: z.int().min(0).default(0),
  rows: z.array(row).min(1),
  /** compact: small type, for long forms and wide lists. */
  density: z.enum(['normal', 'compact']).optional(),
  when: condition.optional(),
});

const pageBreak = z.strictObject({ type: z.literal('pageBreak'), when: condition.optional() });

const block = z.discriminatedUnion('type', [paragraph, form, pageBreak]);

export const templateSchema = z.strictObject({
  kind: key,
  name: z.string().min(1),
  group: z.string().min(1),
  version: z.string().regex(/^\d{4}\.\d+$/),
  effectiveFrom: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  layout: z.enum(['letter', 'redHead', 'plain', 'form', 'landscapeForm', 'cover']),
  lifecycle: z.enum(['letter', 'publicLetter', 'record', 'notice']),
  isOutgoing: z.boolean(),
  audience: z.enum(['employer', 'department', 'union', 'complainant', 'internal', 'public']),
  /** Pattern of resources/catalogues/numbering.json; null: this paper takes no number. */
  numberKey: z.string().nullable(),
  titlePattern: z.string().min(1),
  letterheadPattern: text.default(''),
  addresseePattern: text.default(''),
  fields: z.array(templateField).default([]),
  blocks: z.array(block).min(1),
  attachments: z
    .array(z.strictObject({ text: z.string().min(1), when: condition.optional(), repeat: name.optional() }))
    .default([]),
  appendices: z
    .array(
      z.strictObject({
        title: z.string().min(1),
        layout: z.enum(['plain', 'form', 'landscapeForm']),
        when: condition.optional(),
        blocks: z.array(block).min(1),
      }),
    )
    .default([]),
  signature: z
    .strictObject({ issuer: z.string().min(1), hasSeal: z.boolean() })
    .nullable()
    .default(null),
  remark: text.default(''),
  /** 抄送: organs, each may be empty; 、 and ； separate several in one entry. */
  copies: z.array(text).default([]),
  printedBy: text.default(''),
});

export type Template = z.infer<typeof templateSchema>;
export type TemplateField = Template['fields'][number];
export type TemplateBlock = Template['blocks'][number];
export type TemplateParagraph = Extract<TemplateBlock, { type: 'paragraph' }>;
export type TemplateForm = Extract<TemplateBlock, { type: 'form' }>;
export type TemplateRow = TemplateForm['rows'][number];
export type TemplateCell = TemplateRow['cells'][number];

/** The template in `json`; throws a ZodError that names the property at fault. */
export function parseTemplate(json: unknown): Template {
  return templateSchema.parse(json);
}

/** Form descriptors of the template, options taken from the named lists (catalogue name → options). */
export function templateFields(
  template: Template,
  lists: Readonly<Record<string, readonly { readonly value: string; readonly label: string }[]>>,
): Field[] {
  const resolve = ({ initial: _, ...field }: TemplateField): Field => ({
    ...field,
    ...(field.catalogue ? { options: lists[field.catalogue] ?? [] } : {}),
    ...(field.of ? { of: field.of.map((column) => resolve(column as TemplateField)) } : {}),
  });
  return template.fields.map(resolve);
}
