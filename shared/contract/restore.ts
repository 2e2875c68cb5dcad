import { z } from 'zod';
import { auditVerdict } from './audit';
import { stamp } from './backup';
import { empty } from './common';
import { job } from './define';

const rowCounts = z.object({ cases: z.int(), documents: z.int(), employers: z.int(), people: z.int() });

const setSummary = z.object({
  stamp,
  unitName: z.string(),
  takenAt: z.string(),
  programVersion: z.string(),
  schemaVersion: z.int(),
  counts: rowCounts,
  bytes: z.int(),
  evidenceCount: z.int(),
  /** Written by a newer program: it cannot be restored here. */
  isNewer: z.boolean(),
});
export type SetSummary = z.infer<typeof setSummary>;

/** Opens keys: an account of that time, or the code in the safe. */
const secret = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('password'), loginName: z.string().max(30), password: z.string().max(200) }),
  z.object({ kind: z.literal('recovery'), code: z.string().max(200) }),
]);
export type Secret = z.infer<typeof secret>;

export const RESTORE_JOB = 'restore';
export const SALVAGE_JOB = 'salvage';

export const restoreContract = {
  'restore.pick': job({
    input: empty,
    output: z.object({ folder: z.string(), sets: z.array(setSummary), unreadable: z.int() }).nullable(),
    permission: 'public',
    audit: 'none',
  }),
  /** Reads every byte of a set of the folder just picked. */
  'restore.preview': job({
    input: z.object({ stamp }),
    output: z.object({
      set: setSummary,
      /** What is wrong with the copy itself; it cannot be restored. Empty: every byte is as it was written. */
      problems: z.array(z.string()),
      missingEvidence: z.int(),
      /** Unit of the file on this computer, when it is another one; null when there is none or it is the same. */
      presentUnit: z.string().nullable(),
      hasPresent: z.boolean(),
      /** Somebody could work in the present file: an administrator or the recovery code is asked for. */
      asksAdministrator: z.boolean(),
    }),
    permission: 'public',
    audit: 'none',
  }),
  'restore.commit': job({
    input: z.object({
      stamp,
      /** What opens the set: of that day. */
      secret,
      /** Of today: an administrator of the file that is to be replaced, where `secret` does not show one. */
      authority: secret.nullable().default(null),
      acceptsOtherUnit: z.boolean(),
      acceptsMissingEvidence: z.boolean(),
    }),
    output: z.object({
      unitName: z.string(),
      /** Where the former file and keys are kept; empty when there were none. */
      keptIn: z.string(),
      missingEvidence: z.array(z.string()),
    }),
    permission: 'public',
    audit: 'backup',
  }),
  'restore.cancel': job({ input: empty, output: z.object({}), permission: 'public', audit: 'none' }),
  /** Looks for damage: all pages at each start, indexes and the audit chain once a week. */
  'damage.check': job({
    input: empty,
    output: z.object({
      problems: z.array(z.string()),
      /** False: keys.json would not open this file at the next login. */
      doKeysFit: z.boolean(),
      /** Of the audit log; its rows are read once a week, what this machine remembers of it is asked for each time. */
      log: auditVerdict.pick({ brokenAt: true, missingTriggers: true, lostHead: true }),
      isThorough: z.boolean(),
    }),
    permission: 'session',
    audit: 'none',
  }),
  /** Reads what can be read into a new file; the damaged one stays as it is. */
  'damage.salvage': job({
    input: z.object({ secret }),
    output: z.object({
      tables: z.array(
        z.object({
          table: z.string(),
          label: z.string(),
          saved: z.int(),
          lost: z.int().nullable(),
          orphaned: z.int(),
        }),
      ),
      newFile: z.string(),
      damagedFile: z.string(),
      reportFile: z.string(),
      isAuditIntact: z.boolean(),
    }),
    permission: 'public',
    audit: 'backup',
  }),
} as const;
