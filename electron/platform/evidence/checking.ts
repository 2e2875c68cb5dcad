import type { Output } from '@shared/contract';
import type { JobContext } from '../../ipc/context';
import type { CheckReport } from './check-store';
import { listEvidenceOfFiles, listStoredFiles } from './evidence.repository';
import { HIDDEN_NAME } from './restricted';
import { evidenceFolder } from './store';

/** 证据完整性检查, in a thread of its own. It repairs nothing and deletes nothing. */
export async function checkEvidence(ctx: JobContext, jobId: string): Promise<Output<'evidence.check'>> {
  const files = await listStoredFiles(ctx.db);
  const worker = ctx.jobs.open();
  const untrack = ctx.jobs.track(jobId, () => void worker.close());
  try {
    const job = { folder: evidenceFolder(ctx.session.databasePath), files };
    const report = await worker.call('evidence.check', job, (phase, done, total) =>
      ctx.ports.progress({ jobId, phase, done, total }),
    );
    const problems = await nameProblems(ctx, report);
    const { checkedCount, strays, foreignCount } = report;
    const { missingIds, damagedIds } = report;
    await ctx.command(({ audit }) =>
      audit({
        entity: 'evidence',
        entityId: null,
        summary: `证据完整性检查：${checkedCount} 个文件，缺失 ${missingIds.length}，损坏 ${damagedIds.length}，多余 ${strays.count}`,
      }),
    );
    return { checkedCount, problems, strayCount: strays.count, strayBytes: strays.bytes, foreignCount };
  } finally {
    untrack();
    await worker.close();
  }
}

async function nameProblems(ctx: JobContext, { missingIds, damagedIds }: CheckReport) {
  const ids = [...missingIds, ...damagedIds];
  if (ids.length === 0) return [];
  const rows = await listEvidenceOfFiles(ctx.db, ids);
  return rows.map((row) => ({
    evidenceId: row.evidenceId,
    caseId: row.caseId,
    caseNo: row.caseNo || row.clueNo,
    number: row.number,
    name: row.isRestricted === 1 ? HIDDEN_NAME : row.name,
    state: missingIds.includes(row.storedFileId) ? ('missing' as const) : ('damaged' as const),
  }));
}

/** Removes what a killed program left half done. The rows are read last, so that nothing added meanwhile is taken for a stray. */
export async function cleanEvidence(ctx: JobContext): Promise<{ removedCount: number }> {
  const worker = ctx.jobs.open();
  try {
    const storeNames = (await listStoredFiles(ctx.db)).map((file) => file.storeName);
    const { removedCount } = await worker.call('evidence.clean', {
      folder: evidenceFolder(ctx.session.databasePath),
      storeNames,
    });
    await ctx.command(({ audit }) =>
      audit({ entity: 'evidence', entityId: null, summary: `清理多余的证据文件 ${removedCount} 个` }),
    );
    return { removedCount };
  } finally {
    await worker.close();
  }
}
