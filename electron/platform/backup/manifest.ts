import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BACKUP_REASONS } from '@shared/contract/backup';
import type { SetSummary } from '@shared/contract/restore';
import { dayOfStamp } from '@shared/domain/kernel/backup-rules';
import { z } from 'zod';
import { isNewerThanProgram } from '../../db/fingerprint';
import { isSameMac, macUnder } from '../vault/mac';
import { DATABASE, KEYS, MANIFEST } from './layout';

const PRODUCT = 'union-casework';
const FORMAT = 1;

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const storedFile = z.object({ name: z.enum([DATABASE, KEYS]), bytes: z.int(), sha256: hash });
/** Names become paths: nothing that leads out of the evidence store. */
const storedEvidence = storedFile.extend({ name: z.string().regex(/^[0-9a-f]{2}\/[\w-]+$/) });

const manifestSchema = z.object({
  product: z.literal(PRODUCT),
  format: z.literal(FORMAT),
  stamp: z.string(),
  takenAt: z.string(),
  reason: z.enum(BACKUP_REASONS),
  programVersion: z.string(),
  unitName: z.string(),
  schemaVersion: z.int(),
  rowCounts: z.record(z.string(), z.int()),
  auditHead: z.object({ seq: z.int(), hash: z.string() }),
  /** Which office wrote the set: rotation deletes sets with its own mark only. */
  officeMark: z.string(),
  files: z.array(storedFile),
  evidence: z.array(storedEvidence),
  /** Made with the data key: whoever changes the manifest without it is noticed when the set is opened. */
  seal: z.string(),
});
export type Manifest = z.infer<typeof manifestSchema>;

export function sealManifest(
  content: Omit<Manifest, 'product' | 'format' | 'seal'>,
  dataKey: Buffer,
): Manifest {
  const bare = { product: PRODUCT, format: FORMAT, ...content } as const;
  return { ...bare, seal: sealOf(bare, dataKey) };
}

export function isGenuine({ seal, ...content }: Manifest, dataKey: Buffer): boolean {
  return isSameMac(sealOf(content, dataKey), seal);
}

const sealOf = (content: Omit<Manifest, 'seal'>, dataKey: Buffer): string =>
  macUnder(dataKey, 'backup manifest', content);

/** @returns null when it is not there, not readable or not ours, and for a name that is none of a set */
export function readManifest(root: string, stamp: string): Manifest | null {
  if (dayOfStamp(stamp) === null) return null;
  const manifest = manifestIn(join(root, stamp));
  return manifest?.stamp === stamp ? manifest : null;
}

function manifestIn(folder: string): Manifest | null {
  try {
    const content: unknown = JSON.parse(readFileSync(join(folder, MANIFEST), 'utf8'));
    return manifestSchema.safeParse(content).data ?? null;
  } catch {
    // A stranger's file, half a file, a pulled stick: in each case this is no set of ours.
    return null;
  }
}

/** Folders, not links to some: what lies behind a link was put elsewhere by somebody else. */
const foldersIn = (root: string): string[] =>
  readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

/** Whole sets in a folder of backups, newest first; and how many folders named like a set are none. */
export function listSets(root: string): { sets: Manifest[]; unreadable: number } {
  if (!existsSync(root)) return { sets: [], unreadable: 0 };
  const stamps = foldersIn(root).filter((name) => dayOfStamp(name) !== null);
  const sets = stamps.flatMap((stamp) => readManifest(root, stamp) ?? []);
  sets.sort((a, b) => (a.stamp < b.stamp ? 1 : -1));
  return { sets, unreadable: stamps.length - sets.length };
}

/** Sets somebody gave another name, to keep them: nobody deletes them, and the evidence they need stays. */
export function listRenamed(root: string): { name: string; manifest: Manifest }[] {
  if (!existsSync(root)) return [];
  return foldersIn(root).flatMap((name) => {
    const manifest = manifestIn(join(root, name));
    return manifest && manifest.stamp !== name ? [{ name, manifest }] : [];
  });
}

/** The size of a set wherever one is shown: every file it needs, its evidence among them. */
export const bytesOf = ({ files, evidence }: Pick<Manifest, 'files' | 'evidence'>): number =>
  [...files, ...evidence].reduce((sum, { bytes }) => sum + bytes, 0);

export function summaryOf(manifest: Manifest): SetSummary {
  const { rowCounts, evidence } = manifest;
  const count = (table: string) => rowCounts[table] ?? 0;
  return {
    stamp: manifest.stamp,
    unitName: manifest.unitName,
    takenAt: manifest.takenAt,
    programVersion: manifest.programVersion,
    schemaVersion: manifest.schemaVersion,
    counts: {
      cases: count('case_file'),
      documents: count('document'),
      employers: count('employer'),
      people: count('person'),
    },
    bytes: bytesOf(manifest),
    evidenceCount: evidence.length,
    isNewer: isNewerThanProgram(manifest.schemaVersion),
  };
}
