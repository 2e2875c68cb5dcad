import { createHash } from 'node:crypto';
import type { AuditNature } from '@shared/domain/kernel/audit-nature';

/** Before the first row. */
export const GENESIS = '0'.repeat(64);

export type Chained = {
  readonly seq: number;
  readonly at: string;
  readonly accountId: number | null;
  readonly accountName: string;
  readonly channel: string;
  readonly entity: string;
  readonly entityId: number | null;
  readonly summary: string;
  /** Empty in rows of a program that knew none: their hash leaves it out. */
  readonly nature: AuditNature | '';
  readonly prevHash: string;
};

/** SHA-256 over all columns of a row, the previous row's hash among them. */
export function auditHash(row: Chained): string {
  const content = [
    row.seq,
    row.at,
    row.accountId,
    row.accountName,
    row.channel,
    row.entity,
    row.entityId,
    row.summary,
    row.prevHash,
  ];
  if (row.nature !== '') content.push(row.nature);
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}
