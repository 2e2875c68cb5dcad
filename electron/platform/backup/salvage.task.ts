import { existsSync } from 'node:fs';
import { Refusal } from '@shared/contract/result';
import type { RememberedHead } from '@shared/domain/kernel/audit-head';
import { isNewerThanProgram, versionOf } from '../../db/fingerprint';
import { findDamage, isDamage } from '../../db/integrity';
import { createKysely } from '../../db/kysely';
import { migrations } from '../../db/migrations';
import { migrate } from '../../db/migrator';
import { openDatabase, type Sqlite } from '../../db/open';
import { salvage, type TableSalvage } from '../../db/salvage';
import { runTransaction } from '../../db/unit-of-work';
import { lentKey } from '../../jobs/lent-keys';
import { auditHead, verifyChain } from '../audit/audit.repository';
import { asDiskRefusal, requireSpace, sizeOf } from './disk';
import { indexEverything } from './index-everything.repository';
import { dataFolderOf } from './layout';
import { dropPrepared } from './prepare-restore';

export type SalvageInput = {
  readonly databasePath: string;
  readonly dataKey: Uint8Array;
  readonly target: string;
  readonly accountName: string;
  readonly at: string;
};
export type Salvaged = {
  readonly tables: readonly TableSalvage[];
  readonly isAuditIntact: boolean;
  readonly head: RememberedHead;
};

type Progress = (phase: string, done: number, total: number) => void;

/** Row by row into a new encrypted file; the damaged one is opened for reading only. */
export async function salvageFile(input: SalvageInput, progress: Progress): Promise<Salvaged> {
  const folder = dataFolderOf(input.databasePath);
  const dataKey = lentKey(input.dataKey);
  requireSpace(folder, sizeOf(input.databasePath) + sizeOf(`${input.databasePath}-wal`), '抢救');
  const damaged = openDamaged(input.databasePath, dataKey);
  try {
    const version = versionOf(damaged);
    if (isNewerThanProgram(version)) {
      throw new Refusal('DATABASE_NEWER', '数据文件由更新版本的程序建立。请先安装新版本程序，再抢救。');
    }
    progress('检查', 0, 1);
    if (findDamage(damaged, 'full').length === 0) throw sound();
    const target = openDatabase(input.target, dataKey);
    try {
      migrate(target, {
        backup: () => undefined,
        steps: migrations.filter((step) => step.version <= version),
      });
      const tables = salvage(damaged, target, (_, done, total) => progress('逐条读取', done, total));
      progress('整理', 0, 1);
      return { tables, ...(await finish(target, input)) };
    } finally {
      target.close();
    }
  } catch (error) {
    dropPrepared(input.target);
    throw error instanceof Refusal ? error : asDiskRefusal(error, folder);
  } finally {
    damaged.close();
  }
}

function openDamaged(path: string, dataKey: Buffer): Sqlite {
  if (!existsSync(path)) throw new Refusal('NOT_FOUND', '没有找到数据文件。请从备份恢复。');
  try {
    return openDatabase(path, dataKey, { readonly: true });
  } catch (error) {
    if (!isDamage(error)) throw error;
    throw new Refusal(
      'DATABASE_DAMAGED',
      '数据文件中记录目录的部分已损坏，无法逐条抢救。请从备份恢复；原文件仍原样保留，可交由维护人员处理。',
    );
  }
}

const sound = () =>
  new Refusal(
    'REFUSED',
    '刚才重新检查，数据文件完好，不需要抢救，资料没有改变。请返回登录；再次提示损坏的，请先请维护人员检查磁盘。',
  );

async function finish(target: Sqlite, input: SalvageInput): Promise<Omit<Salvaged, 'tables'>> {
  migrate(target, { backup: () => undefined });
  const kysely = createKysely(target);
  const isAuditIntact = (await verifyChain(kysely)).brokenAt === null;
  const actor = { accountId: null, accountName: input.accountName, channel: 'damage.salvage' };
  await runTransaction(
    kysely,
    actor,
    () => new Date(input.at),
    async ({ tx, audit }) => {
      await indexEverything(tx);
      await audit({ entity: 'backup', entityId: null, summary: '从损坏的数据文件抢救到新文件' });
    },
  );
  const [damage] = findDamage(target, 'full');
  if (damage !== undefined) throw new Error('the salvaged file is damaged');
  target.pragma('wal_checkpoint(TRUNCATE)');
  return { isAuditIntact, head: await auditHead(kysely) };
}
