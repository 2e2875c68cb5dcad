import type { Input } from '@shared/contract';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestOffice, type TestOffice } from '../../builders/office';

let office: TestOffice;
beforeEach(async () => {
  office = await createTestOffice();
});
afterEach(() => office.close());

type Update = Input<'catalogue.violation.update'>;

const overtime = async () => {
  const found = (await office.must('catalogue.violations', {})).find(({ code }) => code === 'V13');
  if (!found) throw new Error('no V13');
  return found;
};

/** As the form opens and would be saved. */
const opened = async (): Promise<Update> => {
  const { code, revision, name, demand, checkPoints, evidence, versionDate, bases } = await overtime();
  return {
    code,
    revision,
    name,
    demand,
    checkPoints,
    evidence,
    versionDate,
    bases: bases.map(({ law, articles, gist, kind, isChecked }) => ({
      law,
      articles,
      gist,
      kind,
      isChecked,
    })),
  };
};

const own = { name: '云州市工会劳动法律监督办法', docNo: '云工〔2026〕8号', effectiveOn: '2026-05-01' };
const ofOwn = {
  law: own.name,
  articles: '第十二条第二款',
  gist: '加班费的核查',
  kind: 'duty',
  isChecked: true,
} as const;

/** 《劳动法》第三十六条、第四十四条；…: as letters write it. */
const cited = async () => (await overtime()).basesText;

describe('legal bases of a violation', () => {
  it('saved as they opened, change nothing', async () => {
    const before = await cited();
    await office.must('catalogue.violation.update', await opened());
    expect(await cited()).toBe(before);
    expect(await overtime()).toMatchObject({ isEdited: true, revision: 1 });
  });

  it('are cited as edited, an own document among them, and come back as they were', async () => {
    const before = await cited();
    await office.must('catalogue.law.save', own);
    const values = await opened();
    await office.must('catalogue.violation.update', {
      ...values,
      versionDate: '2026-09',
      bases: [...values.bases.filter(({ law }) => law !== '工资支付暂行规定'), ofOwn],
    });
    expect(await cited()).toContain(`《${own.name}》第十二条第二款`);
    expect(await cited()).not.toContain('工资支付暂行规定');
    expect(await overtime()).toMatchObject({ versionDate: '2026-09' });
    await office.must('catalogue.violation.reset', { code: 'V13' });
    expect(await cited()).toBe(before);
    expect(await overtime()).toMatchObject({ isEdited: false, revision: 2, versionDate: values.versionDate });
  });

  it('are not cited while nobody has checked them', async () => {
    const values = await opened();
    const doubtful = {
      law: '中华人民共和国劳动法',
      articles: '第五条',
      gist: '促进就业',
      kind: 'duty',
    } as const;
    const save = async (isChecked: boolean) =>
      office.must('catalogue.violation.update', {
        ...(await opened()),
        bases: [...values.bases, { ...doubtful, isChecked }],
      });
    await save(false);
    expect(await cited()).not.toContain('第五条');
    expect((await overtime()).bases.at(-1)).toMatchObject({ confidence: 'C', isChecked: false });
    await save(true);
    expect(await cited()).toContain('《中华人民共和国劳动法》第五条');
  });

  it.each([
    ['of no known law', { law: '没有的法' }, 'bases.0.law', /请从列表中选择/],
    ['with articles nobody can read', { articles: '第五十条之类' }, 'bases.0.articles', /逐条写全/],
    [
      'with an item out of its article',
      { articles: '第八十五条第（一）项、第（三）项' },
      'bases.0.articles',
      /逐条写全/,
    ],
    ['without a gist', { gist: ' ' }, 'bases.0.gist', /要点/],
  ])('%s are refused at their field', async (_name, change, field, message) => {
    const values = await opened();
    const [first] = values.bases;
    if (!first) throw new Error('no basis');
    const result = await office.invoke('catalogue.violation.update', {
      ...values,
      bases: [{ ...first, ...change }],
    });
    expect(result).toMatchObject({ ok: false, error: { code: 'BAD_INPUT', fields: [{ field }] } });
    if (!result.ok) expect(result.error.fields?.[0]?.message).toMatch(message);
    expect((await overtime()).isEdited).toBe(false);
  });

  it('saved from an old page are refused, also after 恢复原内容', async () => {
    const values = await opened();
    await office.must('catalogue.violation.update', values);
    expect(await office.invoke('catalogue.violation.update', values)).toMatchObject({
      ok: false,
      error: { code: 'STALE_REVISION' },
    });
    const second = await opened();
    await office.must('catalogue.violation.reset', { code: 'V13' });
    await office.must('catalogue.violation.update', await opened());
    expect(await office.invoke('catalogue.violation.update', second)).toMatchObject({
      ok: false,
      error: { code: 'STALE_REVISION' },
    });
  });

  it('keep a version date that is one', async () => {
    const values = await opened();
    for (const versionDate of ['2026', '2026-13', '三月', '']) {
      expect(await office.invoke('catalogue.violation.update', { ...values, versionDate })).toMatchObject({
        ok: false,
        error: { fields: [{ field: 'versionDate' }] },
      });
    }
  });
});

describe('a document of law of the office', () => {
  it('is listed, corrected, and goes only when nothing rests on it', async () => {
    await office.must('catalogue.law.save', { ...own, name: `《${own.name}》` });
    await office.must('catalogue.law.save', { ...own, docNo: '云工〔2026〕9号' });
    const laws = await office.must('catalogue.laws', {});
    expect(laws.filter(({ isOwn }) => isOwn)).toEqual([
      { ...own, docNo: '云工〔2026〕9号', isOwn: true, checkedArticles: [] },
    ]);
    expect(laws.find(({ name }) => name === '中华人民共和国劳动法')?.checkedArticles).toContain('44');
    const values = await opened();
    await office.must('catalogue.violation.update', { ...values, bases: [...values.bases, ofOwn] });
    const refused = await office.invoke('catalogue.law.remove', { name: own.name });
    expect(refused).toMatchObject({ ok: false, error: { code: 'REFUSED' } });
    await office.must('catalogue.violation.reset', { code: 'V13' });
    await office.must('catalogue.law.remove', { name: own.name });
    expect((await office.must('catalogue.laws', {})).some(({ isOwn }) => isOwn)).toBe(false);
    expect(await office.invoke('catalogue.law.remove', { name: own.name })).toMatchObject({
      ok: false,
      error: { code: 'NOT_FOUND' },
    });
  });

  it('is not one of the list under another spelling', async () => {
    for (const name of ['中华人民共和国劳动法', '《劳动法》', '劳动法（2018修正）']) {
      expect(await office.invoke('catalogue.law.save', { ...own, name })).toMatchObject({
        ok: false,
        error: { code: 'BAD_INPUT', fields: [{ field: 'name' }] },
      });
    }
  });
});
