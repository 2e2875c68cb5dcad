import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Output, Parsed } from '@shared/contract';
import { RESTORE_JOB } from '@shared/contract/restore';
import { Refusal } from '@shared/contract/result';
import type { CommandQueue } from '../../db/unit-of-work';
import type { Ports } from '../../ipc/context';
import type { JobSession, Jobs } from '../../jobs/jobs';
import type { SessionHolder } from '../accounts/session';
import { nameOf, presentFile, requireAuthority } from './authority';
import { dropWaiting, exchangeEvidence } from './bring-evidence';
import { unitNamed } from './keys';
import { freeStamp, KEYS, ROOT_NAME } from './layout';
import { listRenamed, listSets, summaryOf } from './manifest';
import { dropPrepared } from './prepare-restore';
import { keptFolder, switchFile } from './switch-file';
import { type Door, trySecretOfSet } from './try-secret';
import { requireManifest, requireSoundKeys } from './verify-set';
import { wrongSecret } from './wrong-secret';

/** What restoring needs; no file has to be open for it. */
export type RestoreSurroundings = Door & {
  readonly queue: CommandQueue;
  readonly ports: Ports;
  readonly jobs: Jobs;
};

/** Sets of a folder, of the folder above a set, or of a set itself: people pick any of them. */
export function findSets(folder: string): NonNullable<Output<'restore.pick'>> {
  const candidates = [join(folder, ROOT_NAME), folder, dirname(folder)];
  const root = candidates.find((candidate) => listSets(candidate).sets.length > 0);
  if (root === undefined) {
    requireOwnNames(candidates);
    throw new Refusal(
      'NOT_FOUND',
      `“${folder}”里没有找到备份。请选择 U 盘或者备份时所选的文件夹，里面应有“${ROOT_NAME}”。`,
    );
  }
  const { sets, unreadable } = listSets(root);
  const own = sets.filter(({ stamp }) => join(root, stamp) === folder);
  const shown = own.length > 0 ? own : sets;
  return { folder: root, sets: shown.map(summaryOf), unreadable };
}

function requireOwnNames(roots: readonly string[]): void {
  const [renamed] = roots.flatMap(listRenamed);
  if (!renamed) return;
  throw new Refusal(
    'NOT_FOUND',
    `备份文件夹“${renamed.name}”改过名字。请在“我的电脑”中把它改回“${renamed.manifest.stamp}”，再选一次。`,
  );
}

export async function previewSet(
  office: RestoreSurroundings,
  root: string,
  stamp: string,
): Promise<Output<'restore.preview'>> {
  return inWorker(office, async (worker, report) => {
    const { manifest, problems, missing } = await worker.call('restore.inspect', { root, stamp }, report);
    const present = unitNamed(join(office.dataFolder, KEYS));
    return {
      set: summaryOf(manifest),
      problems: [...problems],
      missingEvidence: missing.length,
      presentUnit: present !== null && present !== manifest.unitName ? present : null,
      hasPresent: existsSync(join(office.dataFolder, KEYS)),
      asksAdministrator: presentFile(office.dataFolder) !== null,
    };
  });
}

/** All or nothing: prepared and checked beside, then switched by one rename. The session, if any, ends before that. */
export async function restoreSet(
  office: RestoreSurroundings,
  holder: SessionHolder,
  root: string,
  input: Parsed<'restore.commit'>,
): Promise<Output<'restore.commit'>> {
  const { stamp, secret } = input;
  const manifest = requireManifest(root, stamp);
  requireSameUnit(office.dataFolder, manifest.unitName, input.acceptsOtherUnit);
  requireSoundKeys(root, manifest);
  const opened = await trySecretOfSet(office, join(root, stamp, KEYS), secret);
  if (!opened) throw wrongSecret(secret.kind, '备份那天');
  const at = office.clock.now();
  const isTaken = (taken: string) => existsSync(join(office.dataFolder, databaseFor(taken)));
  const switchStamp = freeStamp(at, isTaken);
  const database = databaseFor(switchStamp);
  const prepared = join(office.dataFolder, `${database}.preparing`);
  try {
    const agreedBy = await requireAuthority(office, { ...opened, secret }, input.authority);
    mkdirSync(office.dataFolder, { recursive: true });
    const { missing, exchanges, head } = await inWorker(office, (worker, report) =>
      worker.call(
        'restore.prepare',
        {
          root,
          stamp,
          dataKey: opened.dataKey,
          dataFolder: office.dataFolder,
          target: prepared,
          accountName: nameOf(secret),
          agreedBy,
          at: at.toISOString(),
          acceptsMissingEvidence: input.acceptsMissingEvidence,
        },
        report,
      ),
    );
    return await office.queue.run(async () => {
      await holder.close();
      renameSync(prepared, join(office.dataFolder, database));
      office.ports.rememberBeginning(head);
      const keptIn = switchFile({ dataFolder: office.dataFolder, database, ...opened, stamp: switchStamp });
      const kept = keptFolder(office.dataFolder, switchStamp);
      const notExchanged = exchangeEvidence(office.dataFolder, kept, exchanges);
      return { unitName: manifest.unitName, keptIn, missingEvidence: [...missing, ...notExchanged] };
    });
  } finally {
    opened.dataKey.fill(0);
    dropPrepared(prepared);
    dropWaiting(office.dataFolder);
  }
}

export const databaseFor = (stamp: string): string => `casework-${stamp}.db`;

/** Restoring another unit's file by mistake would show its cases to this one: only when somebody says so. */
function requireSameUnit(dataFolder: string, unitName: string, isAccepted: boolean): void {
  const present = unitNamed(join(dataFolder, KEYS));
  if (present === null || present === unitName || isAccepted) return;
  throw new Refusal(
    'REFUSED',
    `这份备份属于“${unitName}”，本机现有资料属于“${present}”。确实要换成该单位的资料时，请先勾选确认。`,
  );
}

async function inWorker<T>(
  { jobs, ports }: Pick<RestoreSurroundings, 'jobs' | 'ports'>,
  work: (worker: JobSession, report: (phase: string, done: number, total: number) => void) => Promise<T>,
): Promise<T> {
  // A disk or a network folder that does not answer holds a thread; a process is ended.
  const worker = jobs.open('process');
  const untrack = jobs.track(RESTORE_JOB, () => void worker.close());
  try {
    return await work(worker, (phase, done, total) =>
      ports.progress({ jobId: RESTORE_JOB, phase, done, total }),
    );
  } finally {
    untrack();
    await worker.close();
  }
}
