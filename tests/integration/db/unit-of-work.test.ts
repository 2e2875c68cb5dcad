import { chmodSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { sql } from 'kysely';
import { afterAll, describe, expect, it } from 'vitest';
import { createKysely } from '../../../electron/db/kysely';
import { createCommandQueue, runDraftWrite, runTransaction } from '../../../electron/db/unit-of-work';
import { auditHead } from '../../../electron/platform/audit/audit.repository';
import {
  addEmployer,
  createTestFile,
  dump,
  openTestKey,
  TEST_ACTOR,
  TEST_AT,
  testNow,
  transact,
} from '../../builders/file';
import { asOrdinaryUser } from './support/ordinary-user';

const row = (name: string) => ({ key: name, value: '1', revision: 1, updatedAt: TEST_AT });
const settings = (file: {
  sqlite: { prepare: (text: string) => { pluck: () => { all: () => unknown[] } } };
}) => file.sqlite.prepare('select key from setting order by rowid').pluck().all();

describe('a command', () => {
  const file = createTestFile();
  afterAll(file.close);

  it('that writes no audit row commits nothing', async () => {
    const before = dump(file.sqlite);
    const run = transact(file, async ({ tx }) => {
      await tx.insertInto('setting').values(row('silent')).execute();
    });
    await expect(run).rejects.toThrow('command test wrote no audit row');
    expect(dump(file.sqlite)).toEqual(before);
    expect(file.sqlite.inTransaction).toBe(false);
  });

  it('that throws rolls back, its audit row too', async () => {
    const before = dump(file.sqlite);
    const run = transact(file, async ({ tx, audit }) => {
      await tx.insertInto('setting').values(row('thrown')).execute();
      await audit({ entity: 'setting', entityId: null, summary: '不会留下' });
      throw new Error('in the middle');
    });
    await expect(run).rejects.toThrow('in the middle');
    expect(dump(file.sqlite)).toEqual(before);
    expect(file.sqlite.inTransaction).toBe(false);
  });

  it('commits with its audit row and says what changed', async () => {
    const { value, changed } = await runTransaction(
      file.kysely,
      TEST_ACTOR,
      testNow,
      async ({ tx, audit, changed: tell }) => {
        await tx.insertInto('setting').values(row('kept')).execute();
        await audit({ entity: 'setting', entityId: null, summary: '保存' });
        tell('setting', null);
        return 42;
      },
    );
    expect(value).toBe(42);
    expect(changed).toEqual([{ entity: 'setting', id: null }]);
    expect(settings(file)).toEqual(['kept']);
    expect(await auditHead(file.kysely)).toMatchObject({ seq: 1 });
  });

  it('that breaks a unique key is refused in words', async () => {
    const run = transact(file, async ({ tx, audit }) => {
      await audit({ entity: 'setting', entityId: null, summary: '重复' });
      await tx
        .insertInto('account')
        .values(
          [1, 2].map(() => ({
            loginName: 'a',
            displayName: 'a',
            roles: '[]',
            isActive: 1,
            createdAt: TEST_AT,
          })),
        )
        .execute();
    });
    await expect(run).rejects.toMatchObject({
      name: 'Refusal',
      code: 'DUPLICATE',
      message: expect.stringContaining('重复'),
    });
    expect((await auditHead(file.kysely)).seq).toBe(1);
  });

  it('may catch a refused statement and go on: the transaction is whole all the same', async () => {
    await transact(file, async ({ tx, audit }) => {
      await sql`insert into setting values (null, 1, 2, 3)`.execute(tx).catch(() => undefined);
      await tx.insertInto('setting').values(row('after a refused statement')).execute();
      await audit({ entity: 'setting', entityId: null, summary: '继续' });
    });
    expect(settings(file)).toContain('after a refused statement');
  });
});

describe('the command queue', () => {
  it('runs commands one after another, in the order they came, whatever they wait for', async () => {
    const file = createTestFile();
    const queue = createCommandQueue();
    const events: string[] = [];
    const command = (name: string, waits: number) =>
      queue.run(() =>
        transact(file, async ({ tx, audit }) => {
          events.push(`${name} begins`);
          for (let i = 0; i < waits; i += 1) await new Promise((next) => setImmediate(next));
          await tx.insertInto('setting').values(row(name)).execute();
          await audit({ entity: 'setting', entityId: null, summary: name });
          events.push(`${name} ends`);
        }),
      );
    await Promise.all([command('slow', 20), command('quick', 0), command('middle', 5)]);
    expect(events).toEqual([
      'slow begins',
      'slow ends',
      'quick begins',
      'quick ends',
      'middle begins',
      'middle ends',
    ]);
    expect(settings(file)).toEqual(['slow', 'quick', 'middle']);
    await file.close();
  });

  it('goes on after a command that failed', async () => {
    const queue = createCommandQueue();
    const failed = queue.run(async () => {
      throw new Error('no');
    });
    const next = queue.run(async () => 'yes');
    await expect(failed).rejects.toThrow('no');
    await expect(next).resolves.toBe('yes');
  });

  it('is what keeps two commands apart: a second writer on its own connection waits or is told BUSY', async () => {
    const file = createTestFile();
    const other = openTestKey(file.path);
    other.pragma('busy_timeout = 1');
    const stranger = createKysely(other);
    await transact(file, async ({ audit }) => {
      const run = runTransaction(stranger, TEST_ACTOR, testNow, async ({ audit: second }) =>
        second({ entity: 'x', entityId: null, summary: 'x' }),
      );
      await expect(run).rejects.toMatchObject({ code: 'BUSY' });
      await audit({ entity: 'setting', entityId: null, summary: 'first' });
    });
    await stranger.destroy();
    await file.close();
  });
});

describe('a full disk', () => {
  const blob = (size: number) => ({ ...row('big'), value: 'x'.repeat(size) });
  const fill = (file: ReturnType<typeof createTestFile>) => {
    const pages = Number(file.sqlite.pragma('page_count', { simple: true }));
    file.sqlite.pragma(`max_page_count = ${pages + 2}`);
  };

  it('refuses the save with the reason, writes nothing, and later works', async () => {
    const file = createTestFile();
    await addEmployer(file, '云州纺织集团');
    fill(file);
    const before = dump(file.sqlite);
    const run = transact(file, async ({ tx, audit }) => {
      await audit({ entity: 'setting', entityId: null, summary: '大' });
      await tx.insertInto('setting').values(blob(100_000)).execute();
    });
    await expect(run).rejects.toMatchObject({
      name: 'Refusal',
      code: 'DISK_FULL',
      message: expect.stringContaining('没有保存'),
    });
    expect(file.sqlite.inTransaction).toBe(false);
    expect(dump(file.sqlite)).toEqual(before);
    expect(file.sqlite.pragma('integrity_check', { simple: true })).toBe('ok');
    file.sqlite.pragma('max_page_count = 1073741823');
    await transact(file, async ({ tx, audit }) => {
      await audit({ entity: 'setting', entityId: null, summary: '大' });
      await tx.insertInto('setting').values(blob(100_000)).execute();
    });
    expect(settings(file)).toEqual(['big']);
    await file.close();
  });

  it('also when it is the audit row that finds no room', async () => {
    const file = createTestFile();
    fill(file);
    const run = transact(file, ({ audit }) =>
      audit({ entity: 'x', entityId: null, summary: '长'.repeat(50_000) }),
    );
    await expect(run).rejects.toMatchObject({ code: 'DISK_FULL' });
    expect((await auditHead(file.kysely)).seq).toBe(0);
    await file.close();
  });

  it('refuses a draft in the same words', async () => {
    const file = createTestFile();
    await transact(file, async ({ tx, audit }) => {
      await tx
        .insertInto('account')
        .values({ loginName: 'a', displayName: 'a', roles: '[]', isActive: 1, createdAt: TEST_AT })
        .execute();
      await audit({ entity: 'account', entityId: 1, summary: 'a' });
    });
    fill(file);
    const save = (size: number) =>
      runDraftWrite(file.kysely, async (drafts) => {
        await drafts
          .insertInto('draft')
          .values({ accountId: 1, key: 'k', payload: 'x'.repeat(size), savedAt: TEST_AT })
          .execute();
      });
    await expect(save(100_000)).rejects.toMatchObject({ code: 'DISK_FULL' });
    expect(file.sqlite.prepare('select count(*) from draft').pluck().get()).toBe(0);
    file.sqlite.pragma('max_page_count = 1073741823');
    await save(100_000);
    await file.close();
  });
});

describe('a file that may not be written', () => {
  it('refuses the save with the reason and leaves everything as it was', async () => {
    const file = createTestFile();
    await addEmployer(file, '云州纺织集团');
    await file.close();
    const folder = dirname(file.path);
    chmodSync(file.path, 0o444);
    chmodSync(folder, 0o555);
    await asOrdinaryUser(async () => {
      expect(() => mkdirSync(`${folder}/probe`)).toThrow(/EACCES|EPERM/);
      // Opening already needs the log beside the file.
      expect(() => openTestKey(file.path)).toThrow(/readonly|unable to open/);
    });
    chmodSync(folder, 0o755);
    chmodSync(file.path, 0o644);
    const again = openTestKey(file.path);
    expect(again.prepare('select name from employer').pluck().all()).toEqual(['云州纺织集团']);
    again.close();
  });

  it('says FILE_UNWRITABLE for a handle that turned read-only', async () => {
    const file = createTestFile();
    const reader = createKysely(openTestKey(file.path, { readonly: true }));
    const run = runTransaction(reader, TEST_ACTOR, testNow, async ({ audit }) =>
      audit({ entity: 'x', entityId: null, summary: 'x' }),
    );
    await expect(run).rejects.toMatchObject({
      name: 'Refusal',
      code: 'FILE_UNWRITABLE',
      message: expect.stringContaining('权限'),
    });
    await reader.destroy();
    expect((await auditHead(file.kysely)).seq).toBe(0);
    await file.close();
  });
});
