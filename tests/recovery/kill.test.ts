import { beforeAll, describe, expect, it } from 'vitest';
import { createKysely } from '../../electron/db/kysely';
import { verifyChain } from '../../electron/platform/audit/audit.repository';
import { findIds } from '../../electron/platform/search/search.repository';
import { bundleForNode } from '../builders/bundle';
import { createTestFile, openTestKey, TEST_KEY } from '../builders/file';
import { runUntilKilled } from '../builders/kill';
import { createRandom, type Random } from '../builders/random';

/** `npm run soak` asks for more. */
const ROUNDS = Number(process.env.KILL_ROUNDS ?? 100);
const BATCH = 60;

let writer: string;
beforeAll(async () => {
  writer = await bundleForNode('tests/recovery/writer.ts');
});

describe('kill −9 at a random moment', () => {
  it(`${ROUNDS} rounds: nothing confirmed is lost, nothing is half, nothing is damaged`, {
    timeout: 30_000 + ROUNDS * 3000,
  }, async () => {
    const file = createTestFile();
    await file.close();
    const random = createRandom(9);
    const confirmed = new Map<number, string>();
    const batches = new Set<string>();
    for (let round = 0; round < ROUNDS; round += 1) {
      const said = await writeUntilKilled(file.path, round, random);
      for (const line of said) {
        const [kind, ...rest] = line.split(' ');
        if (kind === 'one') confirmed.set(Number(rest[0]), rest[1] as string);
        else batches.add(rest[0] as string);
      }
      expect(said.length, `round ${round} confirmed something before it was killed`).toBeGreaterThan(0);
      await judge(file.path, round, confirmed, batches);
    }
    expect(confirmed.size).toBeGreaterThan(ROUNDS);
    expect(batches.size).toBeGreaterThan(0);
    process.stdout.write(
      `kill −9: ${ROUNDS} kills, ${confirmed.size} saves and ${batches.size} batches confirmed, 0 lost, 0 half, 0 damaged\n`,
    );
  });
});

/** Starts the writer, lets it confirm at least one save, kills it a moment later. @returns its complete lines */
async function writeUntilKilled(path: string, round: number, random: Random): Promise<string[]> {
  // From the first confirmation on: within the next save, between two, or inside a batch.
  const delay = random.next() ** 2 * 120;
  const said = await runUntilKilled(writer, [path, TEST_KEY.toString('hex'), String(round)], { delay });
  // A line without its end was being written: nobody has read it.
  return said.split('\n').slice(0, -1);
}

async function judge(
  path: string,
  round: number,
  confirmed: ReadonlyMap<number, string>,
  batches: ReadonlySet<string>,
): Promise<void> {
  const sqlite = openTestKey(path);
  const kysely = createKysely(sqlite);
  try {
    expect(sqlite.pragma(round % 10 === 0 ? 'integrity_check' : 'quick_check', { simple: true })).toBe('ok');
    const rows = new Map(
      sqlite.prepare("select id, name from employer where town = ''").raw().all() as [number, string][],
    );
    const lost = [...confirmed].filter(([id, name]) => rows.get(id) !== name);
    expect(lost, `lost in round ${round}`).toEqual([]);
    // A batch is there with all its rows or not at all.
    const sizes = new Map(
      sqlite.prepare("select town, count(*) from employer where town <> '' group by town").raw().all() as [
        string,
        number,
      ][],
    );
    expect([...sizes].filter(([, size]) => size !== BATCH)).toEqual([]);
    expect([...batches].filter((town) => !sizes.has(town))).toEqual([]);
    // Each command left its one audit row, and every record is in the index.
    const chain = await verifyChain(kysely);
    expect(chain).toMatchObject({ brokenAt: null, rowCount: rows.size + sizes.size });
    expect(sqlite.prepare('select count(*) from search_employer').pluck().get()).toBe(
      rows.size + sizes.size * BATCH,
    );
    const last = [...rows].at(-1);
    if (last) expect(await findIds(kysely, 'employer', last[1], 5)).toContain(last[0]);
  } finally {
    await kysely.destroy();
  }
}
