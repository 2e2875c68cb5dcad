import { Refusal } from '@shared/contract/result';
import { can } from '@shared/domain/kernel/permissions';
import { type DeskHolder, isOnDesk } from '@shared/domain/papers/lifecycle-desk';
import type { PaperModel } from '@shared/domain/papers/model';
import type { QueryContext } from '../../ipc/context';
import { maySeeComplainant } from '../accounts/complainant-access';
import type { Account } from '../accounts/session';
import { listStandings } from '../accounts/standing';
import type { DocumentRecord } from './documents.repository';
import type { PaperDesk, ReadContext } from './paper-module';

/** What lists, search and file names call the person a restricted paper is addressed to. */
export const HIDDEN_ADDRESSEE = '反映人';

/** Addressee as it may stand outside the paper itself. */
export function publicAddressee(desk: Pick<PaperDesk, 'traits'>, kind: string, model: PaperModel): string {
  return desk.traits(kind).isRestricted ? HIDDEN_ADDRESSEE : (model.addressee ?? '');
}

/**
 * Refuses with FORBIDDEN unless the account may see the complainant of the case, or the paper lies on its desk for review,
 * signature or seal: that much of the complainant stands in it, and no more of the case opens.
 */
export async function requireRestricted(
  ctx: ReadContext,
  desk: Pick<PaperDesk, 'traits'>,
  document: Pick<DocumentRecord, 'kind' | 'caseId' | 'status' | 'assignedTo'>,
): Promise<void> {
  if (!desk.traits(document.kind).isRestricted || document.caseId === null) return;
  if (await maySeeComplainant(ctx, document.caseId)) return;
  if (isOnDesk(document, ctx.account.id, await deskHolders(ctx))) return;
  throw new Refusal(
    'FORBIDDEN',
    '该文书含反映人信息，只有本案经办人、获准查阅的人员和正在办理该文书的人员可以打开。需要查看的，请由经办人在本案“当事人”页授权。',
  );
}

/** The office as the chain sees it today. */
export const deskHolders = async (ctx: ReadContext): Promise<readonly DeskHolder[]> =>
  (await listStandings(ctx.db, ctx.clock.today())).map(({ id, roles, lent }) => ({
    id,
    can: (permission) => can(roles, permission),
    lentBy: (permission) => lent.filter(({ role }) => can([role], permission)).map(({ giverId }) => giverId),
  }));

/** Papers an account has opened since it logged in: each keystroke of its preview shows no more than was remembered then. */
const shown = new WeakMap<Account, Set<number>>();

export const wasShown = (account: Account, documentId: number): boolean =>
  shown.get(account)?.has(documentId) ?? false;

/** A paper that names the complainant is opened: that stands in the audit log. */
export function rememberShown(
  ctx: Pick<QueryContext, 'account' | 'shown'>,
  desk: PaperDesk,
  document: Pick<DocumentRecord, 'id' | 'kind' | 'caseId'>,
): void {
  const { isRestricted, label } = desk.traits(document.kind);
  if (!isRestricted || document.caseId === null) return;
  ctx.shown('complainant', document.caseId, `查看含反映人信息的${label}`);
  const ids = shown.get(ctx.account) ?? new Set();
  shown.set(ctx.account, ids.add(document.id));
}
