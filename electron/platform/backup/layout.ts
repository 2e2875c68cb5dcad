import { dirname, join } from 'node:path';
import { addDays, type CivilDate } from '@shared/domain/kernel/civil-date';

/** Names inside a folder of backups: <folder>/工会案管备份/<stamp>/… and, shared by all sets, …/evidence/<2 hex>/<name>. */
export const ROOT_NAME = '工会案管备份';
export const DATABASE = 'casework.db';
export const KEYS = 'keys.json';
export const MANIFEST = 'manifest.json';
export const EVIDENCE = 'evidence';

/** A set being written: nobody takes it for a whole one. Two offices may write into one folder at the same time. */
export const unfinishedOf = (officeMark: string): string => `.unfinished-${officeMark.slice(0, 12)}-`;

/** The files of a set, in the order in which rotation deletes them: while the manifest is there, the rest is known. */
export const SET_FILES = [DATABASE, KEYS, MANIFEST] as const;

export const rootIn = (folder: string): string => join(folder, ROOT_NAME);

/** Database, keys and evidence of one office lie side by side. */
export const dataFolderOf = (databasePath: string): string => dirname(databasePath);

const two = (n: number): string => String(n).padStart(2, '0');

export const localDay = (at: Date): CivilDate =>
  `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;

/** 2026-09-10_081500 in local time; the first second that is still free. */
export function freeStamp(at: Date, isTaken: (stamp: string) => boolean): string {
  for (let n = 0; ; n += 1) {
    const time = new Date(at.getTime() + n * 1000);
    const stamp = `${localDay(time)}_${two(time.getHours())}${two(time.getMinutes())}${two(time.getSeconds())}`;
    if (!isTaken(stamp)) return stamp;
  }
}

/** The day a week later: when a thorough check is due again. */
export const weekAfter = (day: CivilDate): CivilDate => addDays(day, 7);
