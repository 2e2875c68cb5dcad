import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import type { Output } from '@shared/contract';
import type { GivenFacts } from '@shared/contract/evidence';
import { Refusal } from '@shared/contract/result';
import { isPagedKind } from '@shared/domain/evidence/catalogue';
import type { CommandContext, JobContext } from '../../ipc/context';
import type { JobSession } from '../../jobs/jobs';
import { partPath } from './check-store';
import {
  findKnownPageCount,
  findSecret,
  findStoredFileByHash,
  findTwin,
  insertEvidence,
  insertStoredFile,
  nextPlace,
  replaceStoredFile,
} from './evidence.repository';
import { refuseFutureDay, requireOpenCase } from './evidence.service';
import type { Inspected } from './evidence.tasks';
import { auditName } from './restricted';
import type { Source } from './source';
import { evidenceFolder, type StoredFile, storeNameOf } from './store';

type Wanted = {
  readonly caseId: number;
  readonly source: Source;
  /** Name the file came with. */
  readonly name: string;
  readonly jobId: string;
  readonly given: GivenFacts;
};

/** A file as it stands on disk, ready for its row. */
type Kept = StoredFile & { readonly isNew: boolean; readonly pageCount: number | null };

/** Takes in one file: judged, sealed in a thread of its own, and only then a row. Cancelled at any moment it leaves nothing. */
export async function addEvidence(ctx: JobContext, wanted: Wanted): Promise<Output<'evidence.add'>> {
  await requireOpenCase(ctx.db, wanted.caseId);
  refuseFutureDay(wanted.given.obtainedOn, ctx.clock.today());
  const worker = ctx.jobs.open();
  const untrack = ctx.jobs.track(wanted.jobId, () => void worker.close());
  const report = (phase: string, done: number, total: number) =>
    ctx.ports.progress({ jobId: wanted.jobId, phase, done, total });
  const { source, name } = wanted;
  try {
    const catalogue = ctx.resources.evidence;
    const inspected = await worker.call('evidence.inspect', { source, name, catalogue }, report);
    const whole = await findWhole(ctx, worker, inspected);
    if (whole) await refuseTwin(ctx.db, wanted.caseId, inspected.sha256);
    const kept = whole ?? (await keep(ctx, worker, source, inspected, report));
    return await ctx.command((command) => record(command, wanted, inspected, kept));
  } finally {
    untrack();
    await worker.close();
  }
}

async function refuseTwin(db: JobContext['db'], caseId: number, sha256: string): Promise<void> {
  const twin = await findTwin(db, caseId, sha256);
  if (!twin) return;
  throw new Refusal(
    'DUPLICATE',
    twin.deletedAt === null
      ? `内容与证据${twin.number}完全相同，没有重复添加。`
      : `内容与回收站中的证据${twin.number}完全相同。请在“已移除的材料”中恢复，不必重新添加。`,
  );
}

/** The same content stored before; null when there is none, or when it is lost or damaged: then it is sealed anew. */
async function findWhole(ctx: JobContext, worker: JobSession, { sha256 }: Inspected): Promise<Kept | null> {
  const known = await findStoredFileByHash(ctx.db, sha256);
  if (!known) return null;
  const folder = evidenceFolder(ctx.session.databasePath);
  const { missingIds, damagedIds } = await worker.call('evidence.check', { folder, files: [known] });
  if (missingIds.length + damagedIds.length > 0) return null;
  return { ...known, isNew: false, pageCount: await findKnownPageCount(ctx.db, known.id) };
}

async function keep(
  ctx: JobContext,
  worker: JobSession,
  source: Source,
  { sha256, size, stamp, type }: Inspected,
  report: (phase: string, done: number, total: number) => void,
): Promise<Kept> {
  const folder = evidenceFolder(ctx.session.databasePath);
  const fileKey = randomBytes(32);
  const storeName = storeNameOf(await findSecret(ctx.db), fileKey, sha256);
  const file: StoredFile = { storeName, fileKey, sha256, size };
  const part = partPath(folder, randomBytes(16).toString('hex'));
  try {
    const { mediaType } = type;
    const job = { source, stamp, file, mediaType, folder, part };
    const { pageCount } = await worker.call('evidence.store', job, report);
    return { ...file, isNew: true, pageCount };
  } catch (error) {
    await worker.close();
    await rm(part, { force: true });
    throw error;
  }
}

async function record(
  ctx: CommandContext,
  { caseId, given }: Wanted,
  inspected: Inspected,
  kept: Kept,
): Promise<Output<'evidence.add'>> {
  // Judged again: the case may have been archived, or the same file added, while this one was read.
  await requireOpenCase(ctx.db, caseId);
  const twin = await findTwin(ctx.db, caseId, inspected.sha256);
  if (twin && kept.isNew) return mend(ctx, twin, inspected, kept);
  await refuseTwin(ctx.db, caseId, inspected.sha256);
  refuseFutureDay(given.obtainedOn, ctx.clock.today());
  const at = ctx.clock.now().toISOString();
  const { type } = inspected;
  const { number, position } = await nextPlace(ctx.db, caseId);
  const isRestricted = given.isRestricted ? 1 : 0;
  const id = await insertEvidence(ctx.tx, {
    caseId,
    storedFileId: await storedFileId(ctx, inspected, kept, at),
    number,
    position,
    kind: type.kind,
    name: inspected.title,
    fileName: inspected.fileName,
    provider: given.provider,
    obtainedOn: given.obtainedOn,
    pageCount: kept.pageCount,
    note: '',
    isRestricted,
    addedBy: ctx.account.id,
    createdAt: at,
    updatedAt: at,
  });
  const label = auditName({ number, isRestricted });
  await ctx.audit({ entity: 'evidence', entityId: id, summary: `添加${label}，${type.label}` });
  ctx.changed('evidence', id);
  return { id, number, notices: noticesOf(ctx, inspected, kept) };
}

/** The case has this piece already, but its file was lost or damaged: the one at hand takes its place. */
async function mend(
  ctx: CommandContext,
  twin: { readonly id: number; readonly number: number; readonly isRestricted: number },
  inspected: Inspected,
  kept: Kept,
): Promise<Output<'evidence.add'>> {
  await storedFileId(ctx, inspected, kept, ctx.clock.now().toISOString());
  await ctx.audit({ entity: 'evidence', entityId: twin.id, summary: `补全${auditName(twin)}的文件` });
  ctx.changed('evidence', twin.id);
  const notice = `证据${twin.number}的文件原已缺失或者损坏，现已用这个文件补全。`;
  return { id: twin.id, number: twin.number, notices: [notice] };
}

async function storedFileId(
  ctx: CommandContext,
  { sha256, size, type }: Inspected,
  kept: Kept,
  at: string,
): Promise<number> {
  const fileKey = Buffer.from(kept.fileKey);
  const { storeName } = kept;
  const known = await findStoredFileByHash(ctx.db, sha256);
  if (!known) {
    return insertStoredFile(ctx.tx, {
      ...{ storeName, fileKey, sha256, size },
      mediaType: type.mediaType,
      createdAt: at,
    });
  }
  if (kept.isNew) await replaceStoredFile(ctx.tx, known.id, { storeName, fileKey });
  return known.id;
}

function noticesOf(ctx: CommandContext, inspected: Inspected, kept: Kept): string[] {
  const notices: string[] = [];
  if (inspected.isCorrected) {
    const extension = inspected.fileName.split('.').at(-1);
    notices.push(`扩展名与内容不符，内容是${inspected.type.label}，已按 .${extension} 保存。`);
  }
  if (kept.pageCount === null && isPagedKind(ctx.resources.evidence, inspected.type.kind)) {
    notices.push('页数没有读出，请点“修改”填写页数，编制卷内目录时需要。');
  }
  return notices;
}
