import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Role } from '@shared/domain/kernel/permissions';
import { readVault, type Vault } from '../../../electron/platform/vault/vault';
import { createTestOffice, TEST_UNIT, type TestOffice } from '../../builders/office';

export const FIRST_PASSWORD = 'erstes-2026';
export const OWN_PASSWORD = 'eigenes-2026';

export const dataFolder = (office: TestOffice) => join(office.folder, 'office');
export const keysPath = (office: TestOffice) => join(dataFolder(office), 'keys.json');
export const keysText = (office: TestOffice) => readFileSync(keysPath(office), 'utf8');

export function vaultOf(office: TestOffice): Vault {
  const vault = readVault(keysPath(office));
  if (vault?.format !== 2) throw new Error('keys.json is not of today’s form');
  return vault;
}

export const slotNames = (office: TestOffice): string[] =>
  vaultOf(office)
    .slots.map(({ owner }) => owner)
    .sort();

export const logIn = (office: TestOffice, loginName: string, password: string) =>
  office.invoke('session.unlock', { loginName, password });

export async function mustLogIn(office: TestOffice, loginName: string, password: string): Promise<void> {
  const result = await logIn(office, loginName, password);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
}

export const asAdministrator = (office: TestOffice) =>
  mustLogIn(office, TEST_UNIT.loginName, TEST_UNIT.password);

/** A colleague who has already set an own password; the administrator is logged in again afterwards. */
export async function addColleague(
  office: TestOffice,
  colleague: { loginName: string; displayName: string; roles: Role[] },
): Promise<number> {
  const { id } = await office.must('accounts.add', { ...colleague, password: FIRST_PASSWORD });
  await mustLogIn(office, colleague.loginName, FIRST_PASSWORD);
  await office.must('accounts.password.change', { oldPassword: FIRST_PASSWORD, newPassword: OWN_PASSWORD });
  await asAdministrator(office);
  return id;
}

export const LIJUN = { loginName: 'lijun', displayName: '李军', roles: ['clerk'] as Role[] };

/** Made, typed back, in force. */
export async function issueCode(office: TestOffice): Promise<string> {
  const { code } = await office.must('recovery.issue', { password: TEST_UNIT.password });
  await office.must('recovery.confirm', { code });
  return code;
}

/** The folder as it stands at this moment, opened by a program of its own. */
export async function openCopy(office: TestOffice, folder: string): Promise<TestOffice> {
  cpSync(dataFolder(office), join(folder, 'office'), { recursive: true });
  return createTestOffice({ folder, isNew: true });
}

export const auditTexts = async (office: TestOffice, text = ''): Promise<string[]> =>
  (await office.must('audit.list', { text, limit: 100 })).rows.map(({ summary }) => summary);
