import { Refusal } from '@shared/contract/result';
import { can } from '@shared/domain/kernel/permissions';
import type { PaperModel } from '@shared/domain/papers/model';
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
