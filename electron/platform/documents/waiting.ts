import type { TodoItem } from '@shared/contract/cases';
import { can, type Permission } from '@shared/domain/kernel/permissions';
import { WAITING_STATES } from '@shared/domain/papers/lifecycle';
import { listWaitingFor } from './documents.repository';
import type { ReadContext } from './paper-module';
import { deskHolders } from './restricted';

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
  const people = await deskHolders(ctx);
  const me = people.find(({ id }) => id === ctx.account.id);
  const mine = DESKS.filter(({ right }) => can(ctx.account.roles, right)).map(({ status, right }) => ({
    status,
    // Who stands in for somebody finds that desk on the own page.
    desks: [ctx.account.id, ...(me?.lentBy(right) ?? [])],
    able: people.filter((person) => person.can(right)).map(({ id }) => id),
    // A draft that was given to nobody did not come back to anybody.
    isForAnyone: status !== 'D01',
  }));
  const labels = new Map(DESKS.map(({ status, label }) => [status, label]));
  const papers = await listWaitingFor(ctx.db, mine, limit);
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
