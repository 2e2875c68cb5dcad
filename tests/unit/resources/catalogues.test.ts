import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  basesOf,
  catalogueFiles,
  checkPointsOf,
  demandsOf,
  departmentsFor,
  documentsToRequest,
  doubtfulCitations,
  findLaw,
  isCited,
  lawLines,
  lawsText,
  placeholdersIn,
  questionsOf,
  topicsOf,
} from '../../../shared/domain/supervision/catalogue';
import { cataloguesDir, duplicateKeys, loadCatalogue, loadProfiles, readText } from './load';

const catalogue = loadCatalogue();
const types = catalogue.violations.types;
const allBases = [...types.flatMap((type) => type.bases), ...catalogue.generalBases.bases];
const profileKeys = [...loadProfiles().keys()];

describe('catalogue files', () => {
  it('are those the schemas know, the wording of the papers, and the kinds of evidence', () => {
    const files = readdirSync(cataloguesDir).map((name) => name.replace(/\.json$/, ''));
    expect(catalogueFiles.filter((name) => !files.includes(name))).toEqual([]);
    const foreign = files.filter((name) => !catalogueFiles.includes(name));
    expect(foreign.filter((name) => !name.startsWith('wording') && name !== 'evidence')).toEqual([]);
  });

  it.each([...catalogueFiles])('%s has no key or code twice', (name) => {
    const text = readText(cataloguesDir, name);
    expect(duplicateKeys(text)).toEqual([]);
    const items: { code: string }[] = JSON.parse(text).items ?? [];
    const codes = items.map((item) => item.code);
    expect(new Set(codes).size).toBe(codes.length);
  });
});

describe('violation types', () => {
  it('are V01 to V61, each once and in order', () => {
    const expected = Array.from({ length: 61 }, (_, i) => `V${String(i + 1).padStart(2, '0')}`);
    expect(types.map((type) => type.code)).toEqual(expected);
    expect(new Set(types.map((type) => type.name)).size).toBe(61);
  });

  it('point at groups, scope matters, departments, laws and regions that exist', () => {
    const groups = catalogue.violations.groups.map((group) => group.code);
    const matters = catalogue.options['scope-matters'].items.map((item) => item.code);
    const departments = catalogue.departments.departments.map((department) => department.code);
    for (const type of types) {
      expect(groups, type.code).toContain(type.group);
      for (const matter of type.scope) expect(matters, type.code).toContain(matter);
      for (const department of type.departments) expect(departments, type.code).toContain(department);
    }
    for (const route of catalogue.departments.routing) {
      for (const department of route.departments) expect(departments, route.subject).toContain(department);
    }
    const laws = catalogue.laws.laws.map((law) => law.name);
    expect(new Set(laws).size).toBe(laws.length);
    for (const basis of allBases) {
      expect(laws).toContain(basis.law);
      if (basis.region) expect(profileKeys, basis.law).toContain(basis.region);
      expect(findLaw(basis.law, catalogue)?.region, basis.law).toBe(basis.region);
    }
  });

  it('have a duty of national law that a letter may cite', () => {
    for (const type of types) {
      const national = basesOf([type.code], catalogue).filter((basis) => basis.articles.length > 0);
      expect(national.length, `${type.code} ${type.name}`).toBeGreaterThan(0);
    }
  });

  it('use known placeholders only', () => {
    const known = catalogue.placeholders.placeholders.map((entry) => entry.name);
    const templates = [
      ...types.map((type) => type.demand),
      ...catalogue.options['limitation-notices'].items.map((item) => item.advice),
      ...catalogue.options['decline-reasons'].items.flatMap((item) => [item.reason, item.advice]),
      ...catalogue.departments.departments.map((department) => department.addressee),
    ];
    for (const template of templates) {
      for (const name of placeholdersIn(template)) expect(known, template).toContain(name);
      expect(template.replace(/\{\{[a-z0-9_]+\}\}/g, '')).not.toMatch(/[{}]/);
    }
    expect(types.some((type) => placeholdersIn(type.demand).includes('complainant'))).toBe(false);
  });

  it('have demands that fit after （一） and before 于…前完成', () => {
    for (const { code, demand } of types) {
      expect(demand, code).not.toMatch(/^请|[。；;，,]$|[。；]/);
    }
  });

  it('do not speak like an authority in anything that reaches a letter', () => {
    const authority = /责令|处罚|罚款|立案查处|行政处理决定|命令|必须/;
    for (const type of types) {
      const texts = [type.name, type.demand, type.checkPoints, ...type.topics, ...type.questions];
      for (const line of [...texts, ...type.bases.map((basis) => basis.gist)]) {
        expect(line, `${type.code} ${line}`).not.toMatch(authority);
      }
    }
  });

  it('mark what cannot wait and what is better reminded', () => {
    const flagged = (flag: 'immediate' | 'preferReminder') =>
      types.filter((type) => type.flags[flag]).map((type) => type.code);
    expect(flagged('immediate')).toEqual(['V30', 'V50']);
    expect(flagged('preferReminder')).toEqual(['V53']);
  });

  it('keep the confidence of what was not read in a law text', () => {
    const low = (code: string) =>
      types.find((type) => type.code === code)?.bases.filter((basis) => basis.confidence !== 'A').length ?? 0;
    for (const code of ['V12', 'V19', 'V22', 'V43', 'V46', 'V52', 'V56', 'V57', 'V60', 'V61']) {
      expect(low(code), code).toBeGreaterThan(0);
    }
  });
});

describe('look-ups', () => {
  it('groups by law in the order of laws.json', () => {
    expect(lawsText(['V13', 'V21'], catalogue)).toBe(
      '《中华人民共和国劳动法》第三十六条、第三十八条、第四十一条、第四十三条、第四十四条；' +
        '《中华人民共和国劳动合同法》第三十一条；《国务院关于职工工作时间的规定》第三条；《工资支付暂行规定》第十三条',
    );
  });

  it('adds liability for a 建议书 and local law for the region', () => {
    const text = lawsText(['V25'], catalogue, { kinds: ['duty', 'liability'], regions: ['zhejiang'] });
    expect(text).toContain('《女职工劳动保护特别规定》第七条、第八条、第十三条');
    expect(text).toContain('《浙江省人口与计划生育条例》第二十二条');
    expect(lawsText(['V25'], catalogue)).not.toContain('浙江省');
  });

  it('keeps uncertain bases out of letters', () => {
    expect(lawsText(['V52', 'V61'], catalogue)).not.toMatch(/有毒物品|征求意见稿/);
    expect(lawsText(['V52'], catalogue, { includeUncertain: true })).toContain(
      '使用有毒物品作业场所劳动保护条例',
    );
  });

  it('gives lines, demands, questions, documents, departments without repeats', () => {
    const codes = ['V10', 'V34', 'V10'];
    expect(new Set(lawLines(codes, catalogue).map((line) => line.citation)).size).toBe(
      lawLines(codes, catalogue).length,
    );
    expect(demandsOf(['V10', 'V99'], catalogue).map((entry) => entry.code)).toEqual(['V10']);
    expect(questionsOf(['V10'], catalogue)[0]?.questions.length).toBeGreaterThanOrEqual(3);
    const documents = documentsToRequest(['V10', 'V13'], catalogue);
    expect(new Set(documents).size).toBe(documents.length);
    expect(departmentsFor(['V10', 'V34'], catalogue).map((department) => department.code)).toEqual([
      'hrss',
      'tax',
      'medicare',
    ]);
    expect(topicsOf(['V13', 'V21'], catalogue)).toEqual(['加班工资', '工作时间']);
    expect(checkPointsOf(['V13'], catalogue)).toHaveLength(1);
    expect(departmentsFor([], catalogue)).toEqual([]);
  });

  it('vouches for what the catalogue cites, under any usual name', () => {
    expect(isCited('中华人民共和国劳动法', 36, catalogue)).toBe(true);
    expect(isCited('劳动法', 36, catalogue)).toBe(true);
    expect(isCited('劳动法（2018修正）', 36, catalogue)).toBe(true);
    expect(isCited('劳动法', 37, catalogue)).toBe(false);
    expect(isCited('刑法', { article: 276, suffix: 1 }, catalogue)).toBe(true);
    expect(isCited('刑法', 276, catalogue)).toBe(false);
    expect(isCited('某某条例', 1, catalogue)).toBe(false);
  });

  it('finds doubtful citations and says where an old number went', () => {
    const text =
      '依据《劳动法》第三十六条、第三十七条，《某市规定》第三条，工会法第四十二条和《中华人民共和国工会法》第二十二条。';
    expect(
      doubtfulCitations(text, catalogue).map(({ law, article, reason, movedTo }) => [
        law,
        article,
        reason,
        movedTo,
      ]),
    ).toEqual([
      ['劳动法', 37, 'unknownArticle', null],
      ['某市规定', 3, 'unknownLaw', null],
      ['工会法', 42, 'unknownArticle', 43],
    ]);
  });

  it('vouches for its own letters', () => {
    for (const type of types) {
      const text = lawsText([type.code], catalogue, {
        kinds: ['duty', 'liability', 'unionRight', 'judicial'],
        regions: profileKeys,
        includeUncertain: true,
      });
      expect(doubtfulCitations(text, catalogue), type.code).toEqual([]);
    }
  });

  it('vouches for every article the rule profiles name', () => {
    for (const profile of loadProfiles().values()) {
      for (const [key, rule] of Object.entries(profile.rules)) {
        expect(
          doubtfulCitations(rule.basis, catalogue).map((c) => `${c.law}${c.article}`),
          key,
        ).toEqual([]);
      }
    }
  });
});

describe('numbering', () => {
  it('has a pattern with code, year and number for every paper', () => {
    expect(catalogue.numbering.patterns.map((pattern) => pattern.key)).toEqual(
      expect.arrayContaining([
        'clue',
        'case',
        'reminderLetter',
        'publicReminder',
        'opinionLetter',
        'recommendationLetter',
        'dunningLetter',
        'supervisoryFollowUp',
        'transferLetter',
        'notice',
      ]),
    );
    for (const { key, pattern } of catalogue.numbering.patterns) {
      for (const part of ['{code}', '{yyyy}', '{n}']) expect(pattern, key).toContain(part);
      if (key !== 'case') expect(pattern, key).toMatch(/〔\{yyyy\}〕/);
    }
  });
});
