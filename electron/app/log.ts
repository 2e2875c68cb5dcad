import { appendFileSync, existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

const LIMIT = 1024 * 1024;

/** A log a user can send: what went wrong and where in the program, never data, input or names. */
export function createLog(folder: string): (line: string) => void {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'program.log');
  return (line) => {
    try {
      if (existsSync(file) && statSync(file).size > LIMIT) renameSync(file, join(folder, 'program.1.log'));
      appendFileSync(file, `${new Date().toISOString()} ${line}\n`);
    } catch {
      // A full disk must not turn a handled fault into an unhandled one.
    }
  };
}

/** Type, code and stack positions of an error; its message may hold data and stays out. */
export function describeFault(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown fault';
  const code = 'code' in error ? ` ${String(error.code)}` : '';
  const frames = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '));
  return `${error.name}${code} ${frames
    .slice(0, 6)
    .map((line) => line.trim())
    .join(' | ')}`;
}
