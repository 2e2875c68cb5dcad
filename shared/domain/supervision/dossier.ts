import { isIssued } from '../papers/lifecycle-state';
import type { CaseData, DocumentData } from './case-data';
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
  readonly pageFrom: number;
  readonly pageTo: number;
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

/** Rows of 卷内目录 in the default order, pages numbered through. */
export function buildDossier(c: CaseData, places: readonly DossierPlace[], unitName: string): Dossier {
  const filed = c.documents.filter((document) => isFiled(document) && !UNPAGED.includes(document.kind));
  const rows: DossierRow[] = [];
  let page = 0;
  for (const { document, place } of inOrder(filed, places)) {
    const pages = Math.max(1, document.pageCount);
    rows.push({
      documentId: document.id,
      documentNo: document.documentNo,
      author: unitName,
      title: document.title,
      date: document.signedOn ?? document.servedOn ?? '',
      pageFrom: page + 1,
      pageTo: page + pages,
      hasPersonalData: place?.hasPersonalData ?? false,
      note: NOTES[document.status] ?? '',
    });
    page += pages;
  }
  return { rows, pageCount: page, missing: dossierMissing(c, places) };
}

/** A record counts from its draft on (it is made final with the file), a letter once it is signed. */
const isFiled = (document: DocumentData): boolean =>
  isRecord(document.kind) ? document.status !== 'D99' : isIssued(document.status) || wasNumbered(document);

const wasNumbered = (document: DocumentData): boolean =>
  document.status === 'D99' && document.documentNo !== '';

const isRecord = (kind: string): boolean => isPaperKind(kind) && PAPER_LIFECYCLE[kind] === 'record';

type Placed = { readonly document: DocumentData; readonly place: DossierPlace | undefined };

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
        (a.place?.order ?? Number.MAX_SAFE_INTEGER) - (b.place?.order ?? Number.MAX_SAFE_INTEGER) ||
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
  return [...required, ...unfinished, ...(lacking > 0 ? [`送达回证 ${lacking} 份`] : [])];
}

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
