import type { Output } from '@shared/contract';
import { addDays } from '@shared/domain/kernel/civil-date';
import { isCertified } from '@shared/domain/supervision/supervisors';
import type { Handlers, QueryContext } from '../../ipc/context';
import { toTodo } from '../../platform/cases/cases.handlers';
import { listDue } from '../../platform/deadlines/deadlines.repository';
import { loadOffice } from '../../platform/settings/office';
import { listWaitingPapers } from './supervision.list.repository';
import { listSupervisors } from './supervisors.repository';

type Channels = 'todo.board';
const SOON_WORKDAYS = 5;
const SHOWN = 200;

export const supervisionStatisticsHandlers: Handlers<Channels> = {
  'todo.board': (ctx) => readBoard(ctx),
};

async function readBoard(ctx: QueryContext): Promise<Output<'todo.board'>> {
  const today = ctx.clock.today();
  const { calendar } = await loadOffice(ctx.db, ctx.resources, today);
  const soonUntil = calendar.addWorkdays(today, SOON_WORKDAYS).dueOn;
  const [due, papers, supervisors] = await Promise.all([
    listDue(ctx.db, null, soonUntil, SHOWN * 3),
    listWaitingPapers(ctx.db, SHOWN),
    listSupervisors(ctx.db),
  ]);
  const items = due.map((row) => toTodo(row, calendar, today));
  const expiring = supervisors.filter(
    (person) =>
      person.isActive === 1 &&
      isCertified({ ...person, isActive: true }, today) &&
      person.validTo <= addDays(today, 60),
  );
  return {
    overdue: items.filter((item) => (item.dueOn ?? '') < today),
    today: items.filter((item) => item.dueOn === today),
    soon: items.filter((item) => (item.dueOn ?? '') > today),
    waiting: [
      ...papers.map((paper) => ({
        kind: 'approval' as const,
        caseId: paper.caseId,
        documentId: paper.id,
        title: paper.title,
        party: paper.addressee,
        what: paper.status === 'D02' ? '法律审核' : '审批签发',
        dueOn: null,
        daysLeft: null,
        actionLabel: '去办理',
      })),
      ...expiring.map((person) => ({
        kind: 'certificate' as const,
        caseId: null,
        documentId: null,
        title: `监督员证即将到期：${person.name}`,
        party: person.certificateNo,
        what: '换证',
        dueOn: person.validTo,
        daysLeft: calendar.workdaysBetween(today, person.validTo),
        actionLabel: '去查看',
      })),
    ],
    year: [],
    monthly: [],
    isCalendarProjected: calendar.yearStatus(soonUntil) !== 'published',
  };
}
