import { sql } from 'kysely';
import type { ReadDb } from '../../db/kysely';

export async function schemaVersion(db: ReadDb): Promise<number> {
  const { rows } = await sql<{ userVersion: number }>`pragma user_version`.execute(db);
  return rows[0]?.userVersion ?? 0;
}

const TABLES = ['account', 'employer', 'person', 'caseFile', 'document', 'deadline', 'draft'] as const;

/** How many rows there are of each kind. */
export async function countsOfTables(db: ReadDb): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = {};
  for (const table of TABLES) {
    const row = await db
      .selectFrom(table)
      .select((eb) => eb.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow();
    counts[table] = row.total;
  }
  return counts;
}
