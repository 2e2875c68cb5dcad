import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tablesOf } from '../../electron/db/fingerprint';
import { tableLabel } from '../../electron/platform/backup/salvage-report';
import { createTestOffice, TEST_UNIT, type TestOffice } from '../builders/office';
import { addEmployer } from './support';

/** Damage is looked for at each start, thoroughly once a week; what salvage then tells is told in words. */

const PAGE = 4096;
let office: TestOffice;
beforeEach(async () => {
  office = await createTestOffice();
});
afterEach(() => office.close());

const check = () => office.must('damage.check', {});
const again = async () => {
  await office.lock();
  expect(await office.unlock()).toMatchObject({ ok: true });
};
const fill = async () => {
  for (let i = 0; i < 300; i += 1) await addEmployer(office, `云州第${i}纺织厂`);
};
/** Spoils the pages in the middle of the employers' table. */
async function spoilEmployers(): Promise<void> {
  const path = office.session.databasePath;
  const leaves = office.sqlite
    .prepare("select pageno from dbstat where name = 'employer' and pagetype = 'leaf' order by pageno")
    .pluck()
    .all() as number[];
  office.sqlite.pragma('wal_checkpoint(TRUNCATE)');
  await office.lock();
  const file = openSync(path, 'r+');
  for (const page of leaves.slice(3, 5))
    writeSync(file, Buffer.alloc(64, 0x5a), 0, 64, (page - 1) * PAGE + 512);
  closeSync(file);
}

describe('the check', () => {
  it('is thorough once a week: the day is kept over lock and login, and stands in the log', async () => {
    expect(await check()).toEqual({
      problems: [],
      doKeysFit: true,
      log: { brokenAt: null, missingTriggers: [], lostHead: null },
      isThorough: true,
    });
    for (const [day, isThorough] of [
      ['2026-09-10', false],
      ['2026-09-16', false],
      ['2026-09-17', true],
      ['2026-09-18', false],
      // The clock was wrong when the last day was noted: nobody waits for that day.
      ['2026-09-01', true],
      ['2026-09-02', false],
    ] as const) {
      office.clock.set(day);
      await again();
      expect(await check(), day).toMatchObject({ problems: [], isThorough });
    }
    const { rows } = await office.must('audit.list', { text: '每周检查', limit: 10 });
    expect(rows).toHaveLength(3);
  });

  it('finds damage no login meets, on a day without a thorough check as well, and again until it is mended', async () => {
    await fill();
    await check();
    await spoilEmployers();
    expect(await office.unlock()).toMatchObject({ ok: true });
    for (let start = 0; start < 2; start += 1) {
      const { problems, isThorough } = await check();
      expect(isThorough).toBe(false);
      expect(problems.length).toBeGreaterThan(0);
      await again();
    }
    // A damaged file is not noted as sound: the thorough check comes on its day.
    office.clock.set('2026-09-17');
    for (let start = 0; start < 2; start += 1) expect(await check()).toMatchObject({ isThorough: true });
  });
});

describe('the report of a salvage', () => {
  it('has a Chinese word for every table there is', () => {
    const tables = tablesOf(office.sqlite);
    expect(tables.length).toBeGreaterThan(20);
    expect(tables.filter((table) => !/^[\u4e00-\u9fff，、]+$/.test(tableLabel(table)))).toEqual([]);
  });

  it('says first what is lost and what to do, then what is whole, and where the files are', async () => {
    await fill();
    await spoilEmployers();
    const { loginName, password } = TEST_UNIT;
    const { reportFile, tables } = await office.must('damage.salvage', {
      secret: { kind: 'password', loginName, password },
    });
    const lines = readFileSync(reportFile, 'utf8').split('\r\n');
    const saved = tables.find(({ table }) => table === 'employer')?.saved ?? 0;
    expect(saved).toBeGreaterThan(200);
    expect(lines[2]).toBe('一、有丢失的内容（请从纸质材料或旧备份补录）');
    expect(lines[3]).toMatch(new RegExp(`^　　单位：读出 ${saved} 条，丢失不超过 \\d+ 条$`));
    expect(lines.filter((line) => /^[一二三四]、/.test(line))).toHaveLength(4);
    expect(lines.join()).toContain('账号：1 条');
    expect(lines.join()).not.toMatch(/[a-z]+_[a-z]+|[:：] ?0 条/);
  });
});
