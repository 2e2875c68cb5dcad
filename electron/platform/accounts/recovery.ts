import { randomInt } from 'node:crypto';
import type { Output } from '@shared/contract';
import { Refusal } from '@shared/contract/result';
import {
  firstOtherGroup,
  formatRecoveryCode,
  RECOVERY_ALPHABET,
  RECOVERY_DRAWN,
  readRecoveryCode,
} from '@shared/domain/kernel/recovery-code';
import type { JobContext, QueryContext } from '../../ipc/context';
import { printOut } from '../exchange/print-out';
import { createSlot, isSlot, RECOVERY_SLOT } from '../vault/slot';
import { withSlot } from '../vault/vault';
import { findRecoveryKey, saveRecoveryKey } from './accounts.repository';
import { commandWithKeys, requireOwnPassword } from './keys';
import { refuseOnLoan } from './on-loan';
import { recoveryPage } from './recovery-page';

export async function readRecoveryStatus({
  db,
}: Pick<QueryContext, 'db'>): Promise<Output<'recovery.status'>> {
  const key = await findRecoveryKey(db);
  return { isIssued: key !== undefined, issuedAt: key?.issuedAt ?? null, issuedBy: key?.issuedBy ?? '' };
}

/** Makes a code and shows it. Nothing is changed before it was typed back. */
export async function issueRecovery(ctx: JobContext, password: string): Promise<{ code: string }> {
  await refuseOnLoan(ctx, '不能换发恢复码');
  await requireOwnPassword(ctx, password, 'password');
  const drawn = Array.from({ length: RECOVERY_DRAWN }, () => randomInt(RECOVERY_ALPHABET.length));
  const code = formatRecoveryCode(drawn);
  ctx.session.untilLock.set('recoveryCode', code);
  return { code };
}

export async function printRecovery(ctx: JobContext): Promise<{ isPrinted: boolean }> {
  const page = recoveryPage(requireShown(ctx), {
    unitName: ctx.session.unitName,
    printedOn: ctx.clock.today(),
    printedBy: ctx.account.displayName,
  });
  return printOut(ctx, { entity: 'account', entityId: ctx.account.id, summary: '打印恢复码' }, page);
}

/** Typed back: from now on this code opens the file, and the former one no longer. */
export async function confirmRecovery(ctx: JobContext, typed: string): Promise<{ issuedAt: string }> {
  const code = requireShown(ctx);
  const read = readRecoveryCode(typed);
  if (!read.isOk) throw wrong(read.message);
  if (read.code !== code)
    throw wrong(`第 ${firstOtherGroup(code, read.code)} 组与显示的恢复码不一致，请核对`);
  const slot = await createSlot(ctx.session.dataKey, RECOVERY_SLOT, code, ctx.session.office.keyCost);
  const issuedAt = ctx.clock.now().toISOString();
  await commandWithKeys(ctx, async (command, vault) => {
    const isFirst = !vault.slots.some((other) => isSlot(other, RECOVERY_SLOT));
    const { publicKey } = slot;
    await saveRecoveryKey(command.tx, { publicKey, issuedBy: ctx.account.id, issuedAt });
    await command.audit({
      entity: 'account',
      entityId: ctx.account.id,
      summary: isFirst ? '生成恢复码' : '换发恢复码，原恢复码停用',
    });
    command.changed('account', null);
    return { vault: withSlot(vault, slot), value: null };
  });
  ctx.session.untilLock.delete('recoveryCode');
  return { issuedAt };
}

function requireShown(ctx: JobContext): string {
  const code = ctx.session.untilLock.get('recoveryCode');
  if (code === undefined) throw new Refusal('REFUSED', '恢复码已不再显示，请重新生成一份。');
  return code;
}

const wrong = (message: string) => new Refusal('BAD_INPUT', `${message}。`, [{ field: 'code', message }]);
