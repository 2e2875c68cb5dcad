import { existsSync, readdirSync, realpathSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { type KeepRule, stampsToDrop } from '@shared/domain/kernel/backup-rules';
import { discard } from './disk';
import { EVIDENCE, SET_FILES, unfinishedOf } from './layout';
import { listRenamed, listSets, type Manifest } from './manifest';

/**
 * Deletes sets of this office that no rule keeps: only folders with its own manifest and mark, of these only the files a
 * set consists of, and a folder only when it is empty then. A stranger's file stays where it is.
 * @returns how many sets went
 */
export function dropOldSets(root: string, justWritten: Manifest, keep: KeepRule): number {
  const { sets, unreadable } = listSets(root);
  const own = sets.filter(({ officeMark }) => officeMark === justWritten.officeMark);
  const drop = new Set(
    stampsToDrop(
      own.map(({ stamp }) => stamp),
      justWritten.stamp,
      keep,
    ),
  );
  const dropped = own.filter(({ stamp }) => drop.has(stamp));
  // A set that cannot be read may need any evidence file: then all of them stay.
  if (unreadable === 0) {
    const kept = sets.filter((set) => !dropped.includes(set));
    dropEvidence(root, dropped, [...kept, ...listRenamed(root).map(({ manifest }) => manifest)]);
  }
  for (const { stamp } of dropped) dropFiles(join(root, stamp));
  return dropped.length;
}

/** Left behind by this office's killed program; nothing of it was ever a backup. */
export function dropUnfinished(root: string, officeMark: string): void {
  for (const name of readdirSync(root)) {
    if (name.startsWith(unfinishedOf(officeMark))) discard(join(root, name));
  }
}

function dropFiles(folder: string): void {
  for (const name of SET_FILES) {
    for (const file of [name, `${name}.new`, `${name}-journal`]) rmSync(join(folder, file), { force: true });
  }
  removeIfEmpty(folder);
}

/** What only the dropped sets needed. */
function dropEvidence(root: string, dropped: readonly Manifest[], kept: readonly Manifest[]): void {
  const needed = new Set(kept.flatMap(({ evidence }) => evidence.map(({ name }) => name)));
  for (const { name } of dropped.flatMap(({ evidence }) => evidence)) {
    const file = join(root, EVIDENCE, name);
    if (needed.has(name) || !existsSync(file) || isBehindLink(file, root)) continue;
    rmSync(file, { force: true });
    removeIfEmpty(dirname(file));
  }
}

const isBehindLink = (file: string, root: string): boolean =>
  relative(realpathSync(root), realpathSync(dirname(file))) !== relative(root, dirname(file));

function removeIfEmpty(folder: string): void {
  if (readdirSync(folder).length === 0) rmdirSync(folder);
}
