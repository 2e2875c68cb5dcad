import type { JobContext } from '../../ipc/context';
import type { AuditEntry } from '../audit/audit.repository';
import type { WorkbookJob } from './workbook.task';

/** A workbook with data of the office: remembered, then written. */
export const takeOutWorkbook = (ctx: JobContext, entry: AuditEntry, workbook: WorkbookJob): Promise<void> =>
  ctx.takeOut(entry, () => writeInWorker(ctx, workbook));

/** Without a row: for an empty form. */
export async function writeInWorker(ctx: JobContext, workbook: WorkbookJob): Promise<void> {
  const worker = ctx.jobs.open();
  try {
    await worker.call('workbook.write', workbook);
  } finally {
    await worker.close();
  }
}
