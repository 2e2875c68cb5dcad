import { basename, join } from 'node:path';
import type { AuditVerdict } from '@shared/contract/audit';
import type { RememberedHead } from '@shared/domain/kernel/audit-head';
import { findDamage } from '../../db/integrity';
import { createKysely } from '../../db/kysely';
import { openDatabase } from '../../db/open';
import { lentKey } from '../../jobs/lent-keys';
import { glanceAtLog, verifyLog } from '../audit/audit.service';
import { doKeysFit } from './keys';
import { dataFolderOf, KEYS } from './layout';

export type CheckInput = {
  readonly databasePath: string;
  readonly dataKey: Uint8Array;
  /** Indexes against their tables and the whole audit chain as well. */
  readonly isThorough: boolean;
  readonly remembered: readonly RememberedHead[];
};

/** The log is not judged in a damaged file. */
export type Checked = {
  readonly damage: string[];
  /** Whether keys.json opens this file at the next login as well. */
  readonly doKeysFit: boolean;
  readonly log: Pick<AuditVerdict, 'brokenAt' | 'missingTriggers' | 'lostHead'>;
};

/** Looks at every page through a connection of its own; nobody waits for it. */
export async function checkFile(input: CheckInput): Promise<Checked> {
  const dataKey = lentKey(input.dataKey);
  const { databasePath } = input;
  const keys = join(dataFolderOf(databasePath), KEYS);
  const fit = { doKeysFit: doKeysFit(keys, basename(databasePath), dataKey) };
  const sqlite = openDatabase(databasePath, dataKey, { readonly: true });
  const kysely = createKysely(sqlite);
  try {
    const damage = findDamage(sqlite, input.isThorough ? 'full' : 'quick');
    if (damage.length > 0)
      return { ...fit, damage, log: { brokenAt: null, missingTriggers: [], lostHead: null } };
    const log = input.isThorough
      ? await verifyLog(kysely, input.remembered)
      : { brokenAt: null, ...(await glanceAtLog(kysely, input.remembered)) };
    const { brokenAt, missingTriggers, lostHead } = log;
    return { ...fit, damage, log: { brokenAt, missingTriggers, lostHead } };
  } finally {
    await kysely.destroy();
  }
}
