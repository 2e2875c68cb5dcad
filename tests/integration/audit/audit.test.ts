import { afterEach, describe, expect, it } from 'vitest';
import { auditHead, verifyChain } from '../../../electron/platform/audit/audit.repository';
import { auditHash, GENESIS } from '../../../electron/platform/audit/audit-chain';
import { createTestFile, openTestKey, type TestFile, transact } from '../../builders/file';
import { COLUMNS, forged } from './support/columns';
import { withoutTriggers } from './support/without-triggers';

const ROWS = 25;
let file: TestFile;
afterEach(() => file.close());

/** A file with a chain of 25 rows. */
async function createChain(): Promise<TestFile> {
  file = createTestFile();
  for (let i = 1; i <= ROWS; i += 1) {
    await transact(file, ({ audit }) =>
      audit({ entity: 'employer', entityId: i, summary: `登记单位 第${i}号` }),
    );
  }
  return file;
}

const verdict = () => verifyChain(file.kysely);
const rowsOfLog = () => file.kysely.selectFrom('auditLog').selectAll().orderBy('seq').execute();

describe('the audit log', () => {
  it('is a chain: each row holds the hash of the one before', async () => {
    await createChain();
    const chain = await rowsOfLog();
    expect(chain).toHaveLength(ROWS);
    expect(chain.map((row) => row.seq)).toEqual(Array.from({ length: ROWS }, (_, i) => i + 1));
    expect(chain.map((row) => row.prevHash)).toEqual([GENESIS, ...chain.slice(0, -1).map((row) => row.hash)]);
    for (const row of chain) expect(row.hash).toBe(auditHash(row));
    expect(await verdict()).toEqual({
      rowCount: ROWS,
      headHash: chain.at(-1)?.hash,
      brokenAt: null,
    });
    expect(await auditHead(file.kysely)).toEqual({
      seq: ROWS,
      hash: chain.at(-1)?.hash,
      at: chain.at(-1)?.at,
    });
  });

  it('of an empty file is sound', async () => {
    file = createTestFile();
    expect(await verdict()).toEqual({
      rowCount: 0,
      headHash: GENESIS,
      brokenAt: null,
    });
  });

  it('longer than one page of the check is sound, and a break behind it is found', async () => {
    file = createTestFile();
    await transact(file, async ({ audit }) => {
      for (let i = 1; i <= 2500; i += 1) await audit({ entity: 'x', entityId: i, summary: String(i) });
    });
    expect(await verdict()).toMatchObject({ rowCount: 2500, brokenAt: null });
    withoutTriggers(file.sqlite, (sqlite) =>
      sqlite.exec("update audit_log set summary = '改' where seq = 2001"),
    );
    expect(await verdict()).toMatchObject({ brokenAt: 2001 });
  });

  it('stays whole whatever stands in a summary', async () => {
    file = createTestFile();
    for (const summary of [
      '',
      '\ud800',
      '名册\udfff.xlsx',
      '\0',
      'a\0b',
      '🙂',
      '\ufffe\ufeff',
      '\n\r\t',
      'x'.repeat(100_000),
    ]) {
      await transact(file, ({ audit }) => audit({ entity: 'x', entityId: null, summary }));
    }
    expect(await verdict()).toMatchObject({ rowCount: 9, brokenAt: null });
  });
});

describe('is append-only: the file itself refuses', () => {
  const attempts: Record<string, string> = {
    'an update': "update audit_log set summary = '改' where seq = 3",
    'an update of nothing visible': 'update audit_log set seq = seq',
    'a deletion': 'delete from audit_log where seq = 3',
    'deleting all': 'delete from audit_log',
    'a replacement':
      "insert or replace into audit_log values (3, '', null, '', '', '', null, '', '', 'x', 'change')",
    'a replacement through the hash': `insert or replace into audit_log select ${ROWS + 1}, at, account_id, account_name, channel, entity, entity_id, summary, prev_hash, hash, nature from audit_log where seq = 3`,
    'replace into': "replace into audit_log values (25, '', null, '', '', '', null, '', '', 'x', 'change')",
    'an upsert': `insert into audit_log values (3, '', null, '', '', '', null, '', '', 'x', 'change') on conflict (seq) do update set summary = '改'`,
    'a row out of order':
      "insert into audit_log values (99, '', null, '', '', '', null, '', '', 'x', 'change')",
    'a row before the first':
      "insert into audit_log values (0, '', null, '', '', '', null, '', '', 'x', 'change')",
    'a negative row': "insert into audit_log values (-1, '', null, '', '', '', null, '', '', 'x', 'change')",
  };
  for (const [what, statement] of Object.entries(attempts)) {
    it(what, async () => {
      await createChain();
      expect(() => file.sqlite.exec(statement)).toThrow(/append-only|UNIQUE/);
      expect(await verdict()).toMatchObject({ rowCount: ROWS, brokenAt: null });
    });
  }

  it('the same on a connection of the worker', async () => {
    await createChain();
    const other = openTestKey(file.path);
    for (const statement of Object.values(attempts))
      expect(() => other.exec(statement)).toThrow(/append-only|UNIQUE/);
    other.close();
    expect(await verdict()).toMatchObject({ rowCount: ROWS, brokenAt: null });
  });
});

describe('whoever drops the triggers is noticed', () => {
  for (const column of COLUMNS) {
    it(`after rewriting ${column}`, async () => {
      await createChain();
      withoutTriggers(file.sqlite, (sqlite) =>
        sqlite.exec(`update audit_log set ${column} = ${forged(column, 77)} where seq = 12`),
      );
      expect(await verdict()).toMatchObject({ rowCount: 11, brokenAt: 12 });
    });
  }

  it('after rewriting a row together with its own hash', async () => {
    await createChain();
    const row = (await rowsOfLog()).find(({ seq }) => seq === 12)!;
    const forged = { ...row, summary: '什么也没有发生' };
    withoutTriggers(file.sqlite, (sqlite) =>
      sqlite
        .prepare('update audit_log set summary = ?, hash = ? where seq = 12')
        .run(forged.summary, auditHash(forged)),
    );
    expect(await verdict()).toMatchObject({ brokenAt: 13 });
  });

  it('after exchanging two rows', async () => {
    await createChain();
    withoutTriggers(file.sqlite, (sqlite) =>
      sqlite.exec(
        'update audit_log set seq = 1000 where seq = 5; update audit_log set seq = 5 where seq = 6; update audit_log set seq = 6 where seq = 1000',
      ),
    );
    expect(await verdict()).toMatchObject({ brokenAt: 5 });
  });

  it('after taking a row out of the middle', async () => {
    await createChain();
    withoutTriggers(file.sqlite, (sqlite) => sqlite.exec('delete from audit_log where seq = 5'));
    expect(await verdict()).toMatchObject({ brokenAt: 6 });
  });

  it('after taking the first row away', async () => {
    await createChain();
    withoutTriggers(file.sqlite, (sqlite) => sqlite.exec('delete from audit_log where seq = 1'));
    expect(await verdict()).toMatchObject({ brokenAt: 2 });
  });

  it('after cutting the tail: a head remembered in a backup or on a printed ledger no longer stands in the chain', async () => {
    await createChain();
    const remembered = await auditHead(file.kysely);
    withoutTriggers(file.sqlite, (sqlite) => sqlite.exec('delete from audit_log where seq > 20'));
    const after = await verdict();
    expect(after).toMatchObject({ rowCount: 20, brokenAt: null });
    expect(after.headHash).not.toBe(remembered.hash);
    expect(
      file.sqlite.prepare('select hash from audit_log where seq = ?').pluck().get(remembered.seq),
    ).toBeUndefined();
    // Rows written later do not bring the old head back.
    for (let i = 0; i < 5; i += 1)
      await transact(file, ({ audit }) => audit({ entity: 'x', entityId: i, summary: '补' }));
    expect((await auditHead(file.kysely)).seq).toBe(remembered.seq);
    expect(
      file.sqlite.prepare('select hash from audit_log where seq = ?').pluck().get(remembered.seq),
    ).not.toBe(remembered.hash);
  });
});
