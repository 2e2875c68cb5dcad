import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { RememberedHead } from '@shared/domain/kernel/audit-head';
import type { SessionHolder } from '../platform/accounts/session';
import { headOf } from '../platform/audit/audit.service';

/** Enough for years of logins; the oldest go first. */
const MOST = 2000;

/** Beside the data folder, not in it: who puts an older folder in its place does not replace what this machine remembers. */
export const headMemoryFile = (dataFolder: string): string => `${dataFolder}-audit-heads.json`;

/** @returns what is remembered; nothing when the file is missing or is none of ours */
export function readHeads(file: string): readonly RememberedHead[] {
  if (!existsSync(file)) return [];
  try {
    const content: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return Array.isArray(content) ? content.filter(isHead) : [];
  } catch {
    // It only helps to notice a cut log: a broken one keeps nobody from working.
    return [];
  }
}

function isHead(value: unknown): value is RememberedHead {
  if (typeof value !== 'object' || value === null) return false;
  const { seq, hash, at, begins } = value as Partial<RememberedHead>;
  const isMark = begins === undefined || begins === true;
  return Number.isInteger(seq) && typeof hash === 'string' && typeof at === 'string' && isMark;
}

/** Written before the file is put there: killed in between, the mark is of a log that is in no file, and counts for nothing. */
export function rememberBeginning(file: string, head: RememberedHead): void {
  try {
    add(file, { ...head, begins: true });
  } catch {
    // A full disk must not keep anybody from restoring: the next check says what it misses.
  }
}

/** Remembers the head of the log when a file is opened and when it is closed. */
export function rememberHeads(holder: SessionHolder, file: string): SessionHolder {
  const remember = async () => {
    const session = holder.current();
    if (!session) return;
    try {
      add(file, await headOf(session.reader.db));
    } catch {
      // A full disk or a lock in between: the next login remembers it.
    }
  };
  return {
    ...holder,
    open: (session) => {
      holder.open(session);
      void remember();
    },
    close: async () => {
      await remember();
      await holder.close();
    },
  };
}

function add(file: string, head: RememberedHead): void {
  const known = readHeads(file);
  if (known.at(-1)?.hash === head.hash) return;
  const heads = [...known, head].slice(-MOST);
  writeFileSync(`${file}.new`, JSON.stringify(heads), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
