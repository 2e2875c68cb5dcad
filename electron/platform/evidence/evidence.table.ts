import type { Generated } from 'kysely';

export interface EvidenceSecretTable {
  id: number;
  value: Buffer;
}
export interface StoredFileTable {
  id: Generated<number>;
  storeName: string;
  fileKey: Buffer;
  sha256: string;
  size: number;
  mediaType: string;
  createdAt: string;
}
export interface EvidenceTable {
  id: Generated<number>;
  caseId: number;
  storedFileId: number;
  number: number;
  position: number;
  kind: string;
  name: string;
  fileName: string;
  provider: string;
  obtainedOn: string | null;
  pageCount: number | null;
  note: string;
  isRestricted: number;
  addedBy: number;
  removedReason: Generated<string>;
  revision: Generated<number>;
  createdAt: string;
  updatedAt: string;
  deletedAt: Generated<string | null>;
}

export interface EvidenceTables {
  evidenceSecret: EvidenceSecretTable;
  storedFile: StoredFileTable;
  evidence: EvidenceTable;
}
