import { Refusal } from '@shared/contract/result';
import type { CommandContext, JobContext } from '../../ipc/context';
import type { SlotName } from '../vault/slot';
import { judgeVault, openVault, readVault, type Vault, withFormer, writeVault } from '../vault/vault';
import { listAccounts } from './accounts.repository';
import { trySlot } from './door';
import { vaultPath } from './office';
import type { OpenSession } from './session';

/** keys.json of an open office: a login has brought it to today's form. One that was changed since is not written on. */
export function currentVault({ office, dataKey }: Pick<OpenSession, 'office' | 'dataKey'>): Vault {
  const vault = readVault(vaultPath(office));
  if (vault?.format !== 2 || judgeVault(vault, dataKey) !== 'genuine') {
    throw new Refusal(
      'FILE_UNREADABLE',
      '密钥文件 keys.json 不在，或者在登录之后被替换、改动，没有保存。请先把原来的 keys.json 放回数据文件夹，再锁定并重新登录。',
    );
  }
  return vault;
}

/**
 * One command that changes rows and keys together. Until the commit keys.json holds the slots from before and after, and the
 * database says which count: killed at any moment, whoever could enter before or after it can enter, and nobody else.
 */
export async function commandWithKeys<T>(
  ctx: JobContext,
  work: (command: CommandContext, vault: Vault) => Promise<{ readonly vault: Vault; readonly value: T }>,
): Promise<T> {
  const { office, dataKey } = ctx.session;
  const write = (vault: Vault) => writeVault(vaultPath(office), vault, dataKey);
  return ctx.command(async (command) => {
    const before = currentVault(ctx.session);
    const { vault, value } = await work(command, before);
    command.ended((isCommitted) => {
      try {
        write(isCommitted ? vault : before);
      } catch {
        // Both stand in it: the next login puts it in order.
      }
    });
    write(withFormer(vault, before));
    return value;
  });
}

/** Asks for the password of whoever is logged in, as for a change of keys. Wrong ones are slowed like at the door. */
export async function requireOwnPassword(
  ctx: JobContext,
  password: string,
  field: string,
): Promise<SlotName> {
  const { office } = ctx.session;
  const name: SlotName = { kind: 'account', owner: await ownLoginName(ctx) };
  const opened = await trySlot(office, vaultPath(office), name, () =>
    openVault(currentVault(ctx.session), name, password, office.keyCost),
  );
  if (!opened) {
    throw new Refusal('WRONG_PASSWORD', '您的密码不正确，没有改动。请重新填写。', [
      { field, message: '密码不正确' },
    ]);
  }
  opened.dataKey.fill(0);
  return name;
}

async function ownLoginName(ctx: JobContext): Promise<string> {
  const account = (await listAccounts(ctx.db)).find(({ id }) => id === ctx.account.id);
  if (!account) throw new Refusal('NOT_FOUND', '您的账号已不存在，请锁定后重新登录。');
  return account.loginName;
}
