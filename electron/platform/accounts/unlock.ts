import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Input, Output } from '@shared/contract';
import { Refusal } from '@shared/contract/result';
import { readRecoveryCode } from '@shared/domain/kernel/recovery-code';
import type { FormerVault } from '../vault/format-1';
import { createSlot, RECOVERY_SLOT, type SlotName } from '../vault/slot';
import {
  databaseOf,
  type OpenedVault,
  openVault,
  readVault,
  type Vault,
  withFormer,
  withSlot,
} from '../vault/vault';
import type { StoredAccount } from './accounts.repository';
import { trySlot } from './door';
import { type Office, vaultPath } from './office';
import { enterOffice, lookInto } from './open-office';
import type { SessionHolder } from './session';

/** Password → slot → data key → file → migration → session. A wrong password waits, and is never told apart from a wrong name. */
export async function unlockOffice(
  office: Office,
  holder: SessionHolder,
  { loginName, password }: Input<'session.unlock'>,
): Promise<void> {
  const name = { kind: 'account', owner: loginName } as const;
  await atDoor(office, name, password, wrongPassword, async (opened) => {
    await holder.close();
    const summary = opened.isUpgraded ? '登录，密钥槽已升级' : '登录';
    const { vault } = opened;
    holder.open(
      await enterOffice(office, { opened, name, vault, loginName, channel: 'session.unlock', summary }),
    );
  });
}

/** Whose password the recovery code may set: every active administrator's. */
export async function checkRecovery(office: Office, code: string): Promise<Output<'session.recover.check'>> {
  return withCode(office, code, async (opened) => {
    const channel = 'session.recover.check';
    const accounts = await lookInto(office, { opened, name: RECOVERY_SLOT, channel });
    opened.dataKey.fill(0);
    return {
      accounts: accounts.filter(isHelped).map(({ loginName, displayName }) => ({ loginName, displayName })),
    };
  });
}

/** The unit's recovery code opens the file and gives one administrator a new slot. */
export async function recoverOffice(
  office: Office,
  holder: SessionHolder,
  { code, loginName, password }: Input<'session.recover'>,
): Promise<void> {
  await withCode(office, code, async (opened) => {
    const name = RECOVERY_SLOT;
    const channel = 'session.recover';
    const accounts = await lookInto(office, { opened, name, channel });
    const account = accounts.find((one) => one.loginName === loginName && isHelped(one));
    if (!account) {
      throw new Refusal('NOT_FOUND', '恢复码只能为在用的管理员账号设置新密码，请重新选择账号。', [
        { field: 'loginName', message: '请选择管理员账号' },
      ]);
    }
    const slot = await createSlot(
      opened.dataKey,
      { kind: 'account', owner: loginName },
      password,
      office.keyCost,
    );
    await holder.close();
    holder.open(
      await enterOffice(office, {
        opened,
        name,
        // Killed before the commit, the former slot still counts; after it, the new one.
        vault: withFormer(withSlot(opened.vault, slot), opened.vault),
        loginName,
        newKey: slot.publicKey,
        channel,
        summary: `用恢复码打开资料，并为 ${account.displayName} 设置新密码`,
      }),
    );
  });
}

const isHelped = ({ roles, isActive }: StoredAccount): boolean => isActive && roles.includes('administrator');

function withCode<T>(office: Office, typed: string, enter: (opened: OpenedVault) => Promise<T>): Promise<T> {
  const read = readRecoveryCode(typed);
  // A slip of the pen is no attempt: it is neither counted nor slowed.
  if (!read.isOk) throw wrongCode(read.message);
  const wrong = () => wrongCode('恢复码不正确，可能已换发过。请使用最近一次打印的恢复码');
  return atDoor(office, RECOVERY_SLOT, read.code, wrong, enter);
}

/**
 * In the queue from reading keys.json to the open file: a change of keys that is under way finishes first. The key that was
 * opened goes when the office is not entered.
 */
async function atDoor<T>(
  office: Office,
  name: SlotName,
  secret: string,
  wrong: () => Refusal,
  enter: (opened: OpenedVault) => Promise<T>,
): Promise<T> {
  const entered = await trySlot(office, vaultPath(office), name, () =>
    office.queue.run(async () => {
      const vault = presentVault(office);
      const opened = vault && (await openVault(vault, name, secret, office.keyCost));
      if (!opened) return null;
      try {
        return { value: await enter(opened) };
      } catch (error) {
        opened.dataKey.fill(0);
        throw error;
      }
    }),
  );
  if (!entered) throw wrong();
  return entered.value;
}

/** @returns null in 演示 before its first login; refuses when the files are not there */
function presentVault(office: Office): Vault | FormerVault | null {
  const vault = readVault(vaultPath(office));
  if (!vault && office.isDemo) return null;
  if (!vault) throw new Refusal('NOT_FOUND', '没有找到密钥文件。请确认数据文件夹完整，或者从备份恢复。');
  const name = databaseOf(vault);
  if (!existsSync(join(office.dataFolder, name))) {
    throw new Refusal('NOT_FOUND', `密钥文件还在，但没有找到数据文件 ${name}。请勿新建，先从备份恢复。`);
  }
  return vault;
}

const wrongPassword = () =>
  new Refusal('WRONG_PASSWORD', '登录名或密码不正确，请重新输入。', [
    { field: 'password', message: '登录名或密码不正确' },
  ]);

const wrongCode = (message: string) =>
  new Refusal('WRONG_PASSWORD', `${message}。`, [{ field: 'code', message }]);
