import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { EMPTY_EMPLOYER } from '@shared/contract/employers';
import { expect, it } from 'vitest';
import { bundleForNode } from '../builders/bundle';
import { temporaryFolder } from '../builders/file';
import { runUntilKilled } from '../builders/kill';
import { createTestOffice } from '../builders/office';
import { createRandom } from '../builders/random';

/** `npm run soak` asks for more. */
const ROUNDS = Number(process.env.RESTORE_KILL_ROUNDS ?? 8);

it(`a restore killed at ${ROUNDS} random moments leaves the former file or the restored one, whole`, {
  timeout: 60_000 + ROUNDS * 10_000,
}, async () => {
  const writer = await bundleForNode('tests/recovery/restore-writer.ts');
  const stick = temporaryFolder();
  const office = await createTestOffice();
  const save = (name: string) =>
    office.must('employers.save', { id: null, revision: 0, employer: { ...EMPTY_EMPLOYER, name } });
  await save('云州纺织集团');
  office.ports.next.folder = stick;
  await office.must('backup.runTo', {});
  await save('备份以后的厂');
  await office.close();

  const random = createRandom(11);
  const outcomes = { former: 0, restored: 0 };
  for (let round = 0; round < ROUNDS; round += 1) {
    const folder = temporaryFolder();
    cpSync(join(office.folder, 'office'), join(folder, 'office'), { recursive: true });
    // The first one is let through to its end, so that both outcomes are seen.
    await runUntilKilled(writer, [join(folder, 'office'), stick], {
      isTime: (said) => round > 0 || said.includes('done'),
      delay: round === 0 ? 0 : random.next() * 400,
    });
    const after = await createTestOffice({ folder, isNew: true });
    expect(await after.unlock(), `round ${round} opens`).toMatchObject({ ok: true });
    expect(after.sqlite.pragma('integrity_check', { simple: true })).toBe('ok');
    const names = after.sqlite.prepare('select name from employer order by id').pluck().all();
    const isFormer = names.length === 2;
    expect(names).toEqual(isFormer ? ['云州纺织集团', '备份以后的厂'] : ['云州纺织集团']);
    outcomes[isFormer ? 'former' : 'restored'] += 1;
    await after.close();
  }
  expect(outcomes.restored).toBeGreaterThan(0);
  process.stdout.write(
    `restore: ${ROUNDS} kills, ${outcomes.former} left the former file, ${outcomes.restored} the restored one, 0 neither\n`,
  );
});
