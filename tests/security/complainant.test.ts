import { type ChannelName, contract } from '@shared/contract';
import type { Role } from '@shared/domain/kernel/permissions';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestOffice, type TestOffice } from '../builders/office';
import { createRandom } from '../builders/random';
import { beginEveryPaper, COMPLAINANT, type Story, tellStory } from '../builders/story';
import { generate } from '../contract/support/generate';

/** Who complained stands behind its own permission: no list, paper, log or search shows it to others. */

let office: TestOffice;
let story: Story;
beforeAll(async () => {
  office = await createTestOffice();
  story = await tellStory(office);
  await beginEveryPaper(office, story.caseId);
});
afterAll(() => office.close());

const SECRETS = [COMPLAINANT.name, COMPLAINANT.idNumber, COMPLAINANT.phone, COMPLAINANT.address];
const queries = (Object.keys(contract) as ChannelName[]).filter((name) => contract[name].kind === 'query');
const documentIds = () => office.sqlite.prepare('select id from document').pluck().all() as number[];

async function everythingSeenBy(role: Role): Promise<Map<string, string>> {
  office.actAs([role]);
  return everythingSeen();
}

/** All there is to see, asked for by every query with every id. */
async function everythingSeen(): Promise<Map<string, string>> {
  const seen = new Map<string, string>();
  const random = createRandom(3);
  const pool = { texts: [...SECRETS, '钱', 'qxm', '安溪', ''], keys: ['x'] };
  const look = async (name: ChannelName, input: unknown) => {
    const result = await office.raw(name, input);
    if (result.ok) seen.set(`${name} ${JSON.stringify(input).slice(0, 80)}`, JSON.stringify(result.value));
  };
  for (const name of queries) {
    for (let i = 0; i < 20; i += 1) {
      const input = generate(contract[name].input, random, pool) as Record<string, unknown>;
      if ('caseId' in input) input.caseId = story.caseId;
      if ('id' in input) input.id = 1;
      await look(name, input);
    }
  }
  for (const id of documentIds()) {
    await look('documents.get', { id });
    await look('documents.preview', { id, values: {}, edits: {} });
  }
  for (const text of pool.texts.filter((word) => word !== ''))
    await look('search.global', { text, limit: 20 });
  return seen;
}

describe.each<Role>(['reader', 'administrator', 'archivist'])('a %s', (role) => {
  it('sees neither name nor number nor phone nor address of the complainant anywhere', async () => {
    const seen = await everythingSeenBy(role);
    expect(seen.size).toBeGreaterThan(100);
    const leaks = [...seen]
      .filter(([, text]) => SECRETS.some((secret) => text.includes(secret)))
      .map(([what]) => what);
    expect([...new Set(leaks.map((what) => what.split(' ')[0]))]).toEqual([]);
  });

  it('is refused the complainant’s record, and the refusal is all that happens', async () => {
    office.actAs([role]);
    expect(await office.raw('supervision.complainant.get', { caseId: story.caseId })).toMatchObject({
      ok: false,
      error: { code: 'FORBIDDEN' },
    });
  });
});

describe('a clerk', () => {
  it('sees the name where the search above looked: it would have found it', async () => {
    const seen = await everythingSeenBy('clerk');
    const places = [...seen]
      .filter(([, text]) => text.includes(COMPLAINANT.name))
      .map(([what]) => what.split(' ')[0]);
    expect(new Set(places)).toEqual(
      new Set(['documents.get', 'documents.preview', 'supervision.complainant.get']),
    );
  });

  it('sees it, and that is remembered', async () => {
    office.actAs(['clerk']);
    expect(await office.must('supervision.complainant.get', { caseId: story.caseId })).toMatchObject({
      name: COMPLAINANT.name,
    });
    office.actAs(['administrator']);
    const [last] = (await office.must('audit.list', { text: '', limit: 1 })).rows;
    expect(last).toMatchObject({ channel: 'supervision.complainant.get', entityId: story.caseId });
  });
});

describe('a clerk who does not handle the case', () => {
  it('sees the complainant no more than a reader does', async () => {
    const handler = office.session.account;
    office.become(await office.hire('周宁', ['clerk']));
    const seen = await everythingSeen();
    office.become(handler);
    expect(seen.size).toBeGreaterThan(100);
    expect(seen.has('supervision.case.get {"id":1}')).toBe(true);
    const leaks = [...seen].filter(([, text]) => SECRETS.some((secret) => text.includes(secret)));
    expect(leaks.map(([what]) => what)).toEqual([]);
  });
});

describe('the audit log and the log file', () => {
  it('hold no complainant', () => {
    const summaries = office.sqlite.prepare('select summary from audit_log').pluck().all() as string[];
    expect(summaries.filter((summary) => SECRETS.some((secret) => summary.includes(secret)))).toEqual([]);
    expect(office.faults).toEqual([]);
  });
});
