import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { Input, Output } from '@shared/contract';
import { Refusal } from '@shared/contract/result';
import { ROLES } from '@shared/domain/kernel/permissions';
import { createKysely } from '../../db/kysely';
import { migrate } from '../../db/migrator';
import { openDatabase, type Sqlite } from '../../db/open';
import { openReader } from '../../db/reader';
import { runTransaction } from '../../db/unit-of-work';
import { defaultSettings } from '../settings/defaults';
import { saveSetting } from '../settings/settings.repository';
import { createDataKey, createSlot } from '../vault/slot';
import { FIRST_DATABASE, newVault, readVault, writeVault } from '../vault/vault';
import { insertAccount } from './accounts.repository';
import { asFileRefusal } from './file-refusal';
import { rememberMark } from './keep-vault';
import { DEMO_LOGIN, hasOffice, type Office, vaultPath } from './office';
import type { OpenSession, SessionHolder } from './session';
import { currentStanding } from './standing';

export async function sessionStatus(
  office: Office,
  holder: SessionHolder,
): Promise<Output<'session.status'>> {
  const today = office.clock.today();
  const session = holder.current();
  const standing = session && (await currentStanding(session, today));
  return {
    // The 演示 file is made by the first login: nobody is asked to set it up.
    state: session ? 'open' : hasOffice(office) || office.isDemo ? 'locked' : 'new',
    unitName: session?.unitName ?? unitNameOf(office),
    isDemo: office.isDemo,
    demoLogin: office.isDemo ? { ...DEMO_LOGIN } : null,
    account: standing
      ? {
          id: standing.id,
          displayName: standing.displayName,
          roles: [...standing.roles],
          lentRoles: standing.lent.map(({ role, giverName, toOn }) => ({ role, giverName, toOn })),
          mustChangePassword: standing.mustChangePassword,
        }
      : null,
    lockReason: holder.lockReason(),
    hasAlteredKeys: session?.hasAlteredKeys ?? false,
    version: office.version,
    today,
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
  const path = join(office.dataFolder, FIRST_DATABASE);
  const name = { kind: 'account', owner: input.loginName } as const;
  let sqlite: Sqlite | null = null;
  try {
    mkdirSync(office.dataFolder, { recursive: true });
    setAside(path, office.clock.now());
    const dataKey = createDataKey();
    const slot = await createSlot(dataKey, name, input.password, office.keyCost);
    sqlite = openDatabase(path, dataKey);
    migrate(sqlite, { backup: () => undefined });
    const session = await populate(office, { sqlite, path, dataKey, publicKey: slot.publicKey }, input);
    writeVault(vaultPath(office), newVault(input.unitName, FIRST_DATABASE, [slot]), dataKey);
    holder.open(session);
  } catch (error) {
    // Windows does not rename an open file: a second try has to set this one aside.
    sqlite?.close();
    throw asFileRefusal(error);
  }
}

type NewFile = {
  readonly sqlite: Sqlite;
  readonly path: string;
  readonly dataKey: Buffer;
  readonly publicKey: string;
};

async function populate(
  office: Office,
  { sqlite, path, dataKey, publicKey }: NewFile,
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
        publicKey,
        mustChangePassword: false,
        createdAt: at,
      });
      await saveSetting(tx, 'unit', defaultSettings(input), 0, at);
      await rememberMark(tx, office.clock.now());
      await audit({ entity: 'account', entityId: id, summary: `建立数据文件，管理员 ${input.displayName}` });
      return id;
    },
  );
  return {
    login: Symbol('login'),
    office,
    sqlite,
    kysely,
    reader: openReader(path, dataKey),
    databasePath: path,
    dataKey,
    account: { id: accountId, displayName: input.displayName, roles: [...ROLES] },
    unitName: input.unitName,
    hasAlteredKeys: false,
    untilLock: new Map(),
  };
}

/** A file without a slot can be opened by nobody; it is kept all the same. */
function setAside(path: string, now: Date): void {
  const stamp = now.toISOString().replace(/[:.]/g, '-');
  for (const suffix of ['', '-wal', '-shm']) {
    if (existsSync(path + suffix)) renameSync(path + suffix, `${path}.${stamp}.orphan${suffix}`);
  }
}
