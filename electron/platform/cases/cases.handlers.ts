import { CASE_VIEWS, type CaseFilter, type CaseRow, everyCase, type TodoItem } from '@shared/contract/cases';
import { Refusal } from '@shared/contract/result';
import { auditHeadText } from '@shared/domain/kernel/audit-head';
import type { Calendar } from '@shared/domain/kernel/calendar';
import { addDays, type CivilDate, diffDays } from '@shared/domain/kernel/civil-date';
import { workdaysLeft } from '@shared/domain/kernel/deadline';
import { shownTotal } from '../../db/counting';
import type { CommandContext, Handlers, JobContext, QueryContext } from '../../ipc/context';
import { auditHead } from '../audit/audit.repository';
import { listDue } from '../deadlines/deadlines.repository';
import { addToCaseCount } from '../employers/employers.repository';
import { takeOutWorkbook } from '../exchange/take-workbook';
import { dropRecord } from '../search/search.repository';
import { loadCalendar } from '../settings/office';
import type { CaseModule } from './case-module';
import {
  countCases,
  deleteSavedView,
  findCase,
  listCases,
  listSavedViews,
  setCaseDeleted,
  upsertSavedView,
} from './cases.repository';
import { indexAgain } from './index-again';

type Channels =
  | 'cases.list'
  | 'cases.counts'
  | 'cases.export'
  | 'cases.remove'
  | 'cases.restore'
  | 'views.list'
  | 'views.save'
  | 'views.remove'
  | 'deadlines.calendar';

const LONGEST_CALENDAR = 62;
const EXPORT_PAGE = 200;

export function createCasesHandlers(modules: readonly CaseModule[]): Handlers<Channels> {
  const moduleOf = (key: string): CaseModule => {
    const module = modules.find((known) => known.key === key);
    if (!module) throw new Refusal('NOT_FOUND', '没有这个业务模块。');
    return module;
  };

  return {
    'cases.list': async (ctx, { offset, limit, ...filter }) => {
      const module = moduleOf(filter.module);
      const query = { ...filter, today: ctx.clock.today(), accountId: ctx.account.id };
      const conditions = module.conditions(filter);
      const [rows, calendar] = await Promise.all([
        listCases(ctx.db, query, conditions, { offset, limit }),
        loadCalendar(ctx.db, ctx.resources),
      ]);
      // A first page that is not full has told the total.
      const isWhole = offset === 0 && rows.length < limit;
      const total = isWhole ? rows.length : await countCases(ctx.db, query, conditions);
      const daysLeft = countOnce(calendar, ctx.clock.today());
      return { rows: rows.map((row) => toCaseRow(row, module, daysLeft)), ...shownTotal(total) };
    },
    'cases.counts': async (ctx, { module }) => {
      const counts = await Promise.all(
        CASE_VIEWS.map(async (view) => {
          const query = { ...everyCase(module), view, today: ctx.clock.today(), accountId: ctx.account.id };
          return [view, shownTotal(await countCases(ctx.db, query, [])).total] as const;
        }),
      );
      return Object.fromEntries(counts);
    },
    'cases.export': (ctx, filter) => exportCases(ctx, moduleOf(filter.module), filter),
    'cases.remove': async (ctx, { id, revision }) => {
      const row = await findCase(ctx.db, id);
      if (!row) throw new Refusal('NOT_FOUND', '该案件不存在。');
      if (row.stage === 'archived') throw new Refusal('REFUSED', '已归档的案件不能移入回收站。');
      const at = ctx.clock.now().toISOString();
      if (!(await setCaseDeleted(ctx.tx, id, revision, at, at))) throw stale();
      if (row.employerId !== null) await addToCaseCount(ctx.tx, row.employerId, -1);
      await dropRecord(ctx.tx, 'case', id);
      await ctx.audit({
        entity: 'case',
        entityId: id,
        summary: `案件移入回收站 ${row.caseNo || row.clueNo}`,
      });
      ctx.changed('case', id);
      return { id };
    },
    'cases.restore': async (ctx, { id }) => restoreCase(ctx, id),
    'views.list': ({ db, account }, { list }) => listSavedViews(db, account.id, list),
    'views.save': async (ctx, { list, name, query }) => {
      const createdAt = ctx.clock.now().toISOString();
      const id = await upsertSavedView(ctx.tx, { accountId: ctx.account.id, list, name, query, createdAt });
      await ctx.audit({ entity: 'view', entityId: id, summary: `保存视图 ${name}` });
      ctx.changed('view', id);
      return { id };
    },
    'views.remove': async (ctx, { id }) => {
      await deleteSavedView(ctx.tx, ctx.account.id, id);
      await ctx.audit({ entity: 'view', entityId: id, summary: '删除视图' });
      ctx.changed('view', id);
      return { id };
    },
    'deadlines.calendar': (ctx, { from, to }) => readCalendar(ctx, from, to),
  };
}

const stale = () => new Refusal('STALE_REVISION', '该案件刚在另一窗口办理过，请重新打开后再试。');

type ListedCase = Awaited<ReturnType<typeof listCases>>[number];

/** Workdays left until a day; rows of a page are often due on the same days. */
function countOnce(calendar: Calendar, today: CivilDate): (dueOn: CivilDate) => number {
  const known = new Map<CivilDate, number>();
  return (dueOn) => {
    const left = known.get(dueOn) ?? workdaysLeft(dueOn, today, calendar);
    known.set(dueOn, left);
    return left;
  };
}

function toCaseRow(row: ListedCase, module: CaseModule, daysLeft: (dueOn: CivilDate) => number): CaseRow {
  return {
    id: row.id,
    revision: row.revision,
    caseNo: row.caseNo || row.clueNo,
    title: row.title,
    employerName: row.employerName,
    town: row.town,
    state: row.state,
    stateLabel: module.stateLabel(row.state),
    openedOn: row.openedOn,
    nextDueOn: row.nextDueOn,
    nextDueLabel: row.nextDueLabel,
    daysLeft: row.nextDueOn === null ? null : daysLeft(row.nextDueOn),
    handlerName: row.handlerName,
    updatedAt: row.updatedAt,
  };
}

async function restoreCase(ctx: CommandContext, id: number): Promise<{ id: number }> {
  const row = await findCase(ctx.db, id);
  if (!row) throw new Refusal('NOT_FOUND', '该案件不存在。');
  if (row.deletedAt === null) throw new Refusal('REFUSED', '该案件不在回收站中，不用恢复。');
  if (!(await setCaseDeleted(ctx.tx, id, row.revision, null, ctx.clock.now().toISOString()))) throw stale();
  if (row.employerId !== null) await addToCaseCount(ctx.tx, row.employerId, 1);
  await indexAgain(ctx.tx, id);
  await ctx.audit({ entity: 'case', entityId: id, summary: `恢复案件 ${row.caseNo || row.clueNo}` });
  ctx.changed('case', id);
  return { id };
}

async function readCalendar(ctx: QueryContext, from: CivilDate, to: CivilDate) {
  const days = Math.min(Math.max(diffDays(from, to), 0), LONGEST_CALENDAR);
  const [calendar, due] = await Promise.all([
    loadCalendar(ctx.db, ctx.resources),
    listDue(ctx.db, from, addDays(from, days), 2000),
  ]);
  return Array.from({ length: days + 1 }, (_, i) => {
    const date = addDays(from, i);
    return {
      date,
      isWorkday: calendar.isWorkday(date),
      dayName: calendar.dayName(date),
      items: due.filter((row) => row.dueOn === date).map((row) => toTodo(row, calendar, ctx.clock.today())),
    };
  });
}

type DueRow = Awaited<ReturnType<typeof listDue>>[number];

/** A running deadline as a line of the to-do page. */
export function toTodo(row: DueRow, calendar: Calendar, today: CivilDate): TodoItem {
  return {
    kind: 'deadline',
    caseId: row.caseId,
    documentId: row.documentId,
    title: `${row.caseNo || row.clueNo} ${row.title}`.trim(),
    party: row.employerName,
    what: row.label,
    dueOn: row.dueOn,
    daysLeft: workdaysLeft(row.dueOn, today, calendar),
    actionLabel: '去办理',
  };
}

async function exportCases(ctx: JobContext, module: CaseModule, filter: CaseFilter) {
  const path = await ctx.ports.saveFile({
    title: '导出案件清单',
    defaultPath: `${module.label}案件清单.xlsx`,
    extensions: ['xlsx'],
  });
  if (!path) return null;
  const query = { ...filter, today: ctx.clock.today(), accountId: ctx.account.id };
  const calendar = await loadCalendar(ctx.db, ctx.resources);
  const daysLeft = countOnce(calendar, ctx.clock.today());
  const rows: CaseRow[] = [];
  for (let offset = 0; ; offset += EXPORT_PAGE) {
    const page = await listCases(ctx.db, query, module.conditions(filter), { offset, limit: EXPORT_PAGE });
    rows.push(...page.map((row) => toCaseRow(row, module, daysLeft)));
    if (page.length < EXPORT_PAGE) break;
  }
  const columns = [
    { label: '案号' },
    { label: '案由' },
    { label: '用人单位' },
    { label: '乡镇（街道）' },
    { label: '状态' },
    { label: '收到日期', format: 'date' as const },
    { label: '下一期限' },
    { label: '到期日', format: 'date' as const },
    { label: '经办人' },
  ].map((column) => ({ ...column, isNumber: false }));
  const table = rows.map((row) => [
    row.caseNo,
    row.title,
    row.employerName,
    row.town,
    row.stateLabel,
    row.openedOn,
    row.nextDueLabel,
    row.nextDueOn ?? '',
    row.handlerName,
  ]);
  const head = auditHeadText(await auditHead(ctx.db));
  const note = `截至 ${ctx.clock.today()}，共 ${rows.length} 件；${head}`;
  const entry = { entity: 'case', entityId: null, summary: `导出案件清单 ${rows.length} 件` };
  const sheet = { name: '案件', title: `${module.label}案件清单`, note, columns, rows: table };
  await takeOutWorkbook(ctx, entry, { path, sheets: [sheet] });
  return { path, count: rows.length };
}
