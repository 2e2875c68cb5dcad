import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AuditVerdict } from '@shared/contract/audit';
import { EMPTY_EMPLOYER } from '@shared/contract/employers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { headMemoryFile, readHeads } from '../../../electron/app/head-memory';
import { runTransaction } from '../../../electron/db/unit-of-work';
import { auditHash } from '../../../electron/platform/audit/audit-chain';
import { temporaryFolder } from '../../builders/file';
import { createTestOffice, TEST_UNIT, type TestOffice } from '../../builders/office';
import { withoutTriggers } from './support/without-triggers';

/** The log cannot be rewritten unnoticed: every attack of somebody with the key, seen by the button 校验完整性. */

let office: TestOffice;
beforeEach(async () => {
  office = await createTestOffice();
  for (let i = 1; i <= 10; i += 1) await addEmployer(i);
});
afterEach(() => office.close());

const addEmployer = (i: number) =>
  office.must('employers.save', { id: null, revision: 0, employer: { ...EMPTY_EMPLOYER, name: `单位${i}` } });
const verify = (): Promise<AuditVerdict> => office.must('audit.verify', {});
const memory = () => headMemoryFile(join(office.folder, 'office'));
const attack = (statements: string) => withoutTriggers(office.sqlite, (sqlite) => sqlite.exec(statements));

it('an untouched log is whole, and checking it writes nothing', async () => {
  const before = office.sqlite.prepare('select count(*) from audit_log').pluck().get();
  expect(await verify()).toMatchObject({
    isIntact: true,
    rowCount: before,
    brokenAt: null,
    missingTriggers: [],
  });
  expect(office.sqlite.prepare('select count(*) from audit_log').pluck().get()).toBe(before);
});

describe('is noticed at the row where it happened', () => {
  it.each([
    ['an update', "update audit_log set summary = '什么也没有发生' where seq = 5", 5],
    ['a deletion', 'delete from audit_log where seq = 5', 6],
    [
      'a replacement',
      "insert or replace into audit_log select seq, at, account_id, '别人', channel, entity, entity_id, summary, prev_hash, hash, nature from audit_log where seq = 5",
      5,
    ],
    ['an export made a change', "update audit_log set nature = 'export' where seq = 5", 5],
    [
      'two rows exchanged',
      'update audit_log set seq = 1000 where seq = 5; update audit_log set seq = 5 where seq = 6; update audit_log set seq = 6 where seq = 1000',
      5,
    ],
  ])('%s', async (_, statements, brokenAt) => {
    attack(statements);
    expect(await verify()).toMatchObject({ isIntact: false, brokenAt, rowCount: 4 });
  });
});

describe('guards taken away', () => {
  it.each(['audit_log_no_update', 'audit_log_no_delete', 'audit_log_in_order'])('%s', async (trigger) => {
    office.sqlite.exec(`drop trigger ${trigger}`);
    expect(await verify()).toMatchObject({ isIntact: false, brokenAt: null, missingTriggers: [trigger] });
  });

  it('or put back as a guard that lets everything through', async () => {
    office.sqlite.exec(
      'drop trigger audit_log_no_update; create trigger audit_log_no_update before update on audit_log begin select 1; end',
    );
    expect(await verify()).toMatchObject({ isIntact: false, missingTriggers: ['audit_log_no_update'] });
  });
});

describe('a cut end', () => {
  it('is noticed by what the machine remembers since the last login', async () => {
    await office.lock();
    await office.unlock();
    const head = office.sqlite.prepare('select max(seq) from audit_log').pluck().get() as number;
    await addEmployer(11);
    attack(`delete from audit_log where seq > ${head - 3}`);
    // Rows written later fill the numbers, not the hashes.
    for (let i = 20; i < 25; i += 1) await addEmployer(i);
    const verdict = await verify();
    expect(verdict).toMatchObject({ isIntact: false, brokenAt: null, lostHead: { seq: head - 1 } });
  });

  it('together with the log forged anew from there: every hash fits, and yet', async () => {
    await office.lock();
    await office.unlock();
    withoutTriggers(office.sqlite, (sqlite) => {
      const rows = sqlite.prepare('select * from audit_log order by seq').all() as Record<string, never>[];
      let prevHash = '0'.repeat(64);
      for (const row of rows) {
        const forged = {
          seq: row.seq ?? 0,
          at: row.at ?? '',
          accountId: row.account_id ?? null,
          accountName: '别人',
          channel: row.channel ?? '',
          entity: row.entity ?? '',
          entityId: row.entity_id ?? null,
          summary: row.summary ?? '',
          nature: row.nature ?? ('' as const),
          prevHash,
        };
        const hash = auditHash(forged);
        sqlite
          .prepare('update audit_log set account_name = ?, prev_hash = ?, hash = ? where seq = ?')
          .run(forged.accountName, prevHash, hash, forged.seq);
        prevHash = hash;
      }
    });
    const verdict = await verify();
    expect(verdict).toMatchObject({ isIntact: false, brokenAt: null });
    expect(verdict.lostHead).not.toBeNull();
  });

  it('is not noticed here where nothing is remembered: then only a backup or a printed head tells', async () => {
    writeFileSync(memory(), '[]');
    attack('delete from audit_log where seq > 8');
    expect(await verify()).toMatchObject({ isIntact: true, rowCount: 8, lostHead: null });
  });
});

describe('a backup in the place of the file', () => {
  it('explains what was seen before and nothing that is cut afterwards, whatever the clock says', async () => {
    office.ports.next.folder = temporaryFolder();
    const { stamp } = (await office.must('backup.runTo', {})) ?? { stamp: '' };
    await addEmployer(11);
    await office.lock();
    // A restore of the year 2099 by the clock of that moment.
    office.clock.set('2099-01-01');
    await office.must('restore.pick', {});
    const { loginName, password } = TEST_UNIT;
    const secret = { kind: 'password', loginName, password } as const;
    const accepts = { acceptsOtherUnit: false, acceptsMissingEvidence: false };
    await office.must('restore.commit', { stamp, secret, ...accepts });
    office.clock.set('2026-09-10');
    await office.unlock();
    expect(await verify()).toMatchObject({ isIntact: true, lostHead: null });
    for (let i = 12; i < 17; i += 1) await addEmployer(i);
    await office.lock();
    await office.unlock();
    const head = Number(office.sqlite.prepare('select max(seq) from audit_log').pluck().get());
    attack(`delete from audit_log where seq > ${head - 4}`);
    expect(await verify()).toMatchObject({ isIntact: false, brokenAt: null, lostHead: { seq: head - 1 } });
  });

  it('that was never switched to explains nothing, nor does a row that only says there was one', async () => {
    const seen = { seq: 900, hash: 'a'.repeat(64), at: '2026-09-10T03:00:00.000Z' };
    const prepared = { seq: 30, hash: 'b'.repeat(64), at: '2026-09-10T04:00:00.000Z', begins: true };
    writeFileSync(memory(), JSON.stringify([seen, prepared]));
    const actor = { accountId: 1, accountName: '王敏', channel: 'restore.commit' };
    await runTransaction(office.session.kysely, actor, office.clock.now, ({ audit }) =>
      audit({ entity: 'backup', entityId: null, summary: '从备份恢复' }),
    );
    expect(await verify()).toMatchObject({ isIntact: false, lostHead: seen });
  });

  it('of a new office in an emptied folder begins anew', async () => {
    await office.lock();
    rmSync(join(office.folder, 'office'), { recursive: true });
    await office.must('session.create', TEST_UNIT);
    await office.lock();
    await office.unlock();
    expect(await verify()).toMatchObject({ isIntact: true, lostHead: null });
  });
});

describe('without anybody pressing a button', () => {
  const look = async () => (await office.must('damage.check', {})).log;

  it('a folder that was put back a day is told after the login', async () => {
    await office.must('damage.check', {});
    await office.lock();
    const data = join(office.folder, 'office');
    const former = join(temporaryFolder(), 'office');
    cpSync(data, former, { recursive: true });
    await office.unlock();
    expect(await look()).toEqual({ brokenAt: null, missingTriggers: [], lostHead: null });
    await addEmployer(11);
    await office.lock();
    rmSync(data, { recursive: true });
    cpSync(former, data, { recursive: true });
    await office.unlock();
    expect(await look()).toMatchObject({ brokenAt: null, lostHead: { seq: expect.any(Number) } });
  });

  it('guards that were taken away are told at each login, a changed row once a week', async () => {
    expect(await look()).toMatchObject({ brokenAt: null });
    attack("update audit_log set summary = '什么也没有发生' where seq = 5");
    expect(await look()).toMatchObject({ brokenAt: null, missingTriggers: [] });
    office.sqlite.exec('drop trigger audit_log_no_update');
    expect(await look()).toMatchObject({ brokenAt: null, missingTriggers: ['audit_log_no_update'] });
    office.clock.set('2026-09-17');
    expect(await look()).toMatchObject({ brokenAt: 5 });
    const { rows } = await office.must('audit.list', { text: '每周检查', limit: 1 });
    expect(rows[0]?.summary).toContain('操作日志从第 5 条起与校验值不符；禁止修改和删除操作日志的保护');
  });
});

describe('what is remembered outside the file', () => {
  it('is the head at each opening and closing, number and hash and that a file begins, nothing else', async () => {
    await office.lock();
    const heads = readHeads(memory());
    expect(heads.length).toBeGreaterThanOrEqual(1);
    for (const { begins, ...head } of heads) {
      expect(begins ?? true).toBe(true);
      expect(Object.keys(head).sort()).toEqual(['at', 'hash', 'seq']);
      expect(head.hash).toMatch(/^[0-9a-f]{64}$/);
    }
  });

  it.each(['', '{', 'null', '{"seq":1}', '[{"seq":"x"},3,null]'])(
    'a spoilt memory %j keeps nobody from working',
    async (content) => {
      writeFileSync(memory(), content);
      expect(await verify()).toMatchObject({ isIntact: true, lostHead: null });
    },
  );
});
