import { fillTemplate } from '@shared/domain/papers/template';
import { unknownNames } from '@shared/domain/papers/template-check';
import { parseTemplate, templateFields } from '@shared/domain/papers/template-schema';
import { describe, expect, it } from 'vitest';

const dictionary = {
  texts: { employer: '用人单位全称', amount: '涉及金额', phone: '电话' },
  lists: { facts: { fact: '情况' } },
  flags: { is_urgent: '紧急' },
};

const template = parseTemplate({
  kind: 'sample',
  name: '样例',
  group: '样例',
  version: '2026.1',
  effectiveFrom: '2026-01-01',
  layout: 'letter',
  lifecycle: 'letter',
  isOutgoing: true,
  audience: 'employer',
  numberKey: null,
  titlePattern: '关于{{employer}}的函',
  addresseePattern: '{{employer}}',
  fields: [
    { name: 'replyOn', label: '答复日期', kind: 'date', isRequired: true },
    { name: 'mode', label: '方式', kind: 'select', options: [{ value: 'letter', label: '书面' }] },
  ],
  blocks: [
    { type: 'paragraph', key: 'head', label: '标题', text: '{{section}}、有关情况' },
    { type: 'paragraph', key: 'facts', label: '情况', text: '（{{point}}）{{fact}}；', repeat: 'facts' },
    {
      type: 'paragraph',
      key: 'money',
      label: '金额',
      text: '{{employer}}[[，涉及{{amount}}元]]，请于{{reply_on}}前答复。',
    },
    {
      type: 'paragraph',
      key: 'extra',
      label: '补充',
      text: '另：{{phone?}}。',
      isOptional: true,
      includedByDefault: false,
    },
    { type: 'paragraph', key: 'urgent', label: '紧急', text: '请尽快办理。', when: 'is_urgent' },
    { type: 'paragraph', key: 'letter', label: '书面', text: '请书面答复。', when: 'mode=letter' },
    { type: 'paragraph', key: 'next', label: '标题', text: '{{section}}、其他事项' },
    {
      type: 'form',
      columns: [1, 3],
      rows: [
        { cells: [{ label: '意见' }, { value: '同意。', key: 'opinion', purpose: '意见', foot: '签名' }] },
        { cells: [{ value: '{{n}}' }, { value: '{{fact}}' }], repeat: 'facts', minRows: 3 },
      ],
    },
  ],
});

const fill = (
  texts: Record<string, string>,
  values: Record<string, string> = {},
  edits: Record<string, string | null> = {},
  facts: string[] = ['甲', '乙'],
) =>
  fillTemplate(
    template,
    { texts, lists: { facts: facts.map((fact) => ({ fact })) }, flags: {} },
    values,
    edits,
    { dictionary, fields: templateFields(template, {}), documentNo: null, signedOn: null },
  );

const lines = (filled: ReturnType<typeof fill>): string[] =>
  filled.model.blocks.flatMap((block) =>
    block.type === 'paragraph' ? [block.runs.map((run) => run.text).join('')] : [],
  );

describe('filling a template', () => {
  it('numbers sections and points, drops empty passages, formats fields', () => {
    expect(lines(fill({ employer: '某公司' }, { replyOn: '2026-09-10' }))).toEqual([
      '一、有关情况',
      '（一）甲；',
      '（二）乙；',
      '某公司，请于2026年9月10日前答复。',
      '二、其他事项',
    ]);
    expect(lines(fill({ employer: '某公司', amount: '100' }))[3]).toBe(
      '某公司，涉及100元，请于【答复日期】前答复。',
    );
  });

  it('marks what is missing with its label and its field', () => {
    const { model } = fill({});
    const runs = model.blocks.flatMap((block) => (block.type === 'paragraph' ? block.runs : []));
    expect(runs.filter((run) => run.isMissing)).toEqual([
      { text: '【用人单位全称】', isMissing: true },
      { text: '【答复日期】', isMissing: true, field: 'replyOn' },
    ]);
    expect(model.addressee).toBe('');
  });

  it('knows headings from numbered sentences', () => {
    const roles = fill({}, {}, { extra: '三、临时标题\n（一）小标题\n（二）整句话。' }).model.blocks.map(
      (block) => (block.type === 'paragraph' ? block.role : 'table'),
    );
    expect(roles.slice(4, 7)).toEqual(['heading1', 'heading2', 'body']);
  });

  it('takes edits, keeps 【label】 open until it is known, and goes on counting', () => {
    const edits = {
      'facts.2': '（二）改写；\n（三）新增；',
      money: '请于【答复日期】前答复{{employer}}事项。',
    };
    const open = fill({ employer: '某公司' }, {}, edits);
    expect(lines(open).slice(2, 5)).toEqual([
      '（二）改写；',
      '（三）新增；',
      '请于【答复日期】前答复某公司事项。',
    ]);
    expect(open.model.blocks[4]).toMatchObject({
      runs: [{}, { isMissing: true, field: 'replyOn' }, {}, {}, {}],
    });
    expect(lines(fill({ employer: '某公司' }, { replyOn: '2026-10-01' }, edits))[4]).toContain(
      '2026年10月1日',
    );
    const drafts = open.paragraphs.filter((draft) => draft.isEdited).map((draft) => draft.key);
    expect(drafts).toEqual(['facts.2', 'money']);
  });

  it('takes optional paragraphs in and leaves them out, mandatory ones stay', () => {
    expect(lines(fill({ phone: '1' }, {}, { extra: '另：1。' }))).toContain('另：1。');
    expect(lines(fill({}, {}, { head: null }))[0]).toBe('一、有关情况');
    const draft = fill({}).paragraphs.find((known) => known.key === 'extra');
    expect(draft).toMatchObject({ isOptional: true, isIncluded: false, isEdited: false, text: '另：。' });
  });

  it('follows conditions on flags, texts and choices', () => {
    expect(lines(fill({}, { mode: 'letter' }))).toContain('请书面答复。');
    expect(lines(fill({}))).not.toContain('请尽快办理。');
  });

  it('fills table rows, blank ones up to the least number, and editable cells', () => {
    const table = fill({}, {}, { opinion: '不同意。' }).model.blocks.at(-1);
    expect(table).toMatchObject({
      rows: [
        { cells: [{ isLabel: true }, { lines: [[{ text: '不同意。' }]], foot: '签名' }] },
        { cells: [{ lines: [[{ text: '1' }]] }, { lines: [[{ text: '甲' }]] }] },
        { cells: [{ lines: [[{ text: '2' }]] }, {}] },
        { cells: [{ lines: [[]] }, { lines: [[]] }] },
      ],
    });
  });
});

describe('checking a template', () => {
  it('finds unknown placeholders, lists and conditions', () => {
    const [paragraph] = template.blocks;
    const broken = {
      ...template,
      blocks: [
        {
          ...paragraph,
          text: '{{empolyer}}{{ employer }}',
          when: 'is_urgnet',
          repeat: 'fcats',
        } as (typeof template.blocks)[number],
      ],
    };
    expect(unknownNames(template, dictionary)).toEqual([]);
    expect(unknownNames(broken, dictionary)).toEqual([
      'when is_urgnet',
      'repeat fcats',
      'empolyer',
      '{{empolyer}}{{ employer }}',
    ]);
  });

  it('refuses a misspelt property', () => {
    expect(() => parseTemplate({ ...template, titlePatern: 'x' })).toThrow(/titlePatern/);
  });
});
