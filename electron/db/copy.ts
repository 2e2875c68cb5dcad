import { differences, type Fingerprint, fingerprintOf } from './fingerprint';
import { findDamage } from './integrity';
import { openDatabase, type Sqlite } from './open';

/** Somebody kept saving while it was copied: the numbers of both cannot be compared. */
export class ChangedWhileCopying extends Error {}

/** The copy is not what was copied. */
export class CopyDiffersError extends Error {}

/**
 * A whole copy under the same key by VACUUM INTO (the online backup API refuses encrypted files), opened and compared with
 * the file it was made from. Never a copy of the live file's bytes.
 */
export function copyDatabase(source: Sqlite, target: string, dataKey: Buffer): Fingerprint {
  const commits = source.prepare('pragma data_version').pluck();
  const before = commits.get();
  const expected = fingerprintOf(source);
  source.prepare('vacuum into ?').run(target);
  if (commits.get() !== before) throw new ChangedWhileCopying();
  const copy = openDatabase(target, dataKey, { readonly: true });
  try {
    const damage = findDamage(copy, 'quick');
    if (damage.length > 0) throw new CopyDiffersError(damage.join('; '));
    const different = differences(expected, fingerprintOf(copy));
    if (different.length > 0) throw new CopyDiffersError(different.join(', '));
  } finally {
    copy.close();
  }
  return expected;
}
