import { readdirSync, readFileSync } from 'node:fs';
import { excerptAround, hasBlock } from '@shared/domain/kernel/finding';
import { checkWording } from '@shared/domain/kernel/wording-check';
import { parseWordingLexicon } from '@shared/domain/kernel/wording-lexicon';
import type { Run } from '@shared/domain/papers/model';
import { describe, expect, it } from 'vitest';
import json from '../../../resources/catalogues/wording.json' with { type: 'json' };
import { paper, paragraph } from './sample-paper';

const lexicon = parseWordingLexicon(json);

const check = (text: string, kind = 'reminderLetter') =>
  checkWording(paper({ blocks: [paragraph(text)] }), lexicon, kind).map(
    ({ severity, code }) => `${severity} ${code}`,
  );

describe('words of enforcement', () => {
  it.each([
    ['现责令你单位改正', 'block enforcement.order'],
    ['将依法予以处罚', 'block enforcement.penalty'],
    ['并处罚款一万元', 'block enforcement.penalty,block enforcement.fine'],
    ['我会将立案查处', 'block enforcement.docket'],
    ['作出行政处理决定', 'block enforcement.decision'],
    ['请限期整改，否则将予以曝光', 'block enforcement.threat,block enforcement.threat'],
    ['逾期否则后果自负', 'block enforcement.threat'],
    ['命令你单位停工', 'block enforcement.command'],
    ['你单位必须改正', 'warn tone.must'],
    ['涉嫌违法犯罪', 'warn tone.crime'],
    ['该职工的病历显示', 'warn privacy.medical'],
    ['请你单位对照自查，及时改正', ''],
    ['我会要求你单位改正，并书面答复', ''],
  ])('%s', (text, expected) => {
    expect(check(text).join()).toBe(expected);
  });

  it.each([
    // The name of a law or paper.
    ['《关于责令改正的规定》', 'opinionLetter', ''],
    ['《治安管理处罚法》第三条', 'opinionLetter', ''],
    ['依法提出劳动法律监督处罚建议书', 'opinionLetter', ''],
    // An article that is quoted.
    ['第八十五条规定：“由劳动行政部门责令限期支付”', 'opinionLetter', 'warn enforcement.order'],
    ['该条规定“处以罚款”。', 'opinionLetter', 'warn enforcement.fine'],
    ['条例规定“必须有工会参加”', 'opinionLetter', ''],
    // An opening mark alone is no quotation, nor is one that was closed before.
    ['“处罚', 'opinionLetter', 'block enforcement.penalty'],
    ['“说明”之后处罚“材料”', 'opinionLetter', 'block enforcement.penalty'],
    // What a department may do.
    ['由人力资源社会保障行政部门依法责令改正', 'opinionLetter', 'warn enforcement.order'],
    ['县人社部门责令其改正', 'opinionLetter', 'warn enforcement.order'],
    ['县人社局作为主管部门已作出行政处理决定', 'opinionLetter', 'warn enforcement.decision'],
    // What the employer does to workers.
    ['对职工迟到罚款五十元', 'opinionLetter', 'warn enforcement.fine'],
    ['依据无效的罚款制度扣减工资', 'opinionLetter', 'warn enforcement.fine'],
    ['车间主管强行命令加班', 'opinionLetter', 'warn enforcement.command'],
    // The papers to a department.
    ['建议依法处罚', 'recommendationLetter', 'warn enforcement.penalty'],
    ['建议立案查处', 'recommendationLetter', ''],
    ['建议责令改正', 'transferLetter', 'warn enforcement.order'],
    ['涉嫌犯罪', 'transferLetter', ''],
    // An occupational disease is a matter of law, no medical detail.
    ['职业病诊断期间不得解除', 'opinionLetter', ''],
  ])('%s in %s', (text, kind, expected) => {
    expect(check(text, kind).join()).toBe(expected);
  });

  it('names the word, the place and what to do', () => {
    const model = paper({ blocks: [paragraph('依据约定，', { text: '现责令改正', field: 'demand' }, '。')] });
    expect(checkWording(model, lexicon)).toEqual([
      {
        severity: 'block',
        code: 'enforcement.order',
        message: '工会劳动法律监督不是行政执法，不能“责令”。请改为“要求”“请你单位”或者“建议”。',
        field: 'demand',
        key: 'p1',
        excerpt: '依据约定，现责令改正。',
      },
    ]);
  });

  it('excuses only the word inside the phrase', () => {
    const text = '县人社部门责令其改正，现责令你单位改正，由该部门责令停工';
    expect(check(text)).toEqual([
      'warn enforcement.order',
      'block enforcement.order',
      'warn enforcement.order',
    ]);
  });

  it('finds every occurrence, also across runs', () => {
    expect(check('责令甲，责令乙')).toHaveLength(2);
    expect(checkWording(paper({ blocks: [paragraph('现责', '令改正')] }), lexicon)).toHaveLength(1);
  });

  it('stops nothing that the shipped papers and the law catalogue say', () => {
    const root = new URL('../../../resources/', import.meta.url);
    const templates = new URL('templates/supervision/', root);
    const sources = [
      ...readdirSync(templates).map((name) => ({
        kind: name.replace('.json', ''),
        file: new URL(name, templates),
      })),
      { kind: 'opinionLetter', file: new URL('catalogues/violations.json', root) },
    ];
    for (const { kind, file } of sources) {
      const strings = stringsIn(JSON.parse(readFileSync(file, 'utf8')));
      const findings = checkWording(paper({ blocks: strings.map((text) => paragraph(text)) }), lexicon, kind);
      expect(
        findings.filter(({ severity, code }) => severity === 'block' && code.startsWith('enforcement')),
      ).toEqual([]);
      expect(findings.filter(({ code }) => code === 'law.renumbered')).toEqual([]);
    }
  });
});

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

describe('what is still open', () => {
  it.each([
    ['联系人：{{contact}}', 1],
    ['联系人：{{contact', 1],
    ['联系人：contact}}', 1],
    ['{{a}}和{{b}}', 2],
    ['{单括号}', 0],
  ])('%s', (text, count) => {
    expect(check(text).filter((found) => found === 'block placeholder.open')).toHaveLength(count);
  });

  it('blocks runs that were never filled in, in paragraphs and cells', () => {
    const missing: Run = { text: '送达日期', field: 'servedOn', isMissing: true };
    const model = paper({
      blocks: [
        paragraph('于', missing, '送达'),
        {
          type: 'table',
          columns: [1],
          headerRows: 0,
          rows: [{ cells: [{ lines: [[{ text: '', field: 'name', isMissing: true }]] }] }],
        },
      ],
    });
    expect(checkWording(model, lexicon)).toEqual([
      {
        severity: 'block',
        code: 'field.missing',
        message: '还有没填写的内容：送达日期，请补充',
        field: 'servedOn',
        key: 'p1',
        excerpt: '于送达日期送达',
      },
      expect.objectContaining({
        code: 'field.missing',
        message: '还有没填写的内容，请补充',
        field: 'name',
      }),
    ]);
  });
});

describe('forms of address', () => {
  it('asks for one of them', () => {
    const mixed = paper({
      blocks: [paragraph('请你单位自查。'), paragraph('贵公司应当答复，贵单位应当改正。')],
    });
    expect(checkWording(mixed, lexicon)).toEqual([
      {
        severity: 'warn',
        code: 'style.mixed',
        message: '同一文书中混用了“你单位”、“贵单位”、“贵公司”，请统一为一种称呼。',
        field: undefined,
        key: 'p1',
        excerpt: '贵公司应当答复，贵单位应当改正。',
      },
    ]);
    expect(checkWording(paper({ blocks: [paragraph('请贵单位自查')] }), lexicon)).toEqual([]);
  });
});

describe('article numbers that moved', () => {
  const moved = (text: string) =>
    checkWording(paper({ blocks: [paragraph(text)] }), lexicon)
      .filter(({ code }) => code === 'law.renumbered')
      .map(({ message }) => /现为第(.+?)条/.exec(message)?.[1]);

  it.each([
    ['根据《中华人民共和国工会法》第二十二条，对拖欠职工工资的，工会应当交涉。', ['二十三']],
    ['根据《工会法》第22条，拖欠工资的，工会有权交涉。', ['二十三']],
    ['《中华人民共和国工会法》第二十五条规定工会有权进行调查。', ['二十六']],
    ['《中华人民共和国工会法》第二十一条：单方面解除劳动合同应当通知工会。', ['二十二']],
    ['《工会法》（2009修正）第十九条 职工代表大会制度', ['二十']],
    ['《工会法》第四十三条，申请支付令。', ['四十四']],
    // The present numbers.
    ['根据《中华人民共和国工会法》第二十三条，对拖欠职工工资的，工会应当交涉。', []],
    ['《中华人民共和国工会法》第二十二条：单方面解除劳动合同应当通知工会。', []],
    ['《中华人民共和国工会法》第二十六条规定工会有权进行调查。', []],
    ['《中华人民共和国工会法》第二十二条。对拖欠职工工资的另有规定。', []],
    ['《中华人民共和国工会法》第二十二条、第二十三条规定，拖欠工资的应当交涉。', []],
    ['《中华人民共和国工会法》第二十二条，解除劳动合同、拖欠工资。', []],
    ['《中华人民共和国工会法》第五条', []],
    // Another law.
    ['《浙江省实施〈中华人民共和国工会法〉办法》第二十二条，拖欠工资交涉', []],
    ['《中华人民共和国劳动法》第二十二条，拖欠工资', []],
  ])('%s', (text, expected) => {
    expect(moved(text)).toEqual(expected);
  });

  it('says since when', () => {
    const [finding] = checkWording(paper({ blocks: [paragraph('《工会法》第二十二条，交涉')] }), lexicon);
    expect(finding).toMatchObject({ severity: 'block', excerpt: '《工会法》第二十二条，交涉' });
    expect(finding?.message).toContain(
      '《工会法》第二十二条是2021年修改前的条号，所述内容现为第二十三条（2022年1月1日起）',
    );
  });
});

describe('the lexicon as data', () => {
  it('refuses a wrong shape and a broken expression', () => {
    expect(() => parseWordingLexicon({ ...json, extra: 1 })).toThrow();
    const broken = { severity: 'none', phrases: ['('] };
    const words = [{ code: 'a.b', words: ['x'], severity: 'warn', message: 'm', exceptions: [broken] }];
    expect(() => parseWordingLexicon({ ...json, words })).toThrow(SyntaxError);
    expect(
      parseWordingLexicon({ ...json, words: [{ ...words[0], exceptions: undefined }] }).words,
    ).toHaveLength(1);
  });

  it('may be empty', () => {
    const empty = parseWordingLexicon({ versionDate: '2026-03', words: [], styles: [], renumberings: [] });
    expect(checkWording(paper({ blocks: [paragraph('责令')] }), empty)).toEqual([]);
  });
});

describe('findings', () => {
  it('show what stands around the hit', () => {
    expect(excerptAround('短文', 0, 2)).toBe('短文');
    expect(excerptAround(`${'前'.repeat(20)}词${'后'.repeat(20)}`, 20, 21)).toBe(
      `…${'前'.repeat(12)}词${'后'.repeat(12)}…`,
    );
    expect(excerptAround('一\n 二', 0, 1)).toBe('一 二');
  });

  it('block when one of them does', () => {
    const finding = { severity: 'warn', code: 'x', message: '', excerpt: '' } as const;
    expect(hasBlock([])).toBe(false);
    expect(hasBlock([finding])).toBe(false);
    expect(hasBlock([finding, { ...finding, severity: 'block' }])).toBe(true);
  });
});
