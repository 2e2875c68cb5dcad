import type { Output, Parsed } from '@shared/contract';
import type { AuditFilter, AuditVerdict } from '@shared/contract/audit';
import type { RememberedHead } from '@shared/domain/kernel/audit-head';
import { addDays, midnightOf } from '@shared/domain/kernel/civil-date';
import type { ReadDb } from '../../db/kysely';
import { sql as core } from '../../db/migrations/0010-core';
import { auditHead, hashesOfRows, isBeginning, triggersOfLog, verifyChain } from './audit.repository';
import { type AuditQuery, auditAccounts, auditEntities, auditWindow } from './audit-list.repository';

/** As the machine remembers it. */
export const headOf = async (db: ReadDb): Promise<RememberedHead> => ({
  ...(await auditHead(db)),
  ...((await isBeginning(db)) ? { begins: true } : {}),
});

/** One page of the log, newest first. A page may hold fewer rows than asked for and still have a next one. */
export async function listAudit(
  { db }: { readonly db: ReadDb },
  { before, limit, ...filter }: Parsed<'audit.list'>,
): Promise<Output<'audit.list'>> {
  const { rows, lastSeen } = await auditWindow(db, queryOf(filter), before, limit);
  return { rows: [...rows], next: lastSeen, total: (await auditHead(db)).seq };
}

export async function auditChoices({ db }: { readonly db: ReadDb }): Promise<Output<'audit.choices'>> {
  const accounts = await auditAccounts(db);
  return {
    accounts: accounts.map(({ id, displayName }) => ({ value: String(id), label: displayName })),
    entities: await auditEntities(db),
  };
}

/** Days of the office's calendar as instants; the last day is included. */
export function queryOf({ from, to, ...rest }: AuditFilter): AuditQuery {
  return {
    ...rest,
    text: rest.text.trim(),
    fromAt: from === null ? null : midnightOf(from),
    untilAt: to === null ? null : midnightOf(addDays(to, 1)),
  };
}

/** Everything that can be said about the log from this file and what is remembered outside it. */
export async function verifyLog(
  db: ReadDb,
  remembered: readonly RememberedHead[],
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<AuditVerdict> {
  const { seq: total } = await auditHead(db);
  const { rowCount, headHash, brokenAt } = await verifyChain(db, (done) => onProgress(done, total));
  const seen = await glanceAtLog(db, remembered);
  const isIntact = brokenAt === null && seen.missingTriggers.length === 0 && seen.lostHead === null;
  return { rowCount, headHash, brokenAt, isIntact, ...seen };
}

/** What can be said without reading the rows: a few look-ups, for every login. */
export async function glanceAtLog(
  db: ReadDb,
  remembered: readonly RememberedHead[],
): Promise<Pick<AuditVerdict, 'missingTriggers' | 'lostHead'>> {
  return {
    missingTriggers: await findMissingTriggers(db),
    lostHead: await findLostHead(db, remembered),
  };
}

/** Triggers as the program made them, by name. */
const TRIGGERS = new Map(
  [...core.matchAll(/create trigger (audit_log_\w+)[\s\S]*?\bend(?=;)/g)].map(([text, name = '']) => [
    name,
    text,
  ]),
);

/** SQLite keeps the text as written, but for the first two words. */
const normal = (text: string): string => text.replace(/^create trigger/i, 'create trigger');

async function findMissingTriggers(db: ReadDb): Promise<string[]> {
  const present = new Map((await triggersOfLog(db)).map(({ name, sql }) => [name, sql]));
  return [...TRIGGERS]
    .filter(([name, text]) => normal(present.get(name) ?? '') !== normal(text))
    .map(([name]) => name);
}

/**
 * The earliest remembered row that is not, or not so, in the log. A beginning counts by its place among what is remembered,
 * not by its clock, and only where its own row stands: a program killed before the file was switched to leaves one that is
 * of no file.
 */
async function findLostHead(
  db: ReadDb,
  remembered: readonly RememberedHead[],
): Promise<RememberedHead | null> {
  const hashes = await hashesOfRows(
    db,
    remembered.map(({ seq }) => seq),
  );
  const stands = ({ seq, hash }: RememberedHead) => seq === 0 || hashes.get(seq) === hash;
  const begun = remembered.findLastIndex((head) => head.begins && stands(head));
  const due = remembered.slice(begun + 1).filter(({ begins }) => !begins);
  return due.toSorted((a, b) => a.seq - b.seq).find((head) => !stands(head)) ?? null;
}
