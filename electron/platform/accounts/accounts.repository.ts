import type { Role } from '@shared/domain/kernel/permissions';
import type { ReadDb, WriteDb } from '../../db/kysely';

export async function insertAccount(
  tx: WriteDb,
  account: { loginName: string; displayName: string; roles: readonly Role[]; createdAt: string },
): Promise<number> {
  const row = await tx
    .insertInto('account')
    .values({ ...account, roles: JSON.stringify(account.roles), isActive: 1 })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

export async function findAccountByLogin(db: ReadDb, loginName: string) {
  const row = await db
    .selectFrom('account')
    .select(['id', 'displayName', 'roles', 'isActive'])
    .where('loginName', '=', loginName)
    .executeTakeFirst();
  return row ? { ...row, roles: JSON.parse(row.roles) as Role[] } : null;
}

/** Accounts in use, with their roles, in the order they were made. */
export async function listActiveAccounts(db: ReadDb) {
  const rows = await db
    .selectFrom('account')
    .select(['id', 'displayName', 'roles'])
    .where('isActive', '=', 1)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ ...row, roles: JSON.parse(row.roles) as Role[] }));
}
