import { isRole, type Role } from '@shared/domain/kernel/permissions';
import type { ReadDb, WriteDb } from '../../db/kysely';

export type StoredAccount = {
  readonly id: number;
  readonly loginName: string;
  readonly displayName: string;
  readonly roles: readonly Role[];
  readonly isActive: boolean;
  readonly mustChangePassword: boolean;
  readonly removedAt: string | null;
  readonly publicKey: string;
  readonly createdAt: string;
};

type NewAccount = Pick<
  StoredAccount,
  'loginName' | 'displayName' | 'roles' | 'publicKey' | 'mustChangePassword' | 'createdAt'
>;

export async function insertAccount(tx: WriteDb, account: NewAccount): Promise<number> {
  const row = await tx
    .insertInto('account')
    .values({
      ...account,
      roles: JSON.stringify(account.roles),
      mustChangePassword: account.mustChangePassword ? 1 : 0,
      isActive: 1,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

/** Also those that were removed, in the order they were made. */
export async function listAccounts(db: ReadDb): Promise<readonly StoredAccount[]> {
  const rows = await db.selectFrom('account').selectAll().orderBy('id').execute();
  return rows.map((row) => ({
    ...row,
    roles: (JSON.parse(row.roles) as unknown[]).filter(isRole),
    isActive: row.isActive === 1,
    mustChangePassword: row.mustChangePassword === 1,
  }));
}

export async function updateAccount(
  tx: WriteDb,
  id: number,
  patch: Partial<
    Pick<
      StoredAccount,
      'displayName' | 'roles' | 'isActive' | 'mustChangePassword' | 'removedAt' | 'publicKey'
    >
  >,
): Promise<void> {
  const { roles, isActive, mustChangePassword, ...rest } = patch;
  await tx
    .updateTable('account')
    .set({
      ...rest,
      ...(roles === undefined ? {} : { roles: JSON.stringify(roles) }),
      ...(isActive === undefined ? {} : { isActive: isActive ? 1 : 0 }),
      ...(mustChangePassword === undefined ? {} : { mustChangePassword: mustChangePassword ? 1 : 0 }),
    })
    .where('id', '=', id)
    .execute();
}

/** Cases under way, by who handles them. */
export async function countOpenCases(db: ReadDb): Promise<ReadonlyMap<number, number>> {
  const rows = await db
    .selectFrom('caseFile')
    .select((eb) => ['handlerId', eb.fn.countAll<number>().as('count')])
    .where('stage', '=', 'open')
    .where('deletedAt', 'is', null)
    .groupBy('handlerId')
    .execute();
  return new Map(rows.map((row) => [row.handlerId, row.count]));
}

export async function findRecoveryKey(db: ReadDb) {
  return db
    .selectFrom('recoveryKey')
    .innerJoin('account', 'account.id', 'recoveryKey.issuedBy')
    .select(['recoveryKey.publicKey', 'recoveryKey.issuedAt', 'account.displayName as issuedBy'])
    .executeTakeFirst();
}

export async function saveRecoveryKey(
  tx: WriteDb,
  key: { publicKey: string; issuedBy: number; issuedAt: string },
): Promise<void> {
  await tx
    .insertInto('recoveryKey')
    .values({ id: 1, ...key })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(key))
    .execute();
}
