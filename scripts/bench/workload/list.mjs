import { everyCase } from '../../../shared/contract/cases';
import { addCases, addEmployers, inBulk } from './fill.mjs';
import { openOffice, TODAY } from './office.mjs';
import { asked, tell, timed } from './tell.mjs';

/** The case list through the whole pipeline against the same statements, prepared and run bare. */

const { folder, resourcesFolder, count, rounds } = asked();
const EMPLOYERS = 20_000;
/** Milliseconds for one view. */
const LONGEST = 5000;
const DUE = "coalesce(case_file.next_due_on, '9999-12-31')";
const VIEWS = {
  'open, by due day (as it opens)': [
    { view: 'open', sort: 'due', isDescending: false },
    "stage = 'open'",
    DUE,
  ],
  'all, newest first': [{ view: 'all', sort: 'opened' }, '1', 'case_file.opened_on'],
  overdue: [{ view: 'overdue', sort: 'due', isDescending: false }, `${DUE} < '${TODAY}'`, DUE],
  'closed, by number': [{ view: 'closed', sort: 'caseNo' }, "stage = 'closed'", 'case_file.case_no'],
  'archived, last changed': [
    { view: 'archived', sort: 'updated' },
    "stage = 'archived'",
    'case_file.updated_at',
  ],
  'one town': [{ town: '湾头镇', sort: 'opened' }, "case_file.town = '湾头镇'", 'case_file.opened_on'],
  'one violation': [
    { violation: 'V13', sort: 'opened' },
    "id in (select case_id from supervision_violation where code = 'V13' order by case_id desc limit 10001)",
    'case_file.opened_on',
  ],
};

const office = await openOffice({ folder, resourcesFolder });
const filling = await timed(async () =>
  inBulk(office.sqlite, ['employer', 'case_file', 'supervision_case', 'supervision_violation'], () => {
    addEmployers(office.sqlite, EMPLOYERS, { isSearchable: false });
    addCases(office.sqlite, count, EMPLOYERS);
  }),
);

const filter = everyCase('supervision');
const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];
const touch = office.sqlite.prepare('update setting set revision = revision');

const figures = {};
for (const [name, [wanted, where, order]] of Object.entries(VIEWS)) {
  const input = { ...filter, ...wanted, offset: 0, limit: 50 };
  const direction = input.isDescending ? 'desc' : 'asc';
  const spine = `from case_file where module = 'supervision' and deleted_at is null and ${where}`;
  const rows = office.sqlite.prepare(
    `select case_file.id, case_file.revision, case_no, clue_no, title, case_file.town, state, opened_on, next_due_on,
       next_due_label, case_file.updated_at, coalesce(employer.name, '') as employer_name, display_name as handler_name
     from case_file left join employer on employer.id = employer_id join account on account.id = handler_id
     where case_file.id in (select id ${spine} order by ${order} ${direction}, case_file.id ${direction} limit ? offset ?)
     order by ${order} ${direction}, case_file.id ${direction}`,
  );
  const total = office.sqlite.prepare(`select count(*) from (select id ${spine} limit 10001)`).pluck();
  const times = { first: [], again: [], bareFirst: [], bareAgain: [] };
  const began = performance.now();
  for (let round = 0; round < rounds && performance.now() - began < LONGEST; round += 1) {
    // Something was written since: the total is counted anew, and both find the caches as the write left them.
    touch.run();
    times.first.push(await timed(() => office.must('cases.list', input)));
    times.again.push(await timed(() => office.must('cases.list', input)));
    touch.run();
    times.bareFirst.push(await timed(() => [rows.all(50, 0), total.get()]));
    times.bareAgain.push(await timed(() => rows.all(50, 0)));
  }
  // The first third warms up compiler and caches.
  const settled = (values) => median(values.slice(values.length / 3));
  figures[name] = Object.fromEntries(Object.entries(times).map(([key, values]) => [key, settled(values)]));
}
tell({ figures, filling });
await office.close();
