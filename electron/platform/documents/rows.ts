import type { DocumentRow } from '@shared/contract/documents';
import type { DocumentRecord } from './documents.repository';
import type { PaperDesk } from './paper-module';

/** A paper as lists show it. */
export function toDocumentRow(
  document: DocumentRecord,
  desk: Pick<PaperDesk, 'traits' | 'statusLabel' | 'aboutText'>,
): DocumentRow {
  return {
    id: document.id,
    revision: document.revision,
    caseId: document.caseId,
    kind: document.kind,
    kindLabel: desk.traits(document.kind).label,
    title: document.title,
    addressee: document.addressee,
    documentNo: document.documentNo,
    status: document.status,
    statusLabel: desk.statusLabel(document),
    signedOn: document.signedOn,
    servedOn: document.servedOn,
    dueOn: document.dueOn,
    repliedOn: document.repliedOn,
    isSealed: document.model !== null,
    isOutgoing: document.isOutgoing === 1,
    isRestricted: desk.traits(document.kind).isRestricted,
    takesNumber: document.numberKind !== '',
    isRecord: desk.traits(document.kind).isRecord,
    aboutText: desk.aboutText(document),
    updatedAt: document.updatedAt,
  };
}
