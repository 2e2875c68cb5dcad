import { join } from 'node:path';
import { EMPTY_EMPLOYER } from '@shared/contract/employers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { headMemoryFile, readHeads } from '../../../electron/app/head-memory';
import { verifyLog } from '../../../electron/platform/audit/audit.service';
import { createTestOffice, type TestOffice } from '../../builders/office';
import { createRandom, type Random } from '../../builders/random';
import { COLUMNS, forged } from './support/columns';
import { withoutTriggers } from './support/without-triggers';

/** At random places, with the key and the guards in hand: each attack is made, looked for, and taken back. */

const ROUNDS = 20;
const ROWS = 40;
let office: TestOffice;
/** Up to here this machine remembers the log. */
let remembered: number;
const figures: string[] = [];

beforeAll(async () => {
  office = await createTestOffice();
  for (let i = 1; i <= ROWS; i += 1)
    await office.must('employers.save', {
      id: null,
      revision: 0,
      employer: { ...EMPTY_EMPLOYER, name: `单位${i}` },
    });
  await office.lock();
  await office.unlock();
  remembered = Math.max(...heads().map(({ seq }) => seq));
});
afterAll(async () => {
  console.log(`audit log: ${figures.join('; ')}`);
  await office.close();
});

const heads = () => readHeads(headMemoryFile(join(office.folder, 'office')));
const verify = () => verifyLog(office.session.kysely, heads());

const placeIn = (random: Random) => 1 + random.below(remembered - 1);

/** Statements of one attack. */
const ATTACKS: Readonly<Record<string, (random: Random) => string>> = {
  'a column rewritten': (random) => {
    const column = random.pick(COLUMNS);
    return `update audit_log set ${column} = ${forged(column, 1000 + random.below(1000))} where seq = ${placeIn(random)}`;
  },
  'a row deleted': (random) => `delete from audit_log where seq = ${placeIn(random)}`,
  'a row replaced': (random) =>
    `insert or replace into audit_log select seq, at, account_id, '别人', channel, entity, entity_id, summary, prev_hash, hash, nature
     from audit_log where seq = ${placeIn(random)}`,
  'two rows exchanged': (random) => {
    const first = placeIn(random);
    return `update audit_log set seq = -1 where seq = ${first};
      update audit_log set seq = ${first} where seq = ${first + 1};
      update audit_log set seq = ${first + 1} where seq = -1`;
  },
  'the end cut off': (random) => `delete from audit_log where seq >= ${placeIn(random)}`,
};

it.each(Object.entries(ATTACKS))('%s is noticed every time', async (name, attack) => {
  const random = createRandom(11);
  const { sqlite } = office;
  let noticed = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    sqlite.exec('savepoint attack');
    withoutTriggers(sqlite, (open) => open.exec(attack(random)));
    if (!(await verify()).isIntact) noticed += 1;
    sqlite.exec('rollback to attack; release attack');
  }
  figures.push(`${name}: ${noticed} of ${ROUNDS} noticed`);
  expect(noticed).toBe(ROUNDS);
  expect(await verify()).toMatchObject({ isIntact: true });
});

it('none gets past the guards while they stand', () => {
  const random = createRandom(12);
  let refused = 0;
  const attempts = Object.values(ATTACKS).flatMap((attack) =>
    Array.from({ length: ROUNDS }, () => attack(random)),
  );
  for (const statement of attempts) {
    office.sqlite.exec('savepoint attack');
    try {
      office.sqlite.exec(statement);
    } catch {
      refused += 1;
    }
    office.sqlite.exec('rollback to attack; release attack');
  }
  figures.push(`with its guards: ${refused} of ${attempts.length} refused`);
  expect(refused).toBe(attempts.length);
});
