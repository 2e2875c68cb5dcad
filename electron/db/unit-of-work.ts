import { Refusal } from '@shared/contract/result';
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { type AuditEntry, appendAudit } from '../platform/audit/audit.repository';
import type { WriteDb } from './kysely';
import type { Database } from './schema';

export type ChangedEntity = { readonly entity: string; readonly id: number | null };

/** What a command may touch besides its input. */
export type Transaction = {
  readonly tx: WriteDb;
  /** Every command says what it did; without it nothing is committed. */
  readonly audit: (entry: AuditEntry) => Promise<void>;
  /** Pages showing this are told after the commit. */
  readonly changed: (entity: string, id: number | null) => void;
  /** Called when all is committed or rolled back, before anybody else's turn. Must not throw. */
  readonly ended: (then: (isCommitted: boolean) => void) => void;
};

export type Actor = {
  readonly accountId: number | null;
  readonly accountName: string;
  readonly channel: string;
};

/** Writing handlers run one after another, in the order they came. */
export type CommandQueue = { run: <T>(task: () => Promise<T>) => Promise<T> };

export function createCommandQueue(): CommandQueue {
  let tail: Promise<unknown> = Promise.resolve();
  return {
    run(task) {
      const result = tail.then(task);
      tail = result.catch(() => undefined);
      return result;
    },
  };
}

/**
 * One command, one transaction: BEGIN IMMEDIATE, work, at least one audit row, COMMIT. Anything thrown rolls back.
 * @returns the work's value and what it changed
 */
export async function runTransaction<T>(
  db: Kysely<Database>,
  actor: Actor,
  now: () => Date,
  work: (transaction: Transaction) => Promise<T>,
): Promise<{ value: T; changed: readonly ChangedEntity[] }> {
  return db.connection().execute(async (connection) => {
    const tx = connection as WriteDb;
    const changed: ChangedEntity[] = [];
    const endings: ((isCommitted: boolean) => void)[] = [];
    let auditCount = 0;
    try {
      await sql`begin immediate`.execute(connection);
      const value = await work({
        tx,
        audit: async (entry) => {
          await appendAudit(tx, actor, now().toISOString(), entry);
          auditCount += 1;
        },
        changed: (entity, id) => changed.push({ entity, id }),
        ended: (then) => endings.push(then),
      });
      if (auditCount === 0) throw new Error(`command ${actor.channel} wrote no audit row`);
      await sql`commit`.execute(connection);
      for (const then of endings) then(true);
      return { value, changed };
    } catch (error) {
      await rollback(connection);
      for (const then of endings) then(false);
      throw asRefusal(error);
    }
  });
}

/** A handle on unsaved typing only. */
export type DraftDb = Kysely<Pick<Database, 'draft'>>;

/** Unsaved typing is no act of the office: the one write without an audit row, and the type lets it reach one table. */
export async function runDraftWrite<T>(
  db: Kysely<Database>,
  work: (drafts: DraftDb) => Promise<T>,
): Promise<T> {
  try {
    return await work(db.$pickTables<'draft'>());
  } catch (error) {
    throw asRefusal(error);
  }
}

async function rollback(connection: Kysely<Database>): Promise<void> {
  try {
    await sql`rollback`.execute(connection);
  } catch (error) {
    // SQLite has already rolled back by itself after SQLITE_FULL or SQLITE_IOERR, or BEGIN itself was refused.
    if (!(error instanceof Error) || !/no transaction is active/.test(error.message)) throw error;
  }
}

/** What SQLite says in codes, said in words; everything else passes unchanged. */
function asRefusal(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'SQLITE_FULL') {
    return new Refusal(
      'DISK_FULL',
      '磁盘空间已满，本次内容没有保存。请清理磁盘后再保存，已填写的内容仍在页面上。',
    );
  }
  if (code.startsWith('SQLITE_IOERR') || code === 'SQLITE_READONLY' || code.startsWith('SQLITE_CANTOPEN')) {
    return new Refusal(
      'FILE_UNWRITABLE',
      '数据文件所在文件夹不可写，本次内容没有保存。请检查文件夹权限或磁盘，已填写的内容仍在页面上。',
    );
  }
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') {
    return new Refusal('DATABASE_DAMAGED', '数据文件出现损坏，本次内容没有保存。请停止使用并从备份恢复。');
  }
  if (code.startsWith('SQLITE_CONSTRAINT_UNIQUE')) {
    return new Refusal('DUPLICATE', '内容与已有记录重复（编号、统一社会信用代码或证号已存在），没有保存。');
  }
  if (code === 'SQLITE_CONSTRAINT_FOREIGNKEY') {
    return new Refusal('NOT_FOUND', '所选的单位、人员或文书已不存在，没有保存。请重新选择后再保存。');
  }
  if (code === 'SQLITE_BUSY') {
    return new Refusal('BUSY', '数据正被另一项操作占用，请稍候再试。');
  }
  return error;
}
