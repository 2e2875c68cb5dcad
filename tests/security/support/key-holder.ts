import { writeFileSync, writeSync } from 'node:fs';
import { EMPTY_EMPLOYER } from '@shared/contract/employers';
import { createTestOffice } from '../../builders/office';

/**
 * The program's part of the search of its memory: opens a file, works in it, locks, and stands still after each step. The
 * key is told to the searcher in another shape, byte by byte inverted, so that telling it leaves no second copy.
 */
const [folder = ''] = process.argv.slice(2);
const say = (line: string) => writeSync(1, `${line}\n`);
const heard = () => new Promise<void>((resolve) => process.stdin.once('data', () => resolve()));
const collect = () => globalThis.gc?.();

const office = await createTestOffice({ folder });
await office.lock();
await office.unlock();
await office.must('employers.save', {
  id: null,
  revision: 0,
  employer: { ...EMPTY_EMPLOYER, name: '云州纺织集团' },
});
writeFileSync(`${folder}/inverted`, Buffer.from(office.session.dataKey.map((byte) => byte ^ 0xff)));
collect();
say('open');
await heard();
await office.lock();
for (let i = 0; i < 3; i += 1) {
  await new Promise((next) => setTimeout(next, 50));
  collect();
}
say('locked');
await heard();
await office.unlock();
say('open');
await heard();
process.exit(0);
