import { isIssued } from '../papers/lifecycle-state';
import type { CaseData, DocumentData, EvidenceData } from './case-data';
import type { OptionFile } from './catalogue';
import { eventsOf, hasReached } from './letters';
import { isPaperKind, PAPER_LIFECYCLE, type PaperKind, paperLabel } from './paper-kinds';

/** 卷宗: what lies in it, on which pages, and what is missing before it can be archived. */

export type DossierPlace = OptionFile<'dossier-order'>['items'][number];

export type DossierRow = {
  readonly documentId: number | null;
  readonly documentNo: string;
  /** 责任者. */
  readonly author: string;
  readonly title: string;
  /** 成文日期, else the day of service; empty when neither is known. */
  readonly date: string;
  /** null: takes no page number. */
  readonly pageFrom: number | null;
  readonly pageTo: number | null;
  readonly hasPersonalData: boolean;
  readonly note: string;
};

export type Dossier = {
  readonly rows: readonly DossierRow[];
  readonly pageCount: number;
  readonly missing: readonly string[];
};

/** Around the file, not on its numbered pages: they name and count what lies in it. */
export const UNPAGED: readonly string[] = ['dossierCover', 'dossierIndex', 'filingNote'];

const NOTES: Readonly<Record<string, string>> = { D99: '作废' };

/** Code of the place where evidence lies, behind its list. */
const EVIDENCE_PLACE = 'evidence';

/** Rows of 卷内目录 in the default order, pages numbered through. */
export function buildDossier(c: CaseData, places: readonly DossierPlace[], unitName: string): Dossier {
  const filed = c.documents.filter((document) => isFiled(document) && !UNPAGED.includes(document.kind));
  const papers = inOrder(filed, places);
  const evidencePlace = places.find((place) => place.code === EVIDENCE_PLACE);
  const behind = papers.findIndex(({ place }) => orderOf(place) > orderOf(evidencePlace));
  const cut = behind < 0 ? papers.length : behind;
  const unnumbered = [
    ...papers.slice(0, cut).map((placed) => paperRow(placed, unitName)),
    ...c.evidence.map(evidenceRow),
    ...papers.slice(cut).map((placed) => paperRow(placed, unitName)),
  ];
  let page = 0;
  const rows = unnumbered.map(({ pages, ...row }): DossierRow => {
    if (pages === 0) return { ...row, pageFrom: null, pageTo: null };
    page += pages;
    return { ...row, pageFrom: page - pages + 1, pageTo: page };
  });
  return { rows, pageCount: page, missing: dossierMissing(c, places) };
}

type Unnumbered = Omit<DossierRow, 'pageFrom' | 'pageTo'> & { readonly pages: number };

const paperRow = ({ document, place }: Placed, unitName: string): Unnumbered => ({
  documentId: document.id,
  documentNo: document.documentNo,
  author: unitName,
  title: document.title,
  date: document.signedOn ?? document.servedOn ?? '',
  hasPersonalData: place?.hasPersonalData ?? false,
  note: NOTES[document.status] ?? '',
  pages: Math.max(1, document.pageCount),
});

const evidenceRow = (evidence: EvidenceData): Unnumbered => ({
  documentId: null,
  documentNo: '',
  author: evidence.provider,
  title: `证据${evidence.number} ${evidence.name}`,
  date: evidence.obtainedOn ?? '',
  hasPersonalData: evidence.isRestricted,
  note: evidence.isPaged ? '' : `${evidence.kindLabel}，以载体入卷`,
  pages: evidence.isPaged ? (evidence.pageCount ?? 0) : 0,
});

/** A record counts from its draft on (it is made final with the file), a letter once it is signed. */
const isFiled = (document: DocumentData): boolean =>
  isRecord(document.kind) ? document.status !== 'D99' : isIssued(document.status) || wasNumbered(document);

const wasNumbered = (document: DocumentData): boolean =>
  document.status === 'D99' && document.documentNo !== '';

const isRecord = (kind: string): boolean => isPaperKind(kind) && PAPER_LIFECYCLE[kind] === 'record';

type Placed = { readonly document: DocumentData; readonly place: DossierPlace | undefined };

const orderOf = (place: DossierPlace | undefined): number => place?.order ?? Number.MAX_SAFE_INTEGER;

/** By place, then by day; a 送达回证 goes behind the paper it proves. Papers without a place stand before the last. */
function inOrder(documents: readonly DocumentData[], places: readonly DossierPlace[]): readonly Placed[] {
  const placeOf = (document: DocumentData): DossierPlace | undefined => {
    const proved = provedBy(document, documents);
    return places.find((place) => place.papers.includes((proved ?? document).kind));
  };
  const dayOf = (document: DocumentData): string =>
    (provedBy(document, documents) ?? document).signedOn ?? '9999';
  return documents
    .map((document) => ({ document, place: placeOf(document) }))
    .toSorted(
      (a, b) =>
        orderOf(a.place) - orderOf(b.place) ||
        dayOf(a.document).localeCompare(dayOf(b.document)) ||
        Number(a.document.kind === 'proofOfService') - Number(b.document.kind === 'proofOfService') ||
        a.document.id - b.document.id,
    );
}

/** The paper a 送达回证 is about. */
function provedBy(document: DocumentData, documents: readonly DocumentData[]): DocumentData | undefined {
  if (document.kind !== 'proofOfService') return undefined;
  return documents.find((known) => known.id === document.basedOnId);
}

/** What the file still lacks, in words of the index. */
export function dossierMissing(c: CaseData, places: readonly DossierPlace[]): readonly string[] {
  const present = new Set(
    c.documents.filter((document) => document.status !== 'D99').map(({ kind }) => kind),
  );
  const required = places
    .filter((place) => place.isRequired && isExpected(c, mainPaper(place)) && !present.has(mainPaper(place)))
    .map((place) => place.label);
  const unfinished = c.documents
    .filter((document) => !isRecord(document.kind) && isUnfinished(document.status))
    .map((document) => `${paperLabel(document.kind)}尚未发出（请办结或者作废）`);
  const served = c.documents.filter((document) => hasReached(document) && document.status !== 'D99').length;
  const proofs = c.documents.filter((document) => document.kind === 'proofOfService').length;
  const lacking = served - proofs;
  return [...required, ...unfinished, ...(lacking > 0 ? [`送达回证 ${lacking} 份`] : []), ...uncounted(c)];
}

/** Without its pages a piece cannot be given page numbers, nor anything behind it. */
const uncounted = (c: CaseData): readonly string[] =>
  c.evidence
    .filter((evidence) => evidence.isPaged && evidence.pageCount === null)
    .map((evidence) => `证据${evidence.number}的页数（请在“证据材料”中填写）`);

const isUnfinished = (status: string): boolean => ['D01', 'D02', 'D03', 'D04', 'D05', 'D06'].includes(status);

/** A place is filled by the first of its papers; the others go with it. */
const mainPaper = (place: DossierPlace): string => place.papers[0] ?? '';

/** Papers that only some courses of a case have. */
function isExpected(c: CaseData, kind: string): boolean {
  const onlyAfter: Partial<Record<PaperKind, readonly string[]>> = {
    approvalForm: ['accept', 'returnFromTransfer', 'decline'],
    closingReport: ['approveClose'],
  };
  const actions = onlyAfter[kind as PaperKind];
  return actions === undefined || eventsOf(c, ...actions).length > 0;
}
