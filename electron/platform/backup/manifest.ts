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
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(join(root, stamp, MANIFEST), 'utf8'));
  } catch {
    // A stranger's file, half a file, a pulled stick: in each case this is no set of ours.
    return null;
  }
  const manifest = manifestSchema.safeParse(content).data;
  return manifest?.stamp === stamp ? manifest : null;
}

/** Whole sets in a folder of backups, newest first; and how many folders named like a set are none. */
export function listSets(root: string): { sets: Manifest[]; unreadable: number } {
  if (!existsSync(root)) return { sets: [], unreadable: 0 };
  const stamps = readdirSync(root).filter((name) => dayOfStamp(name) !== null);
  const sets = stamps.flatMap((stamp) => readManifest(root, stamp) ?? []);
  sets.sort((a, b) => (a.stamp < b.stamp ? 1 : -1));
  return { sets, unreadable: stamps.length - sets.length };
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
