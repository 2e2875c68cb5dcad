import type { Field, FieldValues, Option } from '../../kernel/field';
import type { PaperModel } from '../../papers/model';
import { type FilledPaper, fillTemplate, type PaperTemplate } from '../../papers/template';
import type { ParagraphEdits } from '../../papers/template-paragraphs';
import { templateFields } from '../../papers/template-schema';
import type { PlaceholderValues } from '../../papers/template-values';
import type { Catalogue } from '../catalogue';
import { isPaperKind, type PaperKind } from '../paper-kinds';
import { correctionForm, sealRegister, signingForm, suspensionForm } from './approvals';
import { closingReport, dossierCover, dossierIndex, filingNote, resultNotice } from './closing';
import { commonValues } from './common';
import { DICTIONARY } from './dictionary';
import {
  dunningLetter,
  followUpLetter,
  handoverList,
  recheckRecord,
  replyForm,
  replyReview,
  transferLetter,
  upperUnionRequest,
} from './follow-up';
import {
  acceptanceNotice,
  approvalForm,
  declineNotice,
  recusalForm,
  registrationForm,
  talkNotice,
  talkRecord,
  transferNotice,
} from './intake';
import {
  evidenceList,
  explanationRecord,
  interviewRecord,
  investigationNotice,
  investigationReport,
} from './investigation';
import { opinionLetter, publicReminder, recommendationLetter, reminderLetter } from './letters';
import type { PaperDefinition, PaperInput } from './paper';
import { proofOfService } from './service';

export { DICTIONARY } from './dictionary';
export type { PaperDefinition, PaperInput } from './paper';

/** What each paper of the module adds to its template. */
export const PAPERS: Readonly<Record<PaperKind, PaperDefinition>> = {
  registrationForm,
  approvalForm,
  acceptanceNotice,
  declineNotice,
  transferNotice,
  talkNotice,
  talkRecord,
  investigationNotice,
  interviewRecord,
  evidenceList,
  investigationReport,
  explanationRecord,
  reminderLetter,
  publicReminder,
  opinionLetter,
  recommendationLetter,
  signingForm,
  sealRegister,
  proofOfService,
  dunningLetter,
  replyForm,
  replyReview,
  recheckRecord,
  followUpLetter,
  transferLetter,
  handoverList,
  upperUnionRequest,
  closingReport,
  resultNotice,
  dossierCover,
  dossierIndex,
  filingNote,
  recusalForm,
  suspensionForm,
  correctionForm,
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
    texts: { ...common.texts, ...own.texts, own_no: input.documentNo ?? '' },
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

function definitionOf(template: PaperTemplate): PaperDefinition {
  if (!isPaperKind(template.kind)) throw new RangeError(`no paper of this module: ${template.kind}`);
  return PAPERS[template.kind];
}
