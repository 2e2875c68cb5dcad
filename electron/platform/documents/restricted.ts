import { Refusal } from '@shared/contract/result';
import { can } from '@shared/domain/kernel/permissions';
import type { PaperModel } from '@shared/domain/papers/model';
import type { QueryContext } from '../../ipc/context';
import type { Account } from '../accounts/session';
import type { DocumentRecord } from './documents.repository';
import type { PaperDesk, ReadContext } from './paper-module';

/** What lists, search and file names call the person a restricted paper is addressed to. */
export const HIDDEN_ADDRESSEE = '反映人';

/** Addressee as it may stand outside the paper itself. */
export function publicAddressee(desk: Pick<PaperDesk, 'traits'>, kind: string, model: PaperModel): string {
  return desk.traits(kind).isRestricted ? HIDDEN_ADDRESSEE : (model.addressee ?? '');
}

/** Refuses with FORBIDDEN unless the account may see the complainant block. */
export function requireRestricted(ctx: ReadContext, desk: Pick<PaperDesk, 'traits'>, kind: string): void {
  if (desk.traits(kind).isRestricted && !can(ctx.account.roles, 'complainant.read')) {
    throw new Refusal('FORBIDDEN', '该文书含反映人信息，只有经办人和获准查阅的人员可以打开。');
  }
}

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
