import { Refusal } from '@shared/contract/result';
import type { FieldValues } from '@shared/domain/kernel/field';
import type { ParagraphEdits } from '@shared/domain/papers/template-paragraphs';
import type { CommandContext } from '../../ipc/context';
import { findDocument, indexDocument, insertDocument } from './documents.repository';
import type { PaperDesk, PaperModule, PaperSource } from './paper-module';
import { publicAddressee, requireRestricted } from './restricted';

export type NewPaper = {
  readonly caseId: number | null;
  readonly kind: string;
  readonly basedOnId: number | null;
  readonly employerId?: number | null;
  /** Values that go before the defaults. */
  readonly preset?: FieldValues;
  readonly edits?: ParagraphEdits;
};

export async function createDocument(
  ctx: CommandContext,
  module: PaperModule,
  input: NewPaper,
): Promise<{ id: number; revision: number }> {
  const desk = await module.open(ctx, input.caseId, input.employerId ?? null);
  const offer = desk.kinds().find((kind) => kind.kind === input.kind);
  if (!offer) throw new Refusal('NOT_FOUND', '没有这种文书。');
  if (!offer.isEnabled) throw new Refusal('REFUSED', offer.reason);
  await requireRestricted(ctx, desk, { ...input, status: 'D01', assignedTo: null });
  return draftDocument(ctx, module, desk, input);
}

/** A draft with the default wording; also what an action of the case prepares by itself. */
export async function draftDocument(
  ctx: CommandContext,
  module: PaperModule,
  desk: PaperDesk,
  input: NewPaper,
): Promise<{ id: number; revision: number }> {
  const traits = desk.traits(input.kind);
  const basedOn = input.basedOnId === null ? null : await findDocument(ctx.db, input.basedOnId);
  if (input.basedOnId !== null && basedOn?.caseId !== input.caseId) {
    throw new Refusal('NOT_FOUND', '所依据的文书不在本案中，请重新选择。');
  }
  const values = desk.initial(input.kind, basedOn, input.preset ?? {});
  const employerId = input.employerId ?? null;
  const source: PaperSource = {
    kind: input.kind,
    values,
    edits: input.edits ?? {},
    basedOnId: input.basedOnId,
    employerId,
    documentNo: null,
    signedOn: null,
  };
  const { model } = desk.fill(source);
  const at = ctx.clock.now().toISOString();
  const id = await insertDocument(ctx.tx, {
    caseId: input.caseId,
    module: module.key,
    kind: input.kind,
    title: model.title,
    addressee: publicAddressee(desk, input.kind, model),
    employerId,
    status: 'D01',
    numberKind: traits.numberKind,
    year: null,
    seq: null,
    documentNo: '',
    templateVersion: traits.templateVersion,
    fieldValues: JSON.stringify(values),
    edits: JSON.stringify(input.edits ?? {}),
    isOutgoing: traits.isOutgoing ? 1 : 0,
    basedOnId: input.basedOnId,
    replacedById: null,
    draftedBy: ctx.account.id,
    assignedTo: null,
    signedOn: null,
    signerName: '',
    signerPost: '',
    model: null,
    contentHash: '',
    serviceMethod: '',
    serviceOutcome: null,
    servedOn: null,
    replyN: null,
    replyUnit: null,
    dueOn: null,
    repliedOn: null,
    evaluation: null,
    pageCount: 0,
    revision: 1,
    createdAt: at,
    updatedAt: at,
    deletedAt: null,
  });
  await indexDocument(ctx.tx, id, {
    title: model.title,
    addressee: publicAddressee(desk, input.kind, model),
    documentNo: '',
  });
  await ctx.audit({ entity: 'document', entityId: id, summary: `拟写${traits.label}` });
  ctx.changed('document', id);
  if (input.caseId !== null) ctx.changed('case', input.caseId);
  return { id, revision: 1 };
}
