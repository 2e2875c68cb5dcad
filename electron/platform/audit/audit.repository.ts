import { natureOf } from '@shared/contract/audit-nature';
import type { RememberedHead } from '@shared/domain/kernel/audit-head';
import type { AuditNature } from '@shared/domain/kernel/audit-nature';
import { sql } from 'kysely';
import type { ReadDb, WriteDb } from '../../db/kysely';
import { auditHash, type Chained, GENESIS } from './audit-chain';

export type AuditEntry = {
  readonly entity: string;
  readonly entityId: number | null;
  /** Chinese, one line, without personal data of complainants. */
  readonly summary: string;
  /** What the act is, where it is not what its channel usually does. */
  readonly nature?: AuditNature;
};

export async function appendAudit(
  tx: WriteDb,
  actor: { accountId: number | null; accountName: string; channel: string },
  at: string,
  entry: AuditEntry,
): Promise<void> {
  const head = await auditHead(tx);
  const row: Chained = {
    seq: head.seq + 1,
    at,
    accountId: actor.accountId,
    accountName: actor.accountName,
    channel: actor.channel,
    entity: entry.entity,
    entityId: entry.entityId,
    // As it will be read back: a file name of Windows may hold half a character, which UTF-8 cannot keep.
    summary: Buffer.from(entry.summary).toString(),
    nature: entry.nature ?? natureOf(actor.channel),
    prevHash: head.hash,
  };
  await tx
    .insertInto('auditLog')
    .values({ ...row, hash: auditHash(row) })
    .execute();
}

/** The last row: its hash goes into backups and printed ledgers, so that a cut tail is visible. */
export async function auditHead(db: ReadDb): Promise<RememberedHead> {
  const row = await db
    .selectFrom('auditLog')
    .select(['seq', 'hash', 'at'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? { seq: 0, hash: GENESIS, at: '' };
}

/** Walks the whole chain. @returns rows that stand, and the number of the first that does not, or null */
export async function verifyChain(
  db: ReadDb,
  onRows: (done: number) => void = () => undefined,
): Promise<{ rowCount: number; headHash: string; brokenAt: number | null }> {
  let prevHash = GENESIS;
  let seq = 0;
  for (;;) {
    const rows = await db
      .selectFrom('auditLog')
      .selectAll()
      .where('seq', '>', seq)
      .orderBy('seq')
      .limit(1000)
      .execute();
    if (rows.length === 0) return { rowCount: seq, headHash: prevHash, brokenAt: null };
    for (const row of rows) {
      if (row.seq !== seq + 1 || row.prevHash !== prevHash || row.hash !== auditHash(row)) {
        return { rowCount: seq, headHash: prevHash, brokenAt: row.seq };
      }
      prevHash = row.hash;
      seq = row.seq;
    }
    onRows(seq);
  }
}

/** Hashes of these rows by number, each found by the number itself; those that are gone are left out. */
export async function hashesOfRows(
  db: ReadDb,
  seqs: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  const rows = await db.selectFrom('auditLog').select(['seq', 'hash']).where('seq', 'in', seqs).execute();
  return new Map(rows.map(({ seq, hash }) => [seq, hash]));
}

/** Whether nothing stands in the log but how the office began. */
export async function isBeginning(db: ReadDb): Promise<boolean> {
  const rows = await db.selectFrom('auditLog').select('channel').orderBy('seq', 'desc').limit(1).execute();
  return rows[0]?.channel === 'session.create';
}

/** Name and text of the triggers that stand on the log in this file. */
export async function triggersOfLog(db: ReadDb): Promise<readonly { name: string; sql: string }[]> {
  const { rows } = await sql<{ name: string; sql: string }>`
    select name, sql from sqlite_master where type = 'trigger' and tbl_name = 'audit_log'`.execute(db);
  return rows;
}
