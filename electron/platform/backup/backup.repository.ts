import type { BackupReason, BackupRun } from '@shared/contract/backup';
import type { ReadDb, WriteDb } from '../../db/kysely';
import { GENESIS } from '../audit/audit-chain';

const SHOWN = 20;
/** Entries that leave nothing behind that a copy would miss. */
const WITHOUT_CONTENT = [
  'backup.run',
  'backup.runTo',
  'damage.check',
  'session.unlock',
  'session.lock',
] as const;

export async function insertRun(tx: WriteDb, run: Omit<BackupRun, 'id'>): Promise<void> {
  await tx.insertInto('backupRun').values(run).execute();
}

export async function listRuns(db: ReadDb): Promise<BackupRun[]> {
  return db.selectFrom('backupRun').selectAll().orderBy('id', 'desc').limit(SHOWN).execute();
}

export async function findLastRun(db: ReadDb, outcome?: BackupRun['outcome']): Promise<BackupRun | null> {
  const rows = db.selectFrom('backupRun').selectAll().orderBy('id', 'desc').limit(1);
  const found = outcome === undefined ? rows : rows.where('outcome', '=', outcome);
  return (await found.executeTakeFirst()) ?? null;
}

/** The latest instant anybody wrote at; not that of the last row: the clock may have been set back meanwhile. */
export async function findLatestEntryAt(db: ReadDb): Promise<string | null> {
  const row = await db.selectFrom('auditLog').select('at').orderBy('at', 'desc').limit(1).executeTakeFirst();
  return row?.at ?? null;
}

/** Hash of the first entry of the log: the mark of this office, the same in all its copies. */
export async function findOfficeMark(db: ReadDb): Promise<string> {
  const row = await db.selectFrom('auditLog').select('hash').orderBy('seq').limit(1).executeTakeFirst();
  return row?.hash ?? GENESIS;
}

/** Number of the last entry with content; what a copy made after it does not need again. */
export async function findLastContentAt(db: ReadDb): Promise<string> {
  const row = await db
    .selectFrom('auditLog')
    .select('at')
    .where('channel', 'not in', WITHOUT_CONTENT)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.at ?? '';
}

export const REASON_LABELS: Readonly<Record<BackupReason, string>> = {
  daily: '每日自动备份',
  close: '关闭时自动备份',
  hand: '手动备份',
};
