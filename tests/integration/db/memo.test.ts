import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { untilDataChange } from '../../../electron/db/memo';
import { addEmployer, createTestFile, openTestKey, type TestFile, transact } from '../../builders/file';

let file: TestFile;
beforeEach(() => {
  file = createTestFile();
});
afterEach(() => file.close());

/** How many employers there are, and how often that was really asked. */
function counter() {
  let asked = 0;
  const ask = () =>
    untilDataChange(file.kysely, 'employers', async () => {
      asked += 1;
      return file.sqlite.prepare('select count(*) from employer').pluck().get();
    });
  return { ask, times: () => asked };
}

describe('an answer is remembered', () => {
  it('while nothing is written', async () => {
    const { ask, times } = counter();
    expect([await ask(), await ask(), times()]).toEqual([0, 0, 1]);
  });

  it('until this connection writes', async () => {
    const { ask } = counter();
    await ask();
    await addEmployer(file, '云州纺织集团');
    expect(await ask()).toBe(1);
  });

  it('until another connection writes', async () => {
    const { ask } = counter();
    await ask();
    const other = openTestKey(file.path);
    other.exec("insert into employer (name, created_at, updated_at) values ('安溪湾物流', '', '')");
    other.close();
    expect(await ask()).toBe(1);
  });

  it('never inside a transaction, so that nothing of one that is rolled back stays', async () => {
    const { ask, times } = counter();
    const failing = transact(file, async ({ tx }) => {
      await tx.insertInto('setting').values({ key: 'x', value: '1', revision: 1, updatedAt: '' }).execute();
      file.sqlite.exec("insert into employer (name, created_at, updated_at) values ('安溪湾物流', '', '')");
      expect(await ask()).toBe(1);
      throw new Error('rolled back');
    });
    await expect(failing).rejects.toThrow('rolled back');
    expect(await ask()).toBe(0);
    expect(times()).toBe(2);
  });
});
