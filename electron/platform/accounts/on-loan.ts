import { Refusal } from '@shared/contract/result';
import type { QueryContext } from '../../ipc/context';
import { listAccounts } from './accounts.repository';

/** What would outlast the loan of 管理员 is for those who hold the role themselves. @param what 不能……，as the sentence goes on */
export async function refuseOnLoan(
  ctx: Pick<QueryContext, 'db' | 'account'>,
  what: string,
  field?: string,
): Promise<void> {
  const own = (await listAccounts(ctx.db)).find(({ id }) => id === ctx.account.id);
  if (own?.roles.includes('administrator')) return;
  const fields = field === undefined ? [] : [{ field, message: what }];
  throw new Refusal('FORBIDDEN', `您的管理员角色是受托的，${what}，请由管理员本人办理。`, fields);
}
