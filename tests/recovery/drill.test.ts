import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { programVersion } from '../../electron/db/migrator';
import type { Sqlite } from '../../electron/db/open';
import { temporaryFolder } from '../builders/file';
import { createTestOffice, TEST_UNIT, type TestOffice } from '../builders/office';
import { tellStory } from '../builders/story';

/**
 * Samples are backups of an invented office, one for each released schema: restored as on a new computer, with the
 * password of that time, and compared with what was written down when they were made.
 */
const FIXTURES = resolve(import.meta.dirname, '../fixtures/backups');
const EVIDENCE = `5a${'7'.repeat(62)}`;
const isStoring = process.env.DRILL_STORE === '1';

type Expected = {
  readonly stamp: string;
  readonly rows: Readonly<Record<string, number>>;
  /** Of all that a person typed: names, numbers, texts of papers. */
  readonly content: string;
  readonly evidence: string;
};

const offices: TestOffice[] = [];
afterAll(async () => {
  for (const office of offices) await office.close();
});

const TYPED = [
  'select id, name, uscc, address from employer order by id',
  'select id, case_no, title, state, opened_on from case_file order by id',
  'select id, kind, document_no, title, content_hash, signed_on from document order by id',
  'select document_id, sha256 from document_file order by document_id',
  'select case_id, kind, due_on, status from deadline order by id',
];
const contentOf = (sqlite: Sqlite): string =>
  createHash('sha256')
    .update(JSON.stringify(TYPED.map((query) => sqlite.prepare(query).all())))
    .digest('hex');
const rowsOf = (sqlite: Sqlite): Record<string, number> =>
  Object.fromEntries(
    ['employer', 'case_file', 'document', 'document_file', 'deadline', 'person', 'account'].map((table) => [
      table,
      sqlite.prepare(`select count(*) from "${table}"`).pluck().get() as number,
    ]),
  );
const hashOf = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');

async function store(folder: string): Promise<void> {
  const office = await createTestOffice();
  offices.push(office);
  await tellStory(office);
  const evidence = join(office.folder, 'office/evidence', EVIDENCE.slice(0, 2));
  mkdirSync(evidence, { recursive: true });
  writeFileSync(join(evidence, EVIDENCE), Buffer.alloc(2000, 'sealed evidence'));
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  office.ports.next.folder = folder;
  const made = await office.must('backup.runTo', {});
  const expected: Expected = {
    stamp: made?.stamp ?? '',
    rows: rowsOf(office.sqlite),
    content: contentOf(office.sqlite),
    evidence: hashOf(join(evidence, EVIDENCE)),
  };
  writeFileSync(join(folder, 'expected.json'), `${JSON.stringify(expected, null, 2)}\n`);
}

if (isStoring) {
  it('stores the sample of the present schema', async () => {
    await store(join(FIXTURES, String(programVersion())));
  }, 120_000);
}

const samples = existsSync(FIXTURES) ? readdirSync(FIXTURES) : [];

it.each(samples)(
  'schema %s is restored on a new computer: rows, papers, deadlines, evidence',
  async (name) => {
    await expectRestored(join(FIXTURES, name));
  },
  120_000,
);

it('a sample made today is restored on a new computer', async () => {
  const folder = temporaryFolder();
  await store(folder);
  await expectRestored(folder);
}, 120_000);

async function expectRestored(sample: string): Promise<void> {
  const expected = JSON.parse(readFileSync(join(sample, 'expected.json'), 'utf8')) as Expected;
  const stick = temporaryFolder();
  cpSync(sample, stick, { recursive: true });
  const office = await createTestOffice({ isNew: true });
  offices.push(office);
  office.ports.next.folder = stick;
  await office.must('restore.pick', {});
  const preview = await office.must('restore.preview', { stamp: expected.stamp });
  expect(preview).toMatchObject({ problems: [], missingEvidence: 0, set: { unitName: TEST_UNIT.unitName } });
  await office.must('restore.commit', {
    stamp: expected.stamp,
    secret: { kind: 'password', loginName: TEST_UNIT.loginName, password: TEST_UNIT.password },
    acceptsOtherUnit: false,
    acceptsMissingEvidence: false,
  });
  expect(await office.unlock()).toMatchObject({ ok: true });
  expect(rowsOf(office.sqlite)).toEqual(expected.rows);
  expect(contentOf(office.sqlite)).toBe(expected.content);
  const evidence = join(office.folder, 'office/evidence', EVIDENCE.slice(0, 2), EVIDENCE);
  expect(hashOf(evidence)).toBe(expected.evidence);
  expect(await office.must('audit.verify', {})).toMatchObject({ isIntact: true });
  expect(office.sqlite.pragma('integrity_check', { simple: true })).toBe('ok');
  process.stdout.write(
    `drill: schema ${preview.set.schemaVersion}, ${Object.values(expected.rows).reduce((a, b) => a + b, 0)} rows, 1 evidence file, equal\n`,
  );
}
