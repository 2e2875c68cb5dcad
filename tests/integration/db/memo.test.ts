import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { untilDataChange } from '../../../electron/db/memo';
import { openReader, type Reader } from '../../../electron/db/reader';
import {
  addEmployer,
  createTestFile,
  openTestKey,
  TEST_KEY,
  type TestFile,
  transact,
} from '../../builders/file';

let file: TestFile;
let reader: Reader;
beforeEach(() => {
  file = createTestFile();
  reader = openReader(file.path, Buffer.from(TEST_KEY));
});
afterEach(async () => {
  await reader.close();
  await file.close();
});

/** How many employers there are, and how often that was really asked. */
function counter() {
  let asked = 0;
  const ask = () =>
    untilDataChange(reader.db, 'employers', async () => {
      asked += 1;
      return reader.sqlite.prepare('select count(*) from employer').pluck().get();
    });
  return { ask, times: () => asked };
}

describe('an answer is remembered', () => {
  it('while nothing is written', async () => {
    const { ask, times } = counter();
    expect([await ask(), await ask(), times()]).toEqual([0, 0, 1]);
  });

  it('until a command commits', async () => {
    const { ask } = counter();
    await ask();
    await addEmployer(file, '云州纺织集团');
    expect(await ask()).toBe(1);
  });

  it('until a worker commits through a connection of its own', async () => {
    const { ask } = counter();
    await ask();
    const other = openTestKey(file.path);
    other.exec("insert into employer (name, created_at, updated_at) values ('安溪湾物流', '', '')");
    other.close();
    expect(await ask()).toBe(1);
  });

  it('through a command that is taken back: nothing of it is seen', async () => {
    const { ask, times } = counter();
    const failing = transact(file, async () => {
      file.sqlite.exec("insert into employer (name, created_at, updated_at) values ('安溪湾物流', '', '')");
      expect(await ask()).toBe(0);
      throw new Error('rolled back');
    });
    await expect(failing).rejects.toThrow('rolled back');
    expect(await ask()).toBe(0);
    expect(times()).toBe(1);
  });
});
