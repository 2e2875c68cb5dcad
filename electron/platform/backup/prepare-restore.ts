import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '@shared/contract/result';
import type { RememberedHead } from '@shared/domain/kernel/audit-head';
import { differences, fingerprintOf, isNewerThanProgram } from '../../db/fingerprint';
import { findDamage, isDamage } from '../../db/integrity';
import { createKysely } from '../../db/kysely';
import { migrate } from '../../db/migrator';
import { openDatabase, type Sqlite } from '../../db/open';
import { runTransaction } from '../../db/unit-of-work';
import { lentKey } from '../../jobs/lent-keys';
import { auditHead } from '../audit/audit.repository';
import { type Brought, bringEvidence } from './bring-evidence';
import { asDiskRefusal, copyFile, hashFile, requireSpace } from './disk';
import { DATABASE } from './layout';
import { isGenuine, type Manifest } from './manifest';
import { findFault, requireManifest } from './verify-set';

export type PrepareInput = {
  readonly root: string;
  readonly stamp: string;
  readonly dataKey: Uint8Array;
  readonly dataFolder: string;
  /** Where the new file is made; beside it nothing comes to the data folder but evidence, and nothing there is changed. */
  readonly target: string;
  readonly accountName: string;
  /** Who let the present file be replaced, beside the one who opened the set; empty when nobody had to. */
  readonly agreedBy: string;
  readonly at: string;
  readonly acceptsMissingEvidence: boolean;
};

type Progress = (phase: string, done: number, total: number) => void;

/** Makes the file that is to be switched to: copied, compared byte by byte, opened, compared with the manifest, brought up to date. */
export async function prepareRestore(
  input: PrepareInput,
  progress: Progress,
): Promise<Brought & { readonly head: RememberedHead }> {
  const manifest = requireManifest(input.root, input.stamp);
  if (isNewerThanProgram(manifest.schemaVersion)) throw newer();
  try {
    requireSpace(input.dataFolder, manifest.files.reduce((sum, { bytes }) => sum + bytes, 0) * 2, '恢复');
    progress('复制资料', 0, 1);
    copyChecked(input, manifest);
    progress('核对', 0, 1);
    const head = await openAndRecord(input, manifest);
    return { head, ...bringEvidence(input, manifest.evidence, progress) };
  } catch (error) {
    dropPrepared(input.target);
    throw asRefusal(error, input);
  }
}

/** A file that was never switched to. */
export function dropPrepared(target: string): void {
  for (const suffix of ['', '.new', '-wal', '-shm', '-journal']) rmSync(target + suffix, { force: true });
}

function copyChecked({ root, stamp, target }: PrepareInput, manifest: Manifest): void {
  for (const file of manifest.files) {
    const fault = findFault(file, join(root, stamp, file.name));
    if (fault !== '') throw unsound(fault);
  }
  const written = copyFile(join(root, stamp, DATABASE), target);
  const expected = manifest.files.find(({ name }) => name === DATABASE);
  if (written.sha256 !== expected?.sha256 || hashFile(target).sha256 !== written.sha256) {
    throw unsound('复制后的内容与备份不一致');
  }
}

/** @returns where its log ends */
async function openAndRecord(input: PrepareInput, manifest: Manifest): Promise<RememberedHead> {
  const dataKey = lentKey(input.dataKey);
  if (!isGenuine(manifest, dataKey)) throw unsound('清单在备份之后被改动过，或者密钥文件不是这份资料的');
  const sqlite = openDatabase(input.target, dataKey);
  const kysely = createKysely(sqlite);
  try {
    requireSound(sqlite, manifest);
    migrate(sqlite, { backup: () => undefined });
    const actor = { accountId: null, accountName: input.accountName, channel: 'restore.commit' };
    const agreed = input.agreedBy === '' ? '' : `，经 ${input.agreedBy} 同意`;
    const summary = `从备份 ${manifest.stamp} 恢复到本机${agreed}`;
    await runTransaction(
      kysely,
      actor,
      () => new Date(input.at),
      ({ audit }) => audit({ entity: 'backup', entityId: null, summary }),
    );
    sqlite.pragma('wal_checkpoint(TRUNCATE)');
    return await auditHead(kysely);
  } finally {
    await kysely.destroy();
  }
}

function requireSound(sqlite: Sqlite, manifest: Manifest): void {
  const [damage] = findDamage(sqlite, 'full');
  if (damage !== undefined) throw unsound(damage);
  if (differences(manifest, fingerprintOf(sqlite)).length > 0) throw unsound('内容与清单所记的数目不符');
}

const unsound = (why: string) =>
  new Refusal('FILE_UNREADABLE', `这份备份不能恢复：${why}。现有资料没有改变，请换一份备份。`);

const newer = () =>
  new Refusal(
    'DATABASE_NEWER',
    '这份备份由更新版本的程序建立，本版本不能恢复。请先安装新版本程序。现有资料没有改变。',
  );

function asRefusal(error: unknown, input: PrepareInput): unknown {
  if (error instanceof Refusal) return error;
  if (isDamage(error)) return unsound('数据文件打不开');
  return asDiskRefusal(error, existsSync(join(input.root, input.stamp)) ? input.dataFolder : input.root);
}
