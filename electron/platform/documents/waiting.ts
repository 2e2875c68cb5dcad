import type { TodoItem } from '@shared/contract/cases';
import { can, type Permission } from '@shared/domain/kernel/permissions';
import { WAITING_STATES } from '@shared/domain/papers/lifecycle';
import { listStandings } from '../accounts/standing';
import { listWaitingFor } from './documents.repository';
import type { ReadContext } from './paper-module';

type Desk = { readonly status: string; readonly right: Permission; readonly label: string };

/** Where a paper may lie, who may take it from there, and how the home page calls it. */
const DESKS: readonly Desk[] = [
  { status: 'D01', right: 'case.write', label: '退回给我' },
  { status: 'D02', right: WAITING_STATES.D02, label: '待我审核' },
  { status: 'D03', right: WAITING_STATES.D03, label: '待我签发' },
  { status: 'D04', right: WAITING_STATES.D04, label: '待用印' },
];

/** Papers on the to-do page of this account: what came back to it, what it may review, sign or seal. */
export async function waitingTodos(ctx: ReadContext, limit: number): Promise<TodoItem[]> {
  const accounts = await listStandings(ctx.db, ctx.clock.today());
  const mine = DESKS.filter(({ right }) => can(ctx.account.roles, right)).map(({ status, right }) => ({
    status,
    able: accounts.filter(({ roles }) => can(roles, right)).map(({ id }) => id),
    // A draft that was given to nobody did not come back to anybody.
    isForAnyone: status !== 'D01',
  }));
  // Who stands in for somebody finds that desk on the own page.
  const lent = accounts.find(({ id }) => id === ctx.account.id)?.lent ?? [];
  const desks = [ctx.account.id, ...lent.map(({ giverId }) => giverId)];
  const labels = new Map(DESKS.map(({ status, label }) => [status, label]));
  const papers = await listWaitingFor(ctx.db, desks, mine, limit);
  return papers.map((paper) => ({
    kind: 'approval',
    caseId: paper.caseId,
    documentId: paper.id,
    title: paper.title,
    party: paper.addressee,
    what: labels.get(paper.status) ?? '',
    dueOn: null,
    daysLeft: null,
    actionLabel: paper.status === 'D01' ? '去修改' : '去办理',
  }));
}
