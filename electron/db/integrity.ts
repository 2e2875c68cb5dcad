import type { Sqlite } from './open';

const MOST = 20;

/**
 * What SQLite finds wrong. quick: every page, with its authentication tag; full: indexes against their tables as well.
 * @returns nothing when all is well
 */
export function findDamage(sqlite: Sqlite, depth: 'quick' | 'full'): string[] {
  try {
    const found = sqlite.prepare(`pragma ${depth === 'quick' ? 'quick_check' : 'integrity_check'}(${MOST})`);
    const lines = found.pluck().all() as string[];
    return lines.length === 1 && lines[0] === 'ok' ? [] : lines;
  } catch (error) {
    if (isDamage(error)) return [String(error)];
    throw error;
  }
}

/** A page that does not open under the key reads like a file that is none. */
export function isDamage(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return (
    code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_IOERR_DATA')
  );
}
