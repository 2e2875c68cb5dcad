import type { Field, FieldKind, FieldValue } from '@shared/domain/kernel/field';
import { type FillOptions, fillTemplate } from '@shared/domain/papers/template';
import { parseTemplate, templateFields } from '@shared/domain/papers/template-schema';
import { fieldText, timeText, withFieldValues, yuanText } from '@shared/domain/papers/template-values';
import { describe, expect, it } from 'vitest';

/** What a template makes of its values, place by place. */

const dictionary = {
  texts: { organ: '机关' },
  lists: { facts: { fact: '情况' } },
  flags: { is_urgent: '紧急' },
};

const paragraph = (text: string, over: object = {}) => ({
  type: 'paragraph',
  key: 'one',
  label: '正文',
  text,
  ...over,
});
const cells = (...row: object[]) => ({ type: 'form', columns: [1], rows: [{ cells: row }] });

/** A template with nothing but what it must have. */
const BARE = {
  kind: 'sample',
  name: '样例',
  group: '样例',
  version: '2026.1',
  effectiveFrom: '2026-01-01',
  layout: 'plain',
  lifecycle: 'record',
  isOutgoing: false,
  audience: 'internal',
  numberKey: null,
  titlePattern: '样例',
  blocks: [paragraph('正文。')],
};

type Given = {
  readonly texts?: Readonly<Record<string, string>>;
  readonly lists?: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>;
  readonly flags?: Readonly<Record<string, boolean>>;
  readonly typed?: Readonly<Record<string, string>>;
  readonly edits?: Readonly<Record<string, string | null>>;
  readonly watermark?: '草稿';
};

/** The paper of a template that has little but what the test is about. */
function filled(over: object, given: Given = {}) {
  const { texts = {}, lists = {}, flags = {}, typed = {}, edits = {}, watermark } = given;
  const template = parseTemplate({
    ...BARE,
    ...over,
  });
  const options: FillOptions = {
    dictionary,
    fields: templateFields(template, {}),
    documentNo: null,
    signedOn: '2026-09-10',
    watermark,
  };
  return fillTemplate(template, { texts, lists, flags }, typed, edits, options);
}

const runsOf = (text: string, over: object = {}, given: Given = {}) =>
  filled({ blocks: [paragraph(text, over)] }, given).model.blocks.map((block) =>
    block.type === 'paragraph' ? block.runs.map((run) => run.text).join('') : '',
  );
const rowOf = (cell: object, given: Given = {}) => {
  const [table] = filled({ blocks: [cells(cell)] }, given).model.blocks;
  return table?.type === 'table' ? table.rows[0]?.cells[0] : undefined;
};

describe('a paragraph', () => {
  it.each<[string, string, Given, boolean]>([
    ['a flag that is up', 'is_urgent', { flags: { is_urgent: true } }, true],
    ['a flag that is down', 'is_urgent', { flags: { is_urgent: false } }, false],
    ['a list with something in it', 'facts', { lists: { facts: [{ fact: '甲' }] } }, true],
    ['a list with nothing in it', 'facts', { lists: { facts: [] } }, false],
    ['a text', 'organ', { texts: { organ: '法院' } }, true],
    ['an empty text', 'organ', { texts: { organ: '' } }, false],
    ['what nobody told of', 'organ', {}, false],
    ['the absence of what nobody told of', '!organ', {}, true],
    ['a choice that was made', 'mode=letter', { typed: { mode: 'letter' } }, true],
    ['another choice', 'mode=letter', { typed: { mode: 'call' } }, false],
    ['any other choice', '!mode=letter', { typed: { mode: 'call' } }, true],
  ])('stands where it asks for %s', (_, when, given, isThere) => {
    expect(runsOf('有。', { when }, given)).toEqual(isThere ? ['有。'] : []);
  });

  it('of a list nobody told of is not there', () => {
    expect(runsOf('{{fact}}。', { repeat: 'facts' })).toEqual([]);
  });

  it('is written over in several, of which blank ones are none', () => {
    expect(runsOf('原文。', {}, { edits: { one: '甲。\n\n乙。' } })).toEqual(['甲。', '乙。']);
  });

  it('keeps brackets of the clerk that name nothing', () => {
    expect(runsOf('致{{organ}}。', {}, { edits: { one: '致【某处】【机关】。' } })).toEqual([
      '致【某处】【机关】。',
    ]);
    const known = { texts: { organ: '法院' }, edits: { one: '致【某处】【机关】。' } };
    expect(runsOf('致{{organ}}。', {}, known)).toEqual(['致【某处】法院。']);
  });

  it('names what is missing in words, where there are any', () => {
    expect(runsOf('{{organ}}{{spaceship}}')).toEqual(['【机关】【spaceship】']);
    const lists = { facts: [{ fact: '', weight: '' }] };
    expect(runsOf('{{fact}}{{weight}}', { repeat: 'facts' }, { lists })).toEqual(['【情况】【weight】']);
  });
});

describe('a cell', () => {
  it('may be empty, span and be set to one side', () => {
    expect(rowOf({ colSpan: 2, rowSpan: 3, align: 'right' })).toEqual({
      lines: [[]],
      colSpan: 2,
      rowSpan: 3,
      align: 'right',
    });
  });

  it('that may be written over is named by its purpose, else by its key', () => {
    const label = (cell: object) => filled({ blocks: [cells(cell)] }).paragraphs.map((place) => place.label);
    expect(label({ value: '同意。', key: 'opinion', purpose: '意见' })).toEqual(['意见']);
    expect(label({ value: '同意。', key: 'opinion' })).toEqual(['opinion']);
  });

  it('that was left out stays as a place to write in', () => {
    const cell = { value: '同意。', key: 'opinion', foot: '签名：' };
    expect(rowOf(cell, { edits: { opinion: null } })).toEqual({ lines: [[]], foot: '签名：' });
    expect(rowOf(cell)).toEqual({ lines: [[{ text: '同意。' }]], foot: '签名：' });
  });
});

describe('the frame of a paper', () => {
  it('has a signature, a remark and copies only where the template asks for them', () => {
    const bare = filled({}).model;
    expect([bare.signature, bare.remark, bare.printedBy, bare.copiesTo]).toEqual([
      undefined,
      undefined,
      undefined,
      [],
    ]);
    expect(
      filled(
        {
          signature: { issuer: '总工会', hasSeal: true },
          remark: '内部',
          printedBy: '办公室',
          copies: ['{{organ}}'],
        },
        { texts: { organ: '法院、仲裁院；档案馆' } },
      ).model,
    ).toMatchObject({
      signature: { issuer: '总工会', signedOn: '2026-09-10', hasSeal: true },
      remark: '内部',
      printedBy: '办公室',
      copiesTo: ['法院', '仲裁院', '档案馆'],
    });
  });

  it('lists one attachment for each item of a list, and none of a list nobody told of', () => {
    const attachments = [{ text: '清单' }, { text: '{{fact}}的说明', repeat: 'facts' }];
    const lists = { facts: [{ fact: '工时' }, { fact: '工资' }] };
    expect(filled({ attachments }, { lists }).model.attachments).toEqual([
      '清单',
      '工时的说明',
      '工资的说明',
    ]);
    expect(filled({ attachments }).model.attachments).toEqual(['清单']);
  });

  it('bears a mark across the page while it is no more than a draft', () => {
    expect(filled({}, { watermark: '草稿' }).model.watermark).toBe('草稿');
    expect(filled({}).model).not.toHaveProperty('watermark');
  });

  it('prints no empty page', () => {
    const blank = { type: 'pageBreak' };
    const blocks = [blank, paragraph('甲。'), blank, blank, paragraph('乙。', { key: 'two' })];
    expect(filled({ blocks }).model.blocks.map(({ type }) => type)).toEqual([
      'paragraph',
      'pageBreak',
      'paragraph',
    ]);
  });
});

describe('a field in a paper', () => {
  const options = [{ value: 'a', label: '甲' }];
  it.each<[FieldKind, FieldValue | undefined, string]>([
    ['text', ' 字 ', '字'],
    ['text', null, ''],
    ['text', undefined, ''],
    ['date', '2026-09-10', '2026年9月10日'],
    ['date', '秋后', '秋后'],
    ['time', '09:30', '9时30分'],
    ['time', '09:00', '9时'],
    ['time', '上午', '上午'],
    ['money', 1_234_500, '12345'],
    ['count', 3, '3'],
    ['select', 'a', '甲'],
    ['select', 'z', 'z'],
    ['multiSelect', ['a', 'z'], '甲、z'],
    ['multiSelect', 'a', ''],
    ['flag', true, '是'],
    ['flag', false, '否'],
    ['employer', 7, ''],
    ['supervisor', 7, ''],
    ['leader', 7, ''],
    ['document', 7, ''],
    ['violations', ['V13'], ''],
    ['rows', [], ''],
  ])('of the kind %s holding %j prints %j', (kind, value, text) => {
    expect(fieldText({ name: 'x', label: 'x', kind, options }, value)).toBe(text);
  });

  it('of a choice without options prints its code', () => {
    expect(fieldText({ name: 'x', label: 'x', kind: 'select' }, 'a')).toBe('a');
  });

  it.each([
    [1_234_500, '12345'],
    [1_234_550, '12345.50'],
    [-1_234_550, '-12345.50'],
    [0, '0'],
  ])('%i 分 is %s 元', (fen, text) => {
    expect(yuanText(fen)).toBe(text);
  });

  it('a time is read with one digit as well', () => {
    expect(timeText('9:05')).toBe('9时05分');
  });

  it('of rows gives a list with a text for each column', () => {
    const field: Field = {
      name: 'paidItems',
      label: '明细',
      kind: 'rows',
      of: [{ name: 'paidOn', label: '日期', kind: 'date' }],
    };
    const listed = (value: FieldValue, over: Partial<Field> = {}) =>
      withFieldValues({ texts: {}, lists: {}, flags: {} }, [{ ...field, ...over }], { paidItems: value })
        .lists.paid_items;
    expect(listed([{ paidOn: '2026-09-10', other: 1 }])).toEqual([{ paid_on: '2026年9月10日' }]);
    expect(listed(null)).toEqual([]);
    expect(listed([{ paidOn: '2026-09-10' }], { of: undefined })).toEqual([{}]);
  });

  it('offers the choices of its catalogue, and none of a catalogue there is not', () => {
    const fields = [{ name: 'mode', label: '方式', kind: 'select', catalogue: 'modes' }];
    const template = parseTemplate({ ...BARE, fields });
    expect(templateFields(template, { modes: options })[0]?.options).toEqual(options);
    expect(templateFields(template, {})[0]?.options).toEqual([]);
  });
});
