import {
  appendFileSync,
  existsSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { SlotName } from '../vault/slot';
import type { Office } from './office';

/**
 * Wrong passwords happen while the audit log cannot be written: they wait beside keys.json (when and at which slot, never
 * what was typed) and go into the log at the next login. Whoever takes the file away takes the counts, nothing else.
 */
const failure = z.object({
  at: z.string(),
  kind: z.enum(['account', 'recovery']),
  owner: z.string().nullable(),
  /** Several in one line, since the file had grown too long. */
  count: z.int().positive().optional(),
  until: z.string().optional(),
});
type Failure = z.infer<typeof failure>;

/** Guessing by a machine must not fill the disk: a file of this size is drawn together, a line for each slot. */
const LARGEST = 64 * 1024;

const fileOf = (office: Pick<Office, 'dataFolder'>): string => join(office.dataFolder, 'failed-logins.log');

/** @param isKnown whether there is a slot of that name: an unknown name may be a password typed into the wrong field */
export function noteFailedLogin(
  office: Pick<Office, 'dataFolder' | 'clock'>,
  name: SlotName,
  isKnown: boolean,
): void {
  const path = fileOf(office);
  const line: Failure = {
    at: office.clock.now().toISOString(),
    kind: name.kind,
    owner: isKnown ? name.owner : null,
  };
  try {
    if (existsSync(path) && statSync(path).size > LARGEST) drawTogether(path);
    appendFileSync(path, `${JSON.stringify(line)}\n`, { mode: 0o600 });
  } catch {
    // A folder that cannot be written must not turn a wrong password into another message.
  }
}

/** One line of the audit log for each slot that was tried. */
export function summariseFailedLogins(office: Office): string[] {
  return summed(readFailures(fileOf(office))).map(({ kind, owner, at, until, count }) => {
    const what = kind === 'recovery' ? '恢复码' : owner === null ? '没有登记的登录名' : `登录名 ${owner}`;
    const [first, last] = [localTime(at), localTime(until)];
    const when = first === last ? first : `${first} 至 ${last}`;
    return `登录失败 ${count} 次：${what}（${when}）`;
  });
}

/** Since the last login, also before the program was started. @param name null: all names without a slot */
export function countFailedLogins(office: Pick<Office, 'dataFolder'>, name: SlotName | null): number {
  return summed(readFailures(fileOf(office)))
    .filter(({ kind, owner }) => owner === (name?.owner ?? null) && (name === null || kind === name.kind))
    .reduce((sum, { count }) => sum + count, 0);
}

type Sum = Failure & { readonly count: number; readonly until: string };

function summed(failures: readonly Failure[]): Sum[] {
  const tries = Map.groupBy(failures, ({ kind, owner }) => `${kind}:${owner ?? ''}`);
  return [...tries.values()].flatMap((list) => {
    const [first] = list;
    const last = list.at(-1);
    const count = list.reduce((sum, one) => sum + (one.count ?? 1), 0);
    return first && last ? { ...first, count, until: last.until ?? last.at } : [];
  });
}

/** Beside and renamed: killed in between, every try is still counted. */
function drawTogether(path: string): void {
  const lines = summed(readFailures(path)).map((sum) => `${JSON.stringify(sum)}\n`);
  writeFileSync(`${path}.new`, lines.join(''), { mode: 0o600 });
  renameSync(`${path}.new`, path);
}

function localTime(at: string | undefined): string {
  const date = new Date(at ?? '');
  if (Number.isNaN(date.getTime())) return '时间不明';
  const pad = (n: number) => String(n).padStart(2, '0');
  const day = `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
  return `${day} ${pad(date.getHours())}:${pad(date.getMinutes())}`;
}

/** After they stand in the log. */
export const forgetFailedLogins = (office: Office): void => rmSync(fileOf(office), { force: true });

function readFailures(path: string): Failure[] {
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line) => {
      const parsed = failure.safeParse(parseLine(line));
      return parsed.success ? [parsed.data] : [];
    });
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    // The last line of a program that was killed.
    return null;
  }
}
