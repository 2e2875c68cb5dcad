import { CASE_VIEWS, type CaseFilter, everyCase } from '@shared/contract/cases';
import { afterAll, expect, it } from 'vitest';
import { createKysely } from '../../../electron/db/kysely';
import type { Sqlite } from '../../../electron/db/open';
import { countCases, listCases } from '../../../electron/platform/cases/cases.repository';
import { createTestFile } from '../../builders/file';

/** Every view of the case list in every order finds its page in an index: a million cases cost what fifty cost. */

const file = createTestFile();
afterAll(() => file.close());

const SORTS = ['opened', 'due', 'updated', 'caseNo', 'state'] as const;
/** Filtered by a range of days: few rows are left to be sorted. */
const SORTED_AFTERWARDS = ['overdue', 'trash', 'mine'];

function queryOf(view: CaseFilter['view'], sort: CaseFilter['sort'], isDescending: boolean) {
  return { ...everyCase('supervision'), view, sort, isDescending, today: '2026-09-10', accountId: 1 };
}

/** Plans of the statements that `work` prepares. */
async function plansOf(work: (db: ReturnType<typeof createKysely>) => Promise<unknown>): Promise<string[]> {
  const asked: string[] = [];
  const watched = new Proxy(file.sqlite, {
    get: (target, name) =>
      name === 'prepare'
        ? (text: string) => {
            if (text.includes('case_file')) asked.push(text);
            return target.prepare(text);
          }
        : Reflect.get(target, name),
  }) as Sqlite;
  await work(createKysely(watched));
  return asked.flatMap((text) => {
    const parameters = Array.from(text.matchAll(/\?/g), () => 1);
    const plan = file.sqlite.prepare(`explain query plan ${text}`).all(...parameters) as { detail: string }[];
    return plan.map(({ detail }) => detail);
  });
}

const cases = CASE_VIEWS.flatMap((view) =>
  SORTS.flatMap((sort) => [true, false].map((isDescending) => ({ view, sort, isDescending }))),
);

it.each(cases)('$view by $sort, descending $isDescending', async ({ view, sort, isDescending }) => {
  const query = queryOf(view, sort, isDescending);
  const plans = await plansOf((db) => listCases(db, query, [], { offset: 0, limit: 50 }));
  expect(plans.filter((detail) => /^SCAN case_file/.test(detail))).toEqual([]);
  // The page itself, fifty rows, is put in order once more when it is joined.
  const sorts = plans.filter((detail) => detail.includes('TEMP B-TREE FOR ORDER BY')).length;
  if (!SORTED_AFTERWARDS.includes(view)) expect(sorts).toBeLessThanOrEqual(1);
  const counted = await plansOf((db) => countCases(db, query, []));
  expect(counted.filter((detail) => /^SCAN case_file/.test(detail))).toEqual([]);
});
