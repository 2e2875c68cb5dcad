import { readFileSync, writeFileSync, writeSync } from 'node:fs';
import { EMPTY_EMPLOYER } from '@shared/contract/employers';
import { createJobs } from '../../../electron/jobs/jobs';
import { createTestOffice } from '../../builders/office';
import { addColleague, keysPath, LIJUN, logIn, OWN_PASSWORD } from '../../integration/accounts/support';

/**
 * The program's part of the search of its memory: opens a file, works in it, locks, and stands still after each step. The
 * key is told to the searcher in another shape, byte by byte inverted, so that telling it leaves no second copy.
 */
const [folder = '', workerFile = '', backups = ''] = process.argv.slice(2);
const say = (line: string) => writeSync(1, `${line}\n`);
const heard = () => new Promise<void>((resolve) => process.stdin.once('data', () => resolve()));
const collect = () => globalThis.gc?.();

const jobs = createJobs(workerFile);
const office = await createTestOffice({ folder, jobs });

/** As the window locks: threads end with the connections. */
async function lock(): Promise<void> {
  await office.lock();
  jobs.closeAll();
  for (let i = 0; i < 3; i += 1) {
    await new Promise((next) => setTimeout(next, 50));
    collect();
  }
}

async function standStill(step: string): Promise<void> {
  say(step);
  await heard();
}

const must = (result: { readonly ok: boolean }) => {
  if (!result.ok) throw new Error(JSON.stringify(result));
};

await lock();
must(await office.unlock());
await office.must('employers.save', {
  id: null,
  revision: 0,
  employer: { ...EMPTY_EMPLOYER, name: '云州纺织集团' },
});
writeFileSync(`${folder}/inverted`, Buffer.from(office.session.dataKey.map((byte) => byte ^ 0xff)));
collect();
await standStill('open');

await lock();
await standStill('locked');

must(await office.unlock());
await standStill('open again');

office.ports.next.folder = backups;
await office.must('damage.check', {});
await office.must('backup.runTo', {});
await office.must('audit.verify', { jobId: 'verify' });
await lock();
await standStill('locked after tasks of threads');

must(await office.unlock());
const check = office.raw('damage.check', {});
const verify = office.raw('audit.verify', { jobId: 'verify' });
await new Promise((next) => setTimeout(next, 20));
await lock();
await Promise.all([check, verify]);
collect();
await standStill('locked in the middle of tasks');

must(await office.unlock());
const id = await addColleague(office, LIJUN);
const keys = readFileSync(keysPath(office));
await office.must('accounts.deactivate', { id });
await lock();
writeFileSync(keysPath(office), keys);
const refused = await logIn(office, LIJUN.loginName, OWN_PASSWORD);
if (refused.ok) throw new Error('a deactivated account got in');
collect();
await standStill('locked after a login that was refused');
process.exit(0);
