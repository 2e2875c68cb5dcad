import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { read, utils } from '@e965/xlsx';
import type { Input, Output } from '@shared/contract';
import type { AuditRow } from '@shared/contract/audit';
import { auditHeadText } from '@shared/domain/kernel/audit-head';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runTransaction } from '../../../electron/db/unit-of-work';
import { auditHead } from '../../../electron/platform/audit/audit.repository';
import { WINDOW } from '../../../electron/platform/audit/audit-list.repository';
import { createTestOffice, type TestOffice } from '../../builders/office';
import { fillLog } from './support/fill-log';

/** The page 操作日志: filters, pages and the workbook. */

let office: TestOffice;
const DAYS = ['2026-08-30', '2026-08-31', '2026-09-01', '2026-09-02', '2026-09-03'];

/** Rows of several accounts, kinds and days; 9 o'clock in the morning local time. */
beforeAll(async () => {
  office = await createTestOffice();
  const { kysely } = office.session;
  for (const [index, day] of DAYS.entries()) {
    for (const channel of [
      'employers.save',
      'people.get',
      'cases.export',
      'documents.print',
      'supervision.case.act',
    ]) {
      const actor = { accountId: (index % 2) + 1, accountName: index % 2 ? '李军' : '王敏', channel };
      const entity = channel.split('.')[0]?.replace(/s$/, '') ?? '';
      await runTransaction(
        kysely,
        actor,
        () => new Date(`${day}T09:00:00`),
        ({ audit }) => audit({ entity, entityId: index, summary: `${channel} 折扣 50%_${day}` }),
      );
    }
  }
});
afterAll(() => office.close());

const list = async (filter: Partial<Input<'audit.list'>> = {}): Promise<AuditRow[]> =>
  (await office.must('audit.list', { limit: 200, ...filter })).rows;
const daysOf = (rows: readonly AuditRow[]) => new Set(rows.map((row) => row.summary.slice(-10)));

describe('the log is listed', () => {
  it('newest first, with the number of all rows', async () => {
    const { rows, total, next } = await office.must('audit.list', { limit: 200 });
    expect(total).toBe(26);
    expect(rows).toHaveLength(26);
    expect(next).toBeNull();
    expect(rows.map((row) => row.at)).toEqual(
      rows
        .map((row) => row.at)
        .toSorted()
        .toReversed(),
    );
  });

  it('page by page, each row once', async () => {
    const seen: number[] = [];
    let before: Input<'audit.list'>['before'] = null;
    do {
      const page: Output<'audit.list'> = await office.must('audit.list', { limit: 4, before });
      expect(page.rows.length).toBeLessThanOrEqual(4);
      seen.push(...page.rows.map((row) => row.seq));
      before = page.next;
    } while (before !== null);
    expect(seen.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 26 }, (_, i) => i + 1));
  });

  it('by days: the first and the last day belong to it', async () => {
    expect(daysOf(await list({ from: '2026-08-31', to: '2026-09-02' }))).toEqual(
      new Set(['2026-08-31', '2026-09-01', '2026-09-02']),
    );
    expect(daysOf(await list({ from: '2026-09-03', to: '2026-09-03' }))).toEqual(new Set(['2026-09-03']));
    expect(await list({ from: '2027-01-01' })).toEqual([]);
    expect(await list({ from: '2026-09-02', to: '2026-09-01' })).toEqual([]);
  });

  it('by account, kind of object, and word, together', async () => {
    expect((await list({ accountId: 2 })).map((row) => row.accountName)).toEqual(
      Array.from({ length: 10 }, () => '李军'),
    );
    expect(await list({ entity: 'case' })).toHaveLength(5);
    expect(await list({ entity: 'case', accountId: 2 })).toHaveLength(2);
    expect(await list({ entity: 'case', accountId: 2, text: '08-31' })).toHaveLength(1);
    expect(await list({ text: '李军' })).toHaveLength(10);
    expect(await list({ text: '没有' })).toEqual([]);
  });

  it('% and _ are letters like others', async () => {
    expect(await list({ text: '%' })).toHaveLength(25);
    expect(await list({ text: '50%_2026-09' })).toHaveLength(15);
    expect(await list({ text: '5_%' })).toEqual([]);
  });

  it('only what was seen or left the program', async () => {
    const rows = await list({ isSensitiveOnly: true });
    expect(rows).toHaveLength(15);
    expect(new Set(rows.map((row) => row.nature))).toEqual(new Set(['view', 'export', 'print']));
    expect(await list({ isSensitiveOnly: true, entity: 'people' })).toHaveLength(5);
  });

  it('offers the accounts and kinds that occur', async () => {
    const { accounts, entities } = await office.must('audit.choices', {});
    expect(accounts).toEqual([{ value: '1', label: '王敏' }]);
    expect(entities).toEqual(['account', 'case', 'document', 'employer', 'people', 'supervision']);
  });

  it('refuses a day that does not exist', async () => {
    expect(await office.raw('audit.list', { from: '2026-02-30', limit: 10 })).toMatchObject({
      ok: false,
      error: { code: 'BAD_INPUT', fields: [{ field: 'from' }] },
    });
  });
});

describe('as a workbook', () => {
  it('holds the rows that fit, the head of the log above them, and is itself remembered', async () => {
    const path = join(office.folder, '操作日志.xlsx');
    office.ports.next.save = path;
    const head = auditHeadText(await auditHead(office.session.reader.db));
    expect(await office.must('audit.export', { isSensitiveOnly: true })).toEqual({ path, count: 15 });
    const book = read(readFileSync(path));
    const rows = utils.sheet_to_json<string[]>(book.Sheets.操作日志!, { header: 1, raw: false });
    expect(rows[0]?.[0]).toBe('安溪县总工会操作日志');
    expect(rows[1]?.[0]).toContain(head);
    expect(rows[2]).toEqual(['序号', '时间', '账号', '类别', '对象', '事项']);
    expect(rows).toHaveLength(3 + 15);
    expect(new Set(rows.slice(3).map((row) => row[3]))).toEqual(new Set(['查看敏感信息', '导出', '打印']));
    expect((await list()).at(0)).toMatchObject({
      channel: 'audit.export',
      nature: 'export',
      summary: '导出操作日志 15 条',
    });
  });

  it('is not written when nobody chose a place', async () => {
    office.ports.next.save = null;
    const before = (await list()).length;
    expect(await office.must('audit.export', {})).toBeNull();
    expect(await list()).toHaveLength(before);
    expect(existsSync(join(office.folder, 'x.xlsx'))).toBe(false);
  });
});

describe('a word that hardly ever occurs', () => {
  it('is looked for in steps of a bounded number of rows, and found in the end', async () => {
    const large = await createTestOffice();
    await runTransaction(
      large.session.kysely,
      { accountId: 1, accountName: '王敏', channel: 'cases.export' },
      () => new Date('2020-01-01T13:00:00'),
      ({ audit }) => audit({ entity: 'case', entityId: null, summary: '寻找的事项' }),
    );
    fillLog(large.sqlite, WINDOW + 10);
    const first = await large.must('audit.list', { text: '寻找', limit: 50 });
    expect(first.rows).toEqual([]);
    expect(first.next).not.toBeNull();
    const second = await large.must('audit.list', { text: '寻找', limit: 50, before: first.next });
    expect(second.rows.map((row) => row.summary)).toEqual(['寻找的事项']);
    expect(second.next).toBeNull();
    await large.close();
  });
});
