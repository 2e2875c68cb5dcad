import { CamelCasePlugin, Kysely, type SqliteDatabase, SqliteDialect, type SqliteStatement } from 'kysely';
import type { Sqlite } from './open';
import type { Database } from './schema';

/** Full handle: only inside the unit of work and the migrator. */
export type WriteDb = Kysely<Database> & { readonly __write: unique symbol };
/** What queries get: a write does not type-check. */
export type ReadDb = Pick<
  Kysely<Database>,
  'selectFrom' | 'selectNoFrom' | 'with' | 'withRecursive' | 'fn' | 'dynamic' | 'case' | 'getExecutor'
>;

/** The handle of a writing connection. */
export function createKysely(sqlite: Sqlite): Kysely<Database> {
  return new Kysely<Database>({
    dialect: new SqliteDialect({ database: keepStatements(sqlite) }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
}

const MOST_STATEMENTS = 300;

/** The connection as Kysely needs it. SQLite plans a statement once: Kysely would ask for a new plan at every call. */
function keepStatements(sqlite: Sqlite): SqliteDatabase {
  const statements = new Map<string, SqliteStatement>();
  return {
    prepare: (sql) => {
      const known = statements.get(sql);
      if (known) return known;
      if (statements.size >= MOST_STATEMENTS) statements.clear();
      const statement = sqlite.prepare(sql);
      statements.set(sql, statement);
      return statement;
    },
    close: () => sqlite.close(),
  };
}
