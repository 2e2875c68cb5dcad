import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { Input, Output } from '@shared/contract';
import { SALVAGE_JOB } from '@shared/contract/restore';
import { logTroubles } from '@shared/domain/kernel/audit-head';
import type { JobContext } from '../../ipc/context';
import type { SessionHolder } from '../accounts/session';
import { findSetting, saveSetting } from '../settings/settings.repository';
import { nameOf, requireEntitled } from './authority';
import type { Checked } from './check.task';
import { writeDurably } from './disk';
import { databaseNamed } from './keys';
import { freeStamp, KEYS, localDay, weekAfter } from './layout';
import { dropPrepared } from './prepare-restore';
import { databaseFor, type RestoreSurroundings } from './restore.service';
import type { Salvaged, SalvageInput } from './salvage.task';
import { reportText, tableLabel } from './salvage-report';
import { keptFolder, switchFile } from './switch-file';
import { trySecret } from './try-secret';
import { wrongSecret } from './wrong-secret';

const KEY = 'damage.check';

/** Every page at each start; once a week indexes and the audit chain as well. In a thread: nobody waits for it. */
export async function checkForDamage(ctx: JobContext): Promise<Output<'damage.check'>> {
  const stored = await findSetting<{ thoroughOn: string }>(ctx.db, KEY);
  const today = ctx.clock.today();
  // A day still to come is none to wait for: the clock was wrong then.
  const isThorough =
    !stored || today >= weekAfter(stored.value.thoroughOn) || today < stored.value.thoroughOn;
  const { databasePath, dataKey } = ctx.session;
  const worker = ctx.jobs.open();
  const untrack = ctx.jobs.track(KEY, () => void worker.close());
  try {
    const { damage, doKeysFit, log } = await worker.call('damage.check', {
      databasePath,
      dataKey,
      isThorough,
      remembered: ctx.ports.rememberedHeads(),
    });
    if (damage.length === 0 && isThorough) await rememberThorough(ctx, stored?.revision ?? 0, log);
    return { problems: damage, doKeysFit, log, isThorough };
  } finally {
    untrack();
    await worker.close();
  }
}

async function rememberThorough(ctx: JobContext, revision: number, log: Checked['log']): Promise<void> {
  await ctx.command(async ({ tx, audit, clock }) => {
    const value = { thoroughOn: localDay(clock.now()) };
    await saveSetting(tx, KEY, value, revision, clock.now().toISOString());
    const found = logTroubles(log).join('；');
    const summary = `每周检查：数据文件完好，${found === '' ? '操作日志完整' : found}`;
    await audit({ entity: 'backup', entityId: null, summary });
  });
}

/** The present file's password opens the present file's keys, as an administrator's where its accounts can be read. */
export async function salvagePresent(
  office: RestoreSurroundings,
  holder: SessionHolder,
  { secret }: Input<'damage.salvage'>,
): Promise<Output<'damage.salvage'>> {
  const keysPath = join(office.dataFolder, KEYS);
  const opened = await trySecret(office, keysPath, secret);
  if (!opened) throw wrongSecret(secret.kind, '本机现在');
  const at = office.clock.now();
  const stamp = freeStamp(at, (taken) => existsSync(join(office.dataFolder, databaseFor(taken))));
  const database = databaseFor(stamp);
  const prepared = join(office.dataFolder, `${database}.preparing`);
  const former = databaseNamed(keysPath);
  try {
    await requireEntitled(office, { ...opened, secret });
    // Closed first: the damaged file must stand still while it is read, and nobody may go on working in it. Before the
    // work begins, because locking ends whatever works with a key.
    await office.queue.run(() => holder.close());
    const { tables, isAuditIntact, head } = await salvageInProcess(office, {
      databasePath: join(office.dataFolder, former),
      dataKey: opened.dataKey,
      target: prepared,
      accountName: nameOf(secret),
      at: at.toISOString(),
    });
    const kept = keptFolder(office.dataFolder, stamp);
    mkdirSync(kept, { recursive: true });
    const reportFile = join(kept, '抢救报告.txt');
    writeDurably(
      reportFile,
      reportText({ at, tables, isAuditIntact, damagedFile: former, newFile: database }),
    );
    renameSync(prepared, join(office.dataFolder, database));
    office.ports.rememberBeginning(head);
    switchFile({ dataFolder: office.dataFolder, database, ...opened, stamp });
    return {
      tables: tables.map((table) => ({ ...table, label: tableLabel(table.table) })),
      newFile: database,
      damagedFile: join(kept, former),
      reportFile,
      isAuditIntact,
    };
  } finally {
    opened.dataKey.fill(0);
    dropPrepared(prepared);
  }
}

async function salvageInProcess(
  { jobs, ports }: RestoreSurroundings,
  input: SalvageInput,
): Promise<Salvaged> {
  const worker = jobs.open('process');
  const untrack = jobs.track(SALVAGE_JOB, () => void worker.close());
  try {
    return await worker.call('damage.salvage', input, (phase, done, total) =>
      ports.progress({ jobId: SALVAGE_JOB, phase, done, total }),
    );
  } finally {
    untrack();
    await worker.close();
  }
}
