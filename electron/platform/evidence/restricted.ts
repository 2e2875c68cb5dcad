import { Refusal } from '@shared/contract/result';
import { can } from '@shared/domain/kernel/permissions';
import type { BaseContext } from '../../ipc/context';

/** Evidence that shows who complained: what lists say of it, and who may open it. */

export const HIDDEN_NAME = '涉及反映人的材料';

export const mayReadRestricted = (ctx: Pick<BaseContext, 'account'>): boolean =>
  can(ctx.account.roles, 'complainant.read');

/** Refuses with FORBIDDEN unless the account may see who complained. */
export function requireReadable(
  ctx: Pick<BaseContext, 'account'>,
  evidence: { readonly isRestricted: number },
): void {
  if (evidence.isRestricted === 1 && !mayReadRestricted(ctx)) {
    throw new Refusal('FORBIDDEN', '该材料涉及反映人，只有经办人和获准查阅的人员可以打开。');
  }
}

/** How the log names a piece: by its number only, for its name may be a person's. */
export const auditName = (evidence: { readonly number: number; readonly isRestricted: number }): string =>
  `证据${evidence.number}${evidence.isRestricted === 1 ? '（涉及反映人）' : ''}`;
