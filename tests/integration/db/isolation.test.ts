import { EMPTY_EMPLOYER, EVERY_EMPLOYER } from '@shared/contract/employers';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runTransaction, type Transaction } from '../../../electron/db/unit-of-work';
import { insertEmployer } from '../../../electron/platform/employers/employers.repository';
import { createTestOffice, type TestOffice } from '../../builders/office';

/** What a command has written but not committed is seen by nobody: it may still be taken back. */

let office: TestOffice;
beforeEach(async () => {
  office = await createTestOffice();
});
afterEach(() => office.close());

const ACTOR = { accountId: 1, accountName: '王敏', channel: 'test' };
const listed = async () =>
  (
    await office.must('employers.list', {
      ...EVERY_EMPLOYER,
      offset: 0,
      limit: 50,
    })
  ).rows.map((row) => row.name);

/** A command that has written and now waits. @returns how to let it end, and its end */
function waitingCommand(end: 'commit' | 'rollback') {
  let go: () => void = () => undefined;
  let wrote: () => void = () => undefined;
  const hasWritten = new Promise<void>((resolve) => {
    wrote = resolve;
  });
  const gate = new Promise<void>((resolve) => {
    go = resolve;
  });
  const work = async ({ tx, audit }: Transaction) => {
    await insertEmployer(tx, { ...EMPTY_EMPLOYER, name: '未提交机械有限公司' }, '2026-09-10T00:00:00.000Z');
    await audit({ entity: 'employer', entityId: null, summary: '登记单位' });
    wrote();
    await gate;
    if (end === 'rollback') throw new Error('taken back');
  };
  const over = runTransaction(office.session.kysely, ACTOR, () => new Date(0), work).then(
    () => 'committed',
    () => 'taken back',
  );
  return { hasWritten, go, over };
}

describe('a query while a command is under way', () => {
  test('does not see what is not committed, and sees it afterwards', async () => {
    const command = waitingCommand('commit');
    await command.hasWritten;
    expect(await listed()).toEqual([]);
    command.go();
    expect(await command.over).toBe('committed');
    expect(await listed()).toEqual(['未提交机械有限公司']);
  });

  test('never sees what is taken back', async () => {
    const command = waitingCommand('rollback');
    await command.hasWritten;
    expect(await listed()).toEqual([]);
    command.go();
    expect(await command.over).toBe('taken back');
    expect(await listed()).toEqual([]);
  });

  test('cannot write: its connection refuses', async () => {
    expect(() => office.session.reader.sqlite.exec('delete from employer')).toThrow(/readonly/);
  });
});
