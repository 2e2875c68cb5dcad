import { createKysely, type ReadDb } from './kysely';
import { giveMemory } from './memo';
import { openDatabase, type Sqlite } from './open';

/** A connection of its own for queries, and its handle. */
export type Reader = {
  readonly sqlite: Sqlite;
  readonly db: ReadDb;
  readonly close: () => Promise<void>;
};

/**
 * Queries read through a second, read-only connection: in WAL mode it sees what is committed and nothing else. On the
 * writer's they would see a running command's rows, which may still be taken back (Kysely has no lock on SQLite's one
 * connection).
 */
export const openReader = (path: string, dataKey: Buffer): Reader =>
  createReader(openDatabase(path, dataKey, { readonly: true }));

/** @param sqlite a read-only connection nobody else uses */
export function createReader(sqlite: Sqlite): Reader {
  const kysely = createKysely(sqlite);
  giveMemory(kysely, sqlite);
  return { sqlite, db: kysely, close: () => kysely.destroy() };
}
