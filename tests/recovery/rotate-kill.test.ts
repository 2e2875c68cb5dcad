import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { bundleForNode } from '../builders/bundle';
import { temporaryFolder } from '../builders/file';
import { runUntilKilled } from '../builders/kill';
import { createTestOffice, type TestOffice } from '../builders/office';
import { createRandom } from '../builders/random';
import { tellStory } from '../builders/story';
import { dataFolder, slotNames, vaultOf } from '../integration/accounts/support';

/** `npm run soak` asks for more. */
const ROUNDS = Number(process.env.ROTATE_KILL_ROUNDS ?? 8);

it(`a change of the data key killed at ${ROUNDS} random moments leaves the old pair or the new one, whole`, {
  timeout: 60_000 + ROUNDS * 10_000,
}, async () => {
  const writer = await bundleForNode('tests/recovery/rotate-writer.ts');
  const office = await createTestOffice();
  await tellStory(office);
  const former = vaultOf(office).database;
  const before = countsOf(office);
  await office.close();

  const random = createRandom(17);
  const outcomes = { old: 0, new: 0, swept: 0 };
  for (let round = 0; round < ROUNDS; round += 1) {
    const folder = temporaryFolder();
    cpSync(dataFolder(office), join(folder, 'office'), { recursive: true });
    // One stands still before the new file is made and one before the old is wiped: both outcomes are seen on any machine.
    const halt = ['keys.rekey', 'keys.wipe'][round] ?? null;
    // Where it stands still; the others some milliseconds after their beginning.
    await runUntilKilled(writer, [folder, halt ?? ''], {
      isTime: (said) => said.includes(`${halt ?? 'begins'}\n`),
      delay: random.next() * (halt === null ? 150 : 0),
    });
    const left = databases(folder);
    const after = await createTestOffice({ folder, isNew: true });
    expect(await after.unlock(), `round ${round} opens`).toMatchObject({ ok: true });
    expect(after.sqlite.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(countsOf(after)).toEqual(before);
    expect(await after.must('audit.verify', {})).toMatchObject({ isIntact: true });
    const { database, leftovers } = vaultOf(after);
    expect(databases(folder), `round ${round}, left by the kill: ${left.join(' ')}`).toEqual([database]);
    expect(leftovers).toEqual([]);
    expect(slotNames(after)).toEqual(['wangmin']);
    outcomes[database === former ? 'old' : 'new'] += 1;
    if (left.length > 1) outcomes.swept += 1;
    await after.close();
  }
  expect(outcomes.old).toBeGreaterThan(0);
  expect(outcomes.new).toBeGreaterThan(0);
  process.stdout.write(
    `rotation: ${ROUNDS} kills, ${outcomes.old} left the old pair, ${outcomes.new} the new one, 0 neither; ${outcomes.swept} left a second file, wiped at the next login\n`,
  );
});

const databases = (folder: string): string[] =>
  readdirSync(join(folder, 'office')).filter((name) => name.endsWith('.db'));

/** Rows of what people wrote; the log itself grows by each login. */
const countsOf = ({ sqlite }: TestOffice) =>
  ['employer', 'person', 'case_file', 'document', 'deadline', 'account'].map((table) =>
    sqlite.prepare(`select count(*) from "${table}"`).pluck().get(),
  );
