import type { Output } from '@shared/contract';
import type { Field, FieldValues } from '@shared/domain/kernel/field';
import type { Colleague, DocumentDecision, DocumentOffer, LeaderData } from '@shared/domain/papers/lifecycle';
import type { PaperModel } from '@shared/domain/papers/model';
import type { FilledPaper } from '@shared/domain/papers/template';
import type { ParagraphEdits } from '@shared/domain/papers/template-paragraphs';
import type { ReadDb } from '../../db/kysely';
import type { BaseContext, CommandContext } from '../../ipc/context';
import type { OfficeRules } from '../settings/office';
import type { DocumentRecord } from './documents.repository';
import type { Step } from './step';

export type ReadContext = BaseContext & { readonly db: ReadDb };

/** A paper that is being written or read. */
export type PaperSource = {
  /** Absent while the paper is not stored yet. */
  readonly id?: number;
  readonly kind: string;
  readonly values: FieldValues;
  readonly edits: ParagraphEdits;
  readonly basedOnId: number | null;
  readonly employerId: number | null;
  readonly documentNo: string | null;
  readonly signedOn: string | null;
  readonly watermark?: PaperModel['watermark'];
};

export type Finding = Output<'documents.get'>['findings'][number];
export type KindOffer = Output<'documents.kinds'>[number];

/** What a kind of paper is, as far as the frame needs it. */
export type PaperTraits = {
  readonly label: string;
  readonly templateVersion: string;
  readonly isOutgoing: boolean;
  /** May name the complainant; see supervision's isRestrictedPaper. */
  readonly isRestricted: boolean;
  /** Key of the numbering pattern; empty: no number. */
  readonly numberKind: string;
  /** Written up and kept, not issued. */
  readonly isRecord: boolean;
  /** Names or counts the other papers of the case, so it is made final after them. */
  readonly countsOthers: boolean;
};

/** One case's papers (or a letter without a case): everything read once, then pure. */
export type PaperDesk = {
  readonly office: OfficeRules;
  readonly caseHead: { readonly title: string; readonly caseNo: string };
  /** The case is archived or in the recycle bin. */
  readonly isReadOnly: boolean;
  readonly kinds: () => KindOffer[];
  readonly traits: (kind: string) => PaperTraits;
  readonly fields: (kind: string) => Field[];
  readonly initial: (kind: string, basedOn: DocumentRecord | null, preset: FieldValues) => FieldValues;
  readonly fill: (source: PaperSource) => FilledPaper;
  /** Wording, leaks, citations, what is missing. Blocking ones stop the signature and the export. */
  readonly findings: (source: PaperSource, model: PaperModel) => Finding[];
  /** Complainant data in any text that is about to leave, e.g. all parts of a written .docx. */
  readonly leaks: (kind: string, texts: readonly string[]) => Finding[];
  readonly offers: (document: DocumentRecord) => readonly DocumentOffer[];
  readonly steps: (document: DocumentRecord) => readonly Step[];
  readonly statusLabel: (document: DocumentRecord) => string;
  /** The letter a paper is about: 《提示函》（安工…号）; empty when it stands for itself. */
  readonly aboutText: (document: DocumentRecord) => string;
  readonly decide: (
    document: DocumentRecord,
    action: string,
    values: FieldValues,
  ) => DocumentDecision<unknown>;
  /** The case's part of a decision, and the case's own record of it. */
  readonly applyCaseEffects: (
    ctx: CommandContext,
    effects: readonly unknown[],
    document: DocumentRecord,
  ) => Promise<void>;
  readonly leaders: readonly LeaderData[];
  readonly colleagues: readonly Colleague[];
};

/** How a module brings its papers to the frame; main.ts hands the modules in. */
export type PaperModule = {
  readonly key: string;
  /** @param caseId null: a letter to employers without a case */
  readonly open: (ctx: ReadContext, caseId: number | null, employerId: number | null) => Promise<PaperDesk>;
};
