import type { Generated } from 'kysely';
import type { SupervisionTables } from '../modules/supervision/supervision.table';
import type { AccountsTables } from '../platform/accounts/accounts.table';
import type { AuditLogTable } from '../platform/audit/audit.table';
import type { DocumentTables } from '../platform/documents/documents.table';
import type { EvidenceTables } from '../platform/evidence/evidence.table';

/** Row types as Kysely sees them: camelCase names of the snake_case columns. 0/1 columns are numbers here. */

export interface SettingTable {
  key: string;
  value: string;
  revision: number;
  updatedAt: string;
}
export interface LeaderTable {
  id: Generated<number>;
  name: string;
  post: string;
  validFrom: string;
  validTo: string | null;
  isActive: number;
  createdAt: string;
}
export interface EmployerTable {
  id: Generated<number>;
  name: string;
  uscc: string;
  address: string;
  businessAddress: string;
  legalRepresentative: string;
  contactName: string;
  contactPhone: string;
  industry: string;
  nature: string;
  town: string;
  headcount: number | null;
  hasUnion: 'yes' | 'no' | 'unknown';
  formerNames: string;
  note: string;
  caseCount: Generated<number>;
  revision: number;
  createdAt: string;
  updatedAt: string;
  deletedAt: string | null;
}
export interface PersonTable {
  id: Generated<number>;
  name: string;
  idNumber: string;
  phone: string;
  employerId: number | null;
  post: string;
  note: string;
  revision: number;
  createdAt: string;
  updatedAt: string;
  deletedAt: string | null;
}
export interface CaseFileTable {
  id: Generated<number>;
  module: string;
  caseNo: string;
  clueNo: string;
  title: string;
  state: string;
  stage: 'open' | 'closed' | 'archived';
  jurisdiction: string;
  employerId: number | null;
  town: string;
  handlerId: number;
  openedOn: string;
  closedOn: string | null;
  archivedOn: string | null;
  nextDueOn: string | null;
  nextDueLabel: string;
  /** How many events the case has had, papers' included: gives each its place. */
  eventCount: Generated<number>;
  revision: number;
  createdAt: string;
  updatedAt: string;
  deletedAt: string | null;
}
export interface DeadlineTable {
  id: Generated<number>;
  caseId: number;
  documentId: number | null;
  kind: string;
  label: string;
  ruleKey: string;
  rule: string;
  startEvent: string;
  startOn: string;
  nominalOn: string;
  dueOn: string;
  skipped: string;
  isProjected: number;
  status: 'running' | 'paused' | 'met' | 'missed' | 'cancelled';
  pauses: string;
  metOn: string | null;
  createdAt: string;
}
export interface NumberCounterTable {
  kind: string;
  year: number;
  lastN: number;
}
export interface DraftTable {
  accountId: number;
  key: string;
  payload: string;
  savedAt: string;
}
export interface SavedViewTable {
  id: Generated<number>;
  accountId: number;
  list: string;
  name: string;
  query: string;
  createdAt: string;
}
export interface RuleOverrideTable {
  key: string;
  rule: string;
  updatedAt: string;
}
export interface CatalogueOverrideTable {
  catalogue: string;
  code: string;
  value: string;
  updatedAt: string;
}
export interface CalendarOverrideTable {
  year: number;
  value: string;
  updatedAt: string;
}
export interface BackupRunTable {
  id: Generated<number>;
  reason: 'daily' | 'close' | 'hand';
  folder: string;
  stamp: string;
  finishedAt: string;
  outcome: 'good' | 'failed' | 'cancelled';
  message: string;
  bytes: number;
  evidenceCount: number;
}

export interface Database extends AccountsTables, DocumentTables, EvidenceTables, SupervisionTables {
  setting: SettingTable;
  leader: LeaderTable;
  auditLog: AuditLogTable;
  employer: EmployerTable;
  person: PersonTable;
  caseFile: CaseFileTable;
  deadline: DeadlineTable;
  numberCounter: NumberCounterTable;
  draft: DraftTable;
  savedView: SavedViewTable;
  ruleOverride: RuleOverrideTable;
  catalogueOverride: CatalogueOverrideTable;
  calendarOverride: CalendarOverrideTable;
  backupRun: BackupRunTable;
}
