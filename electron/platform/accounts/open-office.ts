import { join } from 'node:path';
import { Refusal } from '@shared/contract/result';
import type { UnitSettings } from '@shared/contract/settings';
import { createKysely } from '../../db/kysely';
import { backupBeforeMigration } from '../../db/migration-backup';
import { migrate } from '../../db/migrator';
import { openDatabase, type Sqlite } from '../../db/open';
import { openReader } from '../../db/reader';
import { runTransaction } from '../../db/unit-of-work';
import { findSetting } from '../settings/settings.repository';
import { type Vault, type VaultVerdict, writeVault } from '../vault/vault';
import { wipeDatabase } from '../vault/wipe';
import { listAccounts, type StoredAccount, updateAccount } from './accounts.repository';
import { forgetFailedLogins, summariseFailedLogins } from './failed-logins';
import { asFileRefusal } from './file-refusal';
import { databasePath, type Office, vaultPath } from './office';
import type { OpenSession } from './session';

export type Entrance = {
  readonly dataKey: Buffer;
  readonly vault: Vault;
  /** The vault on the disk is older or weaker than this one. */
  readonly isUpgraded: boolean;
  readonly verdict: VaultVerdict;
  /** Of the slot that was opened or made. */
  readonly publicKey: string;
  readonly loginName: string;
  readonly channel: string;
  readonly summary: string;
  /** The password was just chosen by its owner. */
  readonly hasOwnPassword?: boolean;
};

/** Opens the file, brings it to today's version, remembers the login and what was tried before it. */
export async function enterOffice(office: Office, entrance: Entrance): Promise<OpenSession> {
  const { dataKey, loginName } = entrance;
  const path = join(office.dataFolder, entrance.vault.database);
  const sqlite = openMigrated(office, path, dataKey);
  try {
    const kysely = createKysely(sqlite);
    const account = (await listAccounts(kysely)).find((candidate) => candidate.loginName === loginName);
    if (!account?.isActive) throw new Refusal('FORBIDDEN', '该账号已停用，请联系管理员。');
    const unit = await findSetting<UnitSettings>(kysely, 'unit');
    const unitName = unit?.value.unitName ?? entrance.vault.unitName;
    const isUpgraded =
      entrance.isUpgraded || entrance.verdict !== 'genuine' || unitName !== entrance.vault.unitName;
    const vault = { ...entrance.vault, unitName };
    await remember(office, kysely, account, { ...entrance, vault, isUpgraded });
    return {
      login: Symbol('login'),
      office,
      sqlite,
      kysely,
      reader: openReader(path, dataKey),
      databasePath: path,
      dataKey,
      account: { id: account.id, displayName: account.displayName, roles: account.roles },
      unitName,
    };
  } catch (error) {
    sqlite.close();
    throw asFileRefusal(error);
  }
}

/** Reads the accounts without a login, and closes again. */
export async function lookInto(
  office: Office,
  dataKey: Buffer,
  isWanted: (account: StoredAccount) => boolean,
): Promise<readonly StoredAccount[]> {
  const sqlite = openMigrated(office, databasePath(office), dataKey);
  const kysely = createKysely(sqlite);
  try {
    return (await listAccounts(kysely)).filter(isWanted);
  } finally {
    await kysely.destroy();
  }
}

function openMigrated(office: Office, path: string, dataKey: Buffer): Sqlite {
  let sqlite: Sqlite | null = null;
  try {
    const opened = openDatabase(path, dataKey);
    sqlite = opened;
    migrate(opened, {
      backup: (version) => backupBeforeMigration(opened, path, dataKey, version, office.clock.now()),
    });
    return opened;
  } catch (error) {
    sqlite?.close();
    throw asFileRefusal(error);
  }
}

async function remember(
  office: Office,
  kysely: OpenSession['kysely'],
  account: StoredAccount,
  entrance: Entrance,
): Promise<void> {
  const failures = summariseFailedLogins(office);
  const actor = { accountId: account.id, accountName: account.displayName, channel: entrance.channel };
  const leftovers = entrance.vault.leftovers.filter((name) => name !== entrance.vault.database);
  await runTransaction(kysely, actor, office.clock.now, async ({ tx, audit }) => {
    for (const summary of failures) await audit({ entity: 'account', entityId: null, summary });
    if (account.publicKey !== entrance.publicKey || entrance.hasOwnPassword) {
      await updateAccount(tx, account.id, {
        publicKey: entrance.publicKey,
        ...(entrance.hasOwnPassword ? { mustChangePassword: false } : {}),
      });
    }
    await audit({ entity: 'account', entityId: account.id, summary: entrance.summary });
    for (const name of leftovers) wipeDatabase(join(office.dataFolder, name));
    if (entrance.isUpgraded || leftovers.length > 0) {
      writeVault(vaultPath(office), { ...entrance.vault, leftovers: [] }, entrance.dataKey);
    }
  });
  if (failures.length > 0) forgetFailedLogins(office);
}
