import type { Basis } from '@shared/domain/supervision/catalogue';
import {
  articleKey,
  parseArticles,
  toBases,
  toBasisEdit,
  toLaw,
  unknownArticles,
} from '@shared/domain/supervision/catalogue-edit';
import { describe, expect, it } from 'vitest';
import { catalogue } from './samples';

const LABOUR = '中华人民共和国劳动法';
const every = catalogue.violations.types.flatMap((type) => type.bases);
const type = catalogue.violations.types.find(({ code }) => code === 'V13');
if (!type) throw new Error('no V13');
const { laws } = catalogue.laws;

describe('articles as they are typed', () => {
  it.each([
    ['第四十四条', [44]],
    [' 第44条 ', [44]],
    ['第三十六条、第四十一条', [36, 41]],
    ['第五十一条至第五十三条', [51, 52, 53]],
    ['第八十五条第（三）项', [{ article: 85, item: 3 }]],
    ['第三十八条第一款第（二）项', [{ article: 38, paragraph: 1, item: 2 }]],
    ['第一百三十三条之一', [{ article: 133, suffix: 1 }]],
    ['第十七条第二款', [{ article: 17, paragraph: 2 }]],
    ['', []],
    ['第四十四条等', null],
    ['等第四十四条', null],
    ['四十四', null],
    ['第八十五条第（一）项、第（三）项', null],
    ['第十七条第一款、第二款', null],
    ['第四十四条。第四十五条', null],
  ])('%s', (typed, articles) => {
    expect(parseArticles(LABOUR, typed)).toEqual(articles);
  });

  it.each(laws.map(({ name }) => name))('of %s read back as they are shown', (law) => {
    for (const basis of every.filter((known) => known.law === law)) {
      const read = parseArticles(law, toBasisEdit(basis).articles);
      expect(read?.map(articleKey)).toEqual(
        parseArticles(law, toBasisEdit({ ...basis, articles: read ?? [] }).articles)?.map(articleKey),
      );
      expect(new Set(read?.map(articleKey))).toEqual(new Set(basis.articles.map(articleKey)));
    }
  });
});

describe('bases', () => {
  const edits = type.bases.map(toBasisEdit);
  const kept = (over: object, isNew = true) => {
    const first = edits[0];
    if (!first) throw new Error('no basis');
    const edit = { ...first, ...(isNew ? { law: LABOUR } : {}), ...over };
    return toBases([edit], type, catalogue, laws);
  };

  it('that nobody changed are as shipped', () => {
    expect(toBases(edits, type, catalogue, laws)).toEqual({ bases: type.bases, problems: [] });
  });

  it.each<[string, object, Partial<Basis>]>([
    [
      'checked by the office',
      { articles: '第五条', isChecked: true },
      { confidence: 'A', source: '本单位核对' },
    ],
    ['checked by nobody', { articles: '第五条', isChecked: false }, { confidence: 'C' }],
    ['cited elsewhere in the catalogue', { articles: '第三十六条', isChecked: false }, { confidence: 'B' }],
    ['in part cited elsewhere', { articles: '第三十六条、第五条', isChecked: false }, { confidence: 'C' }],
    ['shipped, and doubted', { articles: '第四十四条', isChecked: false }, { confidence: 'C' }],
    [
      'shipped, with another gist',
      { articles: '第四十四条', gist: '另一要点', isChecked: true },
      { confidence: 'A', gist: '另一要点' },
    ],
  ])('%s', (_name, over, wanted) => {
    const { bases } = kept(over);
    expect(bases[0]).toMatchObject(wanted);
    if (!('source' in wanted)) expect(bases[0]).not.toHaveProperty('source');
  });

  it('of a shipped doubt keep it, or lose it when checked', () => {
    const doubtful = catalogue.violations.types
      .flatMap((known) => known.bases.map((basis) => ({ known, basis })))
      .find(({ basis }) => basis.confidence === 'B');
    if (!doubtful) throw new Error('no doubtful basis');
    const edit = toBasisEdit(doubtful.basis);
    const saved = (isChecked: boolean) =>
      toBases([{ ...edit, isChecked }], doubtful.known, catalogue, laws).bases[0];
    expect(saved(false)).toEqual(doubtful.basis);
    expect(saved(true)).toMatchObject({ confidence: 'A' });
  });

  it('of local law hold where it is law', () => {
    const law = laws.find(({ region }) => region !== undefined);
    if (!law) throw new Error('no local law');
    const { bases } = kept({ law: law.name, articles: '第九百九十条', isChecked: true });
    expect(bases[0]?.region).toBe(law.region);
    expect(kept({ articles: '第五条' }).bases[0]).not.toHaveProperty('region');
  });

  it('name what is wrong by place and field', () => {
    const first = edits[0];
    if (!first) throw new Error('no basis');
    const wrong = [first, { ...first, law: '无' }, { ...first, articles: '五十' }];
    expect(
      toBases(wrong, type, catalogue, laws).problems.map(({ place, field }) => `${place}.${field}`),
    ).toEqual(['1.law', '2.articles']);
  });

  it('know which articles nobody has compared', () => {
    expect(
      unknownArticles({ law: LABOUR, articles: [44, 5, { article: 44, suffix: 1 }] }, catalogue),
    ).toEqual([5, { article: 44, suffix: 1 }]);
  });
});

describe('an own document', () => {
  it('stands among the laws', () => {
    const own = { name: '办法', docNo: '云工〔2026〕8号', effectiveOn: '2026-05-01' };
    expect(toLaw(own)).toMatchObject({
      name: '办法',
      short: '办法',
      docNo: own.docNo,
      versionDate: own.effectiveOn,
    });
    expect(toLaw({ ...own, docNo: '' })).not.toHaveProperty('docNo');
  });

  it.each([
    [44, '44'],
    [{ article: 44, paragraph: 2 }, '44'],
    [{ article: 133, suffix: 1 }, '133-1'],
  ])('articles are compared by number', (ref, key) => {
    expect(articleKey(ref)).toBe(key);
  });
});
