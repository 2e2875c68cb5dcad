import { Refusal } from '@shared/contract/result';
import type { LockReason } from '@shared/contract/session';
import type { Role } from '@shared/domain/kernel/permissions';
import type { Kysely } from 'kysely';
import type { Sqlite } from '../../db/open';
import type { Reader } from '../../db/reader';
import type { Database } from '../../db/schema';
import type { Office } from './office';

/** Who is logged in, and what that account may do today. */
export type Account = {
  readonly id: number;
  readonly displayName: string;
  /** Own ones and those lent. */
  readonly roles: readonly Role[];
  /** Handlers whose cases this account works on for the time being. */
  readonly standsInFor: readonly number[];
};

/** An unlocked file and who unlocked it. Dropping it is locking: the key leaves memory with it. */
export type OpenSession = {
  /** The same from login to lock, also while the file is exchanged under it by a change of keys. */
  readonly login: symbol;
  readonly office: Office;
  readonly sqlite: Sqlite;
  readonly kysely: Kysely<Database>;
  /** What queries read through: sees committed data only. */
  readonly reader: Reader;
  readonly databasePath: string;
  /** For the worker's own connection; zeroed at lock. */
  readonly dataKey: Buffer;
  /** As at the login; what it may do is read anew at every call. */
  readonly account: Pick<Account, 'id' | 'displayName' | 'roles'>;
  readonly unitName: string;
  /** keys.json had been changed by somebody when this login opened it. */
  readonly hasAlteredKeys: boolean;
  /** A recovery code that was shown and not yet typed back: emptied by the lock. */
  readonly untilLock: Map<'recoveryCode', string>;
};

export type SessionHolder = {
  readonly current: () => OpenSession | null;
  readonly open: (session: OpenSession) => void;
  /** Puts another file under the same login; the former connections close and their key goes. Refuses when it was locked. */
  readonly exchange: (session: OpenSession) => Promise<void>;
  /** Why the next close happens, to be said on the login page. */
  readonly expectLock: (reason: LockReason) => void;
  readonly lockReason: () => LockReason;
  readonly close: () => Promise<void>;
};

export function createSessionHolder(onLocked: () => void): SessionHolder {
  let session: OpenSession | null = null;
  let expected: LockReason = 'user';
  let reason: LockReason = 'user';
  return {
    current: () => session,
    open: (next) => {
      session = next;
      expected = 'user';
    },
    exchange: async (next) => {
      const former = session;
      if (former?.login !== next.login) {
        await endSession(next);
        throw new Refusal('LOCKED', '程序已锁定，请先登录。');
      }
      session = next;
      // keys.json has named the new file: a connection that does not close undoes nothing.
      await endSession(former).catch(() => undefined);
    },
    expectLock: (next) => {
      expected = next;
    },
    lockReason: () => reason,
    close: async () => {
      const closing = session;
      if (!closing) return;
      session = null;
      closing.untilLock.clear();
      reason = expected;
      expected = 'user';
      await endSession(closing);
      onLocked();
    },
  };
}

/** Both connections close; the key goes whether they do or not. */
export async function endSession(session: OpenSession): Promise<void> {
  try {
    await Promise.all([session.reader.close(), session.kysely.destroy()]);
  } finally {
    session.dataKey.fill(0);
  }
}
