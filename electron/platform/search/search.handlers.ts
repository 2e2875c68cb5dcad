import type { Output } from '@shared/contract';
import { maskIdNumber } from '@shared/domain/kernel/masking';
import type { ReadDb } from '../../db/kysely';
import type { Handlers } from '../../ipc/context';
import { digitReachOf } from './digit-reach';
import {
  findCaseHits,
  findDocumentHits,
  findEmployerHits,
  findPersonHits,
  findSupervisorHits,
} from './hits.repository';
import { findIds } from './search.repository';
import type { DigitReach } from './tokens';

type Hit = Output<'search.global'>[number];

/** Cases first, then papers, employers, people: what a caseworker opens most. */
export const searchHandlers: Handlers<'search.global'> = {
  'search.global': async (ctx, { text, limit }) => {
    const { db } = ctx;
    const typed = text.trim();
    if (typed === '') return [];
    const reach = digitReachOf(ctx, typed);
    const groups = await Promise.all([
      hits(db, 'case', typed, limit, findCaseHits, (row) => ({
        caseId: row.id,
        title: `${row.caseNo || row.clueNo} ${row.title}`.trim(),
        detail: row.employerName,
      })),
      hits(db, 'document', typed, limit, findDocumentHits, (row) => ({
        caseId: row.caseId,
        title: `${row.documentNo} ${row.title}`.trim(),
        detail: row.addressee,
      })),
      hits(db, 'employer', typed, limit, findEmployerHits, (row) => ({
        caseId: null,
        title: row.name,
        detail: row.uscc,
      })),
      hits(
        db,
        'person',
        typed,
        limit,
        findPersonHits,
        (row) => ({ caseId: null, title: row.name, detail: maskIdNumber(row.idNumber) }),
        reach,
      ),
      hits(db, 'supervisor', typed, limit, findSupervisorHits, (row) => ({
        caseId: null,
        title: row.name,
        detail: `监督员 ${row.certificateNo}`,
      })),
    ]);
    return groups.flat();
  },
};

async function hits<R extends { id: number }>(
  db: ReadDb,
  entity: Hit['entity'],
  typed: string,
  limit: number,
  read: (db: ReadDb, ids: readonly number[]) => Promise<R[]>,
  present: (row: R) => Omit<Hit, 'entity' | 'id'>,
  reach?: DigitReach,
): Promise<Hit[]> {
  const ids = await findIds(db, entity, typed, limit, reach);
  if (ids.length === 0) return [];
  const rows = new Map((await read(db, ids)).map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = rows.get(id);
    return row ? [{ entity, id, ...present(row) }] : [];
  });
}
