import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

const LIMIT = 512 * 1024;
/** Newest first; what is older goes. */
const FILES = ['program.log', 'program.1.log', 'program.2.log', 'program.3.log'] as const;

export type LogFile = { readonly name: string; readonly text: string };

/** A log a user can send: what went wrong and where in the program, never data, input or names. At most 2 MB. */
export function createLog(folder: string, now: () => Date): (line: string) => void {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, FILES[0]);
  return (line) => {
    try {
      if (existsSync(file) && statSync(file).size > LIMIT) rotate(folder);
      // One line an entry, and never an endless one.
      appendFileSync(file, `${now().toISOString()} ${line.replace(/\s+/g, ' ').slice(0, 2000)}\n`);
    } catch {
      // A full disk must not turn a handled fault into an unhandled one.
    }
  };
}

function rotate(folder: string): void {
  for (let i = FILES.length - 1; i > 0; i -= 1) {
    const [from, to] = [join(folder, FILES[i - 1] ?? ''), join(folder, FILES[i] ?? '')];
    if (existsSync(from)) renameSync(from, to);
  }
}

/** What is there to send, newest first. */
export const readLogs = (folder: string): LogFile[] =>
  FILES.filter((name) => existsSync(join(folder, name))).map((name) => ({
    name,
    text: readFileSync(join(folder, name), 'utf8'),
  }));

/** Type, code and places of an error; its message, and paths that name the machine's user, may hold data and stay out. */
export function describeFault(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown fault';
  const code =
    'code' in error && /^[A-Z][A-Z0-9_]*$/.test(String(error.code)) ? ` ${String(error.code)}` : '';
  const name = /^\w+$/.test(error.name) ? error.name : 'Error';
  return `${name}${code} ${placesOf(error.stack ?? '')
    .slice(0, 6)
    .join(' | ')}`.trim();
}

/** `at save (C:\\Users\\…\\out\\main\\main.js:12:3)` → `save main.js:12:3`; a line of the message that looks like a place is none. */
const PLACE =
  /^\s+at (?:async )?(?:([\w.$<>]+)(?: \[as \w+\])? \()?(?:[^()\n]*[\\/])?([\w.-]+\.[cm]?[jt]sx?:\d+:\d+)\)?$/;

function placesOf(stack: string): string[] {
  return stack.split('\n').flatMap((line) => {
    const place = PLACE.exec(line);
    return place ? [`${place[1] ?? ''} ${place[2] ?? ''}`.trim()] : [];
  });
}
