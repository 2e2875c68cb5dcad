import type { Output, Parsed } from '@shared/contract';
import { Refusal } from '@shared/contract/result';
import { type Delegation, judgeDelegation, lendsOn } from '@shared/domain/kernel/account-rules';
import { can, ROLE_LABELS } from '@shared/domain/kernel/permissions';
import type { CommandContext, QueryContext } from '../../ipc/context';
import { listAccounts, type StoredAccount } from './accounts.repository';
import { endDelegation, insertDelegation, listDelegations } from './delegations.repository';
import { refuseOnLoan } from './on-loan';

export async function readDelegations(
  ctx: Pick<QueryContext, 'db' | 'clock'>,
): Promise<Output<'delegations.list'>> {
  const [accounts, delegations] = await Promise.all([
    listAccounts(ctx.db),
    listDelegations(ctx.db, ctx.clock.today()),
  ]);
  const byId = new Map(accounts.map((account) => [account.id, account]));
  return delegations.map(({ isEnded, ...row }) => ({
    ...row,
    giverName: byId.get(row.giverId)?.displayName ?? '',
    receiverName: byId.get(row.receiverId)?.displayName ?? '',
    standing: standingOf({ ...row, isEnded }, byId.get(row.giverId), ctx.clock.today()),
  }));
}

/** One's own role, or by an administrator anybody's. */
export async function addDelegation(
  ctx: CommandContext,
  input: Parsed<'delegations.add'>,
): Promise<{ id: number }> {
  requireMayLend(ctx, input.giverId);
  if (input.role === 'administrator') await refuseOnLoan(ctx, '不能再委托管理员角色', 'role');
  const accounts = await listAccounts(ctx.db);
  const find = (id: number) => accounts.find((account) => account.id === id);
  const [giver, receiver] = [find(input.giverId), find(input.receiverId)];
  const problems = judgeDelegation(input, { giver, receiver, enteredBy: ctx.account.id }, ctx.clock.today());
  const fields = Object.entries(problems).map(([field, message]) => ({ field, message }));
  if (!giver || !receiver || fields.length > 0) {
    throw new Refusal('BAD_INPUT', '委托有内容需要修改。', fields);
  }
  const at = ctx.clock.now().toISOString();
  const id = await insertDelegation(ctx.tx, { ...input, createdBy: ctx.account.id, createdAt: at });
  await ctx.audit({
    entity: 'delegation',
    entityId: id,
    summary: `${sentenceOf(input, giver, receiver)}，事由：${input.reason}`,
  });
  ctx.changed('account', input.receiverId);
  return { id };
}

export async function finishDelegation(ctx: CommandContext, { id }: { id: number }): Promise<{ id: number }> {
  const delegation = (await listDelegations(ctx.db, ctx.clock.today())).find(
    (candidate) => candidate.id === id,
  );
  if (!delegation) throw new Refusal('NOT_FOUND', '没有这项委托。');
  requireMayLend(ctx, delegation.giverId);
  if (delegation.isEnded || delegation.toOn < ctx.clock.today()) {
    throw new Refusal('REFUSED', '这项委托已经结束。');
  }
  await endDelegation(ctx.tx, id, ctx.clock.now().toISOString());
  const accounts = await listAccounts(ctx.db);
  const [giver, receiver] = [delegation.giverId, delegation.receiverId].map((who) =>
    accounts.find((account) => account.id === who),
  );
  await ctx.audit({
    entity: 'delegation',
    entityId: id,
    summary: `提前结束委托：${sentenceOf(delegation, giver, receiver)}`,
  });
  ctx.changed('account', delegation.receiverId);
  return { id };
}

function requireMayLend(ctx: Pick<CommandContext, 'account'>, giverId: number): void {
  if (ctx.account.id === giverId || can(ctx.account.roles, 'account.manage')) return;
  throw new Refusal('FORBIDDEN', '只能委托自己的角色。他人的角色由本人或管理员委托。');
}

function standingOf(
  delegation: Delegation,
  giver: StoredAccount | undefined,
  today: string,
): Output<'delegations.list'>[number]['standing'] {
  if (delegation.isEnded) return 'ended';
  if (delegation.toOn < today) return 'over';
  if (today < delegation.fromOn) return 'coming';
  return lendsOn(delegation, giver, today) ? 'running' : 'void';
}

const sentenceOf = (
  { role, fromOn, toOn }: Pick<Delegation, 'role' | 'fromOn' | 'toOn'>,
  giver: StoredAccount | undefined,
  receiver: StoredAccount | undefined,
): string =>
  `${giver?.displayName ?? ''} 将${ROLE_LABELS[role]}角色委托给 ${receiver?.displayName ?? ''}，${fromOn} 至 ${toOn}`;
