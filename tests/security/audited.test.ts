import { join } from 'node:path';
import { type ChannelName, contract } from '@shared/contract';
import { natureOf } from '@shared/contract/audit-nature';
import { hasEntityLabel } from '@shared/domain/kernel/audit-labels';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSource, sourcesUnder } from '../architecture/support';
import { createTestOffice, type TestOffice } from '../builders/office';
import { createRandom } from '../builders/random';
import { beginEveryPaper, COMPLAINANT, type Story, tellStory } from '../builders/story';
import { type WaysOut, waysOut } from '../builders/ways-out';
import { generate } from '../contract/support/generate';

/** Whoever changes, sees, takes out or prints something leaves a row: judged channel by channel of the contract. */

const channels = Object.keys(contract) as ChannelName[];

/** Jobs without a row, each with its reason. Whoever adds one says here why nothing of it is worth remembering. */
const SILENT: Partial<Record<ChannelName, string>> = {
  'audit.verify': 'reads the log itself and tells whether it is whole',
  'backup.folder.pick': 'the folder is remembered when the settings are saved',
  'damage.check': 'looks and changes nothing; restoring and salvage are remembered',
  'drafts.save': 'typing is no act of the office; what becomes of it is',
  'drafts.discard': 'typing is no act of the office',
  'employers.import.preview': 'shows a file the person chose; the commit is remembered',
  'employers.import.discard': 'nothing was taken over',
  'employers.import.template': 'an empty form',
  'session.recover.check': 'tells whether the code fits; getting in with it is remembered',
  'session.office.change': 'locks, and another file is opened; getting into it is remembered there',
  'evidence.pick': 'names a file the person chose; taking it in is remembered',
  'jobs.cancel': 'the job that is stopped tells what it did',
  'recovery.issue': 'the code counts from the moment it is typed back, which is remembered',
  'restore.cancel': 'nothing was restored',
  'restore.pick': 'names a folder the person chose; restoring is remembered',
  'restore.preview': 'shows what a backup says of itself; restoring is remembered',
  'app.openPath': 'opens what was exported before, which is remembered',
};

describe('by the contract', () => {
  it('every command leaves a row, and the unit of work commits none without', () => {
    for (const name of channels.filter((channel) => contract[channel].kind === 'command'))
      expect([name, contract[name].audit]).toEqual([name, 'always']);
    expect(readSource('electron/db/unit-of-work.ts').code).toMatch(/if \(auditCount === 0\) throw/);
  });

  it('every job leaves one as well, but those that say why not', () => {
    const silent = channels.filter(
      (name) => contract[name].kind === 'job' && contract[name].audit === 'none',
    );
    expect(silent.toSorted()).toEqual(Object.keys(SILENT).toSorted());
  });

  it('what exports, prints or lets in says so in the nature of its rows', () => {
    const named = (pattern: RegExp) =>
      channels.filter((name) => contract[name].kind === 'job' && pattern.test(name));
    for (const name of named(/\.export(All)?$/)) expect([name, natureOf(name)]).toEqual([name, 'export']);
    for (const name of named(/\.print\w*$/)) expect([name, natureOf(name)]).toEqual([name, 'print']);
    for (const name of named(/^session\.(create|unlock|lock)$/))
      expect([name, natureOf(name)]).toEqual([name, 'login']);
    expect(named(/\.export/).length).toBeGreaterThanOrEqual(6);
  });

  it('a query is a view, whatever it is called; a channel of an older program counts as a change', () => {
    expect(natureOf('people.get')).toBe('view');
    expect(natureOf('documents.get')).toBe('view');
    expect(natureOf('gone.long.ago')).toBe('change');
    expect(natureOf('constructor')).toBe('change');
  });

  it('every kind of object has a name on the page', () => {
    const entities = sourcesUnder('electron').flatMap(({ text }) =>
      [...text.matchAll(/\b(?:audit\(\{\s*|shown\()(?:entity: )?'(\w+)'/g)].map((match) => match[1] ?? ''),
    );
    expect(entities.length).toBeGreaterThan(20);
    expect([...new Set(entities)].filter((entity) => !hasEntityLabel(entity))).toEqual([]);
  });
});

describe('by asking', () => {
  let office: TestOffice;
  let story: Story;
  let ways: WaysOut;
  beforeAll(async () => {
    office = await createTestOffice();
    story = await tellStory(office);
    await beginEveryPaper(office, story.caseId);
    ways = await waysOut(office, story);
    Object.assign(office.ports.next, { save: join(office.folder, 'x'), folder: office.folder });
  });
  afterAll(() => office.close());

  const rowsOf = (channel: string): number =>
    office.sqlite.prepare('select count(*) from audit_log where channel = ?').pluck().get(channel) as number;
  const last = (column: 'nature' | 'summary') =>
    office.sqlite.prepare(`select ${column} from audit_log order by seq desc limit 1`).pluck().get();
  const lastNature = () => last('nature');
  const lastSummary = () => last('summary');

  const out = channels.filter(
    (name) => contract[name].kind === 'job' && ['export', 'print'].includes(natureOf(name)),
  );
  it.each(out)('%s leaves its row', async (name) => {
    const before = rowsOf(name);
    const result = await office.raw(name, await ways[name]?.());
    expect([name, result]).toMatchObject([name, { ok: true }]);
    expect(rowsOf(name)).toBeGreaterThan(before);
    expect(lastNature()).toBe(natureOf(name));
  });

  it('a print that was called off says so beside the row that stood there before it', async () => {
    const { print } = office.ports;
    Object.assign(office.ports, { print: async () => false });
    const before = rowsOf('documents.print');
    expect(await office.raw('documents.print', await ways['documents.print']?.())).toMatchObject({
      value: { isPrinted: false },
    });
    Object.assign(office.ports, { print });
    expect(rowsOf('documents.print')).toBe(before + 2);
    expect(lastSummary()).toMatch(/^没有打印：打印/);
  });

  it('a file that could not be written is told after the row that announced it', async () => {
    const { save } = office.ports.next;
    office.ports.next.save = join(office.folder, 'gone', 'x');
    const before = rowsOf('documents.export');
    expect(await office.raw('documents.export', await ways['documents.export']?.())).toMatchObject({
      error: { code: 'FILE_UNWRITABLE' },
    });
    office.ports.next.save = save;
    expect(rowsOf('documents.export')).toBe(before + 2);
    expect(lastSummary()).toMatch(/^没有完成：导出文书/);
  });

  it('logging in leaves its row', async () => {
    expect(rowsOf('session.create')).toBe(1);
    await office.lock();
    await office.unlock();
    expect(rowsOf('session.unlock')).toBeGreaterThanOrEqual(1);
  });

  /** Of people whose data must not be seen unnoticed. Own typing (drafts) is not seen by anybody else. */
  const secrets = () => {
    const person = office.sqlite.prepare('select id_number, phone from person').get() as Record<
      string,
      string
    >;
    return [
      ...[COMPLAINANT.name, COMPLAINANT.idNumber, COMPLAINANT.phone, COMPLAINANT.address],
      ...Object.values(person),
    ];
  };

  it('no query answers with an ID number, a phone or the complainant unless the view is remembered', async () => {
    const random = createRandom(7);
    const pool = { texts: [...secrets(), '张三', '钱', '安溪'], keys: ['x'] };
    const seen = new Set<string>();
    const unnoticed = new Set<string>();
    const look = async (name: ChannelName, input: unknown) => {
      const asked = JSON.stringify(input);
      const before = rowsOf(name);
      const result = await office.raw(name, input);
      // What the page sent is no news to it.
      const answer = result.ok ? JSON.stringify(result.value) : '';
      if (!secrets().some((secret) => answer.includes(secret) && !asked.includes(secret))) return;
      seen.add(name);
      if (rowsOf(name) === before && !(name === 'documents.preview' && rowsOf('documents.get') > 0))
        unnoticed.add(name);
    };
    const documents = office.sqlite.prepare('select id from document').pluck().all() as number[];
    for (const id of documents) await look('documents.preview', { id, values: {}, edits: {} });
    expect(rowsOf('documents.get')).toBe(0);
    expect(rowsOf('documents.preview')).toBeGreaterThan(0);
    for (const id of documents) await look('documents.get', { id });
    for (const name of channels.filter((channel) => contract[channel].kind === 'query')) {
      for (let i = 0; i < 30; i += 1) {
        const input = generate(contract[name].input, random, pool);
        if (typeof input === 'object' && input !== null) {
          if ('caseId' in input) Object.assign(input, { caseId: story.caseId });
          if ('id' in input) Object.assign(input, { id: 1 });
        }
        await look(name, input);
      }
    }
    expect([...seen].toSorted()).toEqual(
      expect.arrayContaining([
        'documents.get',
        'documents.preview',
        'people.get',
        'supervision.complainant.get',
      ]),
    );
    expect([...unnoticed]).toEqual([]);
  }, 300_000);

  it('the preview of a paper that was opened adds no row with every key', async () => {
    const id = office.sqlite
      .prepare("select id from document where kind = 'registrationForm'")
      .pluck()
      .get() as number;
    await office.must('documents.get', { id });
    const before = rowsOf('documents.preview');
    for (let i = 0; i < 5; i += 1) await office.must('documents.preview', { id, values: {}, edits: {} });
    expect(rowsOf('documents.preview')).toBe(before);
  });
});
