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
import type { SlotName } from '../vault/slot';
import type { OpenedVault, Vault } from '../vault/vault';
import { updateAccount } from './accounts.repository';
import { type Admission, judgeEntrance, type Register, readRegister } from './entrance';
import { forgetFailedLogins, summariseFailedLogins } from './failed-logins';
import { asFileRefusal } from './file-refusal';
import { keepVault, rememberMark, verdictOf } from './keep-vault';
import type { Office } from './office';
import type { OpenSession } from './session';

export type Entrance = {
  /** What the secret has opened. */
  readonly opened: OpenedVault;
  /** Of the slot or slots it has opened. */
  readonly name: SlotName;
  /** As it should stand from now on, before what is superseded leaves it. */
  readonly vault: Vault;
  readonly loginName: string;
  /** Of a slot just made for the account by the recovery code, its password chosen by its owner. */
  readonly newKey?: string;
  readonly channel: string;
  readonly summary: string;
};

/** Opens the file, brings it to today's version, remembers the login and what was tried before it. */
export async function enterOffice(office: Office, entrance: Entrance): Promise<OpenSession> {
  const { dataKey } = entrance.opened;
  const path = join(office.dataFolder, entrance.vault.database);
  let sqlite: Sqlite | null = null;
  try {
    sqlite = openMigrated(office, path, dataKey);
    const kysely = createKysely(sqlite);
    const { register, admission } = await admit(office, kysely, entrance);
    const account = register.accounts.find(({ loginName }) => loginName === entrance.loginName);
    if (!account?.isActive) throw new Refusal('FORBIDDEN', '该账号已停用，请联系管理员。');
    const unit = await findSetting<UnitSettings>(kysely, 'unit');
    const unitName = unit?.value.unitName ?? entrance.vault.unitName;
    const hasAlteredKeys = await remember(office, kysely, {
      ...entrance,
      vault: { ...entrance.vault, unitName },
      account,
      admission,
    });
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
      hasAlteredKeys,
      untilLock: new Map(),
    };
  } catch (error) {
    sqlite?.close();
    throw asFileRefusal(error);
  }
}

/** Reads the accounts without a login, and closes again. */
export async function lookInto(
  office: Office,
  entrance: Pick<Entrance, 'opened' | 'name' | 'channel'>,
): Promise<Register['accounts']> {
  const { dataKey, vault } = entrance.opened;
  const sqlite = openMigrated(office, join(office.dataFolder, vault.database), dataKey);
  const kysely = createKysely(sqlite);
  try {
    const { register } = await admit(office, kysely, { ...entrance, vault });
    return register.accounts;
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

/** Refuses a slot the database does not know, and says so in the log. */
async function admit(
  office: Office,
  kysely: OpenSession['kysely'],
  { opened, name, vault, channel }: Pick<Entrance, 'opened' | 'name' | 'vault' | 'channel'>,
): Promise<{ readonly register: Register; readonly admission: Admission }> {
  const register = await readRegister(kysely);
  const admission = judgeEntrance(register, vault, name, opened.publicKeys);
  if (admission !== 'refused') return { register, admission };
  const whose = name.kind === 'recovery' ? '恢复码' : `登录名 ${name.owner} `;
  const actor = { accountId: null, accountName: '未登录', channel };
  await runTransaction(kysely, actor, office.clock.now, ({ audit }) =>
    audit({ entity: 'account', entityId: null, summary: `拒绝登录：${whose}的密钥不是登记的那一个` }),
  );
  throw new Refusal(
    'FORBIDDEN',
    name.kind === 'recovery'
      ? '这份恢复码已停用，不能打开资料。请使用最近一次打印的恢复码。'
      : '这个密码已停用，不能登录：密钥文件 keys.json 可能是较早的一份，或者被改动过。请联系管理员重设密码，或者使用恢复码。',
  );
}

/** @returns whether keys.json was changed by somebody since it was written */
async function remember(
  office: Office,
  kysely: OpenSession['kysely'],
  entrance: Entrance & { readonly account: Register['accounts'][0]; readonly admission: Admission },
): Promise<boolean> {
  const { account, admission, opened, newKey } = entrance;
  const failures = summariseFailedLogins(office);
  const verdict = await verdictOf(kysely, opened.verdict);
  const actor = { accountId: account.id, accountName: account.displayName, channel: entrance.channel };
  await runTransaction(kysely, actor, office.clock.now, async (command) => {
    const { tx, audit } = command;
    const say = (summary: string, entityId: number | null = null) =>
      audit({ entity: 'account', entityId, summary });
    for (const summary of failures) await say(summary);
    if (verdict === 'altered') await say('密钥文件 keys.json 在上次写入之后被改动或替换过');
    if (admission === 'last') {
      await say('密钥不是登记的那一个；因没有其他人能打开资料，仍允许登录', account.id);
    }
    const publicKey = newKey ?? (admission === 'first' ? opened.publicKeys[0] : undefined);
    if (publicKey !== undefined) {
      await updateAccount(tx, account.id, {
        publicKey,
        ...(newKey === undefined ? {} : { mustChangePassword: false }),
      });
    }
    await rememberMark(tx, office.clock.now());
    await say(entrance.summary, account.id);
    keepVault(office, command, { ...entrance, verdict, register: await readRegister(tx) });
  });
  if (failures.length > 0) forgetFailedLogins(office);
  return verdict === 'altered';
}
