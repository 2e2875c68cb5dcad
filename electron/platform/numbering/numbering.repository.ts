import type { WriteDb } from '../../db/kysely';

/**
 * The next number of a kind in a year. Called inside the transaction that signs, so a number exists only with its paper;
 * the counter never goes back, so a voided number is never given again.
 */
export async function allocateNumber(tx: WriteDb, kind: string, year: number): Promise<number> {
  const { lastN } = await tx
    .insertInto('numberCounter')
    .values({ kind, year, lastN: 1 })
    .onConflict((conflict) =>
      conflict.columns(['kind', 'year']).doUpdateSet((eb) => ({ lastN: eb('numberCounter.lastN', '+', 1) })),
    )
    .returning('lastN')
    .executeTakeFirstOrThrow();
  return lastN;
}
