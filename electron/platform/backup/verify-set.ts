import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '@shared/contract/result';
import { hashFile, type StoredFile, sizeOf } from './disk';
import { EVIDENCE, KEYS } from './layout';
import { type Manifest, readManifest } from './manifest';

type Progress = (phase: string, done: number, total: number) => void;

export type InspectInput = { readonly root: string; readonly stamp: string };
export type Inspection = {
  readonly manifest: Manifest;
  readonly problems: readonly string[];
  /** Evidence that is gone or was changed. */
  readonly missing: readonly string[];
};

/** Reads every byte of a set and compares it with what the manifest recorded when it was written. */
export function inspectSet({ root, stamp }: InspectInput, progress: Progress): Inspection {
  const manifest = requireManifest(root, stamp);
  const total = manifest.files.length + manifest.evidence.length;
  let done = 0;
  const judge = (file: StoredFile, path: string): string => {
    progress('核对备份', done, total);
    done += 1;
    return findFault(file, path);
  };
  const problems = manifest.files
    .map((file) => judge(file, join(root, stamp, file.name)))
    .filter((fault) => fault !== '');
  const missing = manifest.evidence
    .filter((file) => judge(file, join(root, EVIDENCE, file.name)) !== '')
    .map(({ name }) => name);
  return { manifest, problems, missing };
}

export function requireManifest(root: string, stamp: string): Manifest {
  const manifest = readManifest(root, stamp);
  if (manifest) return manifest;
  throw new Refusal(
    'FILE_UNREADABLE',
    '读不到这份备份的清单，U 盘可能已拔出，或者清单已损坏。请换一份备份。',
  );
}

/** @returns what is wrong with a stored file; empty when it is as it was written */
export function findFault(file: StoredFile, path: string): string {
  const what = file.name === KEYS ? '密钥文件' : '数据文件';
  if (!existsSync(path)) return `${what}不见了`;
  const size = sizeOf(path);
  if (size !== file.bytes) return `${what}不完整：应有 ${file.bytes} 字节，现有 ${size} 字节`;
  return hashFile(path).sha256 === file.sha256 ? '' : `${what}的内容已改变，与备份时的校验值不符`;
}

/** Before a password is tried on them: damaged keys would refuse the right one. */
export function requireSoundKeys(root: string, { stamp, files }: Manifest): void {
  const keys = files.find(({ name }) => name === KEYS);
  const fault = keys ? findFault(keys, join(root, stamp, KEYS)) : '清单里没有密钥文件';
  if (fault === '') return;
  throw new Refusal('FILE_UNREADABLE', `这份备份不能恢复：${fault}。现有资料没有改变，请换一份备份。`);
}
