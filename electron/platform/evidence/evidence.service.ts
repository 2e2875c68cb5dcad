import type { Output } from '@shared/contract';
import type { EvidenceFacts, EvidenceRow } from '@shared/contract/evidence';
import { Refusal } from '@shared/contract/result';
import { findType, isPagedKind, kindLabel } from '@shared/domain/evidence/catalogue';
import type { CivilDate } from '@shared/domain/kernel/civil-date';
import type { ReadDb } from '../../db/kysely';
import type { CommandContext, QueryContext } from '../../ipc/context';
import { maySeeComplainant } from '../accounts/complainant-access';
import { findCase } from '../cases/cases.repository';
import type { Resources } from '../resources/resources';
import { type CitingPaper, findCitations, refuseCited } from './citing';
import {
  type EvidenceRecord,
  findEvidence,
  listEvidence,
  listRemovedEvidence,
  setPosition,
  updateEvidence,
} from './evidence.repository';
import { auditName, HIDDEN_NAME, requireReadable } from './restricted';

export async function readList(ctx: QueryContext, caseId: number): Promise<Output<'evidence.list'>> {
  const [rows, removed] = await Promise.all([
    listEvidenceFacts(ctx, caseId),
    listRemovedEvidence(ctx.db, caseId),
  ]);
  return {
    rows,
    removedCount: removed.length,
    kinds: ctx.resources.evidence.kinds.map(({ code, label }) => ({ value: code, label })),
    mayReadRestricted: await maySeeComplainant(ctx, caseId),
  };
}

/** The pieces of a case for whoever works with the case: restricted ones without name, origin and note. */
export async function listEvidenceFacts(
  ctx: Pick<QueryContext, 'db' | 'resources'>,
  caseId: number,
): Promise<EvidenceRow[]> {
  return (await listEvidence(ctx.db, caseId)).map((row) => toListRow(row, ctx.resources));
}

export async function readRemoved(ctx: QueryContext, caseId: number): Promise<EvidenceRow[]> {
  const rows = await listRemovedEvidence(ctx.db, caseId);
  return rows.map((row) => toListRow(row, ctx.resources));
}

/** One piece in full; the look is remembered. */
export async function readEvidence(ctx: QueryContext, id: number): Promise<EvidenceRow> {
  const evidence = await requireEvidence(ctx.db, id);
  await requireReadable(ctx, evidence);
  ctx.shown('evidence', id, `查看${auditName(evidence)}`);
  return toRow(evidence, ctx.resources);
}

/** Refuses with NOT_FOUND. */
export async function requireEvidence(db: ReadDb, id: number): Promise<EvidenceRecord> {
  const evidence = await findEvidence(db, id);
  if (!evidence) throw new Refusal('NOT_FOUND', '这份证据不存在。');
  return evidence;
}

/** Refuses unless evidence of the case may still be changed. */
export async function requireOpenCase(db: ReadDb, caseId: number): Promise<void> {
  const row = await findCase(db, caseId);
  if (!row) throw new Refusal('NOT_FOUND', '该案件不存在或已被移除。');
  if (row.deletedAt !== null) throw new Refusal('REFUSED', '该案件在回收站中，请先恢复案件，再处理证据。');
  if (row.stage === 'archived') throw new Refusal('REFUSED', '该案件已归档，证据材料不能再改。');
}

export function refuseFutureDay(obtainedOn: CivilDate | null, today: CivilDate): void {
  if (obtainedOn === null || obtainedOn <= today) return;
  throw new Refusal('BAD_INPUT', '取得日期有误。', [
    { field: 'obtainedOn', message: '取得日期不能晚于今天' },
  ]);
}

export async function updateFacts(
  ctx: CommandContext,
  input: { id: number; revision: number; facts: EvidenceFacts },
): Promise<{ id: number; revision: number }> {
  const evidence = await requireChangeable(ctx, input.id);
  const { isRestricted, ...facts } = input.facts;
  if (!ctx.resources.evidence.kinds.some((kind) => kind.code === facts.kind)) {
    throw new Refusal('BAD_INPUT', '没有这个证据种类。', [{ field: 'kind', message: '请从列表中选择种类' }]);
  }
  refuseFutureDay(facts.obtainedOn, ctx.clock.today());
  await save(ctx, evidence, input.revision, { ...facts, isRestricted: isRestricted ? 1 : 0 });
  await tell(ctx, evidence, '修改');
  return { id: evidence.id, revision: input.revision + 1 };
}

/** Refuses with STALE_REVISION when the pieces of the case are others by now. */
export async function reorder(
  ctx: CommandContext,
  { caseId, ids }: { caseId: number; ids: readonly number[] },
): Promise<{ caseId: number }> {
  await requireOpenCase(ctx.db, caseId);
  const present = (await listEvidence(ctx.db, caseId)).map((row) => row.id);
  const isSame = present.length === ids.length && present.every((id) => ids.includes(id));
  if (!isSame || new Set(ids).size !== ids.length) {
    throw new Refusal('STALE_REVISION', '证据材料刚在另一窗口增减过，请按现在的列表重新排序。');
  }
  for (const [index, id] of ids.entries()) await setPosition(ctx.tx, id, index + 1);
  await ctx.audit({ entity: 'case', entityId: caseId, summary: '调整证据材料顺序' });
  ctx.changed('evidence', null);
  return { caseId };
}

export const readCitations = async (ctx: QueryContext, id: number): Promise<CitingPaper[]> =>
  findCitations(ctx.db, await requireEvidence(ctx.db, id));

/** Into the recycle bin: neither the record nor its bytes are lost. */
export async function remove(
  ctx: CommandContext,
  { id, revision, reason }: { id: number; revision: number; reason: string },
): Promise<{ id: number }> {
  const evidence = await requireChangeable(ctx, id);
  await refuseCited(ctx.db, evidence);
  await save(ctx, evidence, revision, {
    deletedAt: ctx.clock.now().toISOString(),
    removedReason: reason,
  });
  await tell(ctx, evidence, '移入回收站：');
  return { id };
}

export async function restore(ctx: CommandContext, { id }: { id: number }): Promise<{ id: number }> {
  const evidence = await requireEvidence(ctx.db, id);
  await requireOpenCase(ctx.db, evidence.caseId);
  if (evidence.deletedAt === null) throw new Refusal('REFUSED', '这份证据不在回收站中。');
  await save(ctx, evidence, evidence.revision, { deletedAt: null, removedReason: '' });
  await tell(ctx, evidence, '从回收站恢复');
  return { id };
}

async function requireChangeable(ctx: CommandContext, id: number): Promise<EvidenceRecord> {
  const evidence = await requireEvidence(ctx.db, id);
  await requireReadable(ctx, evidence);
  await requireOpenCase(ctx.db, evidence.caseId);
  if (evidence.deletedAt !== null) throw new Refusal('REFUSED', '这份证据在回收站中，请先恢复。');
  return evidence;
}

async function save(
  ctx: CommandContext,
  evidence: EvidenceRecord,
  revision: number,
  values: Parameters<typeof updateEvidence>[3],
): Promise<void> {
  const updatedAt = ctx.clock.now().toISOString();
  if (!(await updateEvidence(ctx.tx, evidence.id, revision, { ...values, updatedAt }))) {
    throw new Refusal(
      'STALE_REVISION',
      '这份证据刚在另一窗口修改过。请按最新内容重新修改，您填写的内容仍在。',
    );
  }
}

async function tell(ctx: CommandContext, evidence: EvidenceRecord, what: string): Promise<void> {
  await ctx.audit({ entity: 'evidence', entityId: evidence.id, summary: `${what}${auditName(evidence)}` });
  ctx.changed('evidence', evidence.id);
}

/** A list tells of a restricted piece only that it is there, whoever looks: opening it is what is remembered. */
function toListRow(evidence: EvidenceRecord, resources: Resources): EvidenceRow {
  const row = toRow(evidence, resources);
  if (!row.isRestricted) return row;
  const hidden = { fileName: '', provider: '', note: '', removedReason: '' };
  return { ...row, ...hidden, name: HIDDEN_NAME, isHidden: true };
}

function toRow(evidence: EvidenceRecord, resources: Resources): EvidenceRow {
  const { id, revision, number, name, fileName, kind, size, provider, obtainedOn, pageCount, note } =
    evidence;
  const type = findType(resources.evidence, evidence.mediaType);
  return {
    id,
    revision,
    number,
    name,
    fileName,
    kind,
    kindLabel: kindLabel(resources.evidence, kind),
    typeLabel: type?.label ?? evidence.mediaType,
    preview: type?.preview ?? 'none',
    size,
    provider,
    obtainedOn,
    pageCount,
    isPaged: isPagedKind(resources.evidence, kind),
    note,
    isRestricted: evidence.isRestricted === 1,
    isHidden: false,
    addedBy: evidence.addedByName,
    addedAt: evidence.createdAt,
    removedReason: evidence.removedReason,
  };
}
