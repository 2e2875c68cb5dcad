import type { Output, Parsed } from '@shared/contract';
import { Refusal } from '@shared/contract/result';
import { judgeAccountChange } from '@shared/domain/kernel/account-rules';
import { ROLE_LABELS, type Role } from '@shared/domain/kernel/permissions';
import type { CommandContext, JobContext, QueryContext } from '../../ipc/context';
import { createSlot } from '../vault/slot';
import { withoutSlot, withSlot } from '../vault/vault';
import {
  countOpenCases,
  insertAccount,
  listAccounts,
  type StoredAccount,
  updateAccount,
} from './accounts.repository';
import { commandWithKeys } from './keys';
import { refuseOnLoan } from './on-loan';

export async function readAccounts({ db }: Pick<QueryContext, 'db'>): Promise<Output<'accounts.list'>> {
  const [accounts, openCases] = await Promise.all([listAccounts(db), countOpenCases(db)]);
  return accounts.map(({ publicKey: _, isActive, removedAt, roles, ...account }) => ({
    id: account.id,
    loginName: account.loginName,
    displayName: account.displayName,
    roles: [...roles],
    status: removedAt !== null ? 'removed' : isActive ? 'active' : 'inactive',
    mustChangePassword: account.mustChangePassword,
    openCaseCount: openCases.get(account.id) ?? 0,
    createdAt: account.createdAt,
  }));
}

/** A colleague with a first password. Refuses with DUPLICATE when the login name is or was somebody's. */
export async function addAccount(ctx: JobContext, input: Parsed<'accounts.add'>): Promise<{ id: number }> {
  await refuseGift(ctx, null, input.roles);
  const { office, dataKey } = ctx.session;
  const name = { kind: 'account', owner: input.loginName } as const;
  const slot = await createSlot(dataKey, name, input.password, office.keyCost);
  return commandWithKeys(ctx, async (command, vault) => {
    const accounts = await listAccounts(command.db);
    if (accounts.some(({ loginName }) => loginName === input.loginName)) {
      throw new Refusal('DUPLICATE', '这个登录名已用过，请换一个。已移除的账号仍占用原登录名。', [
        { field: 'loginName', message: '登录名已用过，请换一个' },
      ]);
    }
    const id = await insertAccount(command.tx, {
      loginName: input.loginName,
      displayName: input.displayName,
      roles: input.roles,
      publicKey: slot.publicKey,
      mustChangePassword: true,
      createdAt: ctx.clock.now().toISOString(),
    });
    await report(command, id, `新建账号 ${input.displayName}，角色：${namesOf(input.roles)}`);
    return { vault: withSlot(vault, slot), value: { id } };
  });
}

export async function saveAccount(
  ctx: CommandContext,
  input: Parsed<'accounts.save'>,
): Promise<{ id: number }> {
  const account = await requireAccount(ctx, input.id);
  await refuseGift(ctx, account, input.roles);
  requireChange(await listAccounts(ctx.db), { ...account, roles: input.roles }, 'roles');
  await updateAccount(ctx.tx, account.id, { displayName: input.displayName, roles: input.roles });
  const renamed =
    account.displayName === input.displayName
      ? ''
      : `姓名由 ${account.displayName} 改为 ${input.displayName}，`;
  await report(ctx, account.id, `修改账号 ${input.displayName}：${renamed}角色：${namesOf(input.roles)}`);
  return { id: account.id };
}

/** Sets a first password; the former one stops. Nobody's own: that is a change, and asks for the former. */
export async function resetPassword(
  ctx: JobContext,
  input: Parsed<'accounts.password.reset'>,
): Promise<{ id: number }> {
  refuseOwn(ctx, input.id, '请在“我的密码”中修改自己的密码。');
  return giveSlot(ctx, input, (account) => {
    if (!account.isActive) throw new Refusal('REFUSED', '该账号已停用，请先启用。');
    return `重设 ${account.displayName} 的密码`;
  });
}

export async function reactivateAccount(
  ctx: JobContext,
  input: Parsed<'accounts.reactivate'>,
): Promise<{ id: number }> {
  return giveSlot(ctx, input, (account) => {
    if (account.isActive) throw new Refusal('REFUSED', '该账号正在使用，不需要启用。');
    return `启用账号 ${account.displayName}`;
  });
}

/** The account stays in the list; its key slot is gone, so no password opens the file for it. */
export const deactivateAccount = (ctx: JobContext, { id }: { id: number }): Promise<{ id: number }> =>
  takeSlot(ctx, id, false);

/** For good: the name stays on cases and in the log, the login name stays taken. */
export const removeAccount = (ctx: JobContext, { id }: { id: number }): Promise<{ id: number }> =>
  takeSlot(ctx, id, true);

async function giveSlot(
  ctx: JobContext,
  { id, password }: { id: number; password: string },
  judge: (account: StoredAccount) => string,
): Promise<{ id: number }> {
  const known = await requireAccount(ctx, id);
  judge(known);
  if (known.roles.includes('administrator')) await refuseOnLoan(ctx, '不能设置其他管理员的密码');
  const { office, dataKey } = ctx.session;
  const name = { kind: 'account', owner: known.loginName } as const;
  const slot = await createSlot(dataKey, name, password, office.keyCost);
  return commandWithKeys(ctx, async (command, vault) => {
    const account = await requireAccount(command, id);
    const summary = judge(account);
    const { publicKey } = slot;
    await updateAccount(command.tx, id, { isActive: true, mustChangePassword: true, publicKey });
    await report(command, id, summary);
    return { vault: withSlot(vault, slot), value: { id } };
  });
}

async function takeSlot(ctx: JobContext, id: number, isForGood: boolean): Promise<{ id: number }> {
  refuseOwn(ctx, id, '不能停用或移除自己的账号，请由另一位管理员操作。');
  return commandWithKeys(ctx, async (command, vault) => {
    const account = await requireAccount(command, id);
    if (!isForGood && !account.isActive) throw new Refusal('REFUSED', '该账号已经停用。');
    requireChange(await listAccounts(command.db), { ...account, isActive: false }, 'id');
    const removedAt = isForGood ? ctx.clock.now().toISOString() : null;
    await updateAccount(command.tx, id, { isActive: false, publicKey: '', removedAt });
    await report(command, id, `${isForGood ? '移除' : '停用'}账号 ${account.displayName}`);
    const name = { kind: 'account', owner: account.loginName } as const;
    return { vault: withoutSlot(vault, name), value: { id } };
  });
}

async function requireAccount(ctx: Pick<QueryContext, 'db'>, id: number): Promise<StoredAccount> {
  const account = (await listAccounts(ctx.db)).find((candidate) => candidate.id === id);
  if (!account || account.removedAt !== null) throw new Refusal('NOT_FOUND', '该账号不存在或已移除。');
  return account;
}

function requireChange(accounts: readonly StoredAccount[], next: StoredAccount, field: string): void {
  const problem = judgeAccountChange(accounts, next);
  if (problem !== '') throw new Refusal('REFUSED', problem, [{ field, message: problem }]);
}

/** A role is given by whoever administers; 管理员 itself, and anything to oneself, not by one who does so on loan. */
async function refuseGift(
  ctx: Pick<JobContext, 'db' | 'account'>,
  account: StoredAccount | null,
  roles: readonly Role[],
): Promise<void> {
  const gained = roles.filter((role) => !account?.roles.includes(role));
  if (gained.includes('administrator')) await refuseOnLoan(ctx, '不能授予管理员角色', 'roles');
  if (gained.length > 0 && account?.id === ctx.account.id)
    await refuseOnLoan(ctx, '不能给自己增加角色', 'roles');
}

function refuseOwn(ctx: Pick<JobContext, 'account'>, id: number, message: string): void {
  if (ctx.account.id === id) throw new Refusal('REFUSED', message);
}

async function report(ctx: CommandContext, id: number, summary: string): Promise<void> {
  await ctx.audit({ entity: 'account', entityId: id, summary });
  ctx.changed('account', id);
}

const namesOf = (roles: readonly Role[]): string => roles.map((role) => ROLE_LABELS[role]).join('、');
