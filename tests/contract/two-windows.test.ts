import { EMPTY_EMPLOYER, type EmployerRow, employerInput } from '@shared/contract/employers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dump } from '../builders/file';
import { createTestOffice, type TestOffice } from '../builders/office';
import { type Story, tellStory } from '../builders/story';

/** Two windows on one record: the second is told what has changed, and nothing of the first is lost. */

let office: TestOffice;
let story: Story;

beforeAll(async () => {
  office = await createTestOffice();
  story = await tellStory(office);
});

afterAll(() => office.close());

describe('two windows', () => {
  it('save the same employer: the second is refused with the difference named, nothing is written', async () => {
    const id = story.employerIds[1] as number;
    const seen = (await office.must('employers.get', { id })).employer;
    const { revision, employer } = pick(seen);
    await office.must('employers.save', {
      id,
      revision,
      employer: { ...employer, name: '云州纺织有限公司', address: '人民路1号' },
    });
    const before = dump(office.sqlite);
    const second = await office.raw('employers.save', {
      id,
      revision,
      employer: { ...employer, contactPhone: '13800138001' },
    });
    expect(second).toMatchObject({ ok: false, error: { code: 'STALE_REVISION' } });
    if (!second.ok) {
      expect(second.error.message).toContain('单位名称现为「云州纺织有限公司」');
      expect(second.error.message).toContain('住所现为「人民路1号」');
      expect(second.error.message).toContain('您填写的内容仍在');
      expect(second.error.message).not.toContain('乡镇');
    }
    expect(dump(office.sqlite)).toEqual(before);
  });

  it('save at the same moment: one wins, one is told', async () => {
    const id = story.employerIds[2] as number;
    const { employer: seen } = await office.must('employers.get', { id });
    const { revision, employer } = pick(seen);
    const results = await Promise.all(
      ['甲', '乙', '丙'].map((note) =>
        office.raw('employers.save', { id, revision, employer: { ...employer, note } }),
      ),
    );
    expect(results.map((result) => (result.ok ? 'ok' : result.error.code))).toEqual([
      'ok',
      'STALE_REVISION',
      'STALE_REVISION',
    ]);
    expect((await office.must('employers.get', { id })).employer).toMatchObject({
      note: '甲',
      revision: revision + 1,
    });
  });

  it('save the settings', async () => {
    const { revision } = await office.must('settings.get', {});
    await office.must('settings.update', { settings: { phone: '0570-1' }, revision });
    const before = dump(office.sqlite);
    expect(await office.raw('settings.update', { settings: { phone: '0570-2' }, revision })).toMatchObject({
      ok: false,
      error: { code: 'STALE_REVISION', message: expect.stringContaining('您填写的内容仍在') },
    });
    expect(dump(office.sqlite)).toEqual(before);
    expect((await office.must('settings.get', {})).settings.phone).toBe('0570-1');
  });

  it('save the same person, work the same case, write the same paper', async () => {
    const { person } = await office.must('people.get', { id: story.personId });
    const { id, revision, employerName: _name, ...typed } = person;
    await office.must('people.save', { id, revision, person: { ...typed, post: '主管' } });
    expect(await office.raw('people.save', { id, revision, person: typed })).toMatchObject({
      ok: false,
      error: { code: 'STALE_REVISION' },
    });

    const found = await office.must('supervision.case.get', { id: story.caseId });
    const note = {
      id: story.caseId,
      revision: found.revision,
      action: 'addNote',
      values: { notedOn: office.clock.today(), note: '电话沟通' },
    };
    await office.must('supervision.case.act', note);
    const before = dump(office.sqlite);
    expect(await office.raw('supervision.case.act', note)).toMatchObject({
      ok: false,
      error: { code: 'STALE_REVISION' },
    });
    expect(dump(office.sqlite)).toEqual(before);

    const paper = await office.must('documents.get', { id: story.documentId });
    const edit = {
      id: story.documentId,
      revision: paper.document.revision,
      values: paper.values,
      edits: paper.edits,
    };
    await office.must('documents.save', edit);
    const saved = dump(office.sqlite);
    expect(await office.raw('documents.save', edit)).toMatchObject({
      ok: false,
      error: { code: 'STALE_REVISION' },
    });
    expect(dump(office.sqlite)).toEqual(saved);
  });

  it('removing: an employer changed in between is not moved to the bin by an old list', async () => {
    const { id } = await office.must('employers.save', {
      id: null,
      revision: 0,
      employer: { ...EMPTY_EMPLOYER, name: '丁厂' },
    });
    await office.must('employers.save', {
      id,
      revision: 1,
      employer: { ...EMPTY_EMPLOYER, name: '丁厂', note: '新' },
    });
    expect(await office.raw('employers.remove', { id, revision: 1 })).toMatchObject({
      ok: false,
      error: { code: 'STALE_REVISION' },
    });
    await office.must('employers.remove', { id, revision: 2 });
  });
});

/** What a form would send again of what it has read. */
const pick = ({ revision, ...row }: EmployerRow) => ({ revision, employer: employerInput.parse(row) });
