import type { Field, FieldValues, Option } from '../../kernel/field';
import type { PaperModel } from '../../papers/model';
import {
  type FilledPaper,
  fillTemplate,
  type PaperTemplate,
  type ParagraphEdits,
} from '../../papers/template';
import { templateFields } from '../../papers/template-schema';
import type { PlaceholderValues } from '../../papers/template-values';
import type { Catalogue } from '../catalogue';
import type { PaperKind } from '../paper-kinds';
import { commonValues } from './common';
import { DICTIONARY } from './dictionary';
import { opinionLetter, publicReminder, recommendationLetter, reminderLetter } from './letters';
import type { PaperDefinition, PaperInput } from './paper';
import { proofOfService } from './service';

export { DICTIONARY } from './dictionary';
export type { PaperDefinition, PaperInput } from './paper';

/** A paper that needs nothing beyond what all papers know. */
const plain = (kind: PaperKind): PaperDefinition => ({ kind, placeholders: () => ({}), initial: () => ({}) });

export const PAPERS: Readonly<Partial<Record<PaperKind, PaperDefinition>>> = {
  reminderLetter,
  publicReminder,
  opinionLetter,
  recommendationLetter,
  proofOfService,
};

/** Form of the paper, its choices filled from the catalogue. */
export function paperFields(template: PaperTemplate, catalogue: Catalogue): Field[] {
  const lists: Record<string, Option[]> = {};
  for (const [name, list] of Object.entries(catalogue.options)) {
    lists[name] = list.items.map((item) => ({ value: item.code, label: item.label }));
  }
  lists.departments = catalogue.departments.departments.map(({ code, label }) => ({ value: code, label }));
  return templateFields(template, lists);
}

/** What the form of a new paper opens with: the template's defaults under what the case suggests. */
export function initialPaperValues(template: PaperTemplate, input: PaperInput): FieldValues {
  const own = Object.fromEntries(
    template.fields.flatMap((field) => (field.initial === undefined ? [] : [[field.name, field.initial]])),
  );
  const suggested = definitionOf(template).initial(input);
  return {
    ...own,
    ...Object.fromEntries(Object.entries(suggested).filter(([, value]) => value !== null && value !== '')),
  };
}

/** All values of the paper for its placeholders. */
export function paperValues(template: PaperTemplate, input: PaperInput): PlaceholderValues {
  const common = commonValues(input);
  const own = definitionOf(template).placeholders(input);
  return {
    texts: { ...common.texts, ...own.texts },
    lists: { ...common.lists, ...own.lists },
    flags: { ...common.flags, ...own.flags },
  };
}

/** The paper as model and editable paragraphs. Missing values are marked; nothing throws on an empty case. */
export function fillPaper(
  template: PaperTemplate,
  input: PaperInput,
  edits: ParagraphEdits,
  watermark?: PaperModel['watermark'],
): FilledPaper {
  return fillTemplate(template, paperValues(template, input), input.values, edits, {
    dictionary: DICTIONARY,
    fields: paperFields(template, input.catalogue),
    documentNo: template.numberKey === null ? null : input.documentNo,
    signedOn: input.signedOn,
    watermark,
  });
}

const definitionOf = (template: PaperTemplate): PaperDefinition =>
  PAPERS[template.kind as PaperKind] ?? plain(template.kind as PaperKind);
