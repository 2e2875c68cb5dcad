import { type ChannelName, contract, type Output } from '@shared/contract';
import { ERROR_CODES, type Result } from '@shared/contract/result';
import { ROLES } from '@shared/domain/kernel/permissions';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase, type Sqlite } from '../../electron/db/open';
import { createTestOffice, type TestOffice } from '../builders/office';
import { createRandom, type Random } from '../builders/random';
import { COMPLAINANT, fillForm, type Story, tellStory } from '../builders/story';
import { generate, type Pool } from './support/generate';
import { hostileValue, mutate } from './support/hostile';

const INPUTS = 1000;
/** They derive keys (slow on purpose) or end the session: they get bad inputs only here and have tests of their own. */
const DOORS: readonly string[] = [
  'session.create',
  'session.unlock',
  'session.recover.check',
  'session.recover',
  'session.lock',
  'session.office.change',
  'damage.salvage',
];
/** A copy that was not made is remembered, so that the home page can say why. */
const REMEMBER_FAILURE: readonly string[] = ['backup.run', 'backup.runTo'];
const channels = Object.keys(contract) as ChannelName[];

let office: TestOffice;
let story: Story;
let pool: Pool;
/** A second connection: its data_version moves when, and only when, somebody else has committed. */
let watcher: Sqlite;
let dataVersion: () => number;
let totalChanges: () => number;
let auditCount: () => number;
let asked = 0;
let refused = 0;

beforeAll(async () => {
  office = await createTestOffice();
  story = await tellStory(office);
  pool = await learnWords();
  watcher = openDatabase(office.session.databasePath, office.session.dataKey, { readonly: true });
  // What is judged is whether something is written, not whether a power cut would lose it (tests/recovery).
  office.sqlite.pragma('synchronous = OFF');
  dataVersion = numberOf(watcher, 'pragma data_version');
  totalChanges = numberOf(office.sqlite, 'select total_changes()');
  auditCount = numberOf(office.sqlite, 'select count(*) from audit_log');
});
afterAll(async () => {
  console.log(`fuzz: ${channels.length} channels, ${asked} inputs, ${refused} refused without a write`);
  watcher.close();
  await office.close();
});

describe.each(channels)('%s', (name) => {
  it(`answers ${INPUTS} inputs with a Result, and writes only what it reports as done`, {
    timeout: INPUTS * 200,
  }, async () => {
    const random = createRandom(seedOf(name));
    const channel = contract[name];
    const isReader = channel.kind === 'query';
    for (let round = 0; round < INPUTS; round += 1) {
      const input = await inputOf(name, random, round);
      const version = dataVersion();
      const changes = totalChanges();
      const auditRows = auditCount();
      const faults = office.faults.length;
      const result = await office.raw(name, input);
      const context = () =>
        `${name} round ${round}: ${show(input)} → ${show(result)}${describeFault(faults)}`;
      if (!isSoundResult(result)) expect.fail(`no Result: ${context()}`);
      if (!result.ok && result.error.code === 'INTERNAL') expect.fail(`INTERNAL: ${context()}`);
      if (office.faults.length > faults) expect.fail(`a fault was logged: ${context()}`);
      const isSilent = dataVersion() === version;
      if (!result.ok && !isSilent && !REMEMBER_FAILURE.includes(name))
        expect.fail(`something was written: ${context()}`);
      // Looking at a restricted record leaves its line in the log, and nothing else.
      const isLogged = totalChanges() - changes === auditCount() - auditRows;
      if (isReader && !isSilent && !isLogged) expect.fail(`a query has written: ${context()}`);
      asked += 1;
      if (!result.ok && isSilent) refused += 1;
      if (!result.ok && !/[一-鿿]/.test(result.error.message)) expect.fail(`not in Chinese: ${context()}`);
    }
  });
});

describe('after all of it', () => {
  it('the file is sound, the chain whole, and no prototype was touched', async () => {
    // The account may have been made something else than an administrator, where another one is left.
    office.actAs(ROLES);
    expect(office.sqlite.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(office.sqlite.pragma('foreign_key_check')).toEqual([]);
    expect(await office.must('audit.verify', {})).toMatchObject({ isIntact: true, brokenAt: null });
    expect(Reflect.get({}, 'isAdmin')).toBeUndefined();
    expect(Reflect.get({}, 'x')).toBeUndefined();
  });
});

describe('the generator', () => {
  it('finds inputs that every channel accepts', () => {
    const random = createRandom(1);
    for (const name of channels)
      expect(contract[name].input.safeParse(generate(contract[name].input, random, pool)).success).toBe(true);
  });
});

/** A third hostile through and through, a third nearly right, a third right by the schema. */
async function inputOf(name: ChannelName, random: Random, round: number): Promise<unknown> {
  const fitting =
    (random.chance(0.35) && (await filledForm(name, random))) || generate(contract[name].input, random, pool);
  const input =
    round % 3 === 0
      ? hostileValue(random)
      : round % 3 === 1
        ? mutate(fitting, random)
        : aimed(fitting, random);
  // At a door only what the contract refuses.
  return DOORS.includes(name) && contract[name].input.safeParse(input).success ? null : input;
}

/** A form of the program filled as a person would, with an offered step: it leads through the rules to the writes. */
async function filledForm(name: ChannelName, random: Random): Promise<unknown> {
  const today = office.clock.today();
  if (name === 'supervision.case.act' || name === 'supervision.case.update') {
    const id = random.pick(
      office.sqlite.prepare('select id from case_file where deleted_at is null').pluck().all() as number[],
    );
    const result = await office.raw('supervision.case.get', { id });
    if (!result.ok) return null;
    const found = result.value as Output<'supervision.case.get'>;
    const { revision } = found;
    if (name === 'supervision.case.update') return { id, revision, values: found.basics };
    const offer = random.pick(found.actions);
    return { id, revision, action: offer.key, values: fillForm(offer.fields, offer.initial, today) };
  }
  if (name === 'documents.act' || name === 'documents.save' || name === 'documents.preview') {
    const id = random.pick(
      office.sqlite.prepare('select id from document where deleted_at is null').pluck().all() as number[],
    );
    const result = await office.raw('documents.get', { id });
    if (!result.ok) return null;
    const found = result.value as Output<'documents.get'>;
    const { revision } = found.document;
    const values = fillForm(found.fields, found.values, today);
    if (name === 'documents.preview') return { id, values, edits: found.edits };
    if (name === 'documents.save') return { id, revision, values, edits: found.edits };
    const offer = found.actions.length === 0 ? null : random.pick(found.actions);
    return offer && { id, revision, action: offer.key, values: fillForm(offer.fields, offer.initial, today) };
  }
  if (name === 'supervision.clue.register') {
    const form = await office.must('supervision.clue.form', {});
    const values = fillForm(
      form.fields,
      { ...form.initial, employerId: random.pick(story.employerIds) },
      today,
    );
    return { values, complainant: random.chance(0.5) ? COMPLAINANT : null, violations: [] };
  }
  return null;
}

/** Half of the fitting inputs point at records that are there, with their present revision. */
function aimed(fitting: unknown, random: Random): unknown {
  if (typeof fitting !== 'object' || fitting === null || random.chance(0.5)) return fitting;
  const target: Record<string, unknown> = { ...fitting };
  if ('caseId' in target) target.caseId = story.caseId;
  if ('employerId' in target) target.employerId = random.pick(story.employerIds);
  if ('id' in target && target.id !== null) target.id = random.pick([1, 2, story.documentId]);
  if ('revision' in target) target.revision = random.pick(currentRevisions());
  return target;
}

function currentRevisions(): number[] {
  const rows = office.sqlite
    .prepare(
      'select revision from case_file union select revision from document union select revision from employer union select revision from setting',
    )
    .pluck()
    .all() as number[];
  return [0, 1, ...rows];
}

async function learnWords(): Promise<Pool> {
  const form = await office.must('supervision.clue.form', {});
  const paper = await office.must('documents.get', { id: story.documentId });
  const caseNow = await office.must('supervision.case.get', { id: story.caseId });
  const kinds = await office.must('documents.kinds', { caseId: story.caseId });
  const violations = await office.must('catalogue.violations', {});
  const fields = [...form.fields, ...paper.fields, ...caseNow.actions.flatMap((action) => action.fields)];
  return {
    keys: [
      ...new Set(fields.map((field) => field.name)),
      ...paper.paragraphs.map((paragraph) => paragraph.key),
      '__proto__',
      'x',
    ],
    texts: [
      '安溪湾精工机械有限公司',
      '张三',
      '安溪县',
      '3号',
      'zs',
      ...kinds.map((kind) => kind.kind),
      ...caseNow.actions.map((action) => action.key),
      ...paper.actions.map((action) => action.key),
      ...fields.flatMap((field) => field.options?.slice(0, 2).map((option) => option.value) ?? []),
      ...violations.slice(0, 5).map((violation) => violation.code),
      'zhejiang',
      'reply.written',
      'batch-1',
    ],
  };
}

/** One number of a file, asked before and after each of thousands of calls: the statement is prepared once. */
function numberOf(sqlite: Sqlite, sql: string): () => number {
  const statement = sqlite.prepare(sql).pluck();
  return () => statement.get() as number;
}

function isSoundResult(result: unknown): result is Result<unknown> {
  if (typeof result !== 'object' || result === null || !('ok' in result)) return false;
  if (result.ok === true) return 'value' in result;
  const error = 'error' in result ? (result.error as { code?: unknown; message?: unknown }) : {};
  return (
    ERROR_CODES.some((code) => code === error.code) &&
    typeof error.message === 'string' &&
    error.message !== ''
  );
}

function describeFault(since: number): string {
  const error = office.faults[since]?.error;
  return error instanceof Error ? `\n${(error.stack ?? error.message).slice(0, 2500)}` : '';
}

function show(value: unknown): string {
  try {
    return (
      JSON.stringify(value, (_, item) => (typeof item === 'bigint' ? `${item}n` : item)) ?? String(value)
    ).slice(0, 1200);
  } catch {
    return Object.prototype.toString.call(value);
  }
}

const seedOf = (name: string): number =>
  [...name].reduce((seed, character) => (Math.imul(seed, 31) + character.charCodeAt(0)) | 0, 7);
