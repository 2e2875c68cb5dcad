import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { everyCase } from '@shared/contract/cases';
import { EVERY_EMPLOYER } from '@shared/contract/employers';
import { checkUscc } from '@shared/domain/kernel/uscc';
import { expect, test } from 'vitest';
import { createTestOffice, type TestOffice } from '../builders/office';

/** The 演示 file: made by the first login, through the ordinary channels, relative to the day. */

const LOGIN = { loginName: 'yanshi', password: 'yanshi-2026' } as const;
const MINUTE = 60_000;
const everything = { ...everyCase('supervision'), offset: 0, limit: 100 };

async function withDemo(today: string, look: (office: TestOffice) => Promise<void>): Promise<void> {
  const office = await createTestOffice({ today, isDemo: true });
  try {
    const before = await office.must('session.status', {});
    expect(before).toMatchObject({ state: 'locked', isDemo: true, demoLogin: LOGIN });
    const opened = await office.must('session.unlock', LOGIN);
    expect(opened).toMatchObject({ state: 'open', unitName: '安溪县总工会' });
    await look(office);
    expect(office.faults).toEqual([]);
  } finally {
    await office.close();
  }
}

test(
  'is alive on the day it is made',
  () =>
    withDemo('2026-09-10', async (office) => {
      const board = await office.must('todo.board', {});
      expect(board.overdue.length).toBeGreaterThan(0);
      expect(board.today.length).toBeGreaterThan(0);
      expect(board.soon.length).toBeGreaterThan(0);
      expect(board.waiting.some(({ kind }) => kind === 'approval')).toBe(true);
      expect(board.waiting.some(({ kind }) => kind === 'certificate')).toBe(true);

      const cases = await office.must('cases.list', everything);
      expect(cases.total).toBeGreaterThanOrEqual(14);
      expect(new Set(cases.rows.map(({ state }) => state)).size).toBeGreaterThanOrEqual(8);
      const days = cases.rows.map(({ openedOn }) => openedOn);
      expect(days.every((day) => day <= '2026-09-10')).toBe(true);

      const statistics = await office.must('statistics.year', { year: 2026, town: '' });
      expect(statistics.byTown.length).toBeGreaterThan(2);
      expect(statistics.byMonth.filter(({ reminder }) => reminder > 0).length).toBeGreaterThan(2);
      expect(board.year.find(({ label }) => label === '挽回金额')?.value).not.toMatch(/^0/);

      const employers = await office.must('employers.list', {
        ...EVERY_EMPLOYER,
        offset: 0,
        limit: 200,
      });
      expect(employers.total).toBe(60);
      expect(employers.rows.filter(({ uscc }) => !checkUscc(uscc).isValid)).toEqual([]);
      expect(new Set(employers.rows.map(({ uscc }) => uscc)).size).toBe(60);

      expect(await office.must('audit.verify', {})).toMatchObject({ isIntact: true });
    }),
  MINUTE,
);

test(
  'is made on a rest day at the turn of the year as well, and only once',
  () =>
    withDemo('2027-01-03', async (office) => {
      const { total, rows } = await office.must('cases.list', everything);
      expect(total).toBeGreaterThanOrEqual(14);
      expect(rows.filter(({ state }) => state === 'C21').length).toBeGreaterThanOrEqual(2);
      // Nothing half made is left beside it.
      expect(readdirSync(office.folder).filter((name) => name.includes('part'))).toEqual([]);
      await office.lock();
      await office.must('session.unlock', LOGIN);
      expect((await office.must('cases.list', everything)).total).toBe(total);
    }),
  MINUTE,
);

test('a wrong password makes no file', async () => {
  const office = await createTestOffice({ today: '2026-09-10', isDemo: true });
  const result = await office.invoke('session.unlock', { ...LOGIN, password: 'falsch-2026' });
  expect(result).toMatchObject({ ok: false, error: { code: 'WRONG_PASSWORD' } });
  expect(existsSync(join(office.folder, 'office'))).toBe(false);
  await office.close();
});
