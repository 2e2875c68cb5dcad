import { join } from 'node:path';
import type { EmployerInput } from '@shared/contract/employers';
import { Refusal } from '@shared/contract/result';
import { auditHeadText } from '@shared/domain/kernel/audit-head';
import type { Handlers, JobContext } from '../../ipc/context';
import type { JobSession } from '../../jobs/jobs';
import { auditHead } from '../audit/audit.repository';
import { EMPLOYER_FIELDS } from '../employers/employer-fields';
import { listEmployersAfter } from '../employers/employers.repository';
import { EXAMPLE } from './employer-columns';
import { takeOutWorkbook, writeInWorker } from './take-workbook';
import type { WorkbookJob } from './workbook.task';

type Channels =
  | 'employers.import.preview'
  | 'employers.import.commit'
  | 'employers.import.discard'
  | 'employers.import.template'
  | 'employers.export';

const JOB_ID = 'employers.import';
const PAGE = 2000;

/** The workbook stays with its worker between preview and commit; a new preview ends the old one. */
export function createEmployerImportHandlers(): Handlers<Channels> {
  let open: { token: string; worker: JobSession; login: symbol } | null = null;
  let count = 0;

  const discard = async () => {
    await open?.worker.close();
    open = null;
  };
  const connection = (ctx: JobContext) => ({
    databasePath: ctx.session.databasePath,
    dataKey: ctx.session.dataKey,
  });
  const report = (ctx: JobContext) => (phase: string, done: number, total: number) =>
    ctx.ports.progress({ jobId: JOB_ID, phase, done, total });

  return {
    'employers.import.preview': async (ctx, { mapping }) => {
      // What one person chose is not the next one's.
      if (open?.login !== ctx.session.login) await discard();
      const isRemapping = mapping !== null && open !== null;
      const file = isRemapping
        ? null
        : await ctx.ports.pickFile({ title: '选择单位名册', extensions: ['xlsx', 'xls'] });
      if (!isRemapping) {
        if (file === null) return null;
        await discard();
        count += 1;
        open = { token: `import-${count}`, worker: ctx.jobs.open(), login: ctx.session.login };
      }
      if (!open) return null;
      const { token, worker } = open;
      try {
        const preview = await worker.call(
          'employers.read',
          { ...connection(ctx), path: file, mapping, codes: codesOf(ctx) },
          report(ctx),
        );
        return { token, ...preview };
      } catch (error) {
        await discard();
        throw error;
      }
    },
    'employers.import.commit': async (ctx, { token, skipErrors }) => {
      if (open?.token !== token || open.login !== ctx.session.login)
        throw new Refusal('NOT_FOUND', '预览已失效，请重新选择文件。');
      const { worker } = open;
      const untrack = ctx.jobs.track(JOB_ID, () => void discard());
      try {
        // The worker writes through its own connection; all other writers wait, readers do not.
        const result = await ctx.exclusive(() =>
          worker.call(
            'employers.write',
            {
              ...connection(ctx),
              accountId: ctx.account.id,
              accountName: ctx.account.displayName,
              at: ctx.clock.now().toISOString(),
              skipErrors,
            },
            report(ctx),
          ),
        );
        ctx.changed('employer', null);
        await discard();
        return result;
      } finally {
        untrack();
      }
    },
    'employers.import.discard': async () => {
      await discard();
      return {};
    },
    'employers.import.template': async (ctx) => {
      const path = await askForPlace(ctx, '单位名册模板.xlsx');
      if (!path) return null;
      await writeInWorker(ctx, rosterOf(path, '', [rowOf(EXAMPLE, ctx)]));
      return { path };
    },
    'employers.export': async (ctx, filter) => {
      const rows: (string | number | null)[][] = [];
      for (let after = 0; ; ) {
        const page = await listEmployersAfter(ctx.db, { ...filter, isDeleted: false }, after, PAGE);
        for (const employer of page) {
          rows.push(rowOf(employer, ctx));
        }
        const last = page.at(-1);
        if (!last) break;
        after = last.id;
      }
      const head = auditHeadText(await auditHead(ctx.db));
      const note = `截至 ${ctx.clock.today()}，共 ${rows.length} 家；${head}`;
      const path = await askForPlace(ctx, '单位名册.xlsx');
      if (!path) return null;
      const entry = { entity: 'employer', entityId: null, summary: `导出单位名册 ${rows.length} 行` };
      await takeOutWorkbook(ctx, entry, rosterOf(path, note, rows));
      return { path, count: rows.length };
    },
  };
}

const CODED = { industry: 'industries', nature: 'employer-natures' } as const;
type Coded = keyof typeof CODED;
const isCoded = (field: string): field is Coded => field in CODED;

/** By field, what people write for a code. */
const codesOf = (ctx: JobContext) =>
  Object.fromEntries(
    Object.entries(CODED).map(([field, list]) => [
      field,
      Object.fromEntries(
        ctx.resources.catalogue.options[list].items.map((item) => [item.label, item.code] as const),
      ),
    ]),
  );

/** An employer as a row of the roster, in the words of the register. */
function rowOf(employer: EmployerInput, ctx: JobContext): (string | number | null)[] {
  return EMPLOYER_FIELDS.map(({ name }) => {
    if (name === 'hasUnion') return UNION_LABELS[employer.hasUnion];
    const value = Reflect.get(employer, name) as string | number | null;
    if (!isCoded(name)) return value;
    const { items } = ctx.resources.catalogue.options[CODED[name]];
    return items.find(({ code }) => code === value)?.label ?? value;
  });
}

const UNION_LABELS = { yes: '是', no: '否', unknown: '' } as const;

const askForPlace = (ctx: JobContext, name: string): Promise<string | null> =>
  ctx.ports.saveFile({ title: '保存 Excel 文件', defaultPath: join('', name), extensions: ['xlsx'] });

function rosterOf(
  path: string,
  note: string,
  rows: readonly (readonly (string | number | null)[])[],
): WorkbookJob {
  const columns = EMPLOYER_FIELDS.map(({ label, kind }) => ({ label, isNumber: kind === 'count' }));
  return { path, sheets: [{ name: '单位名册', title: '单位名册', note, columns, rows }] };
}
