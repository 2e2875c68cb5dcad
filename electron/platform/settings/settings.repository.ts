import type { Rule } from '@shared/domain/kernel/rule-profile';
import type { ReadDb, WriteDb } from '../../db/kysely';

export async function findSetting<T>(
  db: ReadDb,
  key: string,
): Promise<{ value: T; revision: number } | null> {
  const row = await db
    .selectFrom('setting')
    .select(['value', 'revision'])
    .where('key', '=', key)
    .executeTakeFirst();
  return row ? { value: JSON.parse(row.value) as T, revision: row.revision } : null;
}

/** @returns false when somebody saved in between */
export async function saveSetting(
  tx: WriteDb,
  key: string,
  value: unknown,
  revision: number,
  at: string,
): Promise<boolean> {
  const text = JSON.stringify(value);
  const updated = await tx
    .updateTable('setting')
    .set({ value: text, revision: revision + 1, updatedAt: at })
    .where('key', '=', key)
    .where('revision', '=', revision)
    .executeTakeFirst();
  if (updated.numUpdatedRows > 0n) return true;
  if (revision !== 0 || (await findSetting(tx, key))) return false;
  await tx.insertInto('setting').values({ key, value: text, revision: 1, updatedAt: at }).execute();
  return true;
}

export async function listRuleOverrides(db: ReadDb): Promise<Record<string, Rule>> {
  const rows = await db.selectFrom('ruleOverride').select(['key', 'rule']).execute();
  return Object.fromEntries(rows.map((row) => [row.key, JSON.parse(row.rule) as Rule]));
}

export async function upsertRuleOverride(tx: WriteDb, key: string, rule: Rule, at: string) {
  const text = JSON.stringify(rule);
  await tx
    .insertInto('ruleOverride')
    .values({ key, rule: text, updatedAt: at })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ rule: text, updatedAt: at }))
    .execute();
}

export async function deleteRuleOverride(tx: WriteDb, key: string) {
  await tx.deleteFrom('ruleOverride').where('key', '=', key).execute();
}

export async function listCatalogueOverrides<T>(db: ReadDb, catalogue: string): Promise<Map<string, T>> {
  const rows = await db
    .selectFrom('catalogueOverride')
    .select(['code', 'value'])
    .where('catalogue', '=', catalogue)
    .execute();
  return new Map(rows.map((row) => [row.code, JSON.parse(row.value) as T]));
}

export async function upsertCatalogueOverride(
  tx: WriteDb,
  catalogue: string,
  code: string,
  value: unknown,
  at: string,
) {
  const text = JSON.stringify(value);
  await tx
    .insertInto('catalogueOverride')
    .values({ catalogue, code, value: text, updatedAt: at })
    .onConflict((conflict) =>
      conflict.columns(['catalogue', 'code']).doUpdateSet({ value: text, updatedAt: at }),
    )
    .execute();
}

export async function deleteCatalogueOverride(tx: WriteDb, catalogue: string, code: string) {
  await tx
    .deleteFrom('catalogueOverride')
    .where('catalogue', '=', catalogue)
    .where('code', '=', code)
    .execute();
}

export async function listCalendarOverrides<T>(db: ReadDb): Promise<T[]> {
  const rows = await db.selectFrom('calendarOverride').select('value').orderBy('year').execute();
  return rows.map((row) => JSON.parse(row.value) as T);
}

export async function upsertCalendarOverride(tx: WriteDb, year: number, value: unknown, at: string) {
  const text = JSON.stringify(value);
  await tx
    .insertInto('calendarOverride')
    .values({ year, value: text, updatedAt: at })
    .onConflict((conflict) => conflict.column('year').doUpdateSet({ value: text, updatedAt: at }))
    .execute();
}

export async function listLeaders(db: ReadDb) {
  return db
    .selectFrom('leader')
    .select(['id', 'name', 'post', 'validFrom', 'validTo'])
    .where('isActive', '=', 1)
    .orderBy('validFrom')
    .orderBy('id')
    .execute();
}

export async function saveLeader(
  tx: WriteDb,
  leader: { id: number | null; name: string; post: string; validFrom: string; validTo: string | null },
  at: string,
): Promise<number> {
  const { id, ...values } = leader;
  if (id === null) {
    const row = await tx
      .insertInto('leader')
      .values({ ...values, isActive: 1, createdAt: at })
      .returning('id')
      .executeTakeFirstOrThrow();
    return row.id;
  }
  await tx.updateTable('leader').set(values).where('id', '=', id).execute();
  return id;
}

/** Kept in the table: signed papers name the leader. */
export async function retireLeader(tx: WriteDb, id: number) {
  await tx.updateTable('leader').set({ isActive: 0 }).where('id', '=', id).execute();
}
