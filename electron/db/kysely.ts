import { CamelCasePlugin, Kysely, SqliteDialect } from 'kysely';
import type { Sqlite } from './open';
import type { Database } from './schema';

/** Full handle: only inside the unit of work and the migrator. */
export type WriteDb = Kysely<Database> & { readonly __write: unique symbol };
/** What queries get: a write does not type-check. */
export type ReadDb = Pick<
  Kysely<Database>,
  'selectFrom' | 'selectNoFrom' | 'with' | 'withRecursive' | 'fn' | 'dynamic' | 'case' | 'getExecutor'
>;

export function createKysely(sqlite: Sqlite): Kysely<Database> {
  return new Kysely<Database>({
    dialect: new SqliteDialect({ database: sqlite as never }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
}
