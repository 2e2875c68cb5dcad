import { type Delegation, effectiveRoles } from '@shared/domain/kernel/account-rules';
import type { CivilDate } from '@shared/domain/kernel/civil-date';
import type { ReadDb } from '../../db/kysely';
import { untilDataChange } from '../../db/memo';
import { listAccounts } from './accounts.repository';
import { listDelegations } from './delegations.repository';
import type { Account, OpenSession } from './session';

export type Standing = Account & {
  readonly mustChangePassword: boolean;
  readonly lent: readonly (Delegation & { readonly giverName: string })[];
};

/** The same object as long as nothing of it has changed: what was shown to an account is remembered by it. */
const known = new WeakMap<object, Standing>();

/**
 * What the account may do today, read anew: changed roles count from the next call on.
 * @returns null when it was deactivated or removed
 */
export const currentStanding = (
  { reader, account }: Pick<OpenSession, 'reader' | 'account'>,
  today: CivilDate,
): Promise<Standing | null> =>
  untilDataChange(reader.db, `standing ${account.id} ${today}`, async () => {
    const standing = await findStanding(reader.db, account.id, today);
    const former = known.get(reader);
    if (former && JSON.stringify(former) === JSON.stringify(standing)) return former;
    if (standing) known.set(reader, standing);
    return standing;
  });

export async function findStanding(db: ReadDb, id: number, today: CivilDate): Promise<Standing | null> {
  return (await listStandings(db, today)).find((standing) => standing.id === id) ?? null;
}

/** Every active account with its roles of that day, in the order they were made. */
export async function listStandings(db: ReadDb, today: CivilDate): Promise<readonly Standing[]> {
  const [accounts, delegations] = await Promise.all([listAccounts(db), listDelegations(db, today)]);
  const nameOf = (giverId: number) => accounts.find((giver) => giver.id === giverId)?.displayName ?? '';
  return accounts
    .filter(({ isActive }) => isActive)
    .map((account) => {
      const { roles, lent } = effectiveRoles(account, accounts, delegations, today);
      return {
        id: account.id,
        displayName: account.displayName,
        roles,
        standsInFor: lent.filter(({ role }) => role === 'clerk').map(({ giverId }) => giverId),
        mustChangePassword: account.mustChangePassword,
        lent: lent.map((delegation) => ({ ...delegation, giverName: nameOf(delegation.giverId) })),
      };
    });
}

/** The file is open and the account is gone: it is stopped here and told why. */
export const GONE = '您的账号已被停用或移除，程序已锁定。已填写的内容已存为草稿，如有疑问请联系管理员。';
