import { createHash } from 'node:crypto';
import type { AuditHead } from '@shared/domain/kernel/audit-head';
import { sql } from 'kysely';
import type { ReadDb, WriteDb } from '../../db/kysely';

export type AuditEntry = {
  readonly entity: string;
  readonly entityId: number | null;
  /** Chinese, one line, without personal data of complainants. */
  readonly summary: string;
};

/** Before the first row. */
export const GENESIS = '0'.repeat(64);

type Chained = {
  readonly seq: number;
  readonly at: string;
  readonly accountId: number | null;
  readonly accountName: string;
  readonly channel: string;
  readonly entity: string;
  readonly entityId: number | null;
  readonly summary: string;
  readonly prevHash: string;
};

/** SHA-256 over all columns of a row, the previous row's hash among them. */
export function auditHash(row: Chained): string {
  const content = JSON.stringify([
    row.seq,
    row.at,
    row.accountId,
    row.accountName,
    row.channel,
    row.entity,
    row.entityId,
    row.summary,
    row.prevHash,
  ]);
  return createHash('sha256').update(content).digest('hex');
}

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
    prevHash: head.hash,
  };
  await tx
    .insertInto('auditLog')
    .values({ ...row, hash: auditHash(row) })
    .execute();
}

/** The last row: its hash goes into backups and printed ledgers, so that a cut tail is visible. */
export async function auditHead(db: ReadDb): Promise<AuditHead> {
  const row = await db
    .selectFrom('auditLog')
    .select(['seq', 'hash'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? { seq: 0, hash: GENESIS };
}

export async function listAudit(db: ReadDb, filter: { text: string; offset: number; limit: number }) {
  const matching = () => {
    const rows = db.selectFrom('auditLog');
    const like = `%${filter.text.replace(/[\\%_]/g, (c) => `\\${c}`)}%`;
    // SQLite's LIKE knows no escape character unless it is told.
    return filter.text === ''
      ? rows
      : rows.where(sql<boolean>`(summary like ${like} escape '\\' or account_name like ${like} escape '\\')`);
  };
  const { total } = await matching()
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await matching()
    .selectAll()
    .orderBy('seq', 'desc')
    .limit(filter.limit)
    .offset(filter.offset)
    .execute();
  return { total, rows };
}

/** Walks the whole chain. @returns the first broken row's number, or null */
export async function verifyChain(
  db: ReadDb,
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
  }
}
