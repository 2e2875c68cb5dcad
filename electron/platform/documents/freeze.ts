import { createHash } from 'node:crypto';
import { Refusal } from '@shared/contract/result';
import { yearOf } from '@shared/domain/kernel/civil-date';
import { formatDocumentNumber } from '@shared/domain/kernel/document-number';
import type { DocumentEffect } from '@shared/domain/papers/lifecycle';
import type { PaperModel } from '@shared/domain/papers/model';
import { countPages } from '@shared/domain/papers/page-count';
import type { CommandContext } from '../../ipc/context';
import { allocateNumber } from '../numbering/numbering.repository';
import type { DocumentRecord } from './documents.repository';
import type { PaperDesk } from './paper-module';
import { publicAddressee } from './restricted';

type Freeze = Extract<DocumentEffect, { type: 'freeze' }>;
export type FrozenColumns = {
  readonly signedOn: string;
  readonly signerName: string;
  readonly signerPost: string;
  readonly model: string;
  readonly contentHash: string;
  readonly pageCount: number;
  readonly title: string;
  readonly addressee: string;
  readonly documentNo?: string;
  readonly year?: number;
  readonly seq?: number;
};

/**
 * Signature: number, text and hash come to be in one transaction, in that order, so that no number exists without its
 * paper. Refuses while a blocking finding stands or a value is missing.
 */
export async function freezePaper(
  ctx: CommandContext,
  desk: PaperDesk,
  document: DocumentRecord,
  freeze: Freeze,
  isNumbered: boolean,
): Promise<FrozenColumns> {
  const traits = desk.traits(document.kind);
  const number =
    isNumbered && traits.numberKind !== ''
      ? await nextNumber(ctx, desk, traits.numberKind, freeze.signedOn)
      : null;
  const source = { ...document, documentNo: number?.documentNo ?? null, signedOn: freeze.signedOn };
  const { model } = desk.fill(source);
  const blocking = desk.findings(source, model).filter((finding) => finding.severity === 'block');
  if (blocking.length > 0) {
    throw new Refusal(
      'REFUSED',
      `还有 ${blocking.length} 处问题，不能${freeze.signerName === '' ? '定稿' : '签发'}：${blocking
        .slice(0, 3)
        .map((finding) => finding.message)
        .join('；')}`,
      blocking.flatMap((finding) =>
        finding.field ? [{ field: finding.field, message: finding.message }] : [],
      ),
    );
  }
  return {
    signedOn: freeze.signedOn,
    signerName: freeze.signerName,
    signerPost: freeze.signerPost,
    model: JSON.stringify(model),
    contentHash: hashModel(model),
    pageCount: countPages(model, desk.office.unit.geometry),
    title: model.title,
    addressee: publicAddressee(desk, document.kind, model),
    ...(number ? { documentNo: number.documentNo, year: number.year, seq: number.n } : {}),
  };
}

/** SHA-256 of the model as stored. */
export function hashModel(model: PaperModel): string {
  return createHash('sha256').update(JSON.stringify(model)).digest('hex');
}

async function nextNumber(ctx: CommandContext, desk: PaperDesk, kind: string, signedOn: string) {
  const year = yearOf(signedOn);
  const { unit, catalogue } = desk.office;
  const pattern =
    unit.numbering[kind] ?? catalogue.numbering.patterns.find((entry) => entry.key === kind)?.pattern;
  if (!pattern) throw new Error(`no numbering pattern ${kind}`);
  const n = await allocateNumber(ctx.tx, kind, year);
  return { documentNo: formatDocumentNumber(pattern, { code: unit.issuerCode, year, n }), year, n };
}
