import type { Input, Output } from '@shared/contract';
import { Refusal } from '@shared/contract/result';
import { checkFields } from '@shared/domain/kernel/field-schema';
import { DOCUMENT_ACTIONS, isFrozen } from '@shared/domain/papers/lifecycle';
import type { CommandContext, QueryContext } from '../../ipc/context';
import {
  type DocumentRecord,
  findDocument,
  indexDocument,
  insertDocumentEvent,
  listDocumentEvents,
  removeFromIndex,
  updateDocument,
} from './documents.repository';
import { applyDocumentEffects } from './effects';
import type { PaperDesk, PaperModule, ReadContext } from './paper-module';
import { publicAddressee, requireRestricted } from './restricted';
import { toDocumentRow } from './rows';

export async function openDesk(
  module: PaperModule,
  ctx: ReadContext,
  document: Pick<DocumentRecord, 'caseId' | 'employerId'>,
): Promise<PaperDesk> {
  return module.open(ctx, document.caseId, document.employerId);
}

export async function requireDocument(ctx: ReadContext, id: number): Promise<DocumentRecord> {
  const document = await findDocument(ctx.db, id);
  if (!document) throw new Refusal('NOT_FOUND', '该文书不存在或已被删除。');
  return document;
}

/** The paper page. Opening a paper that names the complainant is remembered in the audit log. */
export async function readDocument(
  ctx: QueryContext,
  module: PaperModule,
  id: number,
): Promise<Output<'documents.get'>> {
  const document = await requireDocument(ctx, id);
  const desk = await openDesk(module, ctx, document);
  requireRestricted(ctx, desk, document.kind);
  if (desk.traits(document.kind).isRestricted && document.caseId !== null) {
    ctx.shown('complainant', document.caseId, `查看含反映人信息的${desk.traits(document.kind).label}`);
  }
  const events = await listDocumentEvents(ctx.db, id);
  const isReadOnly = isFrozen(document.status) || desk.isReadOnly;
  const filled = desk.fill({
    ...document,
    documentNo: document.documentNo || null,
    watermark: watermarkOf(document),
  });
  const model = document.model ?? filled.model;
  return {
    document: toDocumentRow(document, desk),
    fields: desk.fields(document.kind),
    values: document.values,
    edits: { ...document.edits },
    model,
    paragraphs: [...filled.paragraphs],
    findings: document.model ? [] : desk.findings(document, model),
    actions: desk.isReadOnly ? [] : desk.offers(document).map((offer) => ({ ...offer, isGeneral: false })),
    steps: [...desk.steps(document)],
    isReadOnly,
    contentHash: document.contentHash,
    history: events.map((event) => ({
      at: event.createdAt,
      title: documentActionLabel(event.action),
      detail: typeof event.values.opinion === 'string' ? event.values.opinion : '',
      accountName: event.accountName,
    })),
    caseTitle: desk.caseHead.title,
    caseNo: desk.caseHead.caseNo,
  };
}

const documentActionLabel = (key: string): string =>
  DOCUMENT_ACTIONS.find((action) => action.key === key)?.label ?? key;

export const watermarkOf = (document: DocumentRecord) => (document.model ? undefined : ('草稿' as const));

export async function previewDocument(
  ctx: ReadContext,
  module: PaperModule,
  input: Input<'documents.preview'>,
): Promise<Output<'documents.preview'>> {
  const document = await requireDocument(ctx, input.id);
  const desk = await openDesk(module, ctx, document);
  requireRestricted(ctx, desk, document.kind);
  const source = {
    ...document,
    values: input.values,
    edits: input.edits,
    documentNo: document.documentNo || null,
  };
  const { model, paragraphs } = desk.fill({ ...source, watermark: '草稿' });
  return { model, paragraphs: [...paragraphs], findings: desk.findings(source, model) };
}

/** A draft may be incomplete, but never holds a wrong value. */
export async function saveDocument(
  ctx: CommandContext,
  module: PaperModule,
  input: Input<'documents.save'>,
): Promise<{ id: number; revision: number }> {
  const document = await requireDocument(ctx, input.id);
  if (isFrozen(document.status))
    throw new Refusal('REFUSED', '文书已送审或签发，内容不能再改。需要修改请退回，已签发的请办理更正。');
  const desk = await openDesk(module, ctx, document);
  const fields = desk.fields(document.kind);
  const problems = checkFields(
    fields.map((field) => ({ ...field, isRequired: false })),
    input.values,
  );
  if (problems.length > 0) throw new Refusal('BAD_INPUT', '有内容需要修改后再保存。', problems);
  const { model } = desk.fill({ ...document, values: input.values, edits: input.edits });
  const isSaved = await updateDocument(ctx.tx, document.id, input.revision, {
    fieldValues: JSON.stringify(input.values),
    edits: JSON.stringify(input.edits),
    title: model.title,
    addressee: publicAddressee(desk, document.kind, model),
    updatedAt: ctx.clock.now().toISOString(),
  });
  if (!isSaved) {
    throw new Refusal('STALE_REVISION', '该文书刚在另一窗口保存过。请对照后再保存，您填写的内容仍在本页。');
  }
  await indexDocument(ctx.tx, document.id, {
    title: model.title,
    addressee: publicAddressee(desk, document.kind, model),
    documentNo: document.documentNo,
  });
  await ctx.audit({
    entity: 'document',
    entityId: document.id,
    summary: `修改${desk.traits(document.kind).label}`,
  });
  tellChanged(ctx, document);
  return { id: document.id, revision: input.revision + 1 };
}

export async function actOnDocument(
  ctx: CommandContext,
  module: PaperModule,
  input: Input<'documents.act'>,
): Promise<Output<'documents.act'>> {
  const document = await requireDocument(ctx, input.id);
  if (document.revision !== input.revision) {
    throw new Refusal('STALE_REVISION', '该文书刚在另一窗口办理过。请重新打开后再办理，您填写的内容仍在。');
  }
  const desk = await openDesk(module, ctx, document);
  if (desk.isReadOnly) throw new Refusal('REFUSED', '案件已归档或在回收站中，不能办理文书。');
  const decision = desk.decide(document, input.action, input.values);
  if (!decision.ok) throw new Refusal(decision.code, decision.message, decision.fields);
  const columns = await applyDocumentEffects(ctx, module, desk, document, decision.effects);
  if (
    !(await updateDocument(ctx.tx, document.id, document.revision, {
      ...columns,
      updatedAt: ctx.clock.now().toISOString(),
    }))
  ) {
    throw new Refusal('STALE_REVISION', '该文书刚在另一窗口办理过。请重新打开后再办理，您填写的内容仍在。');
  }
  const after = await requireDocument(ctx, document.id);
  await insertDocumentEvent(ctx.tx, {
    documentId: document.id,
    caseId: document.caseId,
    action: input.action,
    fromStatus: document.status,
    toStatus: after.status,
    occurredOn: decision.on,
    values: decision.values,
    accountId: ctx.account.id,
    createdAt: ctx.clock.now().toISOString(),
  });
  await desk.applyCaseEffects(ctx, decision.caseEffects, after);
  await indexDocument(ctx.tx, document.id, after);
  await ctx.audit({
    entity: 'document',
    entityId: document.id,
    summary: `${decision.summary}${after.documentNo === '' ? '' : `（${after.documentNo}）`}`,
  });
  tellChanged(ctx, document);
  return {
    id: document.id,
    revision: document.revision + 1,
    status: after.status,
    documentNo: after.documentNo,
  };
}

export async function removeDocument(
  ctx: CommandContext,
  input: { id: number; revision: number },
): Promise<{ id: number }> {
  const document = await requireDocument(ctx, input.id);
  if (document.model !== null)
    throw new Refusal('REFUSED', '已签发（定稿）的文书不能删除，可以办理作废或更正。');
  if (
    !(await updateDocument(ctx.tx, input.id, input.revision, { deletedAt: ctx.clock.now().toISOString() }))
  ) {
    throw new Refusal('STALE_REVISION', '该文书刚在另一窗口办理过，请重新打开后再试。');
  }
  await removeFromIndex(ctx.tx, input.id);
  await ctx.audit({ entity: 'document', entityId: input.id, summary: `删除草稿 ${document.title}` });
  tellChanged(ctx, document);
  return { id: input.id };
}

function tellChanged(ctx: CommandContext, document: DocumentRecord): void {
  ctx.changed('document', document.id);
  if (document.caseId !== null) ctx.changed('case', document.caseId);
}
