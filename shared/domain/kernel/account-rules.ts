import type { CivilDate } from './civil-date';
import type { Role } from './permissions';

/** What the rules need to know of an account. */
export type AccountFacts = {
  readonly id: number;
  readonly roles: readonly Role[];
  readonly isActive: boolean;
};

/** One person's role lent to another for a time, e.g. during leave. */
export type Delegation = {
  readonly giverId: number;
  readonly receiverId: number;
  readonly role: Role;
  readonly fromOn: CivilDate;
  readonly toOn: CivilDate;
  readonly isEnded: boolean;
};

const isAdministrator = ({ roles, isActive }: AccountFacts): boolean =>
  isActive && roles.includes('administrator');

/** @returns why the account may not become what `next` says; empty: it may. One active administrator always remains. */
export function judgeAccountChange(accounts: readonly AccountFacts[], next: AccountFacts): string {
  if (next.roles.length === 0) return '请至少选择一个角色。';
  const former = accounts.find(({ id }) => id === next.id);
  if (!former || !isAdministrator(former) || isAdministrator(next)) return '';
  const hasOther = accounts.some((account) => account.id !== next.id && isAdministrator(account));
  return hasOther ? '' : '这是最后一位在用的管理员。请先为另一个账号加上管理员角色，再改动这个账号。';
}

/** Whether it lends on that day. A giver who was removed, or has lost the role, lends nothing. */
export function lendsOn(delegation: Delegation, giver: AccountFacts | undefined, today: CivilDate): boolean {
  return (
    !delegation.isEnded &&
    delegation.fromOn <= today &&
    today <= delegation.toOn &&
    giver?.isActive === true &&
    giver.roles.includes(delegation.role)
  );
}

export type EffectiveRoles = {
  readonly roles: readonly Role[];
  /** Lent and in force today. */
  readonly lent: readonly Delegation[];
};

/** Own roles and those lent for the day, none twice. */
export function effectiveRoles(
  account: AccountFacts,
  accounts: readonly AccountFacts[],
  delegations: readonly Delegation[],
  today: CivilDate,
): EffectiveRoles {
  const lent = delegations.filter(
    (delegation) =>
      delegation.receiverId === account.id &&
      lendsOn(
        delegation,
        accounts.find(({ id }) => id === delegation.giverId),
        today,
      ),
  );
  return { roles: [...new Set([...account.roles, ...lent.map(({ role }) => role)])], lent };
}

export type DelegationPeople = {
  readonly giver: AccountFacts | undefined;
  readonly receiver: AccountFacts | undefined;
  /** The account that enters it: the giver, or an administrator for the giver. */
  readonly enteredBy: number;
};

/** @returns field → why a delegation cannot be entered; empty: it can */
export function judgeDelegation(
  delegation: Omit<Delegation, 'isEnded'>,
  { giver, receiver, enteredBy }: DelegationPeople,
  today: CivilDate,
): Readonly<Record<string, string>> {
  const problems: Record<string, string> = {};
  if (!giver?.isActive) problems.giverId = '请选择在用的账号';
  else if (!giver.roles.includes(delegation.role)) problems.role = '委托人自己没有这个角色，请另选角色';
  if (!receiver?.isActive) problems.receiverId = '请选择在用的账号';
  else if (delegation.giverId === delegation.receiverId) problems.receiverId = '受托人不能是委托人自己';
  else if (receiver.id === enteredBy)
    problems.receiverId = '不能把他人的角色委托给自己，请由委托人本人或者另一位管理员登记';
  else if (receiver.roles.includes(delegation.role)) problems.role ??= '受托人已有这个角色，不需要委托';
  if (delegation.toOn < delegation.fromOn) problems.toOn = '截止日期早于开始日期，请核对';
  else if (delegation.toOn < today) problems.toOn = '截止日期已过，请核对';
  return problems;
}

/** Who may see who complained in one case: its handler, who stands in for the handler, and who was granted it. */
export function seesComplainant(
  account: { readonly id: number; readonly standsInFor: readonly number[] },
  handlerId: number | null,
  grantedIds: readonly number[],
): boolean {
  if (grantedIds.includes(account.id)) return true;
  return handlerId !== null && (handlerId === account.id || account.standsInFor.includes(handlerId));
}

export const SHORTEST_PASSWORD = 8;
const LONGEST_PASSWORD = 200;

/** @returns what is wrong with a new password; empty: nothing */
export function judgeNewPassword(password: string, former = ''): string {
  if (password.length < SHORTEST_PASSWORD) return `密码至少 ${SHORTEST_PASSWORD} 位`;
  if (password.length > LONGEST_PASSWORD) return `密码最多 ${LONGEST_PASSWORD} 位`;
  if (password.trim() === '') return '密码不能全是空格';
  if (new Set(password).size === 1) return '密码不能是同一个字符的重复';
  if (former !== '' && password.normalize('NFKC') === former.normalize('NFKC'))
    return '新密码与原密码相同，请另设一个';
  return '';
}

/** Minutes without input after which the program locks. */
export const IDLE_MINUTES = { least: 1, usual: 10, most: 60 } as const;
