import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EMPTY_EMPLOYER } from '@shared/contract/employers';
import type { Kysely } from 'kysely';
import { createKysely } from '../../electron/db/kysely';
import { migrate } from '../../electron/db/migrator';
import { openDatabase, type Sqlite } from '../../electron/db/open';
import type { Database } from '../../electron/db/schema';
import { type Actor, runTransaction, type Transaction } from '../../electron/db/unit-of-work';

/** Real encrypted files in folders of their own; nothing is mocked. */

const folders = new Set<string>();
process.on('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A new empty folder, removed when the test process ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'union-casework-'));
  folders.add(folder);
  return folder;
}

export const TEST_KEY: Readonly<Buffer> = Buffer.alloc(32, 7);
export const OTHER_KEY: Readonly<Buffer> = Buffer.alloc(32, 8);
export const TEST_AT = '2026-09-10T02:00:00.000Z';
export const testNow = (): Date => new Date(TEST_AT);
export const TEST_ACTOR: Actor = { accountId: null, accountName: '测试', channel: 'test' };

export type TestFile = {
  readonly path: string;
  readonly sqlite: Sqlite;
  readonly kysely: Kysely<Database>;
  readonly close: () => Promise<void>;
};

export const openTestKey = (path: string, options?: { readonly?: boolean }): Sqlite =>
  openDatabase(path, Buffer.from(TEST_KEY), options);

/** A migrated encrypted file, open. */
export function createTestFile(folder: string = temporaryFolder()): TestFile {
  const path = join(folder, 'casework.db');
  const sqlite = openTestKey(path);
  migrate(sqlite, {
    backup: () => {
      throw new Error('an empty file needs no backup');
    },
  });
  const kysely = createKysely(sqlite);
  return { path, sqlite, kysely, close: () => kysely.destroy() };
}

/** One command's transaction on a test file. */
export async function transact<T>(
  file: Pick<TestFile, 'kysely'>,
  work: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  return (await runTransaction(file.kysely, TEST_ACTOR, testNow, work)).value;
}

/** Writes one employer with its audit row, as a command does. */
export function addEmployer(file: Pick<TestFile, 'kysely'>, name: string, uscc = ''): Promise<number> {
  return transact(file, async ({ tx, audit }) => {
    const { id } = await tx
      .insertInto('employer')
      .values({
        ...EMPTY_EMPLOYER,
        name,
        uscc,
        revision: 1,
        createdAt: TEST_AT,
        updatedAt: TEST_AT,
        deletedAt: null,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await audit({ entity: 'employer', entityId: id, summary: `登记单位 ${name}` });
    return id;
  });
}

/** All rows of all ordinary tables, for comparing a whole file before and after. */
export function dump(sqlite: Sqlite): Record<string, unknown[]> {
  const tables = sqlite
    .prepare(
      "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like 'search_%' order by name",
    )
    .pluck()
    .all() as string[];
  return Object.fromEntries(tables.map((table) => [table, sqlite.prepare(`select * from "${table}"`).all()]));
}

/** Every object of the schema with its text. */
export function schemaOf(sqlite: Sqlite): unknown[] {
  return sqlite.prepare('select type, name, tbl_name, sql from sqlite_master order by type, name').all();
}
