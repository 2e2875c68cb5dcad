import type { Parsed } from '@shared/contract';
import { Refusal } from '@shared/contract/result';
import { judgeNewPassword } from '@shared/domain/kernel/account-rules';
import type { JobContext } from '../../ipc/context';
import { changeSecret, isSlot } from '../vault/slot';
import { withSlot } from '../vault/vault';
import { updateAccount } from './accounts.repository';
import { commandWithKeys, currentVault, requireOwnPassword } from './keys';

/** One's own password: the key pair stays, only the private half is wrapped anew. */
export async function changePassword(
  ctx: JobContext,
  { oldPassword, newPassword }: Parsed<'accounts.password.change'>,
): Promise<void> {
  const problem = judgeNewPassword(newPassword, oldPassword);
  if (problem !== '') throw new Refusal('BAD_INPUT', problem, [{ field: 'newPassword', message: problem }]);
  const name = await requireOwnPassword(ctx, oldPassword, 'oldPassword');
  const { office } = ctx.session;
  const former = currentVault(ctx.session).slots.find((slot) => isSlot(slot, name));
  const next = former && (await changeSecret(former, oldPassword, newPassword, office.keyCost));
  if (!next) throw new Refusal('REFUSED', '您的密钥刚被改动，没有修改密码。请锁定后重新登录再试。');
  await commandWithKeys(ctx, async (command, vault) => {
    const stored = vault.slots.find((slot) => isSlot(slot, name));
    if (!stored) throw new Refusal('REFUSED', '您的账号刚被停用，没有修改密码。');
    await updateAccount(command.tx, ctx.account.id, { mustChangePassword: false });
    await command.audit({ entity: 'account', entityId: ctx.account.id, summary: '修改自己的密码' });
    command.changed('account', ctx.account.id);
    // The data key may have been changed meanwhile: the slot's newer half stays.
    return { vault: withSlot(vault, { ...next, dataKey: stored.dataKey }), value: null };
  });
}
