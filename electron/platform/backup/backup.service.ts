import { join } from 'node:path';
import type { Output } from '@shared/contract';
import type { BackupReason, BackupSettings } from '@shared/contract/backup';
import { Refusal } from '@shared/contract/result';
import { judgeBackupAge } from '@shared/domain/kernel/backup-rules';
import { version } from '../../../package.json';
import type { JobContext, QueryContext } from '../../ipc/context';
import {
  findLastContentAt,
  findLastRun,
  findLatestEntryAt,
  findOfficeMark,
  insertRun,
  REASON_LABELS,
} from './backup.repository';
import { readBackupSettings } from './backup.settings';
import { namesIn } from './disk';
import { freeStamp, localDay, rootIn, unfinishedOf } from './layout';
import { makeInProcess } from './make-in-process';
import type { MadeSet } from './make-set';
import { requireTargetFolder } from './target-folder';

const dayOf = (instant: string): string => localDay(new Date(instant));

export async function backupStatus(ctx: QueryContext): Promise<Output<'backup.status'>> {
  const { settings } = await readBackupSettings(ctx.db);
  const today = ctx.clock.today();
  const lastGood = await findLastRun(ctx.db, 'good');
  const last = await findLastRun(ctx.db);
  const latestAt = await findLatestEntryAt(ctx.db);
  const latestOn = latestAt === null ? null : dayOf(latestAt);
  return {
    ...judgeBackupAge(lastGood ? dayOf(lastGood.finishedAt) : null, today, settings.warnAfterDays),
    hasFolder: settings.folder !== '',
    lastGood,
    lastFailure: last?.outcome === 'failed' ? last : null,
    warnAfterDays: settings.warnAfterDays,
    clockBehind: latestOn !== null && today < latestOn ? latestOn : null,
  };
}

/** To the folder of the settings. By itself only when it is due. */
export async function runBackup(ctx: JobContext, reason: BackupReason): Promise<MadeSet | null> {
  const { settings } = await readBackupSettings(ctx.db);
  if (settings.folder === '') {
    if (reason !== 'hand') return null;
    throw new Refusal('REFUSED', '还没有选择备份文件夹。请先选择文件夹，或者用“备份到 U 盘或其他文件夹”。');
  }
  if (!(await isDue(ctx, reason, settings))) return null;
  return makeBackup(ctx, reason, settings.folder, settings);
}

export async function runBackupTo(ctx: JobContext): Promise<MadeSet | null> {
  const { settings } = await readBackupSettings(ctx.db);
  const folder = await ctx.ports.pickFolder({ title: '选择 U 盘或其他文件夹', defaultPath: settings.folder });
  return folder === null ? null : makeBackup(ctx, 'hand', folder, settings);
}

async function isDue(ctx: JobContext, reason: BackupReason, settings: BackupSettings): Promise<boolean> {
  if (reason === 'hand') return true;
  if (reason === 'daily' ? !settings.isDaily : !settings.isAtClose) return false;
  const lastGood = await findLastRun(ctx.db, 'good');
  if (!lastGood) return true;
  if (reason === 'daily') return dayOf(lastGood.finishedAt) !== ctx.clock.today();
  return lastGood.finishedAt < (await findLastContentAt(ctx.db));
}

const running = new WeakSet<object>();

async function makeBackup(
  ctx: JobContext,
  reason: BackupReason,
  folder: string,
  keep: BackupSettings,
): Promise<MadeSet> {
  if (running.has(ctx.session)) throw new Refusal('BUSY', '另一次备份正在进行，请等它完成。');
  running.add(ctx.session);
  const at = ctx.clock.now();
  let stamp = freeStamp(at, () => false);
  try {
    await requireTargetFolder(folder, ctx.session.databasePath);
    const taken = await namesIn(rootIn(folder));
    stamp = freeStamp(at, (name) => taken.includes(name));
    const officeMark = await findOfficeMark(ctx.db);
    const made = await makeInProcess(ctx, {
      databasePath: ctx.session.databasePath,
      dataKey: ctx.session.dataKey,
      folder,
      unfinished: join(rootIn(folder), `${unfinishedOf(officeMark)}${stamp}`),
      officeMark,
      stamp,
      takenAt: at.toISOString(),
      reason,
      unitName: ctx.session.unitName,
      programVersion: version,
      keep,
      isThorough: reason === 'hand',
    });
    await record(ctx, { reason, folder, stamp, outcome: 'good', message: '', ...sizesOf(made) });
    return made;
  } catch (error) {
    await recordFailure(ctx, { reason, folder, stamp }, error);
    throw error;
  } finally {
    running.delete(ctx.session);
  }
}

const sizesOf = ({ bytes, evidenceCount }: MadeSet) => ({ bytes, evidenceCount });

type Outcome = Omit<Parameters<typeof insertRun>[1], 'finishedAt'>;

async function record(ctx: JobContext, run: Outcome): Promise<void> {
  await ctx.command(async (command) => {
    await insertRun(command.tx, { ...run, finishedAt: command.clock.now().toISOString() });
    const result = run.outcome === 'good' ? `完成，${run.stamp}` : `没有完成：${run.message}`;
    await command.audit({
      entity: 'backup',
      entityId: null,
      summary: `${REASON_LABELS[run.reason]}${result}`,
    });
    command.changed('backup', null);
  });
}

/** What went wrong stays to be read on the home page; that it cannot be written down must not hide it. */
async function recordFailure(
  ctx: JobContext,
  run: Pick<Outcome, 'reason' | 'folder' | 'stamp'>,
  error: unknown,
): Promise<void> {
  const outcome = error instanceof Refusal && error.code === 'CANCELLED' ? 'cancelled' : 'failed';
  const message = error instanceof Refusal ? error.message : '备份时发生意外，没有完成。';
  try {
    await record(ctx, { ...run, outcome, message, bytes: 0, evidenceCount: 0 });
  } catch (second) {
    if (!(second instanceof Refusal)) throw error;
  }
}
