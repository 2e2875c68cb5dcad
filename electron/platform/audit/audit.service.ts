import type { Output, Parsed } from '@shared/contract';
import type { AuditFilter, AuditVerdict } from '@shared/contract/audit';
import type { RememberedHead } from '@shared/domain/kernel/audit-head';
import { addDays } from '@shared/domain/kernel/civil-date';
import type { ReadDb } from '../../db/kysely';
import { sql as core } from '../../db/migrations/0010-core';
import { auditHead, hashOfRow, triggersOfLog, verifyChain } from './audit.repository';
import { type AuditQuery, auditAccounts, auditEntities, auditWindow } from './audit-list.repository';

export const headOf = (db: ReadDb): Promise<RememberedHead> => auditHead(db);

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
    fromAt: from === null ? null : midnight(from),
    untilAt: to === null ? null : midnight(addDays(to, 1)),
  };
}

function midnight(date: string): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return new Date(year, month - 1, day).toISOString();
}

/** Everything that can be said about the log from this file and what is remembered outside it. */
export async function verifyLog(
  db: ReadDb,
  remembered: readonly RememberedHead[],
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<AuditVerdict> {
  const { seq: total } = await auditHead(db);
  const chain = await verifyChain(db, (done) => onProgress(done, total));
  const missingTriggers = await findMissingTriggers(db);
  const { rowCount, headHash, brokenAt, restoredAt } = chain;
  // What was seen before a backup took the file's place need not be in it.
  const lostHead = await findLostHead(
    db,
    remembered.filter(({ at }) => restoredAt === null || at > restoredAt),
  );
  return {
    rowCount,
    headHash,
    brokenAt,
    isIntact: brokenAt === null && missingTriggers.length === 0 && lostHead === null,
    missingTriggers,
    lostHead,
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

/** The earliest remembered row that is not, or not so, in the log. */
async function findLostHead(
  db: ReadDb,
  remembered: readonly RememberedHead[],
): Promise<RememberedHead | null> {
  for (const head of [...remembered].sort((a, b) => a.seq - b.seq)) {
    if (head.seq > 0 && (await hashOfRow(db, head.seq)) !== head.hash) return head;
  }
  return null;
}
