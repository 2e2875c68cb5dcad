import { Refusal } from '@shared/contract/result';
import { maySeeComplainant } from '../accounts/complainant-access';

/** Evidence that shows who complained: what lists say of it, and who may open it. */

export const HIDDEN_NAME = '涉及反映人的材料';

/** Refuses with FORBIDDEN unless the account may see who complained in this very case. */
export async function requireReadable(
  ctx: Parameters<typeof maySeeComplainant>[0],
  evidence: { readonly caseId: number; readonly isRestricted: number },
): Promise<void> {
  if (evidence.isRestricted === 0 || (await maySeeComplainant(ctx, evidence.caseId))) return;
  throw new Refusal('FORBIDDEN', '该材料涉及反映人，只有经办人和获准查阅的人员可以打开。');
}

/** How the log names a piece: by its number only, for its name may be a person's. */
export const auditName = (evidence: { readonly number: number; readonly isRestricted: number }): string =>
  `证据${evidence.number}${evidence.isRestricted === 1 ? '（涉及反映人）' : ''}`;
