import { can } from '@shared/domain/kernel/permissions';
import type { QueryContext } from '../../ipc/context';
import { asksForWholeNumber, type DigitReach } from './tokens';

/** How far the digits of a search among people reach for this account. Trying out whole numbers does not stay unnoticed. */
export function digitReachOf(ctx: Pick<QueryContext, 'account' | 'shown'>, typed: string): DigitReach {
  if (can(ctx.account.roles, 'party.identify')) return 'start';
  if (asksForWholeNumber(typed)) ctx.shown('person', null, '按完整的证件号码或电话查找人员');
  return 'whole';
}
