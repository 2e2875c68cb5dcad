import { createHash } from 'node:crypto';
import { closeSync, openSync, readdirSync, readFileSync, statSync, writeSync } from 'node:fs';
import { basename, join } from 'node:path';
import { EMPTY_EMPLOYER } from '@shared/contract/employers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findIds } from '../../electron/platform/search/search.repository';
import { temporaryFolder, transact } from '../builders/file';
import { createTestOffice, TEST_UNIT, type TestOffice } from '../builders/office';
import { createRandom } from '../builders/random';
import { tellStory } from '../builders/story';
import { addColleague, issueCode, OWN_PASSWORD } from '../integration/accounts/support';

const PAGE = 4096;
/** `npm run soak` asks for more. */
const ROUNDS = Number(process.env.SALVAGE_ROUNDS ?? 6);
let office: TestOffice;
beforeEach(async () => {
  office = await createTestOffice();
});
afterEach(() => office.close());

const secret = { kind: 'password', loginName: TEST_UNIT.loginName, password: TEST_UNIT.password } as const;
const salvage = () => office.invoke('damage.salvage', { secret });
const hashOf = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');
const count = (table: string) =>
  office.sqlite.prepare(`select count(*) from "${table}"`).pluck().get() as number;

async function fill(employers: number): Promise<void> {
  await transact(office.session, async ({ tx, audit }) => {
    for (let i = 0; i < employers; i += 1) {
      const at = '2026-09-10T02:00:00.000Z';
      await tx
        .insertInto('employer')
        .values({
          ...EMPTY_EMPLOYER,
          name: `云州第${i}纺织厂`,
          note: '备'.repeat(100),
          revision: 1,
          createdAt: at,
          updatedAt: at,
          deletedAt: null,
        })
        .execute();
    }
    await audit({ entity: 'employer', entityId: null, summary: '登记' });
  });
}

/** Pages that hold rows of a table, without its root. */
const leavesOf = (table: string): number[] =>
  office.sqlite
    .prepare("select pageno from dbstat where name = ? and pagetype = 'leaf' order by pageno")
    .pluck()
    .all(table) as number[];

function spoil(path: string, pages: readonly number[]): void {
  const file = openSync(path, 'r+');
  for (const page of pages) writeSync(file, Buffer.alloc(64, 0x5a), 0, 64, (page - 1) * PAGE + 512);
  closeSync(file);
}

async function closed(): Promise<string> {
  const path = office.session.databasePath;
  office.sqlite.pragma('wal_checkpoint(TRUNCATE)');
  await office.lock();
  return path;
}

describe('salvage', { timeout: 60_000 }, () => {
  it('of a file with a damaged index brings every row, and the search finds every record', async () => {
    await tellStory(office);
    const before = new Map(
      (
        office.sqlite
          .prepare("select name from sqlite_master where type = 'table' and sql not like '%virtual%'")
          .pluck()
          .all() as string[]
      )
        .filter((name) => !/^(sqlite|search)_/.test(name))
        .map((name) => [name, count(name)]),
    );
    const hits = await findIds(office.session.reader.db, 'employer', '工', 100);
    const pages = leavesOf('audit_log_account');
    const path = await closed();
    spoil(path, pages);
    const bytes = hashOf(path);
    const result = await salvage();
    expect(result).toMatchObject({ ok: true, value: { isAuditIntact: true } });
    if (!result.ok) return;
    for (const { table, saved, lost, orphaned } of result.value.tables) {
      expect({ table, saved, lost, orphaned }).toEqual({
        table,
        saved: before.get(table),
        lost: 0,
        orphaned: 0,
      });
    }
    // The damaged file is kept as it was.
    expect(hashOf(result.value.damagedFile)).toBe(bytes);
    expect(readFileSync(result.value.reportFile, 'utf8')).toContain('操作日志完整');
    expect(await office.unlock()).toMatchObject({ ok: true });
    expect(await findIds(office.session.reader.db, 'employer', '工', 100)).toEqual(hits);
    expect(await office.must('audit.verify', {})).toMatchObject({ isIntact: true });
    expect(office.sqlite.pragma('foreign_key_check')).toEqual([]);
  });

  it(`of ${ROUNDS} files with random damaged pages loses what stood on them and nothing else`, async () => {
    await tellStory(office);
    await fill(2000);
    const random = createRandom(5);
    let savedRows = 0;
    let lostRows = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const leaves = leavesOf('employer');
      const perPage = count('employer') / leaves.length;
      const pages = Array.from({ length: 1 + random.below(3) }, () => random.pick(leaves.slice(1, -1)));
      const before = count('employer');
      const cases = count('case_file');
      // Numbers an earlier round lost look, in a damaged stretch, like rows lost there: 不超过.
      const gaps = Number(office.sqlite.prepare('select max(id) - count(*) from employer').pluck().get());
      const path = await closed();
      spoil(path, pages);
      const bytes = hashOf(path);
      const result = await salvage();
      if (!result.ok) throw new Error(result.error.message);
      expect(hashOf(result.value.damagedFile)).toBe(bytes);
      const employer = result.value.tables.find(({ table }) => table === 'employer');
      const lost = before - (employer?.saved ?? 0);
      expect(lost).toBeGreaterThan(0);
      expect(lost).toBeLessThanOrEqual(Math.ceil(perPage * new Set(pages).size * 2));
      expect(employer?.lost).toBeGreaterThanOrEqual(lost);
      expect(employer?.lost).toBeLessThanOrEqual(lost + gaps);
      expect(await office.unlock()).toMatchObject({ ok: true });
      expect(office.sqlite.pragma('integrity_check', { simple: true })).toBe('ok');
      expect(office.sqlite.pragma('foreign_key_check')).toEqual([]);
      expect(count('case_file')).toBe(cases);
      savedRows += employer?.saved ?? 0;
      lostRows += lost;
    }
    console.log(
      `salvage: ${ROUNDS} damaged files, ${savedRows} rows saved, ${lostRows} lost, ${ROUNDS} originals unchanged`,
    );
    expect(office.faults).toEqual([]);
  });

  it('needs the password, and changes nothing without it', async () => {
    await fill(10);
    const path = await closed();
    const before = readdirSync(join(path, '..')).sort();
    expect(
      await office.invoke('damage.salvage', { secret: { ...secret, password: 'falsch-2026' } }),
    ).toMatchObject({ ok: false, error: { code: 'WRONG_PASSWORD' } });
    expect(readdirSync(join(path, '..')).sort()).toEqual([...before, 'failed-logins.log'].sort());
    expect(statSync(path).size).toBeGreaterThan(0);
  });

  it('is an administrator’s or the recovery code’s, and only where the file is damaged', async () => {
    await fill(500);
    await addColleague(office, { loginName: 'chenli', displayName: '陈丽', roles: ['reader'] });
    const code = await issueCode(office);
    const leaves = leavesOf('employer');
    const path = await closed();
    const bytes = hashOf(path);
    expect(await salvage()).toMatchObject({
      ok: false,
      error: { code: 'REFUSED', message: expect.stringContaining('不需要抢救') },
    });
    expect(hashOf(path)).toBe(bytes);
    spoil(path, leaves.slice(3, 4));
    const reader = { kind: 'password', loginName: 'chenli', password: OWN_PASSWORD } as const;
    expect(await office.invoke('damage.salvage', { secret: reader })).toMatchObject({
      ok: false,
      error: { code: 'FORBIDDEN', message: expect.stringContaining('管理员') },
    });
    expect(await office.invoke('damage.salvage', { secret: { kind: 'recovery', code } })).toMatchObject({
      ok: true,
    });
  });

  it('of a file whose first page is gone says that only a backup helps, keeps it, and the backup opens', async () => {
    await fill(10);
    const stick = temporaryFolder();
    office.ports.next.folder = stick;
    const { stamp } = (await office.must('backup.runTo', {})) ?? { stamp: '' };
    const path = await closed();
    const file = openSync(path, 'r+');
    writeSync(file, Buffer.alloc(PAGE), 0, PAGE, 0);
    closeSync(file);
    const bytes = hashOf(path);
    expect(await office.unlock()).toMatchObject({ ok: false, error: { code: 'DATABASE_DAMAGED' } });
    expect(await salvage()).toMatchObject({
      ok: false,
      error: { code: 'DATABASE_DAMAGED', message: expect.stringContaining('从备份恢复') },
    });
    expect(hashOf(path)).toBe(bytes);
    await office.must('restore.pick', {});
    const given = { secret, acceptsOtherUnit: false, acceptsMissingEvidence: false };
    const { keptIn } = await office.must('restore.commit', { stamp, ...given });
    expect(hashOf(join(keptIn, basename(path)))).toBe(bytes);
    expect(await office.unlock()).toMatchObject({ ok: true });
    expect(count('employer')).toBe(10);
  });
});
