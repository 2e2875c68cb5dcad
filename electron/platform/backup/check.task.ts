import { findDamage } from '../../db/integrity';
import { createKysely } from '../../db/kysely';
import { openDatabase } from '../../db/open';
import { verifyChain } from '../audit/audit.repository';

export type CheckInput = {
  readonly databasePath: string;
  readonly dataKey: Uint8Array;
  /** Indexes against their tables and the whole audit chain as well. */
  readonly isThorough: boolean;
};

/** Looks at every page through a connection of its own; nobody waits for it. */
export async function checkFile(input: CheckInput): Promise<{ damage: string[]; brokenAt: number | null }> {
  const sqlite = openDatabase(input.databasePath, Buffer.from(input.dataKey), { readonly: true });
  const kysely = createKysely(sqlite);
  try {
    const damage = findDamage(sqlite, input.isThorough ? 'full' : 'quick');
    const isChainRead = input.isThorough && damage.length === 0;
    return { damage, brokenAt: isChainRead ? (await verifyChain(kysely)).brokenAt : null };
  } finally {
    await kysely.destroy();
  }
}
