import type { JobContext } from '../../ipc/context';
import type { AuditEntry } from '../audit/audit.repository';

/** To the printer. The row is there before the paper; that nothing came of it is said by a second one. */
export async function printOut(
  ctx: JobContext,
  entry: AuditEntry,
  html: string,
): Promise<{ isPrinted: boolean }> {
  const isPrinted = await ctx.takeOut(entry, () => ctx.ports.print(html));
  if (!isPrinted) {
    await ctx.command(({ audit }) => audit({ ...entry, summary: `没有打印：${entry.summary}` }));
  }
  return { isPrinted };
}
