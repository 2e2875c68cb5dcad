import type { Output, Parsed } from '@shared/contract';
import type { Handlers, JobContext } from '../../ipc/context';
import { writeOut } from '../exchange/write-out';
import { auditChoices, listAudit } from './audit.service';

type Channels = 'audit.list' | 'audit.choices' | 'audit.verify' | 'audit.export';

export const auditHandlers: Handlers<Channels> = {
  'audit.list': listAudit,
  'audit.choices': auditChoices,
  'audit.verify': verify,
  'audit.export': exportAudit,
};

const connection = ({ session }: JobContext) => ({
  databasePath: session.databasePath,
  dataKey: session.dataKey,
});

async function verify(ctx: JobContext, { jobId }: Parsed<'audit.verify'>): Promise<Output<'audit.verify'>> {
  const worker = ctx.jobs.open();
  const untrack = ctx.jobs.track(jobId, () => void worker.close());
  try {
    return await worker.call(
      'audit.verify',
      { ...connection(ctx), remembered: ctx.ports.rememberedHeads() },
      (phase, done, total) => ctx.ports.progress({ jobId, phase, done, total }),
    );
  } finally {
    untrack();
    await worker.close();
  }
}

async function exportAudit(ctx: JobContext, filter: Parsed<'audit.export'>): Promise<Output<'audit.export'>> {
  const { unitName } = ctx.session;
  const path = await ctx.ports.saveFile({
    title: '导出操作日志',
    defaultPath: `${unitName}操作日志.xlsx`,
    extensions: ['xlsx'],
  });
  if (!path) return null;
  const asOf = ctx.clock.now().toLocaleString('zh-CN', { hour12: false });
  const worker = ctx.jobs.open();
  try {
    const work = { ...connection(ctx), filter, unitName, asOf };
    const { count, bytes } = await worker.call('audit.workbook', work);
    const entry = { entity: 'audit', entityId: null, summary: `导出操作日志 ${count} 条` };
    await ctx.takeOut(entry, () => writeOut(path, bytes));
    return { path, count };
  } finally {
    await worker.close();
  }
}
