import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Refusal } from '@shared/contract/result';
import { codeOf, copyFile, hashFile, type StoredFile, sizeOf } from './disk';
import { EVIDENCE } from './layout';

type Places = {
  readonly root: string;
  readonly dataFolder: string;
  readonly acceptsMissingEvidence: boolean;
};

export type Brought = {
  /** What the backup does not have, nor this computer. */
  readonly missing: string[];
  /** Stands beside another file of that name, which is in use until the switch. */
  readonly exchanges: string[];
};

/** Beside the file whose place it takes at the switch. A dot: no file of the store. */
const WAITING = '.restored';

/**
 * What is here already stays. Decides first what is missing, and refuses before anything is copied; what differs here waits
 * beside until the switch.
 */
export function bringEvidence(
  places: Places,
  evidence: readonly StoredFile[],
  progress: (phase: string, done: number, total: number) => void,
): Brought {
  const here = (name: string) => join(places.dataFolder, EVIDENCE, name);
  const there = (name: string) => join(places.root, EVIDENCE, name);
  const wanted = evidence.filter((file, index) => {
    progress('核对证据', index, evidence.length);
    return !isSame(here(file.name), file);
  });
  const missing = wanted.filter((file) => !isSame(there(file.name), file)).map(({ name }) => name);
  refuseMissing(missing, places);
  const exchanges: string[] = [];
  const found = wanted.filter(({ name }) => !missing.includes(name));
  for (const [index, { name, sha256 }] of found.entries()) {
    progress('复制证据', index, found.length);
    const waiting = here(name) + WAITING;
    if (copyFile(there(name), waiting).sha256 !== sha256) missing.push(name);
    else if (existsSync(here(name))) exchanges.push(name);
    else renameSync(waiting, here(name));
  }
  refuseMissing(missing, places);
  return { missing, exchanges };
}

const isSame = (path: string, file: StoredFile): boolean =>
  existsSync(path) && sizeOf(path) === file.bytes && hashFile(path).sha256 === file.sha256;

function refuseMissing(missing: readonly string[], { acceptsMissingEvidence }: Places): void {
  if (missing.length === 0 || acceptsMissingEvidence) return;
  throw new Refusal(
    'REFUSED',
    `这份备份有 ${missing.length} 个证据附件缺失或已损坏，其余资料完好。如果没有更完整的备份，请勾选“缺少附件也恢复”后再恢复。`,
  );
}

/** After the switch: what stood here goes to what is kept of before, never away. @returns what could not be moved */
export function exchangeEvidence(dataFolder: string, kept: string, exchanges: readonly string[]): string[] {
  return exchanges.filter((name) => {
    const [place, aside] = [join(dataFolder, EVIDENCE, name), join(kept, EVIDENCE, name)];
    try {
      mkdirSync(dirname(aside), { recursive: true });
      renameSync(place, aside);
      renameSync(place + WAITING, place);
      return false;
    } catch (error) {
      // Held open by somebody else: 证据检查 names it, and a second restore brings it.
      if (codeOf(error) === '') throw error;
      return true;
    }
  });
}

/** Of a restore that was never switched to. */
export function dropWaiting(dataFolder: string): void {
  const folder = join(dataFolder, EVIDENCE);
  if (!existsSync(folder)) return;
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  for (const file of files.filter((name) => name.endsWith(WAITING)))
    rmSync(join(folder, file), { force: true });
}
