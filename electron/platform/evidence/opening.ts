import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Output } from '@shared/contract';
import { Refusal } from '@shared/contract/result';
import { findType } from '@shared/domain/evidence/catalogue';
import { exportName, extensionOf } from '@shared/domain/evidence/file-name';
import type { JobContext } from '../../ipc/context';
import { loadOffice } from '../settings/office';
import { copiesFolder, makeCopiesFolder, wipeCopy } from './copies';
import { type EvidenceRecord, findStoredFile } from './evidence.repository';
import { requireEvidence } from './evidence.service';
import { auditName, requireReadable } from './restricted';
import { evidenceFolder, openStored, partOf, type StoredFile } from './store';

/** Ways out of the store: into the window, into another program, onto the office's disk. */

/** An address for the window. Refuses before anything is shown when the file is not whole. */
export async function viewEvidence(ctx: JobContext, id: number): Promise<Output<'evidence.view'>> {
  const evidence = await requireLook(ctx, id);
  const file = await requireFile(ctx, evidence);
  const folder = evidenceFolder(ctx.session.databasePath);
  await (await openStored(folder, file)).close();
  // Remembered before it is seen.
  if (evidence.isRestricted === 1) await remember(ctx, evidence, '查看');
  const { mediaType, pageCount } = evidence;
  return {
    url: ctx.ports.serveFile({ folder, file, mediaType }),
    preview: findType(ctx.resources.evidence, mediaType)?.preview ?? 'none',
    pageCount,
  };
}

/** A private copy for the program that opens such files; it is gone when the lock falls. */
export async function openOutside(
  ctx: JobContext,
  id: number,
  jobId: string,
): Promise<{ isOpened: boolean }> {
  const evidence = await requireLook(ctx, id);
  const folder = copiesFolder(ctx.session.databasePath);
  await makeCopiesFolder(folder);
  const target = join(folder, `${randomBytes(8).toString('hex')}.${extensionOf(evidence.fileName)}`);
  try {
    await write(ctx, evidence, target, jobId);
    // Refused when the lock fell meanwhile: then nobody is given the copy.
    await remember(ctx, evidence, '用其他程序打开');
    return { isOpened: await ctx.ports.openCopy(target) };
  } catch (error) {
    await wipeCopy(target);
    throw error;
  }
}

/** @returns null when the person closed the dialog */
export async function exportEvidence(
  ctx: JobContext,
  id: number,
  jobId: string,
): Promise<{ path: string } | null> {
  const evidence = await requireLook(ctx, id);
  const { unit } = await loadOffice(ctx.db, ctx.resources, ctx.clock.today());
  const extension = extensionOf(evidence.fileName);
  const path = await ctx.ports.saveFile({
    title: '另存证据材料',
    defaultPath: join(unit.exportFolder, exportName(evidence.number, evidence.name, extension)),
    extensions: [extension],
  });
  if (!path) return null;
  await ctx.takeOut(entryOf(evidence, '另存'), () => write(ctx, evidence, path, jobId));
  return { path };
}

async function requireLook(ctx: JobContext, id: number): Promise<EvidenceRecord> {
  const evidence = await requireEvidence(ctx.db, id);
  await requireReadable(ctx, evidence);
  return evidence;
}

async function requireFile(ctx: JobContext, evidence: EvidenceRecord): Promise<StoredFile> {
  const file = await findStoredFile(ctx.db, evidence.storedFileId);
  if (!file) throw new Refusal('NOT_FOUND', '这份证据没有文件。');
  const { storeName, fileKey, sha256, size } = file;
  return { storeName, fileKey, sha256, size };
}

async function write(
  ctx: JobContext,
  evidence: EvidenceRecord,
  target: string,
  jobId: string,
): Promise<void> {
  const file = await requireFile(ctx, evidence);
  const worker = ctx.jobs.open();
  const untrack = ctx.jobs.track(jobId, () => void worker.close());
  try {
    await worker.call(
      'evidence.write',
      { file, folder: evidenceFolder(ctx.session.databasePath), target },
      (phase, done, total) => ctx.ports.progress({ jobId, phase, done, total }),
    );
  } catch (error) {
    await worker.close();
    // A thread that was ended clears nothing away: what it had written is not encrypted.
    await wipeCopy(partOf(target));
    throw error;
  } finally {
    untrack();
    await worker.close();
  }
}

const entryOf = (evidence: EvidenceRecord, what: string) => ({
  entity: 'evidence',
  entityId: evidence.id,
  summary: `${what}${auditName(evidence)}`,
});

const remember = (ctx: JobContext, evidence: EvidenceRecord, what: string): Promise<void> =>
  ctx.command(({ audit }) => audit(entryOf(evidence, what)));
