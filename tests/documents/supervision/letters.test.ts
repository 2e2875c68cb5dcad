import { textsOf } from '@shared/domain/papers/model';
import { fillPaper, initialPaperValues, type PaperInput } from '@shared/domain/supervision/papers';
import { describe, expect, it } from 'vitest';
import { sampleEmployer } from '../../builders/supervision-case';
import { emptyInput, sampleInput, templates } from './inputs';
import { loadRules, missingRuns } from './support';

const textOf = (input: PaperInput, kind: string): string =>
  textsOf(fillPaper(templates.get(kind)!, input, {}).model)
    .map((part) => part.text)
    .join('\n');

describe('the reminder letter of appendix A1', () => {
  const input = sampleInput('reminderLetter');
  const { model } = fillPaper(templates.get('reminderLetter')!, input, {});

  it('has number, title, addressee, signature and date as the sample', () => {
    expect(model).toMatchObject({
      layout: 'letter',
      letterhead: '安溪县总工会',
      documentNo: '安工劳监提〔2026〕3号',
      title: '工会劳动法律监督提示函',
      addressee: '安溪湾精工机械有限公司',
      attachments: ['《整改反馈函》参考格式'],
      signature: { issuer: '安溪县总工会', signedOn: '2026-09-10', hasSeal: true },
    });
    expect(model.documentNo).toMatch(/\u30142026\u30153号$/);
  });

  it('speaks of what may be, gives 15 days and stays with one address', () => {
    const text = textOf(input, 'reminderLetter');
    for (const part of [
      '了解到你单位',
      '可能存在',
      '自收到本函之日起15日内',
      '不得因职工表达诉求',
      '特此提示。',
    ]) {
      expect(text).toContain(part);
    }
    expect(text).not.toMatch(/贵单位|你公司|责令|处罚|罚款|必须/);
    expect(text).toContain('《中华人民共和国劳动法》第三十六条');
    expect(text).toContain('《工资支付暂行规定》第十三条');
  });
});

describe('letters without a case', () => {
  const template = templates.get('reminderLetter')!;
  const base: PaperInput = { ...emptyInput('reminderLetter', null), employer: sampleEmployer };
  const values = {
    ...initialPaperValues(template, { ...base, values: { violationCodes: ['V19'] } }),
    facts: '高温天气下部分户外岗位未调整作业时间',
  };
  const input: PaperInput = {
    ...base,
    values,
    unit: sampleInput('reminderLetter').unit,
    signedOn: '2026-07-01',
  };

  it('make a reminder to any employer from chosen matters and a typed fact', () => {
    const filled = fillPaper(template, input, {});
    expect(missingRuns(filled.model)).toEqual([]);
    expect(filled.model.addressee).toBe(sampleEmployer.name);
    expect(textOf(input, 'reminderLetter')).toContain('（一）高温天气下部分户外岗位未调整作业时间。');
    expect(textOf(input, 'reminderLetter')).toContain('高温津贴');
  });

  it('are quick enough for many employers', () => {
    const timeOf = (count: number) => {
      const before = performance.now();
      for (let n = 0; n < count; n += 1) fillPaper(template, input, {});
      return performance.now() - before;
    };
    timeOf(20);
    // The hundredth costs what the first did.
    expect(timeOf(200) / timeOf(20)).toBeLessThan(60);
  });
});

describe('the recommendation', () => {
  it.each([
    ['安溪县税务局', '你局'],
    ['安溪县住房公积金管理中心', '你中心'],
    ['安溪县卫生健康委员会', '你委'],
    ['安溪县人民政府', '你单位'],
  ])('addresses %s as %s', (departmentName, call) => {
    const input = sampleInput('recommendationLetter');
    const text = textOf({ ...input, values: { ...input.values, departmentName } }, 'recommendationLetter');
    expect(text).toContain(`建议${call}：`);
  });

  it('says nothing of notices to the person who complained', () => {
    expect(textOf(sampleInput('recommendationLetter'), 'recommendationLetter')).not.toContain('告知书');
  });
});

describe('a proof of service of a notice to the complainant', () => {
  it('does not print the name', () => {
    const input = sampleInput('proofOfService');
    const notice = input.case!.documents.find((document) => document.kind === 'acceptanceNotice')!;
    const served: PaperInput = { ...input, basedOn: notice, values: {} };
    const values = initialPaperValues(templates.get('proofOfService')!, served);
    const text = textOf({ ...served, values }, 'proofOfService');
    expect(values.receiverName).toBe('反映人');
    expect(text).not.toContain(notice.addressee);
  });
});

describe('a corrected letter', () => {
  it('cites the one it takes the place of', () => {
    const input = sampleInput('reminderLetter');
    const values = {
      ...input.values,
      replacesDocumentNo: '安工劳监提〔2026〕2号',
      replacesSignedOn: '2026-09-08',
    };
    expect(textOf({ ...input, values }, 'reminderLetter')).toContain(
      '我会2026年9月8日制发的文书（安工劳监提〔2026〕2号）内容有误，现予更正',
    );
  });
});

describe('other jurisdictions', () => {
  it.each(['national', 'hubei', 'shaanxi', 'tianjin'])(
    '%s: letters are complete and cite its own rule',
    (profile) => {
      for (const kind of [
        'reminderLetter',
        'opinionLetter',
        'recommendationLetter',
        'declineNotice',
      ] as const) {
        const sample = { ...sampleInput(kind), rules: loadRules(profile) };
        const values = { ...sample.values, ...initialPaperValues(templates.get(kind)!, sample) };
        const { model } = fillPaper(templates.get(kind)!, { ...sample, values }, {});
        expect(missingRuns(model)).toEqual([]);
        expect(
          textsOf(model)
            .map((part) => part.text)
            .join(),
        ).not.toContain('浙江省工会劳动法律监督条例');
      }
    },
  );

  it('prints the reply term of the place', () => {
    const sample = { ...sampleInput('opinionLetter'), rules: loadRules('hubei') };
    const values = { ...sample.values, ...initialPaperValues(templates.get('opinionLetter')!, sample) };
    expect(textOf({ ...sample, values }, 'opinionLetter')).toContain('自收到本意见书之日起30日内');
  });
});
