import type { AuditNature } from '@shared/domain/kernel/audit-nature';

/** Append-only, each row chained to the one before. */
export interface AuditLogTable {
  seq: number;
  at: string;
  accountId: number | null;
  accountName: string;
  channel: string;
  entity: string;
  entityId: number | null;
  summary: string;
  nature: AuditNature | '';
  prevHash: string;
  hash: string;
}
