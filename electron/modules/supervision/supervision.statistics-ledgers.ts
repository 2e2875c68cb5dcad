import { Refusal } from '@shared/contract/result';
import { workdaysLeft } from '@shared/domain/kernel/deadline';
import { textOf } from '@shared/domain/papers/lifecycle-values';
import { findLedger, type Ledger, type LedgerKey } from '@shared/domain/supervision/ledgers';
import { certificateStanding } from '@shared/domain/supervision/supervisors';
import type { ReadDb } from '../../db/kysely';
import { findCaseFacts, lastPaperEvents } from './supervision.ledger-facts.repository';
import {
  type LedgerCase,
  type Page,
  type PageOf,
  pageOfArchived,
  pageOfClues,
  pageOfDeadlines,
  pageOfKeptForEver,
  pageOfSeals,
  pageOfServed,
  pageOfSigned,
  pageOfSupervisors,
  type YearRange,
} from './supervision.statistics-ledgers.repository';
import {
  archiveCells,
  type Cells,
  clueCells,
  factsOf,
  type LedgerDesk,
  letterCells,
  modelCells,
  serviceCells,
  transferCells,
} from './supervision.statistics-rows';

/** Where the rows of each ledger come from. */

type Reader = (db: ReadDb, desk: LedgerDesk, range: YearRange, page: Page) => Promise<PageOf<Cells>>;

const mapRows = <T, U>({ rows, total }: PageOf<T>, toRow: (row: T) => U): PageOf<U> => ({
  rows: rows.map(toRow),
  total,
});

const casesLedger =
  (
    read: (db: ReadDb, range: YearRange, page: Page) => Promise<PageOf<LedgerCase>>,
    cellsOf: typeof clueCells,
  ): Reader =>
  async (db, desk, range, page) => {
    const found = await read(db, range, page);
    const facts = await findCaseFacts(
      db,
      found.rows.map(({ id }) => id),
    );
    return mapRows(found, (one) => cellsOf(desk, one, factsOf(facts, one.id)));
  };

/** Papers of some kinds, with the facts of their cases. */
async function signedPapers(db: ReadDb, range: YearRange, kinds: readonly string[], page: Page) {
  const found = await pageOfSigned(db, range, kinds, page);
  const ids = found.rows.flatMap(({ caseId }) => (caseId === null ? [] : [caseId]));
  return { found, facts: await findCaseFacts(db, [...new Set(ids)]) };
}

const STATUS_LABELS = {
  running: '进行中',
  paused: '中止',
  met: '按期',
  missed: '已逾期',
  cancelled: '取消',
};
const STANDING_LABELS = {
  valid: '有效',
  expiring: '即将到期',
  expired: '已过期',
  notYet: '未生效',
  inactive: '停用',
};
const SERVICE_ACTIONS = ['startService', 'serve', 'refuse', 'returned'];

const READERS: Readonly<Record<LedgerKey, Reader>> = {
  clues: casesLedger(pageOfClues, clueCells),
  letters: async (db, desk, range, page) => {
    const kinds = ['reminderLetter', 'opinionLetter', 'recommendationLetter'];
    const { found, facts } = await signedPapers(db, range, kinds, page);
    return mapRows(found, (letter) => letterCells(desk, letter, factsOf(facts, letter.caseId), range.from));
  },
  service: async (db, desk, range, page) => {
    const found = await pageOfServed(db, range, page);
    const events = await lastPaperEvents(
      db,
      found.rows.map(({ id }) => id),
      SERVICE_ACTIONS,
    );
    return mapRows(found, (paper) => serviceCells(desk, paper, events.get(paper.id)));
  },
  deadlines: async (db, desk, range, page) => {
    const { calendar } = desk.office;
    return mapRows(await pageOfDeadlines(db, range, page), ({ clueNo, ...row }) => {
      const isLive = row.status === 'running' || row.status === 'paused';
      return {
        ...row,
        caseNo: row.caseNo || clueNo,
        daysLeft: isLive ? workdaysLeft(row.dueOn, desk.today, calendar) : null,
        status: row.status === 'running' && row.dueOn < desk.today ? '逾期' : STATUS_LABELS[row.status],
      };
    });
  },
  transfers: async (db, desk, range, page) => {
    const { found, facts } = await signedPapers(db, range, ['recommendationLetter', 'transferLetter'], page);
    return mapRows(found, (paper) => transferCells(desk, paper, factsOf(facts, paper.caseId)));
  },
  supervisors: async (db, desk, range, page) => {
    const [on = desk.today] = [desk.today, range.to].sort();
    return mapRows(await pageOfSupervisors(db, range, page), (person) => ({
      name: person.name,
      unit: person.unit,
      certificateNo: person.certificateNo,
      issuedBy: person.issuedBy,
      validFrom: person.validFrom,
      validTo: person.validTo,
      standing:
        STANDING_LABELS[
          certificateStanding({ ...person, isActive: person.isActive === 1 }, on, desk.office.rules)
        ],
      // Training is not registered yet.
      training: '',
    }));
  },
  publicReminders: async (db, _desk, range, page) => {
    const found = await pageOfSigned(db, range, ['publicReminder'], page);
    const published = await lastPaperEvents(
      db,
      found.rows.map(({ id }) => id),
      ['publish'],
    );
    return mapRows(found, (paper) => ({
      documentNo: paper.documentNo,
      title: paper.title,
      signedOn: paper.signedOn,
      publishedOn: paper.servedOn,
      channel: textOf(published.get(paper.id) ?? {}, 'channel'),
      url: textOf(published.get(paper.id) ?? {}, 'url'),
      handlerName: paper.handlerName,
    }));
  },
  models: casesLedger(pageOfKeptForEver, modelCells),
  seals: async (db, _desk, range, page) =>
    mapRows(await pageOfSeals(db, range, page), ({ values, signerName, ...row }) => ({
      ...row,
      copies: typeof values.copies === 'number' ? values.copies : null,
      approver: signerName,
      keeper: textOf(values, 'keeper'),
      registerNo: textOf(values, 'registerNo'),
    })),
  archive: casesLedger(pageOfArchived, archiveCells),
};

/** Refuses an unknown key with NOT_FOUND. */
export function requireLedger(key: string): Ledger & { readonly key: LedgerKey } {
  const ledger = findLedger(key);
  if (!ledger) throw new Refusal('NOT_FOUND', '没有这本台账。');
  return ledger as Ledger & { readonly key: LedgerKey };
}

/** One page of a ledger: a cell for every column, numbered through. */
export async function readLedger(
  db: ReadDb,
  desk: LedgerDesk,
  ledger: Ledger & { readonly key: LedgerKey },
  range: YearRange,
  page: Page,
): Promise<PageOf<Cells>> {
  const found = await READERS[ledger.key](db, desk, range, page);
  return {
    total: found.total,
    rows: found.rows.map((cells, i) =>
      Object.fromEntries(
        ledger.columns.map(({ key }) => [key, key === 'seq' ? page.offset + i + 1 : (cells[key] ?? null)]),
      ),
    ),
  };
}
