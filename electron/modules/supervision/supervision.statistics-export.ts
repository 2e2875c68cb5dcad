import type { Output, Parsed } from '@shared/contract';
import type { Ledger, LedgerKey } from '@shared/domain/supervision/ledgers';
import type { JobContext } from '../../ipc/context';
import { auditHead } from '../../platform/audit/audit.repository';
import { takeOutWorkbook } from '../../platform/exchange/take-workbook';
import { loadOffice } from '../../platform/settings/office';
import { statisticsSheets } from '../../platform/statistics/statistics-workbook';
import { readLedger, requireLedger } from './supervision.statistics-ledgers';
import type { Cells, LedgerDesk } from './supervision.statistics-rows';
import { distributions, readYear, yearRange } from './supervision.statistics-year';

const PAGE = 200;

/** One workbook: the indicators with their definitions, then a sheet a ledger. Null when nobody chose a place. */
export async function exportYear(
  ctx: JobContext,
  { year, ledgers }: Parsed<'statistics.export'>,
): Promise<Output<'statistics.export'>> {
  const chosen = ledgers.map(requireLedger);
  const today = ctx.clock.today();
  const office = await loadOffice(ctx.db, ctx.resources, today);
  const path = await ctx.ports.saveFile({
    title: '导出统计和台账',
    defaultPath: `${office.unit.unitName}${year}年一函两书统计和台账.xlsx`,
    extensions: ['xlsx'],
  });
  if (!path) return null;
  const head = await auditHead(ctx.db);
  const statistics = await readYear(ctx.db, office, today, { year, town: '' });
  const groups = distributions(statistics, office);
  const filled = [];
  for (const ledger of chosen) {
    filled.push({ ...ledger, rows: await readWhole(ctx, { office, today }, ledger, year) });
  }
  const sheets = statisticsSheets({
    unitName: office.unit.unitName,
    year,
    asOf: ctx.clock.now().toLocaleString('zh-CN', { hour12: false }),
    auditHead: head,
    indicators: statistics.indicators,
    distributions: [
      { label: '处理方式', counts: groups.byType },
      { label: '线索来源', counts: groups.bySource },
      { label: '违法类型', counts: groups.byViolation },
      { label: '行业', counts: groups.byIndustry },
      { label: '单位性质', counts: groups.byNature },
      { label: '乡镇（街道）', counts: groups.byTown },
    ],
    ledgers: filled,
  });
  const summary = `导出${year}年统计和台账 ${chosen.length} 本`;
  await takeOutWorkbook(ctx, { entity: 'statistics', entityId: null, summary }, { path, sheets });
  return { path };
}

async function readWhole(
  ctx: JobContext,
  desk: LedgerDesk,
  ledger: Ledger & { readonly key: LedgerKey },
  year: number,
): Promise<Cells[]> {
  const rows: Cells[] = [];
  for (;;) {
    const page = await readLedger(ctx.db, desk, ledger, yearRange(year), {
      offset: rows.length,
      limit: PAGE,
    });
    rows.push(...page.rows);
    if (page.rows.length < PAGE) return rows;
  }
}
