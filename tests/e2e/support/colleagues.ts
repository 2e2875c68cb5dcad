import type { Page } from '@playwright/test';
import type { Role } from '../../../shared/domain/kernel/permissions.ts';
import { call } from './calls.ts';
import { goTo, logIn, stillness } from './office.ts';

/** Further accounts of one file, who come to the one PC in turn. */

export type Colleague = {
  readonly displayName: string;
  readonly loginName: string;
  readonly roles: readonly Role[];
};

const FIRST = 'diyici-2026';
const PASSWORD = 'ceshi-2026-3';

/** Makes the accounts; each has logged in once and set a password of its own. */
export async function hire(page: Page, people: readonly Colleague[]): Promise<void> {
  for (const person of people)
    await call(page, 'accounts.add', { ...person, roles: [...person.roles], password: FIRST });
  for (const { loginName } of people) {
    await call(page, 'session.lock', {});
    await call(page, 'session.unlock', { loginName, password: FIRST });
    await call(page, 'accounts.password.change', { oldPassword: FIRST, newPassword: PASSWORD });
  }
}

/** Who is at the desk leaves, the other logs in. */
export async function become(
  page: Page,
  { loginName, password = PASSWORD }: { readonly loginName: string; readonly password?: string },
): Promise<void> {
  await call(page, 'session.lock', {});
  await page.reload();
  await logIn(page, { loginName, password });
  await stillness(page);
  await goTo(page, '/');
}

/** Number of the account, as a field that names a person takes it. */
export async function accountOf(
  page: Page,
  { displayName }: Pick<Colleague, 'displayName'>,
): Promise<string> {
  const people = await call(page, 'accounts.names', {});
  const found = people.find((person) => person.displayName === displayName);
  if (!found) throw new Error(`no account of ${displayName}`);
  return String(found.id);
}
