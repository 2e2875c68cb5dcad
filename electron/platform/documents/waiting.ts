import type { TodoItem } from '@shared/contract/cases';
import { can, type Permission } from '@shared/domain/kernel/permissions';
import { WAITING_STATES } from '@shared/domain/papers/lifecycle';
import { listStandings } from '../accounts/standing';
import { listWaitingFor } from './documents.repository';
import type { ReadContext } from './paper-module';

const TODO_LABELS: Readonly<Record<string, string>> = {
  D01: '退回给我',
  D02: '待我审核',
  D03: '待我签发',
  D04: '待用印',
};

const RIGHTS: Readonly<Record<string, Permission>> = { D01: 'case.write', ...WAITING_STATES };

/** Papers on the to-do page of this account: what came back to it, what it may review, sign or seal. */
export async function waitingTodos(ctx: ReadContext, limit: number): Promise<TodoItem[]> {
  const accounts = await listStandings(ctx.db, ctx.clock.today());
  const mine = Object.entries(RIGHTS)
    .filter(([, permission]) => can(ctx.account.roles, permission))
    .map(([status, permission]) => ({
      status,
      able: accounts.filter(({ roles }) => can(roles, permission)).map(({ id }) => id),
      // A draft that was given to nobody did not come back to anybody.
      isForAnyone: status !== 'D01',
    }));
  // Who stands in for somebody finds that desk on the own page.
  const lent = accounts.find(({ id }) => id === ctx.account.id)?.lent ?? [];
  const desks = [ctx.account.id, ...lent.map(({ giverId }) => giverId)];
  const papers = await listWaitingFor(ctx.db, desks, mine, limit);
  return papers.map((paper) => ({
    kind: 'approval',
    caseId: paper.caseId,
    documentId: paper.id,
    title: paper.title,
    party: paper.addressee,
    what: TODO_LABELS[paper.status] ?? '',
    dueOn: null,
    daysLeft: null,
    actionLabel: paper.status === 'D01' ? '去修改' : '去办理',
  }));
}
