import type { Role } from '@shared/domain/kernel/permissions';
import type { Kysely } from 'kysely';
import type { Sqlite } from '../../db/open';
import type { Reader } from '../../db/reader';
import type { Database } from '../../db/schema';

/** Who is logged in. */
export type Account = { readonly id: number; readonly displayName: string; readonly roles: readonly Role[] };

/** An unlocked file and who unlocked it. Dropping it is locking: the key leaves memory with it. */
export type OpenSession = {
  readonly sqlite: Sqlite;
  readonly kysely: Kysely<Database>;
  /** What queries read through: sees committed data only. */
  readonly reader: Reader;
  readonly databasePath: string;
  /** For the worker's own connection; zeroed at lock. */
  readonly dataKey: Buffer;
  readonly account: Account;
  readonly unitName: string;
};

export type SessionHolder = {
  readonly current: () => OpenSession | null;
  readonly open: (session: OpenSession) => void;
  readonly close: () => Promise<void>;
};

export function createSessionHolder(onLocked: () => void): SessionHolder {
  let session: OpenSession | null = null;
  return {
    current: () => session,
    open: (next) => {
      session = next;
    },
    close: async () => {
      const closing = session;
      if (!closing) return;
      session = null;
      await closing.reader.close();
      await closing.kysely.destroy();
      closing.dataKey.fill(0);
      onLocked();
    },
  };
}
