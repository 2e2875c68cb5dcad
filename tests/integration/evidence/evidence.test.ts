import { rmSync, truncateSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TestOffice } from '../../builders/office';
import { makePdf, PNG } from '../../builders/sample-files';
import { fillForm } from '../../builders/story';
import { addFile, type EvidenceDesk, openEvidenceDesk, writeSource } from './support';

/** Evidence of a case through the whole pipeline: real files, the real store, a real encrypted database. */

let office: TestOffice;
let caseId: number;
let desk: EvidenceDesk;
beforeEach(async () => {
  desk = await openEvidenceDesk();
  ({ office, caseId } = desk);
});
afterEach(async () => {
  expect(office.faults).toEqual([]);
  await office.close();
});
const { add, get, list, storedFiles } = {
  add: (...given: Parameters<EvidenceDesk['add']>) => desk.add(...given),
  get: (id: number) => desk.get(id),
  list: () => desk.list(),
  storedFiles: () => desk.storedFiles(),
};

describe('adding', () => {
  it('keeps a picture and a PDF with what is known of them, pages counted', async () => {
    await add('现场 照片.png', PNG, { provider: '陈静', obtainedOn: '2026-09-09' });
    await add('工资表.pdf', makePdf(7));
    expect(await list()).toMatchObject([
      {
        number: 1,
        name: '现场 照片',
        kind: 'photo',
        pageCount: 1,
        provider: '陈静',
        obtainedOn: '2026-09-09',
      },
      { number: 2, name: '工资表', kind: 'scan', pageCount: 7, preview: 'pdf', isPaged: true },
    ]);
    expect(office.ports.progressed.map((event) => event.phase)).toContain('加密保存');
  });

  it('takes a picture out of the clipboard', async () => {
    const [offered] = await office.ports.offered.offer([{ name: 'image.png', bytes: new Uint8Array(PNG) }]);
    const given = { provider: '', obtainedOn: null, isRestricted: false };
    await office.must('evidence.add', { caseId, token: offered!.token, given });
    expect(await list()).toMatchObject([{ name: '粘贴的图片', fileName: '粘贴的图片.png', pageCount: 1 }]);
    // Once taken in, its bytes are held no longer.
    expect(office.ports.offered.find(offered!.token)).toBeNull();
  });

  it('tells the truth about a wrong extension', async () => {
    const { notices } = await add('扫描.jpg', makePdf(2));
    expect(notices).toEqual([expect.stringContaining('已按 .pdf 保存')]);
    expect(await list()).toMatchObject([{ fileName: '扫描.pdf', pageCount: 2 }]);
  });

  it('gives the same file twice in a case one place, and twice in the office one set of bytes', async () => {
    await add('a.pdf', makePdf(3));
    const again = await addFile(office, caseId, writeSource('b.pdf', makePdf(3)));
    expect(again).toMatchObject({
      ok: false,
      error: { code: 'DUPLICATE', message: expect.stringContaining('证据1') },
    });
    const other = await secondCase();
    expect(await addFile(office, other, writeSource('c.pdf', makePdf(3)))).toMatchObject({ ok: true });
    expect((await office.must('evidence.list', { caseId: other })).rows).toMatchObject([{ pageCount: 3 }]);
    expect(office.sqlite.prepare('select count(*) from stored_file').pluck().get()).toBe(1);
    expect(storedFiles()).toHaveLength(1);
  });

  it('seals a lost file anew when it comes again, and every record of it is whole', async () => {
    const { id } = await add('a.pdf', makePdf(3));
    rmSync(storedFiles()[0]!);
    expect(await office.invoke('evidence.view', { id })).toMatchObject({
      ok: false,
      error: { code: 'FILE_UNREADABLE' },
    });
    const other = await secondCase();
    expect(await addFile(office, other, writeSource('a.pdf', makePdf(3)))).toMatchObject({ ok: true });
    expect(await office.invoke('evidence.view', { id })).toMatchObject({ ok: true });
  });

  it('mends a damaged file with the same file, added to the same case again', async () => {
    const { id, number } = await add('a.pdf', makePdf(3));
    const [path = ''] = storedFiles();
    truncateSync(path, 100);
    const mended = await addFile(office, caseId, writeSource('again.pdf', makePdf(3)));
    expect(mended).toMatchObject({
      ok: true,
      value: { id, number, notices: [expect.stringContaining('补全')] },
    });
    expect(await list()).toHaveLength(1);
    expect(await office.must('evidence.check', { jobId: 'check' })).toMatchObject({
      problems: [],
      strayCount: 1,
    });
  });

  it('refuses what is no token, and every token after the lock', async () => {
    const given = { provider: '', obtainedOn: null, isRestricted: false };
    const [offered] = await office.ports.offered.offer([{ path: writeSource('a.png', PNG) }]);
    expect(await office.invoke('evidence.add', { caseId, token: '/etc/passwd', given })).toMatchObject({
      ok: false,
      error: { code: 'NOT_FOUND' },
    });
    await office.lock();
    await office.unlock();
    expect(await office.invoke('evidence.add', { caseId, token: offered!.token, given })).toMatchObject({
      ok: false,
      error: { code: 'NOT_FOUND' },
    });
  });
});

/** Another clue of the same office. */
async function secondCase(): Promise<number> {
  const { fields, initial } = await office.must('supervision.clue.form', {});
  const values = fillForm(fields, { ...initial, employerId: 1 }, office.clock.today());
  const registered = await office.must('supervision.clue.register', {
    values,
    complainant: null,
    violations: [],
  });
  return registered.id;
}

describe('keeping in order', () => {
  it('edits, reorders, removes with a reason, restores; numbers are never given twice', async () => {
    const one = await add('一.png', PNG);
    const two = await add('二.pdf', makePdf(1));
    const three = await add('三.pdf', makePdf(2));
    await office.must('evidence.reorder', { caseId, ids: [three.id, one.id, two.id] });
    expect((await list()).map((row) => row.number)).toEqual([3, 1, 2]);
    const { revision } = await get(two.id);
    await office.must('evidence.update', {
      id: two.id,
      revision,
      facts: { ...FACTS, name: '2026年8月工资表', pageCount: 12 },
    });
    expect(await get(two.id)).toMatchObject({ name: '2026年8月工资表', pageCount: 12, provider: '精工机械' });
    await office.must('evidence.remove', {
      id: one.id,
      revision: (await get(one.id)).revision,
      reason: '与本案无关',
    });
    expect((await list()).map((row) => row.number)).toEqual([3, 2]);
    expect(await office.must('evidence.removed', { caseId })).toMatchObject([
      { number: 1, removedReason: '与本案无关' },
    ]);
    expect(storedFiles()).toHaveLength(3);
    const again = await addFile(office, caseId, writeSource('x.png', PNG));
    expect(again).toMatchObject({ ok: false, error: { message: expect.stringContaining('已移除') } });
    expect((await add('四.pdf', makePdf(4))).number).toBe(4);
    await office.must('evidence.restore', { id: one.id });
    expect((await list()).map((row) => row.number)).toContain(1);
  });

  it('refuses an older revision, an order that is not the list’s, a future day, an unknown kind, no reason', async () => {
    const { id } = await add('一.png', PNG);
    await office.must('evidence.update', { id, revision: 0, facts: FACTS });
    const codeOf = async (channel: string, input: unknown) => {
      const result = await office.raw(channel, input);
      return result.ok ? 'ok' : result.error.code;
    };
    expect(await codeOf('evidence.update', { id, revision: 0, facts: FACTS })).toBe('STALE_REVISION');
    expect(await codeOf('evidence.reorder', { caseId, ids: [id, id] })).toBe('STALE_REVISION');
    expect(await codeOf('evidence.reorder', { caseId, ids: [] })).toBe('STALE_REVISION');
    const wrong = [
      { ...FACTS, obtainedOn: '2026-09-11' },
      { ...FACTS, kind: 'magic' },
      { ...FACTS, pageCount: 0 },
      { ...FACTS, name: ' ' },
    ];
    for (const facts of wrong) {
      expect(await codeOf('evidence.update', { id, revision: 1, facts })).toBe('BAD_INPUT');
    }
    expect(await codeOf('evidence.remove', { id, revision: 1, reason: ' ' })).toBe('BAD_INPUT');
    expect(await get(id)).toMatchObject({ revision: 1 });
  });
});

describe('a piece that a paper cites', () => {
  it('is removed while the paper is a draft, which is named; refused once it is final; free again when it is void', async () => {
    const one = await add('一.png', PNG);
    const two = await add('二.pdf', makePdf(1));
    expect(await office.must('evidence.citations', { id: one.id })).toEqual([]);
    // A list is made final in a registered case only.
    office.sqlite.prepare("update case_file set case_no = '安工劳监〔2026〕7号' where id = ?").run(caseId);
    const list = await office.must('documents.create', { caseId, kind: 'evidenceList', basedOnId: null });
    const cited = (isFixed: boolean) => [
      { id: list.id, title: expect.stringContaining('证据'), documentNo: expect.any(String), isFixed },
    ];
    expect(await office.must('evidence.citations', { id: one.id })).toEqual(cited(false));
    await remove(two.id);
    await act(list.id, 'finalise', { finalisedOn: office.clock.today() });
    expect(await office.must('evidence.citations', { id: one.id })).toEqual(cited(true));
    const { revision } = await get(one.id);
    expect(await office.invoke('evidence.remove', { id: one.id, revision, reason: '重复' })).toMatchObject({
      ok: false,
      error: { code: 'REFUSED', message: expect.stringMatching(/《.*证据.*》.*证据1/) },
    });
    expect((await get(one.id)).revision).toBe(revision);
    await act(list.id, 'void', {
      reason: '登记有误',
      voidedOn: office.clock.today(),
      approver: '王敏',
    });
    await remove(one.id);
    expect(await office.must('evidence.list', { caseId })).toMatchObject({ rows: [], removedCount: 2 });
  });

  const act = async (id: number, action: string, values: Record<string, string>) => {
    const { revision } = (await office.must('documents.get', { id })).document;
    await office.must('documents.act', { id, revision, action, values });
  };
  const remove = async (id: number) =>
    office.must('evidence.remove', { id, revision: (await get(id)).revision, reason: '与本案无关' });
});

const FACTS = {
  name: '照片',
  kind: 'document',
  provider: '精工机械',
  obtainedOn: '2026-09-01',
  pageCount: 1,
  note: '',
  isRestricted: false,
};

describe('what concerns the complainant', () => {
  it('is told of in lists, opened by the clerk and remembered, refused to the others', async () => {
    const { id } = await add('张三身份证.png', PNG, { provider: '张三', isRestricted: true });
    expect(JSON.stringify(await list())).not.toContain('张三');
    expect(await list()).toMatchObject([{ isHidden: true, name: '涉及反映人的材料', isRestricted: true }]);
    expect(await get(id)).toMatchObject({ name: '张三身份证', provider: '张三' });
    await office.must('evidence.view', { id });
    const summaries = office.sqlite
      .prepare('select summary from audit_log order by seq')
      .pluck()
      .all() as string[];
    expect(summaries.filter((summary) => summary.startsWith('查看证据1（涉及反映人）'))).toHaveLength(2);
    expect(summaries.join()).not.toContain('张三身份证');
    for (const role of ['reader', 'archivist', 'administrator'] as const) {
      office.actAs([role]);
      for (const channel of ['evidence.get', 'evidence.view'] as const) {
        expect(await office.invoke(channel, { id })).toMatchObject({
          ok: false,
          error: { code: 'FORBIDDEN' },
        });
      }
      expect(JSON.stringify(await list())).not.toContain('张三');
    }
    office.actAs(['archivist']);
    for (const channel of ['evidence.openOutside', 'evidence.export'] as const) {
      expect(await office.invoke(channel, { id, jobId: 'x' })).toMatchObject({
        ok: false,
        error: { code: 'FORBIDDEN' },
      });
    }
    expect(
      await office.invoke('evidence.update', { id, revision: 0, facts: { ...FACTS, isRestricted: false } }),
    ).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } });
  });
});
