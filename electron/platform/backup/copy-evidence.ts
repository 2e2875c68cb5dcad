import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CopyDiffersError } from '../../db/copy';
import { codeOf, copyFile, discard, hashFile, listEvidence, type StoredFile, sizeOf } from './disk';
import { EVIDENCE } from './layout';
import { isGenuine, listSets } from './manifest';

/** What evidence files hold by the word of this office: one name means one sequence of bytes for ever. */
export type Proven = ReadonlyMap<string, StoredFile>;

/** From manifests sealed under this very key. What any other says of a file is anybody's word: then the file here counts. */
export function provenFiles(root: string, officeMark: string, dataKey: Buffer): Proven {
  const own = listSets(root).sets.filter((set) => set.officeMark === officeMark && isGenuine(set, dataKey));
  return new Map(own.flatMap(({ evidence }) => evidence.map((file) => [file.name, file])));
}

export type EvidencePlaces = {
  /** Of this computer. */
  readonly source: string;
  /** Folder of all sets, which share what they need. */
  readonly root: string;
  readonly unfinished: string;
};

/** What the sets share already is looked at, by a thorough run in full; what is new, or not as it was proven, is copied and read back. */
export function copyEvidence(
  places: EvidencePlaces,
  proven: Proven,
  isThorough: boolean,
  progress: (done: number, total: number) => void,
): StoredFile[] {
  const names = listEvidence(places.source);
  return names.flatMap((name, index) => {
    progress(index, names.length);
    try {
      return keep(places, name, proven.get(name), isThorough);
    } catch (error) {
      // Removed from the store while the list was walked: the database copied before does not need it any more.
      const isRemoved = !existsSync(join(places.source, name)) && existsSync(places.source);
      if (codeOf(error) === 'ENOENT' && isRemoved) return [];
      throw error;
    }
  });
}

function keep(
  { source, root, unfinished }: EvidencePlaces,
  name: string,
  known: StoredFile | undefined,
  isThorough: boolean,
): StoredFile {
  const shared = join(root, EVIDENCE, name);
  if (known && isThere(shared, known, isThorough)) return known;
  if (!known && existsSync(shared)) {
    const here = { name, ...hashFile(join(source, name)) };
    if (isThere(shared, here, true)) return here;
  }
  const waiting = join(unfinished, EVIDENCE, name);
  const written = copyFile(join(source, name), waiting);
  if (hashFile(waiting).sha256 !== written.sha256) throw new CopyDiffersError(name);
  if (!known || written.sha256 === known.sha256) return { name, ...written };
  // The file here is damaged: what was proven is still asked for at restoring, and the damage takes no place.
  rmSync(waiting);
  return known;
}

function isThere(path: string, file: StoredFile, isThorough: boolean): boolean {
  if (!existsSync(path) || sizeOf(path) !== file.bytes) return false;
  return !isThorough || hashFile(path).sha256 === file.sha256;
}

/**
 * New evidence joins that of the other sets only when the set is whole: one that is stopped leaves nothing there. What is not
 * known to be wrong is set aside rather than written over.
 */
export function shareEvidence({ root, unfinished }: EvidencePlaces, proven: Proven, stamp: string): void {
  const own = join(unfinished, EVIDENCE);
  for (const name of listEvidence(own)) {
    const target = join(root, EVIDENCE, name);
    mkdirSync(dirname(target), { recursive: true });
    if (existsSync(target) && !proven.has(name)) renameSync(target, `${target}.differs-${stamp}`);
    renameSync(join(own, name), target);
  }
  discard(own);
}
