import type { Output } from '@shared/contract';
import { Refusal } from '@shared/contract/result';
import { cites } from '@shared/domain/evidence/citation';
import { isIssued } from '@shared/domain/papers/lifecycle-state';
import type { ReadDb } from '../../db/kysely';
import { type EvidenceRecord, listPapersWithEvidence } from './evidence.repository';

/** Papers that cite a piece by its number: whoever removes it hears of them first. */

export type CitingPaper = Output<'evidence.citations'>[number];

export async function findCitations(
  db: ReadDb,
  { caseId, number }: Pick<EvidenceRecord, 'caseId' | 'number'>,
): Promise<CitingPaper[]> {
  const papers = await listPapersWithEvidence(db, caseId);
  return papers
    .filter(({ texts }) => texts.some((text) => cites(text, number)))
    .map(({ id, title, documentNo, status }) => ({ id, title, documentNo, isFixed: isIssued(status) }));
}

/** Refuses while a paper cites it that is signed or final: what that paper says must stay to be found. */
export async function refuseCited(db: ReadDb, evidence: EvidenceRecord): Promise<void> {
  const fixed = (await findCitations(db, evidence)).filter(({ isFixed }) => isFixed);
  if (fixed.length === 0) return;
  const names = fixed.map(({ title, documentNo }) => `《${title}》${documentNo}`).join('、');
  throw new Refusal(
    'REFUSED',
    `${names}已经定稿或者发出，其中写有证据${evidence.number}，不能移除。确需移除的，请先作废或者更正该文书。`,
  );
}
