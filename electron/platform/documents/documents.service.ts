import type { Input, Output } from '@shared/contract';
import { Refusal } from '@shared/contract/result';
import { checkFields } from '@shared/domain/kernel/field-schema';
import { can } from '@shared/domain/kernel/permissions';
import { editPermission } from '@shared/domain/papers/lifecycle';
import type { PaperModel } from '@shared/domain/papers/model';
import type { CommandContext, QueryContext } from '../../ipc/context';
import {
  type DocumentRecord,
  findDocument,
  indexDocument,
  insertDocumentEvent,
  removeFromIndex,
  updateDocument,
} from './documents.repository';
import type { Finding, PaperDesk, PaperModule, ReadContext } from './paper-module';
import { publicAddressee, rememberShown, requireRestricted, wasShown } from './restricted';
import { keepVersion } from './versions';

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

/** Across every page while the text is not signed. */
export const watermarkOf = (document: DocumentRecord) => (document.model ? undefined : ('草稿' as const));

/** What must be put right before the text is sent on. */
export const faultsIn = (findings: readonly Finding[]): string[] =>
  findings.filter((finding) => finding.severity === 'block').map((finding) => finding.message);

/** The text is the drafter's, then the reviewer's, then the signer's to change, and nobody's after the signature. */
export function mayEdit(ctx: ReadContext, document: Pick<DocumentRecord, 'status'>): boolean {
  const permission = editPermission(document.status);
  return permission !== null && can(ctx.account.roles, permission);
}

export async function previewDocument(
  ctx: QueryContext,
  module: PaperModule,
  input: Input<'documents.preview'>,
): Promise<Output<'documents.preview'>> {
  const document = await requireDocument(ctx, input.id);
  const desk = await openDesk(module, ctx, document);
  await requireRestricted(ctx, desk, document);
  if (!wasShown(ctx.account, document.id)) rememberShown(ctx, desk, document);
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
  if (editPermission(document.status) === null)
    throw new Refusal('REFUSED', '文书已签发（定稿），内容不能再改。确有错误的请办理更正。');
  if (!mayEdit(ctx, document))
    throw new Refusal('FORBIDDEN', '文书已送审，现由审核、签发人员处理。需要自己修改的，请其退回修改。');
  const desk = await openDesk(module, ctx, document);
  await requireRestricted(ctx, desk, document);
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
  if (document.status !== 'D01') await rememberRevision(ctx, document, input, model);
  await ctx.audit({
    entity: 'document',
    entityId: document.id,
    summary: `修改${desk.traits(document.kind).label}${document.status === 'D01' ? '' : '（送审后）'}`,
  });
  tellChanged(ctx, document);
  return { id: document.id, revision: input.revision + 1 };
}

/** What a reviewer or signer changed is told to the drafter: a version of its own, and a line in the record. */
async function rememberRevision(
  ctx: CommandContext,
  document: DocumentRecord,
  { values, edits }: Pick<Input<'documents.save'>, 'values' | 'edits'>,
  model: PaperModel,
): Promise<void> {
  await keepVersion(ctx, { id: document.id, values, edits }, model, 'revise');
  await insertDocumentEvent(ctx.tx, {
    documentId: document.id,
    caseId: document.caseId,
    action: 'revise',
    fromStatus: document.status,
    toStatus: document.status,
    occurredOn: ctx.clock.today(),
    values: {},
    warnings: [],
    accountId: ctx.account.id,
    createdAt: ctx.clock.now().toISOString(),
  });
}

export async function removeDocument(
  ctx: CommandContext,
  module: PaperModule,
  input: Input<'documents.remove'>,
): Promise<{ id: number }> {
  const document = await requireDocument(ctx, input.id);
  await requireRestricted(ctx, await openDesk(module, ctx, document), document);
  if (document.status === 'D02' || document.status === 'D03')
    throw new Refusal('REFUSED', '文书正在审核、签发中，不能删除。请先退回修改，再由拟稿人删除。');
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

export function tellChanged(ctx: CommandContext, document: DocumentRecord): void {
  ctx.changed('document', document.id);
  if (document.caseId !== null) ctx.changed('case', document.caseId);
}
