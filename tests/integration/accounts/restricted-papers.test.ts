import { type ChannelName, contract } from '@shared/contract';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestOffice, type TestOffice } from '../../builders/office';
import { tellStory } from '../../builders/story';
import { addColleague, asAdministrator, LIJUN, mustLogIn, OWN_PASSWORD } from './support';

/** Papers that name who complained open, and are changed, by the same persons only: every channel of papers is asked. */

let office: TestOffice;
let caseId: number;
let lijun: number;
let paper: { readonly id: number; readonly revision: number };
beforeEach(async () => {
  office = await createTestOffice();
  // 王敏 handles it.
  ({ caseId } = await tellStory(office));
  lijun = await addColleague(office, LIJUN);
  paper = await office.must('documents.create', { caseId, kind: 'registrationForm', basedOnId: null });
});
afterEach(() => office.close());

const asLijun = () => mustLogIn(office, 'lijun', OWN_PASSWORD);
const REFUSED = { ok: false, error: { code: 'FORBIDDEN', message: expect.stringContaining('反映人') } };
const storedPapers = () => office.sqlite.prepare('select * from document order by id').all();

/** One call of each channel that reads or changes a paper by its number, or makes one. */
const calls = (): Partial<Record<ChannelName, unknown>> => ({
  'documents.get': { id: paper.id },
  'documents.preview': { id: paper.id, values: {}, edits: {} },
  'documents.compare': { id: paper.id, from: 1, to: null },
  'documents.export': { id: paper.id, open: false },
  'documents.exportAll': { caseId },
  'documents.print': { id: paper.id, html: '<p>登记表</p>' },
  'documents.save': { ...paper, values: {}, edits: {} },
  'documents.act': { ...paper, action: 'finalise', values: {} },
  'documents.remove': paper,
  'documents.create': { caseId, kind: 'registrationForm', basedOnId: null },
});
/** They show no paper of a case: kinds and rows without text, letters without a case. finaliseAll is told below. */
const HARMLESS = [
  'documents.kinds',
  'documents.list',
  'documents.finaliseAll',
  'documents.batch.form',
  'documents.batch.preview',
  'documents.batch.run',
];

describe('a paper that names the complainant', () => {
  it('is refused to another clerk by every channel, and nothing changes or leaves', async () => {
    const asked = Object.entries(calls());
    const channels = Object.keys(contract).filter((name) => name.startsWith('documents.'));
    expect([...asked.map(([name]) => name), ...HARMLESS].sort()).toEqual(channels.sort());
    await asLijun();
    const before = storedPapers();
    for (const [channel, input] of asked)
      expect([channel, await office.raw(channel, input)]).toMatchObject([channel, REFUSED]);
    expect(storedPapers()).toEqual(before);
    expect(office.ports.printed).toEqual([]);
    expect(office.faults).toEqual([]);
  });

  it('stays a draft when another clerk finalises all, and that is told', async () => {
    await asLijun();
    const { items } = await office.must('documents.finaliseAll', { caseId });
    expect(items.find(({ documentId }) => documentId === paper.id)).toMatchObject({
      isDone: false,
      reason: expect.stringContaining('反映人'),
    });
    expect(storedPapers()).toContainEqual(expect.objectContaining({ id: paper.id, status: 'D01' }));
  });

  it('is written, printed and removed by its handler', async () => {
    const { values } = await office.must('documents.get', { id: paper.id });
    const saved = await office.must('documents.save', { ...paper, values, edits: {} });
    await office.must('documents.print', { id: paper.id, html: '<p>登记表</p>' });
    await office.must('documents.remove', saved);
  });

  it('opens to whom the handler granted it, with every word of it', async () => {
    await office.must('complainant.access.grant', { caseId, accountId: lijun, reason: '王敏外出，代为办理' });
    await asLijun();
    const { values } = await office.must('documents.get', { id: paper.id });
    await office.must('documents.save', { ...paper, values, edits: {} });
  });

  it('opens to the reviewer it was sent to, and to nobody else who may review', async () => {
    for (const [loginName, displayName] of [
      ['chenli', '陈丽'],
      ['zhouning', '周宁'],
    ] as const)
      await addColleague(office, { loginName, displayName, roles: ['reviewer'] });
    const notice = await office.must('documents.create', { caseId, kind: 'declineNotice', basedOnId: null });
    const chenli = office.sqlite.prepare("select id from account where login_name = 'chenli'").pluck().get();
    office.sqlite
      .prepare("update document set status = 'D02', assigned_to = ? where id = ?")
      .run(chenli, notice.id);
    const back = {
      ...notice,
      action: 'returnDraft',
      values: { returnedBy: '周宁', returnedOn: office.clock.today(), reason: '请补充' },
    };
    await mustLogIn(office, 'zhouning', OWN_PASSWORD);
    expect(await office.raw('documents.act', back)).toMatchObject(REFUSED);
    await mustLogIn(office, 'chenli', OWN_PASSWORD);
    await office.must('documents.get', { id: notice.id });
    expect(await office.invoke('documents.act', back)).toMatchObject({ ok: true });
    await asAdministrator(office);
  });
});
