import { makeUscc } from '@shared/domain/kernel/uscc';
import { afterEach, describe, expect, it } from 'vitest';
import { auditHead, verifyChain } from '../../../electron/platform/audit/audit.repository';
import { findIds } from '../../../electron/platform/search/search.repository';
import { addEmployer, createTestFile, dump, type TestFile } from '../../builders/file';
import { good, openImport, roster, withCell } from './opened';
import { rosterRows } from './support';

let file: TestFile;

afterEach(() => file.close());

const employers = () =>
  file.sqlite
    .prepare('select name, uscc, town, headcount, has_union, revision, address from employer order by id')
    .all() as Record<string, unknown>[];

describe('the commit', () => {
  it('inserts and updates in one transaction with one audit row; an empty cell leaves what is there', async () => {
    file = createTestFile();
    const id = await addEmployer(file, '已有单位', good(1)[1] as string);
    file.sqlite
      .prepare('update employer set town = ?, address = ?, headcount = 7 where id = ?')
      .run('旧镇', '旧址', id);
    const opened = openImport(
      file,
      roster(
        good(0),
        withCell(1, 2, '').map((cell, c) => (c === 3 ? '' : cell)),
      ),
    );
    opened.preview();
    expect(await opened.commit()).toEqual({ inserted: 1, updated: 1, skipped: 0 });
    expect(employers()).toEqual([
      {
        name: '安溪第1机械有限公司',
        uscc: good(1)[1],
        town: '旧镇',
        headcount: 7,
        has_union: 'yes',
        revision: 2,
        address: '旧址',
      },
      {
        name: '安溪第0机械有限公司',
        uscc: good(0)[1],
        town: '城关镇',
        headcount: 10,
        has_union: 'yes',
        revision: 1,
        address: '',
      },
    ]);
    const head = await auditHead(file.kysely);
    expect(head.seq).toBe(2);
    expect(
      file.sqlite.prepare('select summary, account_name, channel from audit_log where seq = 2').get(),
    ).toEqual({
      summary: '导入单位名册 名册.xlsx：新增 1，更新 1，跳过 0',
      account_name: '王敏',
      channel: 'employers.import.commit',
    });
    expect(await findIds(file.kysely, 'employer', '第1机械', 10)).toEqual([id]);
    expect(await findIds(file.kysely, 'employer', '已有', 10)).toEqual([]);
  });

  it('with errors is refused until they are to be skipped', async () => {
    file = createTestFile();
    const opened = openImport(file, roster(good(0), withCell(1, 1, 'x'), good(2)));
    opened.preview();
    const before = dump(file.sqlite);
    await expect(opened.commit()).rejects.toMatchObject({
      code: 'REFUSED',
      message: expect.stringContaining('1 行'),
    });
    expect(dump(file.sqlite)).toEqual(before);
    expect(await opened.commit(true)).toEqual({ inserted: 2, updated: 0, skipped: 1 });
  });

  it('without a preview is refused', async () => {
    file = createTestFile();
    await expect(openImport(file, roster(good(0))).commit()).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('that fails in the middle leaves nothing', async () => {
    file = createTestFile();
    const opened = openImport(file, roster(...rosterRows(600)));
    opened.preview();
    const before = dump(file.sqlite);
    const commit = opened.commit(false, (_, done) => {
      if (done > 0) throw new Error('the thread died');
    });
    await expect(commit).rejects.toThrow('the thread died');
    expect(dump(file.sqlite)).toEqual(before);
    expect(await findIds(file.kysely, 'employer', '机械', 10)).toEqual([]);
    expect(await opened.commit()).toEqual({ inserted: 600, updated: 0, skipped: 0 });
  });

  it('on a full disk is refused and leaves nothing', async () => {
    file = createTestFile();
    const pages = Number(file.sqlite.pragma('page_count', { simple: true }));
    const opened = openImport(file, roster(...rosterRows(600)));
    opened.preview();
    // The limit belongs to a connection: the worker's own has none, so the disk is filled on the way.
    const commit = opened.commit(false, (_, done) => {
      if (done > 0) throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
    });
    await expect(commit).rejects.toMatchObject({ code: 'DISK_FULL' });
    expect(Number(file.sqlite.pragma('page_count', { simple: true }))).toBe(pages);
    expect(employers()).toEqual([]);
  });

  it('twice updates instead of doubling', async () => {
    file = createTestFile();
    for (const expected of [
      { inserted: 40, updated: 0, skipped: 0 },
      { inserted: 0, updated: 40, skipped: 0 },
    ]) {
      const opened = openImport(file, roster(...rosterRows(40)));
      opened.preview();
      expect(await opened.commit()).toEqual(expected);
    }
    expect(file.sqlite.prepare('select count(*) from employer').pluck().get()).toBe(40);
  });

  it('keeps hostile text as text', async () => {
    file = createTestFile();
    const name = "=cmd|'/C calc'!A0); drop table employer;--";
    const opened = openImport(file, roster([name, makeUscc({ serial: 5 }), '城关镇', 1, '', '']));
    expect(opened.preview().errorCount).toBe(0);
    await opened.commit();
    expect(employers()[0]?.name).toBe(name.replace(/\s+/g, '').replaceAll('(', '（').replaceAll(')', '）'));
  });

  // Slow: a whole county's roster.
  it('of 50,000 rows commits once', { timeout: 60_000 }, async () => {
    file = createTestFile();
    const opened = openImport(file, roster(...rosterRows(50_000)));
    expect(opened.preview()).toMatchObject({ rowCount: 50_000, validCount: 50_000, errorCount: 0 });
    const reported: number[] = [];
    expect(await opened.commit(false, (_, done) => void reported.push(done))).toEqual({
      inserted: 50_000,
      updated: 0,
      skipped: 0,
    });
    expect(reported.at(-1)).toBe(50_000);
    expect(file.sqlite.prepare('select count(*) from employer').pluck().get()).toBe(50_000);
    expect(file.sqlite.prepare('select count(distinct uscc) from employer').pluck().get()).toBe(50_000);
    expect(await verifyChain(file.kysely)).toMatchObject({ rowCount: 1, brokenAt: null });
    expect(await findIds(file.kysely, 'employer', '第49999机械', 10)).toEqual([50_000]);
    expect(file.sqlite.pragma('quick_check', { simple: true })).toBe('ok');
  });
});
