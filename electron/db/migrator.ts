import { createHash } from 'node:crypto';
import { type Migration, migrations } from './migrations';
import type { Sqlite } from './open';

/** The file was written by a newer program: never opened, never offered for deletion. */
export class NewerDatabaseError extends Error {
  readonly fileVersion: number;

  constructor(fileVersion: number, ownVersion: number) {
    super(`database version ${fileVersion} is newer than ${ownVersion}`);
    this.name = 'NewerDatabaseError';
    this.fileVersion = fileVersion;
  }
}

export class MigrationError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'MigrationError';
  }
}

export type MigrateOptions = {
  /** Makes a verified copy before anything is changed; throws when it cannot. Not called for an empty file. */
  readonly backup: (fromVersion: number) => void;
  readonly steps?: readonly Migration[];
};

/** Version the program brings a file to. */
export const programVersion = (steps: readonly Migration[] = migrations): number =>
  steps.at(-1)?.version ?? 0;

/**
 * Brings the file to the program's version: backup → one transaction with all steps → checks → version → commit.
 * Any error rolls everything back; Kysely's own migrator would leave half a schema behind on SQLite.
 */
export function migrate(sqlite: Sqlite, options: MigrateOptions): { from: number; to: number } {
  const steps = options.steps ?? migrations;
  const from = Number(sqlite.pragma('user_version', { simple: true }));
  const to = programVersion(steps);
  if (from > to) throw new NewerDatabaseError(from, to);
  if (from === to) return { from, to };
  if (from > 0) options.backup(from);
  // Foreign keys can only be switched outside a transaction; foreign_key_check stands in before the commit.
  sqlite.pragma('foreign_keys = OFF');
  try {
    sqlite.exec('BEGIN IMMEDIATE');
    try {
      for (const step of steps) if (step.version > from) step.up(sqlite);
      const broken = sqlite.pragma('foreign_key_check') as unknown[];
      if (broken.length > 0) throw new MigrationError(`foreign_key_check found ${broken.length} rows`);
      sqlite.pragma(`user_version = ${to}`);
      sqlite.exec('COMMIT');
    } catch (error) {
      if (sqlite.inTransaction) sqlite.exec('ROLLBACK');
      throw error instanceof MigrationError
        ? error
        : new MigrationError(`migration from ${from} to ${to} failed`, { cause: error });
    }
  } finally {
    sqlite.pragma('foreign_keys = ON');
  }
  return { from, to };
}

/** Hash of a migration's SQL: a released one must never change (asserted by a test). */
export function migrationHash(step: Migration): string {
  return createHash('sha256').update(step.sql).digest('hex');
}
