import { z } from 'zod';
import { empty, revision } from './common';
import { command, job, query } from './define';

/** Where copies go, when, and how many stay. */
export const backupSettings = z.object({
  /** Empty: not chosen yet. */
  folder: z.string().trim().max(400),
  /** At the first login of a day. */
  isDaily: z.boolean(),
  /** When the program is closed. */
  isAtClose: z.boolean(),
  keepDaily: z.int().min(1, '至少保留 1 份').max(366),
  keepWeekly: z.int().min(0).max(520),
  keepMonthly: z.int().min(0).max(240),
  /** Days after which the home page warns. */
  warnAfterDays: z.int().min(1, '至少 1 天').max(90),
});
export type BackupSettings = z.infer<typeof backupSettings>;

export const BACKUP_REASONS = ['daily', 'close', 'hand'] as const;
export type BackupReason = (typeof BACKUP_REASONS)[number];
const reason = z.enum(BACKUP_REASONS);

/** Name of a set, 2026-09-10_081500. */
export const stamp = z.string().max(20);

const backupRun = z.object({
  id: z.int(),
  reason,
  folder: z.string(),
  stamp: z.string(),
  finishedAt: z.string(),
  outcome: z.enum(['good', 'failed', 'cancelled']),
  /** Why not; empty when good. */
  message: z.string(),
  bytes: z.int(),
  evidenceCount: z.int(),
});
export type BackupRun = z.infer<typeof backupRun>;

const madeBackup = z.object({
  stamp,
  /** Where the set lies. */
  path: z.string(),
  bytes: z.int(),
  evidenceCount: z.int(),
  droppedCount: z.int(),
});

export const BACKUP_JOB = 'backup';

export const backupContract = {
  'backup.settings.get': query({
    input: empty,
    output: z.object({ settings: backupSettings, revision }),
    permission: 'session',
  }),
  'backup.settings.save': command({
    input: z.object({ settings: backupSettings.partial(), revision }),
    output: z.object({ revision }),
    permission: 'backup.manage',
  }),
  /** Asks for a folder and says whether it can be written. */
  'backup.folder.pick': job({
    input: empty,
    output: z.object({ folder: z.string() }).nullable(),
    permission: 'backup.manage',
    audit: 'none',
  }),
  /** For the home page: how old the last good copy is, and whether the machine's clock goes back. */
  'backup.status': query({
    input: empty,
    output: z.object({
      hasFolder: z.boolean(),
      level: z.enum(['good', 'old', 'none']),
      days: z.int().nullable(),
      lastGood: backupRun.nullable(),
      /** The last try, when it went wrong after the last good one. */
      lastFailure: backupRun.nullable(),
      warnAfterDays: z.int(),
      /** Day of the newest entry, when today lies before it. */
      clockBehind: z.string().nullable(),
    }),
    permission: 'session',
  }),
  'backup.runs': query({ input: empty, output: z.array(backupRun), permission: 'session' }),
  /** To the folder of the settings; by itself only when it is due: null when not. */
  'backup.run': job({
    input: z.object({ reason }),
    output: madeBackup.nullable(),
    permission: 'session',
    audit: 'backup',
  }),
  /** To a folder chosen now, a USB disk for instance; null when none was chosen. */
  'backup.runTo': job({
    input: empty,
    output: madeBackup.nullable(),
    permission: 'backup.manage',
    audit: 'backup',
  }),
} as const;
