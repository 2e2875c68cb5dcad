import { join } from 'node:path';
import type { ReadDb, WriteDb } from '../../db/kysely';
import type { Transaction } from '../../db/unit-of-work';
import { findSetting, saveSetting } from '../settings/settings.repository';
import { type OpenedVault, type Vault, type VaultVerdict, writeVault } from '../vault/vault';
import { wipeDatabase } from '../vault/wipe';
import { type Register, withoutSuperseded } from './entrance';
import { type Office, vaultPath } from './office';

/** That keys.json has once been given a MAC: from then on one without it is none of ours. */
const MARKED = 'keys.marked';

export async function verdictOf(db: ReadDb, verdict: VaultVerdict): Promise<VaultVerdict> {
  return verdict === 'unmarked' && (await findSetting(db, MARKED)) ? 'altered' : verdict;
}

export async function rememberMark(tx: WriteDb, now: Date): Promise<void> {
  if (!(await findSetting(tx, MARKED))) await saveSetting(tx, MARKED, {}, 0, now.toISOString());
}

type Kept = {
  readonly opened: OpenedVault;
  readonly vault: Vault;
  readonly verdict: VaultVerdict;
  /** As it is when the command commits. */
  readonly register: Register;
};

/**
 * keys.json at a login: written before the commit with all that may count, and after it without what is superseded and
 * without leftovers. Before other files are wiped, the name of the one that stays lies safely on the disk.
 */
export function keepVault(
  office: Office,
  { ended }: Pick<Transaction, 'ended'>,
  { opened, vault, verdict, register }: Kept,
): void {
  const path = vaultPath(office);
  // What somebody else may have put on the list is not wiped.
  const leftovers = verdict === 'altered' ? [] : vault.leftovers.filter((name) => name !== vault.database);
  const kept = { ...withoutSuperseded(vault, register), leftovers };
  const isWritten =
    opened.isUpgraded ||
    verdict !== 'genuine' ||
    JSON.stringify(vault) !== JSON.stringify(opened.vault) ||
    JSON.stringify(kept) !== JSON.stringify(vault) ||
    leftovers.length > 0;
  if (!isWritten) return;
  writeVault(path, { ...vault, leftovers }, opened.dataKey);
  ended((isCommitted) => {
    if (!isCommitted) return;
    try {
      writeVault(
        path,
        { ...kept, leftovers: leftovers.filter((name) => !isWiped(office, name)) },
        opened.dataKey,
      );
    } catch {
      // No space, or a folder that cannot be written: the next login does it.
    }
  });
}

function isWiped(office: Office, name: string): boolean {
  try {
    wipeDatabase(join(office.dataFolder, name));
    return true;
  } catch {
    // Held by another program: it keeps nobody from the data, and stays on the list.
    return false;
  }
}
