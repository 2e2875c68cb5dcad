import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Input, Output } from '@shared/contract';
import { Refusal } from '@shared/contract/result';
import { readRecoveryCode } from '@shared/domain/kernel/recovery-code';
import type { FormerVault } from '../vault/format-1';
import { createSlot, RECOVERY_SLOT, type SlotName } from '../vault/slot';
import {
  databaseOf,
  hasSlot,
  type OpenedVault,
  openVault,
  readVault,
  type Vault,
  withSlot,
} from '../vault/vault';
import { noteFailedLogin } from './failed-logins';
import { type Office, vaultPath } from './office';
import { enterOffice, lookInto } from './open-office';
import type { SessionHolder } from './session';

/** Password → slot → data key → file → migration → session. A wrong password waits, and is never told apart from a wrong name. */
export async function unlockOffice(
  office: Office,
  holder: SessionHolder,
  input: Input<'session.unlock'>,
): Promise<void> {
  const { loginName } = input;
  await atDoor(
    office,
    { kind: 'account', owner: loginName },
    input.password,
    wrongPassword,
    async (opened) => {
      await holder.close();
      const { dataKey, isUpgraded, verdict } = opened;
      holder.open(
        await enterOffice(office, {
          dataKey,
          vault: opened.vault,
          isUpgraded,
          verdict,
          publicKey: opened.slot.publicKey,
          loginName,
          channel: 'session.unlock',
          summary: isUpgraded ? '登录，密钥槽已升级' : '登录',
        }),
      );
    },
  );
}

/** Whose password the recovery code may set: every active administrator's. */
export async function checkRecovery(office: Office, code: string): Promise<Output<'session.recover.check'>> {
  return withCode(office, code, async ({ dataKey }) => {
    try {
      const accounts = await lookInto(
        office,
        dataKey,
        ({ roles, isActive }) => isActive && roles.includes('administrator'),
      );
      return { accounts: accounts.map(({ loginName, displayName }) => ({ loginName, displayName })) };
    } finally {
      dataKey.fill(0);
    }
  });
}

/** The unit's recovery code opens the file and gives one administrator a new slot. */
export async function recoverOffice(
  office: Office,
  holder: SessionHolder,
  input: Input<'session.recover'>,
): Promise<void> {
  const { loginName } = input;
  await withCode(office, input.code, async ({ dataKey, vault, verdict }) => {
    const [account] = await lookInto(
      office,
      dataKey,
      (candidate) =>
        candidate.loginName === loginName && candidate.isActive && candidate.roles.includes('administrator'),
    );
    if (!account) {
      dataKey.fill(0);
      throw new Refusal('NOT_FOUND', '恢复码只能为在用的管理员账号设置新密码，请重新选择账号。', [
        { field: 'loginName', message: '请选择管理员账号' },
      ]);
    }
    const name = { kind: 'account', owner: loginName } as const;
    const slot = await createSlot(dataKey, name, input.password, office.keyCost);
    await holder.close();
    holder.open(
      await enterOffice(office, {
        dataKey,
        vault: withSlot(vault, slot),
        isUpgraded: true,
        verdict,
        publicKey: slot.publicKey,
        loginName,
        channel: 'session.recover',
        summary: `用恢复码打开资料，并为 ${account.displayName} 设置新密码`,
        hasOwnPassword: true,
      }),
    );
  });
}

function withCode<T>(office: Office, typed: string, enter: (opened: OpenedVault) => Promise<T>): Promise<T> {
  const read = readRecoveryCode(typed);
  // A slip of the pen is no attempt: it is neither counted nor slowed.
  if (!read.isOk) throw wrongCode(read.message);
  const wrong = () => wrongCode('恢复码不正确，可能已换发过。请使用最近一次打印的恢复码');
  return atDoor(office, RECOVERY_SLOT, read.code, wrong, enter);
}

/** In the queue from reading keys.json to the open file: a change of keys that is under way finishes first. */
async function atDoor<T>(
  office: Office,
  name: SlotName,
  secret: string,
  wrong: () => Refusal,
  enter: (opened: OpenedVault) => Promise<T>,
): Promise<T> {
  const throttled = `${name.kind}:${name.owner}`;
  await office.throttle.wait(throttled);
  return office.queue.run(async () => {
    const vault = presentVault(office);
    const opened = vault && (await openVault(vault, name, secret, office.keyCost));
    if (!opened) {
      if (vault) {
        office.throttle.failed(throttled);
        noteFailedLogin(office, name, hasSlot(vault, name));
      }
      throw wrong();
    }
    office.throttle.passed(throttled);
    return enter(opened);
  });
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
