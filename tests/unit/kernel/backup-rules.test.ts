import { dayOfStamp, judgeBackupAge, stampsToDrop } from '@shared/domain/kernel/backup-rules';
import { addDays } from '@shared/domain/kernel/civil-date';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../builders/random';

const RULE = { keepDaily: 7, keepWeekly: 4, keepMonthly: 12 };
const daily = (from: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${addDays(from, index)}_120000`);
const kept = (stamps: readonly string[], just: string, rule = RULE) => {
  const drop = new Set(stampsToDrop(stamps, just, rule));
  return stamps.filter((stamp) => !drop.has(stamp)).map((stamp) => stamp.slice(0, 10));
};

describe('the name of a set', () => {
  it.each([
    ['2026-09-10_081500', '2026-09-10'],
    ['2026-02-30_081500', null],
    ['2026-09-10_0815', null],
    ['../2026-09-10_081500', null],
    ['说明', null],
  ])('%s is of %s', (stamp, day) => {
    expect(dayOfStamp(stamp)).toBe(day);
  });
});

describe('rotation', () => {
  it('of a year keeps 7 days, 4 weeks and 12 months', () => {
    const stamps = daily('2025-09-11', 366);
    const just = stamps.at(-1) ?? '';
    expect(kept(stamps, just)).toEqual([
      '2025-10-31',
      '2025-11-30',
      '2025-12-31',
      '2026-01-31',
      '2026-02-28',
      '2026-03-31',
      '2026-04-30',
      '2026-05-31',
      '2026-06-30',
      '2026-07-31',
      '2026-08-23',
      '2026-08-30',
      '2026-08-31',
      ...daily('2026-09-05', 7).map((stamp) => stamp.slice(0, 10)),
    ]);
  });

  it('of one day keeps the last, and the one just written', () => {
    const stamps = ['2026-09-10_080000', '2026-09-10_120000', '2026-09-10_170000'];
    expect(stampsToDrop(stamps, '2026-09-10_170000', RULE)).toEqual(stamps.slice(0, 2));
    // The clock was set back: the new set looks like the oldest.
    expect(stampsToDrop(stamps, '2026-09-10_080000', RULE)).toEqual(['2026-09-10_120000']);
  });

  it('never names what is no set of ours, and counts a pause as no days', () => {
    expect(stampsToDrop(['说明', '2026-09-10_120000'], '2026-09-10_120000', RULE)).toEqual([]);
    const afterPause = ['2026-01-05_120000', '2026-01-06_120000', '2026-09-10_120000'];
    expect(stampsToDrop(afterPause, '2026-09-10_120000', { ...RULE, keepDaily: 2 })).toEqual([
      '2026-01-05_120000',
    ]);
  });

  it('without weeks and months keeps days only', () => {
    const stamps = daily('2026-09-01', 10);
    const rule = { keepDaily: 2, keepWeekly: 0, keepMonthly: 0 };
    expect(kept(stamps, stamps.at(-1) ?? '', rule)).toEqual(['2026-09-09', '2026-09-10']);
  });
});

describe('rotation after each copy, over clocks', () => {
  /** Written anew from the sentence of the settings page, without the code it judges. */
  const lastOfEach = (stamps: readonly string[], spanOf: (day: string) => string, count: number) => {
    const last = new Map<string, string>();
    for (const stamp of [...stamps].sort()) last.set(spanOf(stamp.slice(0, 10)), stamp);
    return [...last.values()].slice(-count);
  };
  const monday = (day: string) => {
    const at = new Date(`${day}T00:00:00Z`);
    at.setUTCDate(at.getUTCDate() - ((at.getUTCDay() + 6) % 7));
    return at.toISOString().slice(0, 10);
  };
  const promised = (stamps: readonly string[]) => [
    ...lastOfEach(stamps, (day) => day, 7),
    ...lastOfEach(stamps, monday, 4),
    ...lastOfEach(stamps, (day) => day.slice(0, 7), 12),
  ];
  const stampOf = (minutes: number) => {
    const iso = new Date(Date.UTC(2024, 0, 1) + minutes * 60_000).toISOString();
    return `${iso.slice(0, 10)}_${iso.slice(11, 19).replaceAll(':', '')}`;
  };
  const ROUNDS = 30;
  const COPIES = 100;

  it(`${ROUNDS} clocks that go forward: after each of ${COPIES} copies there is what was promised, and nothing else`, () => {
    const random = createRandom(31);
    for (let round = 0; round < ROUNDS; round += 1) {
      let minutes = 0;
      let present: string[] = [];
      for (let copy = 0; copy < COPIES; copy += 1) {
        // Some minutes, some days, a holiday.
        minutes += 1 + random.below(random.pick([60, 3 * 1440, 40 * 1440]));
        const just = stampOf(minutes);
        present = [...present, just];
        const wanted = new Set(promised(present));
        const drop = stampsToDrop(present, just, RULE);
        present = present.filter((stamp) => !drop.includes(stamp));
        expect(new Set(present)).toEqual(wanted);
        expect(present.length).toBeLessThanOrEqual(7 + 4 + 12);
      }
    }
  });

  it(`${ROUNDS} clocks that are set back and forth: the copy just made stays, the newest stays, and they never pile up`, () => {
    const random = createRandom(32);
    for (let round = 0; round < ROUNDS; round += 1) {
      let present: string[] = [];
      for (let copy = 0; copy < COPIES; copy += 1) {
        const just = stampOf(random.below(4 * 366 * 1440));
        present = [...new Set([...present, just])];
        const newest = [...present].sort().at(-1);
        const drop = stampsToDrop(present, just, RULE);
        expect(drop).not.toContain(just);
        expect(drop).not.toContain(newest);
        present = present.filter((stamp) => !drop.includes(stamp));
        expect(present.length).toBeLessThanOrEqual(7 + 4 + 12 + 1);
        // Asked again at once there is nothing more to drop.
        expect(stampsToDrop(present, just, RULE)).toEqual([]);
      }
    }
  });
});

describe('the age of the last good backup', () => {
  it.each([
    [null, 'none', null],
    ['2026-09-10', 'good', 0],
    ['2026-09-07', 'good', 3],
    ['2026-09-06', 'old', 4],
    // From a day still to come: nobody knows how old it is.
    ['2026-09-11', 'old', -1],
  ])('of %s is %s', (lastOn, level, days) => {
    expect(judgeBackupAge(lastOn, '2026-09-10', 3)).toEqual({ level, days });
  });
});
