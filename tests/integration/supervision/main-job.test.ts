import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DocumentRow } from '@shared/contract/documents';
import type { SupervisionCase } from '@shared/contract/supervision';
import { addDays } from '@shared/domain/kernel/civil-date';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTeller, type Ground } from '../../../electron/platform/demo/story';
import { docxTexts } from '../../../electron/platform/documents/docx-text';
import {
  arrangeClue,
  arrangeEmployer,
  arrangeRegisters,
  complainantSecrets,
  FIRST_DAY,
  nameOf,
  readMainJob,
} from '../../builders/main-job';
import { createTestOffice, type TestOffice } from '../../builders/office';

/** The main job from first word to archive, as resources/demo/main-job.json tells it, through the whole pipeline. */

const story = readMainJob();
const { steps } = story;

let office: TestOffice;
let ground: Ground;
let caseId: number;
let clueNo: string;
/** State after each step, by the step's name. */
const stateAfter = new Map<string, string>();
/** The case as it stood after the named step. */
const after = new Map<string, SupervisionCase>();
/** Content hash of a paper at its signature. */
const hashAtSignature = new Map<number, string>();

const caseNow = () => office.must('supervision.case.get', { id: caseId });
const paper = (kase: SupervisionCase, kind: string): DocumentRow =>
  kase.documents.find((row) => row.kind === kind)!;

beforeAll(async () => {
  office = await createTestOffice({ today: FIRST_DAY });
  const { must, clock } = office;
  ground = await arrangeRegisters(must, story);
  const employerId = await arrangeEmployer(must, story.employer);
  const registered = await arrangeClue(must, story, ground, employerId);
  caseId = registered.id;
  clueNo = registered.clueNo;
  const takeStep = createTeller(must, caseId, ground);
  for (const step of steps) {
    clock.set(addDays(FIRST_DAY, step.day));
    await takeStep(step);
    const kase = await caseNow();
    stateAfter.set(nameOf(step), kase.state);
    after.set(nameOf(step), kase);
    if (step.action === 'approveAndSign') {
      const { id } = paper(kase, step.paper);
      hashAtSignature.set(id, (await must('documents.get', { id })).contentHash);
    }
  }
}, 60_000);

afterAll(() => office.close());

describe('the case', () => {
  test.each([
    ['startReview', 'C03'],
    ['accept', 'C06'],
    ['startTalk', 'C07'],
    ['startInvestigation', 'C08'],
    ['submitReport', 'C09'],
    ['deliberate', 'C11'],
    ['reminderLetter.serve', 'C12'],
    ['markOverdue', 'C16'],
    ['escalateToOpinion', 'C11'],
    ['opinionLetter.refuse', 'C16'],
    ['escalateToRecommendation', 'C11'],
    ['recommendationLetter.serve', 'C17'],
    ['departmentResult', 'C14'],
    ['recheckPassed', 'C15'],
    ['approveClose', 'C20'],
    ['archive', 'C21'],
  ])('%s leads to %s', (step, state) => {
    expect(stateAfter.get(step)).toBe(state);
  });

  test('numbers what it issues by kind and year', async () => {
    const kase = await caseNow();
    expect(clueNo).toBe('〔2026〕安工线索第1号');
    expect(kase.caseNo).toBe('(2026)安工劳监案第1号');
    expect(paper(kase, 'acceptanceNotice').documentNo).toBe('安工劳监告〔2026〕1号');
    expect(paper(kase, 'reminderLetter').documentNo).toBe('安工劳监提〔2026〕1号');
    expect(paper(kase, 'opinionLetter').documentNo).toBe('安工劳监意〔2026〕1号');
    expect(paper(kase, 'recommendationLetter').documentNo).toBe('安工劳监建〔2026〕1号');
    expect(paper(kase, 'resultNotice').documentNo).toBe('安工劳监告〔2026〕2号');
  });

  test('counts fifteen days from the service of the reminder and moves past the rest days', () => {
    const served = after.get('reminderLetter.serve')!;
    const letter = paper(served, 'reminderLetter');
    expect(letter).toMatchObject({ servedOn: '2026-09-11', dueOn: '2026-09-28' });
    const deadline = served.deadlines.find(({ documentId }) => documentId === letter.id);
    // 15 days end on Saturday 26 September; Sunday is no workday either.
    expect(deadline).toMatchObject({
      startOn: '2026-09-11',
      nominalOn: '2026-09-26',
      dueOn: '2026-09-28',
      status: 'running',
    });
    expect(served.nextDeadline?.dueOn).toBe('2026-09-28');
  });

  test('refuses what the stage does not allow, with the reason', () => {
    const waiting = after.get('reminderLetter.serve')!;
    const escalate = waiting.actions.find(({ key }) => key === 'escalateToOpinion');
    expect(escalate).toMatchObject({ isEnabled: false });
    expect(escalate?.reason).toMatch(/[一-鿿]/);
  });

  test('tells its days in order', async () => {
    const { timeline } = await caseNow();
    const days = timeline.map(({ on }) => on);
    expect(days).toEqual([...days].sort().reverse());
    expect(timeline.length).toBeGreaterThanOrEqual(steps.length / 2);
  });

  test('is read-only once archived', async () => {
    const kase = await caseNow();
    expect(kase).toMatchObject({ stateLabel: '已归档', isReadOnly: true });
    expect(kase.nextDeadline).toBeNull();
    const { revision } = kase;
    const writes = [
      office.invoke('supervision.case.update', {
        id: caseId,
        revision,
        values: { ...kase.basics, requests: '归档后修改' },
      }),
      office.invoke('documents.create', { caseId, kind: 'reminderLetter', basedOnId: null }),
      office.invoke('supervision.violation.remove', { caseId, revision, id: kase.violations[0]!.id }),
      office.invoke('cases.remove', { id: caseId, revision }),
    ];
    for (const result of await Promise.all(writes)) {
      expect(result).toMatchObject({
        ok: false,
        error: { code: expect.stringMatching(/REFUSED|READ_ONLY/) },
      });
    }
    expect((await caseNow()).revision).toBe(revision);
  });
});

describe('its papers', () => {
  /** Everything the complainant block holds that could lead to the person. */
  const secrets = complainantSecrets(story);
  const toEmployer = ['reminderLetter', 'opinionLetter', 'recommendationLetter'];
  let folder: string;
  let files: string[];

  beforeAll(async () => {
    folder = join(office.folder, 'papers');
    mkdirSync(folder);
    office.ports.next.folder = folder;
    const written = await office.must('documents.exportAll', { caseId });
    files = readdirSync(folder);
    expect(files).toHaveLength(written!.count);
  }, 60_000);

  const textsOf = (name: string) => docxTexts(readFileSync(join(folder, name))).join('\n');
  const fileOf = (row: DocumentRow) =>
    files.find((name) => name.startsWith(`${row.documentNo} ${row.title}`))!;

  test('are all final, none is left a draft', async () => {
    const { documents } = await caseNow();
    expect(documents.filter(({ status }) => status === 'D01')).toEqual([]);
    expect(files.filter((name) => name.includes('草稿'))).toEqual([]);
  });

  test('that leave the house hold nothing of the complainant', async () => {
    const kase = await caseNow();
    for (const kind of toEmployer) {
      const text = textsOf(fileOf(paper(kase, kind)));
      expect(text).toContain(story.employer.name);
      for (const secret of secrets) expect(text, `${kind}: ${secret}`).not.toContain(secret);
    }
  });

  test('name the complainant only where the file is locked or the letter goes to the person', async () => {
    const naming = files.filter((name) => secrets.some((secret) => textsOf(name).includes(secret)));
    const kinds = (await caseNow()).documents
      .filter((row) => naming.some((name) => name.includes(row.title)))
      .map(({ kind }) => kind);
    const mayName = ['registrationForm', 'acceptanceNotice', 'resultNotice', 'proofOfService', 'signingForm'];
    expect(kinds.filter((kind) => !mayName.includes(kind))).toEqual([]);
  });

  test('keep the content they were signed with, and print the same bytes each time', async () => {
    for (const [id, hash] of hashAtSignature) {
      expect(hash).toMatch(/^[0-9a-f]{64}$/);
      const detail = await office.must('documents.get', { id });
      expect(detail.contentHash).toBe(hash);
      expect(detail.isReadOnly).toBe(true);
      const prints = [];
      for (const name of ['one.docx', 'two.docx']) {
        office.ports.next.save = join(office.folder, `${id}-${name}`);
        await office.must('documents.export', { id, open: false });
        prints.push(createHash('sha256').update(readFileSync(office.ports.next.save)).digest('hex'));
      }
      expect(prints[0]).toBe(prints[1]);
    }
    expect(hashAtSignature.size).toBe(5);
  });

  test('cannot be changed after signature', async () => {
    const { id, revision } = paper(await caseNow(), 'reminderLetter');
    const result = await office.invoke('documents.save', { id, revision, values: {}, edits: {} });
    expect(result).toMatchObject({ ok: false });
  });
});

test('every command stands in the audit log, and its chain is whole', async () => {
  const verified = await office.must('audit.verify', {});
  expect(verified).toMatchObject({ isIntact: true, brokenAt: null });
  expect(verified.rowCount).toBeGreaterThan(steps.length);
  expect(office.faults).toEqual([]);
});
