import { existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { BackupReason } from '@shared/contract/backup';
import { Refusal } from '@shared/contract/result';
import type { KeepRule } from '@shared/domain/kernel/backup-rules';
import { ChangedWhileCopying, CopyDiffersError, copyDatabase } from '../../db/copy';
import { isDamage } from '../../db/integrity';
import { openDatabase, type Sqlite } from '../../db/open';
import { lentKey } from '../../jobs/lent-keys';
import { copyEvidence, provenFiles, shareEvidence } from './copy-evidence';
import {
  asDiskRefusal,
  copyFile,
  discard,
  flush,
  hashFile,
  listEvidence,
  requireSpace,
  sizeOf,
  writeDurably,
} from './disk';
import { doKeysFit } from './keys';
import { DATABASE, dataFolderOf, EVIDENCE, KEYS, MANIFEST, rootIn } from './layout';
import { bytesOf, sealManifest } from './manifest';
import { dropOldSets, dropUnfinished } from './rotation';

export type MakeInput = {
  readonly databasePath: string;
  readonly dataKey: Uint8Array;
  readonly folder: string;
  /** Where the set is written before it bears its name. */
  readonly unfinished: string;
  readonly officeMark: string;
  readonly stamp: string;
  readonly takenAt: string;
  readonly reason: BackupReason;
  readonly unitName: string;
  readonly programVersion: string;
  readonly keep: KeepRule;
  /** Read every evidence file of the shared store again, not only the new ones. */
  readonly isThorough: boolean;
};

export type MadeSet = {
  readonly stamp: string;
  readonly path: string;
  readonly bytes: number;
  readonly evidenceCount: number;
  readonly droppedCount: number;
};

type Progress = (phase: string, done: number, total: number) => void;

/** What takes longest, each named as the page shows it. While the database is copied, what stands on the disk tells how far. */
export const PHASES = {
  copy: '复制资料（MB）',
  evidence: '复制证据',
  flush: '写入磁盘',
  check: '核对',
  last: '收尾',
} as const;

/** Why a set was not made although nothing is broken: somebody saved in between. The caller tries again. */
export const CHANGED = 'changed';

/**
 * Writes a set beside the others under a temporary name, checks it and renames it last: whatever stops the work, the sets
 * that were there are untouched and nothing half is taken for a whole one.
 */
export function makeSet(input: MakeInput, progress: Progress): MadeSet | typeof CHANGED {
  const root = rootIn(input.folder);
  const { unfinished } = input;
  try {
    if (!statSync(input.folder).isDirectory()) throw Object.assign(new Error(), { code: 'ENOTDIR' });
    mkdirSync(root, { recursive: true });
    dropUnfinished(root, input.officeMark);
    requireSpace(root, spaceFor(input, root), '备份');
    mkdirSync(unfinished);
    return writeSet(input, root, progress);
  } catch (error) {
    discard(unfinished);
    if (error instanceof ChangedWhileCopying) return CHANGED;
    throw asRefusal(error, input.folder);
  }
}

function writeSet(input: MakeInput, root: string, progress: Progress): MadeSet {
  const { unfinished } = input;
  const dataKey = lentKey(input.dataKey);
  const dataFolder = dataFolderOf(input.databasePath);
  const copy = join(unfinished, DATABASE);

  const source = openDatabase(input.databasePath, dataKey, { readonly: true });
  const fingerprint = (() => {
    try {
      progress(PHASES.copy, 0, megabytesOf(source));
      return copyDatabase(source, copy, dataKey);
    } finally {
      source.close();
    }
  })();
  progress(PHASES.flush, 0, 1);
  flush(copy);
  copyFile(join(dataFolder, KEYS), join(unfinished, KEYS));
  // Judged where it lies now: keys may be changed in the data folder at any moment.
  if (!doKeysFit(join(unfinished, KEYS), basename(input.databasePath), dataKey)) throw unfit();
  const places = { source: join(dataFolder, EVIDENCE), root, unfinished };
  const proven = provenFiles(root, fingerprint.officeMark, dataKey);
  const evidence = copyEvidence(places, proven, input.isThorough, (done, total) =>
    progress(PHASES.evidence, done, total),
  );

  progress(PHASES.check, 0, 1);
  const files = ([DATABASE, KEYS] as const).map((name) => ({ name, ...hashFile(join(unfinished, name)) }));
  const { stamp, takenAt, reason, programVersion, unitName } = input;
  const content = { stamp, takenAt, reason, programVersion, unitName, ...fingerprint, files, evidence };
  const manifest = sealManifest(content, dataKey);
  writeDurably(join(unfinished, MANIFEST), JSON.stringify(manifest, null, 1));
  const path = join(root, stamp);
  progress(PHASES.last, 0, 1);
  shareEvidence(places, proven, stamp);
  renameSync(unfinished, path);

  const droppedCount = dropOldSets(root, manifest, input.keep);
  return { stamp, path, bytes: bytesOf(manifest), evidenceCount: evidence.length, droppedCount };
}

/** What the copy will have: pages in use. */
function megabytesOf(source: Sqlite): number {
  const [pages, free, size] = ['page_count', 'freelist_count', 'page_size'].map((name) =>
    Number(source.pragma(name, { simple: true })),
  ) as [number, number, number];
  return Math.ceil(((pages - free) * size) / 1e6);
}

function spaceFor({ databasePath }: MakeInput, root: string): number {
  const source = join(dataFolderOf(databasePath), EVIDENCE);
  const missing = listEvidence(source).filter((name) => !existsSync(join(root, EVIDENCE, name)));
  return [databasePath, `${databasePath}-wal`, ...missing.map((name) => join(source, name))]
    .map(sizeOf)
    .reduce((sum, bytes) => sum + bytes, 0);
}

const unfit = () =>
  new Refusal(
    'FILE_UNREADABLE',
    '密钥文件 keys.json 已损坏或者被替换，用它打不开现在的资料，所以没有完成备份，以前的备份都还在。请再备份一次；仍不成功的，先不要退出程序，请管理员把最近一份备份中的 keys.json 复制到数据文件夹，再备份。',
  );

function asRefusal(error: unknown, folder: string): unknown {
  if (error instanceof CopyDiffersError) {
    return new Refusal(
      'FILE_UNWRITABLE',
      `写入“${folder}”的内容与原件不一致，这次备份已作废。该磁盘可能有故障，请换一个磁盘再备份。`,
    );
  }
  if (isDamage(error)) {
    return new Refusal(
      'DATABASE_DAMAGED',
      '数据文件出现损坏，没有完成备份。以前的备份都还在。请重新打开程序，按提示从备份恢复或抢救。',
    );
  }
  return asDiskRefusal(error, folder);
}
