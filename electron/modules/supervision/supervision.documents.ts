import { Refusal } from '@shared/contract/result';
import { scanForLeaks } from '@shared/domain/kernel/leak-scan';
import { checkWording } from '@shared/domain/kernel/wording-check';
import { documentStatusLabel, documentSteps, type LifecycleDocument } from '@shared/domain/papers/lifecycle';
import { type PaperModel, textsOf } from '@shared/domain/papers/model';
import { requiredFindings } from '@shared/domain/papers/required';
import type { PaperTemplate } from '@shared/domain/papers/template';
import { suggestedPapers } from '@shared/domain/supervision/case-actions';
import type { ComplainantData } from '@shared/domain/supervision/case-data';
import type { CaseEffect } from '@shared/domain/supervision/case-effect';
import { type Catalogue, doubtfulCitations } from '@shared/domain/supervision/catalogue';
import { decidePaper, paperOffers } from '@shared/domain/supervision/document-hooks';
import { UNPAGED } from '@shared/domain/supervision/dossier';
import { letterFindings } from '@shared/domain/supervision/letter-rules';
import { letterName } from '@shared/domain/supervision/letters';
import {
  isPaperKind,
  isRestrictedPaper,
  PAPER_KINDS,
  PAPER_LIFECYCLE,
  paperLabel,
} from '@shared/domain/supervision/paper-kinds';
import {
  fillPaper,
  initialPaperValues,
  type PaperInput,
  paperFields,
} from '@shared/domain/supervision/papers';
import type { DocumentRecord } from '../../platform/documents/documents.repository';
import type {
  Finding,
  KindOffer,
  PaperDesk,
  PaperModule,
  PaperSource,
  ReadContext,
} from '../../platform/documents/paper-module';
import { findEmployer } from '../../platform/employers/employers.repository';
import { loadOffice, type OfficeRules } from '../../platform/settings/office';
import { applyCaseEffects } from './supervision.effects';
import { withOptions } from './supervision.forms';
import {
  buildContext,
  type LoadedCase,
  loadCase,
  printedTerm,
  toDocumentData,
  toEmployerData,
} from './supervision.load';
import { findComplainant } from './supervision.repository';
import { secretsOf } from './supervision.secrets';

/** Letters that may go out without a case, to one or many employers. */
const WITHOUT_CASE: readonly string[] = ['reminderLetter', 'publicReminder'];

/** How this module's papers come to the frame. */
export const supervisionPapers: PaperModule = {
  key: 'supervision',
  open: async (ctx, caseId, employerId) => {
    if (caseId !== null) {
      const loaded = await loadCase(ctx, caseId);
      return createDesk(ctx, loaded, loaded.office, await findComplainant(ctx.db, caseId), null);
    }
    const office = await loadOffice(ctx.db, ctx.resources, ctx.clock.today());
    const employer = employerId === null ? undefined : await findEmployer(ctx.db, employerId);
    return createDesk(
      ctx,
      null,
      office,
      null,
      employer ? toEmployerData(employer) : null,
      await buildContext(ctx, office),
    );
  },
};

function createDesk(
  ctx: ReadContext,
  loaded: LoadedCase | null,
  office: OfficeRules,
  complainant: ComplainantData | null,
  employer: PaperInput['employer'],
  outerContext?: LoadedCase['context'],
): PaperDesk {
  const context = loaded?.context ?? outerContext;
  if (!context) throw new Error('a desk needs a context');
  const subject = loaded?.data ?? null;
  const secrets = secretsOf(complainant, loaded, office);
  /** The paper among its case's papers, with what only the case knows of it. */
  const standingOf = (document: DocumentRecord) =>
    subject?.documents.find((known) => known.id === document.id) ?? toDocumentData(document);
  const documentById = (id: number | null) =>
    loaded?.documents.find((document) => document.id === id) ?? null;
  const inputOf = (source: PaperSource): PaperInput => {
    const basedOn = documentById(source.basedOnId);
    return {
      case: subject,
      unit: office.unit,
      employer,
      catalogue: office.catalogue,
      rules: office.rules,
      complainant: isRestrictedPaper(source.kind) ? complainant : null,
      basedOn: basedOn ? toDocumentData(basedOn) : null,
      values: source.values,
      documentNo: source.documentNo,
      signedOn: source.signedOn,
      today: context.today,
    };
  };
  const template = (kind: string) => templateOf(ctx, kind);
  const frame = {
    traits: (kind: string) => traitsOf(template(kind)),
    ...describing(loaded?.documents ?? [], context.today),
  };

  const desk: PaperDesk = {
    ...frame,
    office,
    leaders: office.leaders,
    colleagues: context.colleagues,
    caseHead: {
      title: loaded?.row.title ?? '',
      caseNo: loaded ? loaded.row.caseNo || loaded.row.clueNo : '',
    },
    isReadOnly: loaded !== null && (loaded.row.stage === 'archived' || loaded.row.deletedAt !== null),
    kinds: () => kindOffers(ctx, loaded),
    fields: (kind) => paperFields(template(kind), office.catalogue),
    initial: (kind, basedOn, preset) => {
      const source: PaperSource = {
        kind,
        values: preset,
        edits: {},
        basedOnId: basedOn?.id ?? null,
        employerId: null,
        documentNo: null,
        signedOn: null,
      };
      return { ...initialPaperValues(template(kind), inputOf(source)), ...preset };
    },
    fill: (source) => fillPaper(template(source.kind), inputOf(source), source.edits, source.watermark),
    leaks: (kind, texts) =>
      isRestrictedPaper(kind)
        ? []
        : [
            ...scanForLeaks(
              texts.map((text) => ({ text })),
              secrets,
            ),
          ],
    findings: (source, model) => {
      const wording = checkWording(model, ctx.resources.lexicon, source.kind);
      return [
        ...wording,
        ...requiredFindings(desk.fields(source.kind), source.values, wording),
        ...(isRestrictedPaper(source.kind) ? [] : scanForLeaks(textsOf(model), secrets)),
        ...citationFindings(model, office.catalogue),
        ...letterFindings(standInOf(source, model), subject, context),
      ];
    },
    offers: (document) =>
      paperOffers(standingOf(document), subject, context).map((offer) => ({
        ...offer,
        fields: withOptions(offer.fields, office.catalogue, subject?.evidence),
      })),
    steps: (document) => documentSteps(profileOf(document.kind), document.status),
    decide: (document, action, values) => decidePaper(standingOf(document), action, values, subject, context),
    applyCaseEffects: async (command, effects, document) => {
      if (document.caseId === null || effects.length === 0) return;
      await applyCaseEffects(command, document.caseId, effects as readonly CaseEffect[], {
        office,
        module: supervisionPapers,
        desk: () => supervisionPapers.open(command, document.caseId, null),
      });
    },
  };
  return desk;
}

/** What a row of the case page's list of papers needs. */
export function documentFrame(
  ctx: ReadContext,
  { context, documents }: LoadedCase,
): Pick<PaperDesk, 'traits' | 'statusLabel' | 'aboutText'> {
  return {
    traits: (kind) => traitsOf(templateOf(ctx, kind)),
    ...describing(documents, context.today),
  };
}

/** What a row says of a paper that the paper alone does not know. */
const describing = (
  documents: readonly DocumentRecord[],
  today: string,
): Pick<PaperDesk, 'statusLabel' | 'aboutText'> => ({
  statusLabel: (document) => documentStatusLabel(document, today, profileOf(document.kind)),
  aboutText: ({ basedOnId }) => {
    const about = documents.find((known) => known.id === basedOnId);
    return about ? letterName(about) : '';
  },
});

function templateOf(ctx: ReadContext, kind: string): PaperTemplate {
  const template = ctx.resources.templates.get(kind);
  if (!template) throw new Refusal('NOT_FOUND', `没有「${paperLabel(kind)}」的模板。`);
  return template;
}

const traitsOf = (template: PaperTemplate) => ({
  label: paperLabel(template.kind),
  templateVersion: template.version,
  isOutgoing: template.isOutgoing,
  isRestricted: isRestrictedPaper(template.kind),
  numberKind: template.numberKey ?? '',
  isRecord: profileOf(template.kind) === 'record',
  countsOthers: UNPAGED.includes(template.kind),
});

const profileOf = (kind: string) => (isPaperKind(kind) ? PAPER_LIFECYCLE[kind] : 'record');

function kindOffers(ctx: ReadContext, loaded: LoadedCase | null): KindOffer[] {
  const suggested = loaded ? suggestedPapers(loaded.data, loaded.context) : [];
  return Object.keys(PAPER_KINDS)
    .filter((kind) => ctx.resources.templates.has(kind) && (loaded !== null || WITHOUT_CASE.includes(kind)))
    .map((kind) => ({
      kind,
      label: paperLabel(kind),
      group: templateOf(ctx, kind).group,
      isSuggested: (suggested as readonly string[]).includes(kind),
      isEnabled: loaded === null || loaded.row.stage !== 'archived',
      reason: loaded?.row.stage === 'archived' ? '案件已归档' : '',
    }));
}

/** An article that is not in the catalogue, or has moved: a person checks it before the letter goes out. */
function citationFindings(model: PaperModel, catalogue: Catalogue): Finding[] {
  return textsOf(model).flatMap(({ text, field, key }) =>
    doubtfulCitations(text, catalogue).map((citation) => ({
      severity: 'block' as const,
      code: `citation.${citation.reason}`,
      message:
        citation.reason === 'unknownLaw'
          ? `《${citation.law}》不在法律依据目录中，请从目录选择依据，或者先在“设置—违法类型”中核对补充。`
          : `《${citation.law}》的条款「${citation.text}」不在法律依据目录中，请核对现行条文。`,
      excerpt: citation.text,
      ...(field ? { field } : {}),
      ...(key ? { key } : {}),
    })),
  );
}

/** The paper as the checks see it while it is being written: nothing has happened to it yet. */
function standInOf(source: PaperSource, model: PaperModel): LifecycleDocument {
  return {
    id: source.id ?? 0,
    kind: source.kind,
    title: model.title,
    addressee: model.addressee ?? '',
    documentNo: source.documentNo ?? '',
    status: 'D01',
    values: source.values,
    draftedBy: '',
    draftedById: 0,
    signedOn: source.signedOn,
    signerName: '',
    signerPost: '',
    servedOn: null,
    serviceOutcome: null,
    ...printedTerm(source),
    dueOn: null,
    repliedOn: null,
    evaluation: null,
    replacedById: null,
  };
}
