import type { Generated } from 'kysely';

export interface DocumentTable {
  id: Generated<number>;
  caseId: number | null;
  module: string;
  kind: string;
  title: string;
  addressee: string;
  employerId: number | null;
  status: string;
  numberKind: string;
  year: number | null;
  seq: number | null;
  documentNo: string;
  templateVersion: string;
  fieldValues: string;
  edits: string;
  isOutgoing: number;
  basedOnId: number | null;
  replacedById: number | null;
  draftedBy: number;
  assignedTo: number | null;
  signedOn: string | null;
  signerName: string;
  signerPost: string;
  model: string | null;
  contentHash: string;
  serviceMethod: string;
  serviceOutcome: 'served' | 'refused' | 'left' | 'returned' | 'published' | null;
  servedOn: string | null;
  replyN: number | null;
  replyUnit: 'day' | 'workday' | 'month' | 'year' | null;
  dueOn: string | null;
  repliedOn: string | null;
  evaluation: 'pass' | 'partial' | 'fail' | 'objectionUpheld' | null;
  pageCount: number;
  revision: number;
  createdAt: string;
  updatedAt: string;
  deletedAt: string | null;
}
export interface DocumentFileTable {
  documentId: number;
  sha256: string;
  bytes: Buffer;
  engine: string;
  createdAt: string;
}
export interface DocumentEventTable {
  id: Generated<number>;
  documentId: number;
  caseId: number | null;
  /** Among the events of the case; 0 for a paper without one. */
  place: number;
  action: string;
  fromStatus: string;
  toStatus: string;
  occurredOn: string;
  fieldValues: string;
  /** JSON array of texts. */
  warnings: Generated<string>;
  accountId: number;
  createdAt: string;
}
export interface DocumentVersionTable {
  id: Generated<number>;
  documentId: number;
  n: number;
  action: string;
  title: string;
  fieldValues: string;
  edits: string;
  /** JSON array of printed paragraphs. */
  lines: string;
  accountId: number;
  createdAt: string;
}

export interface DocumentTables {
  document: DocumentTable;
  documentFile: DocumentFileTable;
  documentEvent: DocumentEventTable;
  documentVersion: DocumentVersionTable;
}
