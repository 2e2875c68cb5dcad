import { EMPTY_EMPLOYER } from '@shared/contract/employers';
import type { Result } from '@shared/contract/result';
import { makeIdNumber } from '@shared/domain/kernel/id-number';
import { makeUscc } from '@shared/domain/kernel/uscc';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dump } from '../builders/file';
import { createTestOffice, type TestOffice } from '../builders/office';
import { COMPLAINANT, fillForm, type Story, tellStory } from '../builders/story';

/** What people really do wrong: refused in Chinese, at its field, and nothing is written. */

let office: TestOffice;
let story: Story;

beforeAll(async () => {
  office = await createTestOffice();
  story = await tellStory(office);
});

afterAll(() => office.close());

async function expectRefused(
  call: () => Promise<Result<unknown>>,
  code: string,
  field: string,
  message: RegExp,
): Promise<void> {
  const before = dump(office.sqlite);
  const result = await call();
  expect(result).toMatchObject({ ok: false, error: { code } });
  if (result.ok) return;
  const found = result.error.fields?.find((problem) => problem.field === field);
  expect(found, JSON.stringify(result.error)).toBeDefined();
  expect(found?.message).toMatch(message);
  expect(result.error.message).toMatch(/[一-鿿]/);
  expect(dump(office.sqlite)).toEqual(before);
  expect(office.faults).toEqual([]);
}

const saveEmployer = (changes: Record<string, unknown>) => () =>
  office.raw('employers.save', {
    id: null,
    revision: 0,
    employer: { ...EMPTY_EMPLOYER, name: '甲厂', ...changes },
  });

const savePerson = (changes: Record<string, unknown>) => () =>
  office.raw('people.save', {
    id: null,
    revision: 0,
    person: { name: '李四', idNumber: '', phone: '', employerId: null, post: '', note: '', ...changes },
  });

const USCC = makeUscc({ serial: 4711, region: '330000' });
const ID = makeIdNumber({ region: '330000', birthOn: '1990-05-06', sequence: 7 });
const wrongCheck = (code: string) => `${code.slice(0, -1)}${code.endsWith('1') ? '2' : '1'}`;

describe('an employer is refused', () => {
  it.each<[string, Record<string, unknown>, string, RegExp]>([
    ['without a name', { name: '' }, 'name', /填写/],
    ['with a name of spaces', { name: ' 　\t' }, 'name', /填写/],
    ['with a name of 10,000 characters', { name: '长'.repeat(10_000) }, 'name', /120.*10000|120/],
    ['with pasted Word markup', { note: '<p class=MsoNormal><o:p>&nbsp;</o:p></p>' }, 'note', /Word|网页/],
    ['with broken characters', { name: '甲\uFFFD厂' }, 'name', /无法识别/],
    ['with half a character', { name: '甲\ud800厂' }, 'employer.name', /无法识别/],
    ['with a NUL', { address: '城关镇\u00001号' }, 'employer.address', /无法识别/],
    ['with a USCC too short', { uscc: USCC.slice(1) }, 'uscc', /18位.*17位/],
    ['with a wrong check character', { uscc: wrongCheck(USCC) }, 'uscc', /校验/],
    ['with letters a USCC has not', { uscc: `${USCC.slice(0, 9)}IOSVZ${USCC.slice(14)}` }, 'uscc', /./],
    ['with a negative headcount', { headcount: -1 }, 'headcount', /./],
    ['with half a worker', { headcount: 1.5 }, 'employer.headcount', /./],
    ['with a headcount beyond all measure', { headcount: 10 ** 12 }, 'headcount', /./],
    ['with a number for a name', { name: 1 }, 'employer.name', /不符合要求/],
  ])('%s', async (_, changes, field, message) => {
    await expectRefused(saveEmployer(changes), 'BAD_INPUT', field, message);
  });

  it('with a USCC that stands in the register', async () => {
    await expectRefused(
      saveEmployer({ uscc: makeUscc({ serial: 100, region: '330000' }).toLowerCase() }),
      'DUPLICATE',
      'uscc',
      /安溪湾精工机械有限公司/,
    );
  });
});

describe('a person is refused', () => {
  it.each<[string, Record<string, unknown>, string, RegExp]>([
    ['without a name', { name: '' }, 'name', /填写/],
    ['with a wrong check character', { idNumber: wrongCheck(ID) }, 'idNumber', /校验/],
    ['with an impossible birthday', { idNumber: '330000199002301234' }, 'idNumber', /出生日期/],
    ['with an old number of 15 digits', { idNumber: '330000900506123' }, 'idNumber', /15位/],
    ['with a name of 10,000 characters', { name: '长'.repeat(10_000) }, 'name', /50/],
  ])('%s', async (_, changes, field, message) => {
    await expectRefused(savePerson(changes), 'BAD_INPUT', field, message);
  });

  it('with an ID number that stands in the register', async () => {
    const taken = makeIdNumber({ region: '330000', birthOn: '1990-05-06', sequence: 123 });
    await expectRefused(savePerson({ idNumber: ` ${taken} ` }), 'DUPLICATE', 'idNumber', /张三/);
  });

  it('at an employer that is not there', async () => {
    const before = dump(office.sqlite);
    expect(await savePerson({ employerId: 99_999 })()).toMatchObject({
      ok: false,
      error: { code: 'NOT_FOUND' },
    });
    expect(dump(office.sqlite)).toEqual(before);
  });
});

describe('dates that do not exist are refused', () => {
  it.each([
    '2026-02-29',
    '2026-02-30',
    '2026-13-01',
    '2026-00-10',
    '2026-9-1',
    '20260910',
    '',
    '2026-09-10T00:00',
    '２０２６-０９-１０',
  ])('%s', async (date) => {
    const leader = { id: null, name: '陈立', post: 'chair', validFrom: date, validTo: null };
    await expectRefused(() => office.raw('leaders.save', leader), 'BAD_INPUT', 'validFrom', /不是有效日期/);
  });

  it('a term that ends before it begins', async () => {
    const leader = { id: null, name: '陈立', post: 'chair', validFrom: '2026-09-10', validTo: '2026-09-09' };
    await expectRefused(() => office.raw('leaders.save', leader), 'BAD_INPUT', 'validTo', /早于/);
  });

  it('a holiday of another year, twice on one day, and a working day made a working day', async () => {
    const year = (changes: object) => () =>
      office.raw('calendar.update', {
        year: 2028,
        holidays: [],
        makeupWorkdays: [],
        source: '国办发明电〔2027〕1号',
        ...changes,
      });
    await expectRefused(
      year({ holidays: [{ date: '2027-12-31', name: '元旦' }] }),
      'BAD_INPUT',
      'holidays',
      /2027-12-31 不是 2028 年/,
    );
    await expectRefused(
      year({ holidays: [{ date: '2028-01-01', name: '元旦' }], makeupWorkdays: ['2028-01-01'] }),
      'BAD_INPUT',
      'makeupWorkdays',
      /同时列为放假/,
    );
    await expectRefused(
      year({ makeupWorkdays: ['2028-01-04'] }),
      'BAD_INPUT',
      'makeupWorkdays',
      /本来就是工作日/,
    );
  });
});

describe('invisible characters', () => {
  it('nobody typed on purpose are taken out, the rest is kept', async () => {
    const { id } = await office.must('employers.save', {
      id: null,
      revision: 0,
      employer: {
        ...EMPTY_EMPLOYER,
        name: ' 乙\u200b\u202e 厂(安溪)\ufeff ',
        contactPhone: '０５７０－８０００１２３',
        note: '第一行\r\n第二行',
      },
    });
    const { employer } = await office.must('employers.get', { id });
    expect(employer).toMatchObject({
      name: '乙厂（安溪）',
      contactPhone: '0570-8000123',
      note: '第一行\n第二行',
    });
  });
});

describe('a clue', () => {
  it('is kept cleaned, and without what its form does not know', async () => {
    const form = await office.must('supervision.clue.form', {});
    const employerId = story.employerIds[0] as number;
    const given = {
      ...form.initial,
      employerId,
      facts: ' 事\u200b实\r\n第二行 ',
      stranger: '不属于表单',
      otherProcedure: 'no',
      otherOrgan: '藏起的字段',
    };
    const values = fillForm(form.fields, given, office.clock.today());
    const { id } = await office.must('supervision.clue.register', {
      values,
      complainant: null,
      violations: [],
    });
    const { basics } = await office.must('supervision.case.get', { id });
    expect(basics.facts).toBe('事实\n第二行');
    expect(basics.otherOrgan ?? null).toBeNull();
    expect(Object.keys(basics)).not.toContain('stranger');
  });
});

describe('a clue is refused at its fields', () => {
  it('with everything missing', async () => {
    const register = () =>
      office.raw('supervision.clue.register', { values: {}, complainant: null, violations: [] });
    for (const field of ['source', 'receivedOn', 'employerId', 'facts'])
      await expectRefused(register, 'BAD_INPUT', field, /填写|选择/);
  });

  it.each<[string, Record<string, unknown>, string, RegExp]>([
    ['of 10,000 characters', { name: '长'.repeat(10_000) }, 'complainant.name', /「姓名」最多填写 30 个字/],
    ['with a wrong ID number', { idNumber: wrongCheck(ID) }, 'complainant.idNumber', /校验/],
    ['with an impossible phone number', { phone: '1380' }, 'complainant.phone', /电话|手机/],
    ['with pasted markup', { address: '<b>城关镇</b>' }, 'complainant.address', /Word|网页/],
    ['hired on a day that is none', { hiredOn: '2026-02-30' }, 'complainant.hiredOn', /不是有效日期/],
  ])('with a complainant %s', async (_, changes, field, message) => {
    const complainant = { ...COMPLAINANT, ...changes };
    await expectRefused(
      () => office.raw('supervision.complainant.save', { caseId: story.caseId, complainant }),
      'BAD_INPUT',
      field,
      message,
    );
  });

  it('with a violation described without end', async () => {
    const { revision } = await office.must('supervision.case.get', { id: story.caseId });
    const code = (await office.must('catalogue.violations', {}))[0]?.code ?? '';
    const item = {
      code,
      fact: '长'.repeat(10_000),
      workerCount: null,
      amountFen: null,
      evidence: '',
      demand: '',
      demandDueOn: null,
    };
    const save = () =>
      office.raw('supervision.violation.save', { caseId: story.caseId, revision, id: null, item });
    await expectRefused(save, 'BAD_INPUT', 'item.fact', /「事实」最多填写 2000 个字/);
  });

  it('with an employer who is not in the register', async () => {
    const before = dump(office.sqlite);
    const form = await office.must('supervision.clue.form', {});
    const values = { ...form.initial, employerId: 99_999 };
    expect(
      await office.raw('supervision.clue.register', { values, complainant: null, violations: [] }),
    ).toMatchObject({ ok: false });
    expect(dump(office.sqlite)).toEqual(before);
  });
});
