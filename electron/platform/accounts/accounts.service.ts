import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { Input, Output } from '@shared/contract';
import { Refusal } from '@shared/contract/result';
import type { UnitSettings } from '@shared/contract/settings';
import { ROLES } from '@shared/domain/kernel/permissions';
import { createKysely } from '../../db/kysely';
import { backupBeforeMigration } from '../../db/migration-backup';
import { MigrationError, migrate, NewerDatabaseError } from '../../db/migrator';
import { isNotADatabase, openDatabase, type Sqlite } from '../../db/open';
import { openReader } from '../../db/reader';
import { type CommandQueue, runTransaction } from '../../db/unit-of-work';
import type { Clock } from '../../ipc/context';
import { databaseNamed } from '../backup/keys';
import { defaultSettings } from '../settings/defaults';
import { findSetting, saveSetting } from '../settings/settings.repository';
import { createDataKey, readVault, unwrapKey, wrapKey, writeVault } from '../vault/vault';
import { findAccountByLogin, insertAccount } from './accounts.repository';
import type { OpenSession, SessionHolder } from './session';
import type { Throttle } from './throttle';

/** Where the office's file and its key slots lie, and what opening them needs. */
export type Office = {
  readonly dataFolder: string;
  readonly clock: Clock;
  readonly isDemo: boolean;
  readonly version: string;
  readonly queue: CommandQueue;
  readonly throttle: Throttle;
};

export const DEMO_LOGIN = { loginName: 'yanshi', password: 'yanshi-2026' } as const;

export const databasePath = (office: Pick<Office, 'dataFolder'>) =>
  join(office.dataFolder, databaseNamed(vaultPath(office)));
export const vaultPath = (office: Pick<Office, 'dataFolder'>) => join(office.dataFolder, 'keys.json');

export const hasOffice = (office: Office): boolean => existsSync(vaultPath(office));

export function sessionStatus(office: Office, holder: SessionHolder): Output<'session.status'> {
  const session = holder.current();
  return {
    // The 演示 file is made by the first login: nobody is asked to set it up.
    state: session ? 'open' : hasOffice(office) || office.isDemo ? 'locked' : 'new',
    unitName: session?.unitName ?? unitNameOf(office),
    isDemo: office.isDemo,
    demoLogin: office.isDemo ? { ...DEMO_LOGIN } : null,
    account: session
      ? {
          id: session.account.id,
          displayName: session.account.displayName,
          roles: [...session.account.roles],
        }
      : null,
    version: office.version,
    today: office.clock.today(),
  };
}

/** A damaged slot file is said at the login, not before it. */
function unitNameOf(office: Office): string {
  try {
    return readVault(vaultPath(office))?.unitName ?? '';
  } catch {
    return '';
  }
}

/** First run: data key → file → administrator → key slot last, so that a slot never points at a missing file. */
export async function createOffice(
  office: Office,
  holder: SessionHolder,
  input: Input<'session.create'>,
): Promise<void> {
  // Whether it can be read or not: a key slot is never written over.
  if (hasOffice(office)) throw new Refusal('REFUSED', '本机已有数据文件，请直接登录。');
  let sqlite: Sqlite | null = null;
  try {
    mkdirSync(office.dataFolder, { recursive: true });
    setAside(databasePath(office), office.clock.now());
    const dataKey = createDataKey();
    sqlite = openDatabase(databasePath(office), dataKey);
    migrate(sqlite, { backup: () => undefined });
    const session = await populate(office, sqlite, dataKey, input);
    const slot = await wrapKey(dataKey, 'account', input.loginName, input.password);
    writeVault(vaultPath(office), { format: 1, unitName: input.unitName, slots: [slot] });
    holder.open(session);
  } catch (error) {
    // Windows does not rename an open file: a second try has to set this one aside.
    sqlite?.close();
    throw asFileRefusal(error);
  }
}

async function populate(
  office: Office,
  sqlite: Sqlite,
  dataKey: Buffer,
  input: Input<'session.create'>,
): Promise<OpenSession> {
  const kysely = createKysely(sqlite);
  const actor = { accountId: null, accountName: input.displayName, channel: 'session.create' };
  const at = office.clock.now().toISOString();
  const { value: accountId } = await runTransaction(
    kysely,
    actor,
    office.clock.now,
    async ({ tx, audit }) => {
      const id = await insertAccount(tx, {
        loginName: input.loginName,
        displayName: input.displayName,
        // Until further accounts exist, one person does it all.
        roles: [...ROLES],
        createdAt: at,
      });
      await saveSetting(tx, 'unit', defaultSettings(input), 0, at);
      await audit({ entity: 'account', entityId: id, summary: `建立数据文件，管理员 ${input.displayName}` });
      return id;
    },
  );
  return {
    sqlite,
    kysely,
    reader: openReader(databasePath(office), dataKey),
    databasePath: databasePath(office),
    dataKey,
    account: { id: accountId, displayName: input.displayName, roles: [...ROLES] },
    unitName: input.unitName,
  };
}

/** Password → slot → data key → file → migration → session. A wrong password waits, and is never told apart from a wrong name. */
export async function unlockOffice(
  office: Office,
  holder: SessionHolder,
  input: Input<'session.unlock'>,
): Promise<void> {
  await office.throttle.wait(input.loginName);
  const vault = readVault(vaultPath(office));
  if (!vault && office.isDemo) throw wrongPassword();
  if (!vault) throw new Refusal('NOT_FOUND', '没有找到密钥文件。请确认数据文件夹完整，或者从备份恢复。');
  if (!existsSync(databasePath(office))) {
    throw new Refusal('NOT_FOUND', '密钥文件还在，但没有找到数据文件 casework.db。请勿新建，先从备份恢复。');
  }
  const slot = vault.slots.find(
    (candidate) => candidate.kind === 'account' && candidate.owner === input.loginName,
  );
  const dataKey = slot ? await unwrapKey(slot, input.password) : null;
  if (!dataKey) {
    office.throttle.failed(input.loginName);
    throw wrongPassword();
  }
  office.throttle.passed(input.loginName);
  await holder.close();
  holder.open(await openOffice(office, dataKey, input.loginName));
}

const wrongPassword = () =>
  new Refusal('WRONG_PASSWORD', '账号或密码不正确，请重新输入。', [
    { field: 'password', message: '账号或密码不正确' },
  ]);

async function openOffice(office: Office, dataKey: Buffer, loginName: string): Promise<OpenSession> {
  let sqlite: Sqlite;
  try {
    sqlite = openDatabase(databasePath(office), dataKey);
  } catch (error) {
    throw asFileRefusal(error);
  }
  try {
    migrate(sqlite, {
      backup: (version) =>
        backupBeforeMigration(sqlite, databasePath(office), dataKey, version, office.clock.now()),
    });
    const kysely = createKysely(sqlite);
    const account = await findAccountByLogin(kysely, loginName);
    if (!account || account.isActive === 0) throw new Refusal('FORBIDDEN', '该账号已停用，请联系管理员。');
    const unit = await findSetting<UnitSettings>(kysely, 'unit');
    const actor = { accountId: account.id, accountName: account.displayName, channel: 'session.unlock' };
    await office.queue.run(() =>
      runTransaction(kysely, actor, office.clock.now, async ({ audit }) => {
        await audit({ entity: 'account', entityId: account.id, summary: '登录' });
      }),
    );
    return {
      sqlite,
      kysely,
      reader: openReader(databasePath(office), dataKey),
      databasePath: databasePath(office),
      dataKey,
      account: { id: account.id, displayName: account.displayName, roles: account.roles },
      unitName: unit?.value.unitName ?? '',
    };
  } catch (error) {
    sqlite.close();
    throw asFileRefusal(error);
  }
}

/** A file without a slot can be opened by nobody; it is kept all the same. */
function setAside(path: string, now: Date): void {
  const stamp = now.toISOString().replace(/[:.]/g, '-');
  for (const suffix of ['', '-wal', '-shm']) {
    if (existsSync(path + suffix)) renameSync(path + suffix, `${path}.${stamp}.orphan${suffix}`);
  }
}

function asFileRefusal(error: unknown): unknown {
  if (error instanceof NewerDatabaseError) {
    return new Refusal(
      'DATABASE_NEWER',
      '数据文件由更新版本的程序建立，本版本不会打开或改动它。请安装新版本程序后再打开。',
    );
  }
  if (error instanceof MigrationError && error.cause !== undefined) {
    const reason = asFileRefusal(error.cause);
    return reason instanceof Refusal ? reason : error;
  }
  if (isNotADatabase(error) || codeOf(error).startsWith('SQLITE_CORRUPT')) {
    return new Refusal(
      'DATABASE_DAMAGED',
      '数据文件无法用现有密钥打开，可能已损坏或被替换。请从备份恢复，不要删除原文件。',
    );
  }
  const code = codeOf(error);
  if (
    ['EACCES', 'EPERM', 'EROFS', 'SQLITE_CANTOPEN', 'SQLITE_READONLY', 'SQLITE_IOERR'].some((prefix) =>
      code.startsWith(prefix),
    )
  ) {
    return new Refusal('FILE_UNWRITABLE', '数据文件夹没有写入权限，请检查文件夹权限后重试。');
  }
  if (code === 'ENOSPC' || code === 'SQLITE_FULL') {
    return new Refusal('DISK_FULL', '磁盘空间已满，请清理磁盘后重试。数据没有改变。');
  }
  return error;
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';
