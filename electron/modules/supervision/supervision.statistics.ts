import type { Output, Parsed } from '@shared/contract';
import { addDays, yearOf } from '@shared/domain/kernel/civil-date';
import { workdaysLeft } from '@shared/domain/kernel/deadline';
import { LEDGERS } from '@shared/domain/supervision/ledgers';
import { byMonth } from '@shared/domain/supervision/statistics';
import { isCertified } from '@shared/domain/supervision/supervisors';
import type { Handlers, QueryContext } from '../../ipc/context';
import { toTodo } from '../../platform/cases/cases.handlers';
import { listDue } from '../../platform/deadlines/deadlines.repository';
import { waitingTodos } from '../../platform/documents/waiting';
import { loadOffice } from '../../platform/settings/office';
import { exportChart } from '../../platform/statistics/chart-export';
import { exportYear } from './supervision.statistics-export';
import { readLedger, requireLedger } from './supervision.statistics-ledgers';
import { boardMonths, boardNumbers, distributions, readYear, yearRange } from './supervision.statistics-year';
import { listSupervisors } from './supervisors.repository';

type Channels =
  | 'todo.board'
  | 'statistics.year'
  | 'statistics.ledgers'
  | 'statistics.ledger'
  | 'statistics.export'
  | 'statistics.chart.export';
const SOON_WORKDAYS = 5;
const SHOWN = 200;

export const supervisionStatisticsHandlers: Handlers<Channels> = {
  'todo.board': (ctx) => readBoard(ctx),
  'statistics.year': (ctx, input) => readStatistics(ctx, input),
  'statistics.ledgers': async () => LEDGERS.map(({ key, label }) => ({ value: key, label })),
  'statistics.ledger': async (ctx, { ledger: key, year, ...page }) => {
    const ledger = requireLedger(key);
    const today = ctx.clock.today();
    const desk = { today, office: await loadOffice(ctx.db, ctx.resources, today) };
    const { rows, total } = await readLedger(ctx.db, desk, ledger, yearRange(year), page);
    return { columns: [...ledger.columns], rows: [...rows], total };
  },
  'statistics.export': (ctx, input) => exportYear(ctx, input),
  'statistics.chart.export': exportChart,
};

async function readStatistics(
  ctx: QueryContext,
  input: Parsed<'statistics.year'>,
): Promise<Output<'statistics.year'>> {
  const today = ctx.clock.today();
  const office = await loadOffice(ctx.db, ctx.resources, today);
  const year = await readYear(ctx.db, office, today, input);
  const { byType, byTown, byViolation, bySource } = distributions(year, office);
  return {
    asOf: ctx.clock.now().toISOString(),
    indicators: [...year.indicators],
    byType,
    byTown,
    byViolation,
    bySource,
    byMonth: [...byMonth(year.input)],
  };
}

async function readBoard(ctx: QueryContext): Promise<Output<'todo.board'>> {
  const today = ctx.clock.today();
  const office = await loadOffice(ctx.db, ctx.resources, today);
  const { calendar } = office;
  const soonUntil = calendar.addWorkdays(today, SOON_WORKDAYS).dueOn;
  const [due, papers, supervisors, year] = await Promise.all([
    listDue(ctx.db, null, soonUntil, SHOWN * 3),
    waitingTodos(ctx, SHOWN),
    listSupervisors(ctx.db),
    readYear(ctx.db, office, today, { year: yearOf(today), town: '' }),
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
      ...papers,
      ...expiring.map((person) => ({
        kind: 'certificate' as const,
        caseId: null,
        documentId: null,
        title: `监督员证即将到期：${person.name}`,
        party: person.certificateNo,
        what: '换证',
        dueOn: person.validTo,
        daysLeft: workdaysLeft(person.validTo, today, calendar),
        actionLabel: '去查看',
      })),
    ],
    year: boardNumbers(year),
    monthly: boardMonths(year),
    isCalendarProjected: calendar.yearStatus(soonUntil) !== 'published',
  };
}
