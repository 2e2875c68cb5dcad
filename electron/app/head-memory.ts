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
  const { seq, hash, at } = value as Partial<RememberedHead>;
  return Number.isInteger(seq) && typeof hash === 'string' && typeof at === 'string';
}

/** Remembers the head of the log when a file is opened and when it is closed. */
export function rememberHeads(holder: SessionHolder, file: string): SessionHolder {
  const remember = async () => {
    const session = holder.current();
    if (!session) return;
    try {
      const head = await headOf(session.reader.db);
      const known = readHeads(file);
      if (known.at(-1)?.hash === head.hash) return;
      write(file, [...known, head].slice(-MOST));
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

function write(file: string, heads: readonly RememberedHead[]): void {
  writeFileSync(`${file}.new`, JSON.stringify(heads), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
