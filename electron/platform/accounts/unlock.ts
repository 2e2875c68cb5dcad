import { existsSync } from 'node:fs';
import type { Input, Output } from '@shared/contract';
import { Refusal } from '@shared/contract/result';
import { readRecoveryCode } from '@shared/domain/kernel/recovery-code';
import { createSlot, RECOVERY_SLOT, type SlotName } from '../vault/slot';
import { hasSlot, type OpenedVault, openVault, readVault, withSlot } from '../vault/vault';
import { noteFailedLogin } from './failed-logins';
import { databasePath, type Office, vaultPath } from './office';
import { enterOffice, lookInto } from './open-office';
import type { SessionHolder } from './session';

/** Password → slot → data key → file → migration → session. A wrong password waits, and is never told apart from a wrong name. */
export async function unlockOffice(
  office: Office,
  holder: SessionHolder,
  input: Input<'session.unlock'>,
): Promise<void> {
  const { loginName } = input;
  const opened = await openDoor(office, { kind: 'account', owner: loginName }, input.password);
  if (!opened) throw wrongPassword();
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
}

/** Whose password the recovery code may set: every active administrator's. */
export async function checkRecovery(office: Office, code: string): Promise<Output<'session.recover.check'>> {
  const { dataKey } = await openWithCode(office, code);
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
}

/** The unit's recovery code opens the file and gives one administrator a new slot. */
export async function recoverOffice(
  office: Office,
  holder: SessionHolder,
  input: Input<'session.recover'>,
): Promise<void> {
  const { dataKey, vault, verdict } = await openWithCode(office, input.code);
  const { loginName } = input;
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
}

async function openWithCode(office: Office, typed: string): Promise<OpenedVault> {
  const read = readRecoveryCode(typed);
  // A slip of the pen is no attempt: it is neither counted nor slowed.
  if (!read.isOk) throw wrongCode(read.message);
  const opened = await openDoor(office, RECOVERY_SLOT, read.code);
  if (!opened) throw wrongCode('恢复码不正确，可能已换发过。请使用最近一次打印的恢复码');
  return opened;
}

/** @returns null when the secret does not fit; refuses when the files are not there */
async function openDoor(office: Office, name: SlotName, secret: string): Promise<OpenedVault | null> {
  const throttled = `${name.kind}:${name.owner}`;
  await office.throttle.wait(throttled);
  const vault = readVault(vaultPath(office));
  if (!vault && office.isDemo) return null;
  if (!vault) throw new Refusal('NOT_FOUND', '没有找到密钥文件。请确认数据文件夹完整，或者从备份恢复。');
  if (!existsSync(databasePath(office))) {
    throw new Refusal(
      'NOT_FOUND',
      `密钥文件还在，但没有找到数据文件 ${databasePath(office).split(/[\\/]/).at(-1)}。请勿新建，先从备份恢复。`,
    );
  }
  const opened = await openVault(vault, name, secret, office.keyCost);
  if (opened) office.throttle.passed(throttled);
  else {
    office.throttle.failed(throttled);
    noteFailedLogin(office, name, hasSlot(vault, name));
  }
  return opened;
}

const wrongPassword = () =>
  new Refusal('WRONG_PASSWORD', '登录名或密码不正确，请重新输入。', [
    { field: 'password', message: '登录名或密码不正确' },
  ]);

const wrongCode = (message: string) =>
  new Refusal('WRONG_PASSWORD', `${message}。`, [{ field: 'code', message }]);
