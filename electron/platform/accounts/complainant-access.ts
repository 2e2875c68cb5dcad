import type { Parsed } from '@shared/contract';
import type { ComplainantAccess } from '@shared/contract/accounts';
import { Refusal } from '@shared/contract/result';
import { seesComplainant } from '@shared/domain/kernel/account-rules';
import { can } from '@shared/domain/kernel/permissions';
import type { BaseContext, CommandContext, QueryContext } from '../../ipc/context';
import { listAccounts } from './accounts.repository';
import {
  findGrant,
  findHandlerId,
  insertGrant,
  listGrantedIds,
  listGrants,
  revokeGrant,
} from './complainant-access.repository';
import { findStanding } from './standing';

type Reading = Pick<BaseContext, 'account' | 'clock'> & Pick<QueryContext, 'db'>;

/** The role says who may ever see such data, the case who may see these. */
export async function maySeeComplainant(ctx: Reading, caseId: number): Promise<boolean> {
  if (!can(ctx.account.roles, 'complainant.read')) return false;
  const [handlerId, grantedIds] = await Promise.all([
    findHandlerId(ctx.db, caseId),
    listGrantedIds(ctx.db, caseId),
  ]);
  return seesComplainant(ctx.account, handlerId, grantedIds);
}

/** Refuses with FORBIDDEN unless the account handles the case, stands in for its handler or was granted it. */
export async function requireComplainant(ctx: Reading, caseId: number): Promise<void> {
  if (await maySeeComplainant(ctx, caseId)) return;
  throw new Refusal(
    'FORBIDDEN',
    '反映人信息只有本案经办人和获准查阅的人员可以查看。需要查看的，请由经办人在本案“当事人”页授权。',
  );
}

export async function readComplainantAccess(ctx: Reading, caseId: number): Promise<ComplainantAccess> {
  const handlerId = await findHandlerId(ctx.db, caseId);
  if (handlerId === null) throw new Refusal('NOT_FOUND', '该案件不存在或已被移除。');
  const [accounts, grantedIds, rows] = await Promise.all([
    listAccounts(ctx.db),
    listGrantedIds(ctx.db, caseId),
    listGrants(ctx.db, caseId),
  ]);
  const candidates = accounts.filter(
    ({ id, isActive, roles }) =>
      isActive &&
      id !== handlerId &&
      id !== ctx.account.id &&
      !grantedIds.includes(id) &&
      can(roles, 'complainant.read'),
  );
  return {
    handlerName: accounts.find(({ id }) => id === handlerId)?.displayName ?? '',
    maySee: await maySeeComplainant(ctx, caseId),
    mayGrant: mayGrant(ctx, handlerId),
    rows: rows.map(({ accountId: _, ...row }) => row),
    candidates: candidates.map(({ id, displayName }) => ({ id, displayName })),
  };
}

export async function grantComplainant(
  ctx: CommandContext,
  { caseId, accountId, reason }: Parsed<'complainant.access.grant'>,
): Promise<{ id: number }> {
  await requireMayGrant(ctx, caseId);
  if (accountId === ctx.account.id) throw new Refusal('FORBIDDEN', '不能授权给自己，请由经办人授权。');
  const receiver = await findStanding(ctx.db, accountId, ctx.clock.today());
  if (!receiver) throw new Refusal('NOT_FOUND', '该账号不存在或已停用。');
  if (!can(receiver.roles, 'complainant.read')) {
    throw new Refusal('REFUSED', '该账号的角色不能查看反映人信息，请改选经办人、审核人或签发人。');
  }
  if ((await listGrantedIds(ctx.db, caseId)).includes(accountId)) {
    throw new Refusal('REFUSED', '该账号已经获准查阅本案反映人信息。');
  }
  const at = ctx.clock.now().toISOString();
  const grant = { caseId, accountId, reason, grantedBy: ctx.account.id, grantedAt: at };
  const id = await insertGrant(ctx.tx, grant);
  await ctx.audit({
    entity: 'complainant',
    entityId: caseId,
    summary: `准许 ${receiver.displayName} 查阅反映人信息，事由：${reason}`,
  });
  ctx.changed('complainantAccess', caseId);
  return { id };
}

export async function revokeComplainant(
  ctx: CommandContext,
  { id, reason }: Parsed<'complainant.access.revoke'>,
): Promise<{ id: number }> {
  const grant = await findGrant(ctx.db, id);
  if (!grant) throw new Refusal('NOT_FOUND', '没有这项授权。');
  await requireMayGrant(ctx, grant.caseId);
  if (grant.revokedAt !== null) throw new Refusal('REFUSED', '这项授权已经收回。');
  await revokeGrant(ctx.tx, id, ctx.clock.now().toISOString());
  await ctx.audit({
    entity: 'complainant',
    entityId: grant.caseId,
    summary: `收回 ${grant.accountName} 查阅反映人信息的授权，事由：${reason}`,
  });
  ctx.changed('complainantAccess', grant.caseId);
  return { id };
}

async function requireMayGrant(ctx: CommandContext, caseId: number): Promise<void> {
  const handlerId = await findHandlerId(ctx.db, caseId);
  if (handlerId === null) throw new Refusal('NOT_FOUND', '该案件不存在或已被移除。');
  if (!mayGrant(ctx, handlerId)) {
    throw new Refusal('FORBIDDEN', '只有本案经办人或管理员可以授权、收回查阅反映人信息。');
  }
}

function mayGrant(ctx: Pick<BaseContext, 'account'>, handlerId: number): boolean {
  const { account } = ctx;
  const isHandler = account.id === handlerId || account.standsInFor.includes(handlerId);
  return (isHandler && can(account.roles, 'complainant.read')) || can(account.roles, 'account.manage');
}
