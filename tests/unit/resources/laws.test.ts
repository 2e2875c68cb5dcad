import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Basis, chineseNumeral, parseNumeral } from '../../../shared/domain/supervision/catalogue';
import { loadCatalogue } from './load';

/**
 * Every cited article stands in the text of the law. The texts are no part of this project: the test looks for them
 * in LAWS_DIR or in ../shared/laws beside the checkout, and is skipped where there are none.
 */
const lawsDir = process.env.LAWS_DIR ?? resolve(import.meta.dirname, '../../../../shared/laws');
const hasTexts = existsSync(lawsDir);
const catalogue = loadCatalogue();
const bases: Basis[] = [
  ...catalogue.violations.types.flatMap((type) => type.bases),
  ...catalogue.generalBases.bases,
];

type LawText = Map<string, string>;

function readTexts(): Map<string, LawText> {
  const files = [lawsDir, resolve(lawsDir, 'provinces')].flatMap((dir) =>
    existsSync(dir)
      ? readdirSync(dir)
          .filter((name) => /\.(md|txt)$/.test(name))
          .map((name) => resolve(dir, name))
      : [],
  );
  return new Map(files.map((file) => [titleOf(file), articlesOf(readFileSync(file, 'utf8'))]));
}

/** 劳动法(2018-12-29).md and 云南省…条例_20160331.txt by their titles. */
const titleOf = (file: string): string =>
  basename(file)
    .replace(/\.(md|txt)$/, '')
    .replace(/\(\d{4}-\d{2}-\d{2}\)$/, '')
    .replace(/_\d{8}$/, '');

/** Article number (with 之一 as 276-1) → its text: a heading opens an article, the next one or # closes it. */
function articlesOf(text: string): LawText {
  const articles: LawText = new Map();
  let current = '';
  for (const line of text.split('\n')) {
    const heading = /^[\s　]*第([零〇一二三四五六七八九十百千]+)条(?:之([一二三四五六七八九]))?/.exec(line);
    if (heading) {
      const suffix = heading[2] ? `-${parseNumeral(heading[2])}` : '';
      current = `${parseNumeral(heading[1] as string)}${suffix}`;
    } else if (line.startsWith('#')) current = '';
    if (current) articles.set(current, `${articles.get(current) ?? ''}${line.trim()}\n`);
  }
  return articles;
}

const cited = catalogue.laws.laws
  .map((law) => ({
    law,
    articles: bases
      .filter((basis) => basis.law === law.name)
      .flatMap((basis) => basis.articles.map((ref) => (typeof ref === 'number' ? { article: ref } : ref))),
  }))
  .filter(({ articles }) => articles.length > 0);
const withText = cited.filter(({ law }) => law.textTitle !== null);
const withoutText = cited.filter(({ law }) => law.textTitle === null).map(({ law }) => law.name);

describe(hasTexts ? 'cited articles stand in the law texts' : `skipped: no law texts at ${lawsDir}`, () => {
  const texts = hasTexts ? readTexts() : new Map<string, LawText>();

  it
    .skipIf(!hasTexts)
    .each(withText.map(({ law, articles }) => [law.name, law.textTitle as string, articles] as const))(
    '%s',
    (name, title, articles) => {
      const text = texts.get(title);
      expect(text?.size, `${title} in ${lawsDir}`).toBeGreaterThan(0);
      for (const { article, suffix, paragraph, item } of articles) {
        const body = text?.get(suffix ? `${article}-${suffix}` : `${article}`) ?? '';
        expect(body, `${name}第${chineseNumeral(article)}条`).not.toBe('');
        if (item)
          expect(body, `${name}第${article}条第${item}项`).toMatch(
            new RegExp(`[（(]${chineseNumeral(item)}[）)]`),
          );
        if (paragraph && !item) {
          const paragraphs = body
            .split('\n')
            .filter((line) => line && !/^[（(][一二三四五六七八九十]+[）)]/.test(line));
          expect(paragraphs.length, `${name}第${article}条第${paragraph}款`).toBeGreaterThanOrEqual(
            paragraph,
          );
        }
      }
    },
  );

  it('lists the laws whose articles could not be checked', () => {
    expect(withoutText).toMatchInlineSnapshot(`
      [
        "中华人民共和国刑法",
        "最高人民法院关于审理劳动争议案件适用法律问题的解释（二）",
        "最低工资规定",
        "劳务派遣暂行规定",
        "防暑降温措施管理办法",
        "企业民主管理规定",
        "浙江省维护新就业形态劳动者劳动保障权益实施办法",
        "广东省工会劳动法律监督条例",
        "昆明市工会劳动法律监督条例",
        "徐州市工会劳动法律监督条例",
        "无锡市工会劳动法律监督条例",
        "沈阳市工会劳动法律监督条例",
        "南昌市工会劳动法律监督条例",
      ]
    `);
  });
});
