import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { backupBeforeMigration } from '../../../electron/db/migration-backup';
import { type Migration, migrations } from '../../../electron/db/migrations';
import {
  MigrationError,
  migrate,
  migrationHash,
  NewerDatabaseError,
  programVersion,
} from '../../../electron/db/migrator';
import { openDatabase, type Sqlite } from '../../../electron/db/open';
import {
  addEmployer,
  createTestFile,
  dump,
  openTestKey,
  schemaOf,
  TEST_KEY,
  temporaryFolder,
  testNow,
} from '../../builders/file';
import released from './released-migrations.json';
import { statementsOf } from './support/statements';

const next: Migration = {
  version: programVersion() + 10,
  name: 'next',
  sql: 'alter table employer add column nickname text not null default "";',
  up: (sqlite) => sqlite.exec("alter table employer add column nickname text not null default ''"),
};
const noBackup = () => {
  throw new Error('no backup was expected');
};
const withoutComments = (schema: unknown[]) =>
  JSON.parse(
    JSON.stringify(schema)
      .replace(/--.*?\\n/g, '')
      .replace(/(?:\s|\\n)+/g, ' '),
  );
const stateOf = (sqlite: Sqlite) => ({
  schema: schemaOf(sqlite),
  version: sqlite.pragma('user_version', { simple: true }),
});

describe('migrate', () => {
  it('brings an empty file to the program version without a backup', () => {
    const sqlite = openTestKey(join(temporaryFolder(), 'new.db'));
    expect(migrate(sqlite, { backup: noBackup })).toEqual({ from: 0, to: programVersion() });
    expect(sqlite.pragma('user_version', { simple: true })).toBe(programVersion());
    expect(sqlite.pragma('foreign_keys', { simple: true })).toBe(1);
    expect(sqlite.pragma('integrity_check', { simple: true })).toBe('ok');
    sqlite.close();
  });

  it('does nothing to a file of its own version', async () => {
    const file = createTestFile();
    const before = stateOf(file.sqlite);
    expect(migrate(file.sqlite, { backup: noBackup })).toEqual({
      from: programVersion(),
      to: programVersion(),
    });
    expect(stateOf(file.sqlite)).toEqual(before);
    await file.close();
  });

  it('refuses a file of a newer program and leaves every byte of it', async () => {
    const file = createTestFile();
    await addEmployer(file, '云州纺织集团');
    file.sqlite.pragma(`user_version = ${programVersion() + 1}`);
    file.sqlite.pragma('wal_checkpoint(TRUNCATE)');
    await file.close();
    const before = readFileSync(file.path);
    const sqlite = openTestKey(file.path);
    expect(() => migrate(sqlite, { backup: noBackup })).toThrow(NewerDatabaseError);
    sqlite.close();
    expect(readFileSync(file.path).equals(before)).toBe(true);
    expect(readdirSync(dirname(file.path))).toEqual(['casework.db']);
  });

  it('numbers its steps in tens, rising', () => {
    const versions = migrations.map((step) => step.version);
    expect(versions.every((version) => version > 0 && version % 10 === 0)).toBe(true);
    expect(versions).toEqual([...new Set(versions)].sort((a, b) => a - b));
  });

  it('refuses rows that break a foreign key, and rolls back', async () => {
    const file = createTestFile();
    const before = { ...stateOf(file.sqlite), rows: dump(file.sqlite) };
    const orphan: Migration = {
      ...next,
      up: (sqlite) =>
        sqlite.exec(
          "insert into person (name, employer_id, created_at, updated_at) values ('张三', 999, '2026-09-10', '2026-09-10')",
        ),
    };
    const run = () => migrate(file.sqlite, { backup: () => undefined, steps: [...migrations, orphan] });
    expect(run).toThrow(MigrationError);
    expect(run).toThrow(/foreign_key_check found 1 rows/);
    expect({ ...stateOf(file.sqlite), rows: dump(file.sqlite) }).toEqual(before);
    expect(file.sqlite.pragma('foreign_keys', { simple: true })).toBe(1);
    await file.close();
  });
});

describe('the backup before a migration', () => {
  it('is made before anything changes, opened, checked, and complete', async () => {
    const file = createTestFile();
    await addEmployer(file, '云州纺织集团');
    const rows = dump(file.sqlite);
    const before = stateOf(file.sqlite);
    const order: string[] = [];
    let backupPath = '';
    migrate(file.sqlite, {
      backup: (version) => {
        expect(stateOf(file.sqlite)).toEqual(before);
        backupPath = backupBeforeMigration(file.sqlite, file.path, Buffer.from(TEST_KEY), version, testNow());
        order.push('backup');
      },
      steps: [
        ...migrations,
        {
          ...next,
          up: (sqlite) => {
            order.push('step');
            next.up(sqlite);
          },
        },
      ],
    });
    expect(order).toEqual(['backup', 'step']);
    expect(backupPath).toBe(
      join(dirname(file.path), 'before-update', `casework-v${programVersion()}-2026-09-10T02-00-00-000Z.db`),
    );
    const copy = openDatabase(backupPath, Buffer.from(TEST_KEY), { readonly: true });
    expect(stateOf(copy)).toEqual(before);
    expect(dump(copy)).toEqual(rows);
    copy.close();
    expect(readFileSync(backupPath).includes(Buffer.from('云州纺织集团'))).toBe(false);
    await file.close();
  });

  it('that fails stops the migration', async () => {
    const file = createTestFile();
    const before = stateOf(file.sqlite);
    const run = () =>
      migrate(file.sqlite, {
        backup: () => {
          throw new Error('ENOSPC');
        },
        steps: [...migrations, next],
      });
    expect(run).toThrow('ENOSPC');
    expect(stateOf(file.sqlite)).toEqual(before);
    await file.close();
  });

  it('stops it as well when the place is taken by a file that is not ours', async () => {
    const file = createTestFile();
    const blocked = join(dirname(file.path), 'before-update');
    writeFileSync(blocked, 'a stranger’s file');
    const before = stateOf(file.sqlite);
    const run = () =>
      migrate(file.sqlite, {
        backup: (version) =>
          backupBeforeMigration(file.sqlite, file.path, Buffer.from(TEST_KEY), version, testNow()),
        steps: [...migrations, next],
      });
    expect(run).toThrow();
    expect(stateOf(file.sqlite)).toEqual(before);
    expect(readFileSync(blocked, 'utf8')).toBe('a stranger’s file');
    await file.close();
  });

  it('never writes over an earlier one', async () => {
    const file = createTestFile();
    const make = () =>
      backupBeforeMigration(file.sqlite, file.path, Buffer.from(TEST_KEY), programVersion(), testNow());
    const first = make();
    const bytes = readFileSync(first);
    expect(make).toThrow();
    expect(readFileSync(first).equals(bytes)).toBe(true);
    await file.close();
  });
});

describe('a fault at every statement', () => {
  for (const step of migrations) {
    it(`of ${String(step.version).padStart(4, '0')}-${step.name} leaves schema and version as before`, () => {
      const statements = statementsOf(step.sql);
      expect(statements.length).toBeGreaterThan(0);
      const earlier = migrations.filter((other) => other.version < step.version);
      const later = migrations.filter((other) => other.version <= step.version);
      const sqlite = openTestKey(join(temporaryFolder(), 'faulty.db'));
      if (earlier.length > 0) migrate(sqlite, { backup: noBackup, steps: earlier });
      const before = stateOf(sqlite);
      for (let failing = 0; failing <= statements.length; failing += 1) {
        let done = 0;
        const faulty: Migration = {
          ...step,
          up: (target) => {
            for (const statement of statements) {
              if (done === failing) throw new Error(`fault before statement ${failing}`);
              target.exec(statement);
              done += 1;
            }
            if (done === failing) throw new Error('fault after the last statement');
          },
        };
        let backups = 0;
        const run = () =>
          migrate(sqlite, {
            backup: () => {
              backups += 1;
            },
            steps: later.map((s) => (s === step ? faulty : s)),
          });
        expect(run).toThrow(MigrationError);
        expect(done).toBe(failing);
        expect(backups).toBe(earlier.length > 0 ? 1 : 0);
        expect(sqlite.inTransaction).toBe(false);
        expect(stateOf(sqlite)).toEqual(before);
      }
      // The statements one by one make the same schema as the step itself.
      const onePiece = openTestKey(join(temporaryFolder(), 'whole.db'));
      migrate(onePiece, { backup: noBackup, steps: later });
      const inPieces: Migration = { ...step, up: (target) => statements.forEach((s) => void target.exec(s)) };
      migrate(sqlite, { backup: () => undefined, steps: later.map((s) => (s === step ? inPieces : s)) });
      expect(withoutComments(schemaOf(sqlite))).toEqual(withoutComments(schemaOf(onePiece)));
      sqlite.close();
      onePiece.close();
    });
  }
});

describe('the text of a migration', () => {
  const hashes = Object.fromEntries(
    migrations.map((step) => [`${step.version}-${step.name}`, migrationHash(step)]),
  );

  it('of a released one never changes: write a new one', () => {
    expect(hashes).toMatchObject(released.hashes);
  });

  it('is the one that was written down; an unreleased one may change, with `vitest run tests/integration/db -u`', async () => {
    const note =
      'SHA-256 of each migration. Released ones stand in released-migrations.json as well, which is never rewritten.';
    await expect(`${JSON.stringify({ note, hashes }, null, 2)}\n`).toMatchFileSnapshot(
      'migration-hashes.json',
    );
  });

  it('has a file of its own, and each file is a migration', () => {
    const folder = join(import.meta.dirname, '../../../electron/db/migrations');
    const files = readdirSync(folder).filter((name) => name !== 'index.ts');
    expect(files.sort()).toEqual(
      migrations.map((step) => `${String(step.version).padStart(4, '0')}-${step.name}.ts`),
    );
    expect(existsSync(join(folder, 'index.ts'))).toBe(true);
  });
});
