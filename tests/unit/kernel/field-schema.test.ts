import type { Field, FieldValue, FieldValues } from '@shared/domain/kernel/field';
import {
  checkFields,
  cleanValues,
  emptyValues,
  isBlank,
  isShown,
  missingMessage,
  schemaOf,
} from '@shared/domain/kernel/field-schema';
import { makeIdNumber } from '@shared/domain/kernel/id-number';
import { makeUscc } from '@shared/domain/kernel/uscc';
import { describe, expect, it } from 'vitest';

const options = [
  { value: 'a', label: '甲' },
  { value: 'b', label: '乙' },
];
const field = (kind: Field['kind'], over: Partial<Field> = {}): Field => ({
  name: 'x',
  label: '栏目',
  kind,
  ...over,
});
const messageOf = (of: Field, value: unknown) =>
  checkFields([of], { x: value as FieldValue })[0]?.message ?? '';
const uscc = makeUscc({ region: '330282', serial: 7 });
const idNumber = makeIdNumber({ region: '330282', birthOn: '1986-04-09', sequence: 12 });

describe('one field', () => {
  it.each([
    [field('text'), '安溪县总工会', '安溪县总工会'],
    [field('text'), ' 去\u200B空格 ', '去空格'],
    [field('longText'), '一\r\n二', '一\n二'],
    [field('date'), '2026-03-15', '2026-03-15'],
    [field('time'), '09:30', '09:30'],
    [field('time'), '23:59', '23:59'],
    [field('count'), 0, 0],
    [field('count'), 12, 12],
    [field('money'), 0, 0],
    [field('money'), 123_450, 123_450],
    [field('select', { options }), 'a', 'a'],
    [field('select'), 'anything', 'anything'],
    [field('multiSelect', { options }), ['a', 'b', 'a'], ['a', 'b']],
    [field('violations'), ['V01'], ['V01']],
    [field('flag'), true, true],
    [field('flag'), false, false],
    [field('uscc'), ` ${uscc.toLowerCase()} `, uscc],
    [field('idNumber'), idNumber, idNumber],
    [field('phone'), '138 0000 1234', '13800001234'],
    [field('employer'), 12, 12],
    [field('supervisor'), 1, 1],
    [field('leader'), 1, 1],
    [field('document'), 1, 1],
  ] as const)('%j takes %j', (of, value, kept) => {
    expect(checkFields([of], { x: value })).toEqual([]);
    expect(schemaOf([of]).parse({ x: value })).toEqual({ x: kept });
  });

  it.each([
    [field('text'), 12, '「栏目」内容不符合要求，请重新填写'],
    [field('text'), ['a'], '「栏目」内容不符合要求，请重新填写'],
    [field('text', { maxLength: 3 }), '一二三四', '「栏目」最多填写 3 个字，现在有 4 个字，请精简'],
    [field('text'), '字'.repeat(201), '「栏目」最多填写 200 个字，现在有 201 个字，请精简'],
    [field('longText'), '字'.repeat(5001), '「栏目」最多填写 5000 个字，现在有 5001 个字，请精简'],
    [field('longText'), '<o:p>', '「栏目」中带有'],
    [field('date'), '2026-02-30', '「栏目」不是有效日期，请按 2026-3-15 的形式填写'],
    [field('date'), '2026-3-15', '「栏目」不是有效日期，请按 2026-3-15 的形式填写'],
    [field('date'), 20260315, '「栏目」内容不符合要求'],
    [field('time'), '24:00', '「栏目」不是有效时间，请按 09:30 的形式填写'],
    [field('time'), '9:30', '「栏目」不是有效时间'],
    [field('count'), -1, '「栏目」应为不小于 0 的整数'],
    [field('count'), 1.5, '「栏目」应为不小于 0 的整数'],
    [field('count'), '12', '「栏目」应为不小于 0 的整数'],
    [field('count'), 100_000_000, '「栏目」应为不小于 0 的整数'],
    [field('money'), 10 ** 15, '「栏目」不是有效金额'],
    [field('money'), 0.5, '「栏目」不是有效金额'],
    [field('select', { options }), 'c', '「栏目」没有这个选项，请重新选择'],
    [field('select'), 'x'.repeat(41), '「栏目」没有这个选项'],
    [field('select', { options }), 1, '「栏目」内容不符合要求'],
    [field('multiSelect', { options }), ['a', 'c'], '「栏目」没有这个选项'],
    [field('multiSelect', { options }), 'a', '「栏目」没有这个选项'],
    [field('violations'), [''], '「栏目」没有这个选项'],
    [field('violations'), [1], '「栏目」没有这个选项'],
    [field('violations'), Array.from({ length: 501 }, (_, n) => `V${n}`), '「栏目」没有这个选项'],
    [field('flag'), 'yes', '「栏目」只能选择是或者否'],
    [field('uscc'), '123', '「栏目」有误：统一社会信用代码应为18位，现在有3位，请核对'],
    [field('idNumber'), '11010519491231002Y', '「栏目」有误：身份证号只能是数字'],
    [field('phone'), '1380000123', '「栏目」有误：手机号应为11位，现在有10位，请核对'],
    [field('employer'), 0, '「栏目」不是有效选项，请重新选择'],
    [field('leader'), -1, '「栏目」不是有效选项'],
    [field('document'), '12', '「栏目」不是有效选项'],
    [field('supervisor'), 1.5, '「栏目」不是有效选项'],
    [field('rows'), 'rows', '「栏目」内容不符合要求'],
    [field('rows'), ['a'], '「栏目」内容不符合要求'],
    [field('rows'), [['a']], '「栏目」内容不符合要求'],
    [field('rows'), Array.from({ length: 501 }, () => ({ a: 1 })), '「栏目」最多填写 500 行'],
  ] as const)('%j refuses %j', (of, value, message) => {
    expect(messageOf(of, value)).toContain(message);
    expect(schemaOf([of]).safeParse({ x: value }).success).toBe(false);
  });
});

describe('required fields', () => {
  it.each([
    ['text', '', '请填写「栏目」'],
    ['text', '   ', '请填写「栏目」'],
    ['text', '\u200B', '请填写「栏目」'],
    ['longText', null, '请填写「栏目」'],
    ['date', undefined, '请填写「栏目」'],
    ['select', null, '请选择「栏目」'],
    ['multiSelect', [], '请选择「栏目」'],
    ['violations', [], '请选择「栏目」'],
    ['employer', null, '请选择「栏目」'],
    ['document', null, '请选择「栏目」'],
    ['rows', [], '请填写「栏目」'],
    ['rows', [{ a: '', b: null, c: false }], '请填写「栏目」'],
    ['flag', null, ''],
    ['flag', false, ''],
    ['count', 0, ''],
  ] as const)('%s %j', (kind, value, message) => {
    expect(messageOf(field(kind, { isRequired: true }), value)).toBe(message);
    if (kind !== 'count') expect(messageOf(field(kind), value)).toBe('');
  });

  it('asks to choose or to fill in', () => {
    expect(missingMessage(field('leader'))).toBe('请选择「栏目」');
    expect(missingMessage(field('money'))).toBe('请填写「栏目」');
  });
});

describe('fields that depend on another', () => {
  const fields: readonly Field[] = [
    { name: 'isAnonymous', label: '匿名', kind: 'flag' },
    {
      name: 'name',
      label: '姓名',
      kind: 'text',
      isRequired: true,
      when: { field: 'isAnonymous', is: [false] },
    },
    { name: 'channel', label: '渠道', kind: 'select', options, when: { field: 'isAnonymous', is: [false] } },
    { name: 'note', label: '说明', kind: 'text', isRequired: true, when: { field: 'channel', is: ['a'] } },
    { name: 'tags', label: '标签', kind: 'multiSelect', options },
    {
      name: 'tagNote',
      label: '标签说明',
      kind: 'text',
      isRequired: true,
      when: { field: 'tags', is: ['b'] },
    },
  ];
  const messages = (values: FieldValues) => checkFields(fields, values).map(({ message }) => message);

  it('asks only for what is shown', () => {
    expect(messages({})).toEqual(['请填写「姓名」']);
    expect(messages({ isAnonymous: true })).toEqual([]);
    expect(messages({ isAnonymous: false, name: '张三', channel: 'a' })).toEqual(['请填写「说明」']);
    expect(messages({ isAnonymous: false, name: '张三', channel: 'b' })).toEqual([]);
    expect(messages({ isAnonymous: true, tags: ['a', 'b'] })).toEqual(['请填写「标签说明」']);
  });

  it('drops what is hidden, also behind something hidden', () => {
    const values = { isAnonymous: true, name: '张三', channel: 'a', note: '不再需要', tags: [] };
    expect(schemaOf(fields).parse(values)).toEqual({
      isAnonymous: true,
      name: null,
      channel: null,
      note: null,
      tags: [],
      tagNote: null,
    });
  });

  it('shows what depends on nothing', () => {
    expect(isShown(field('text'), {})).toBe(true);
    expect(isShown(field('text', { when: { field: 'y', is: ['a'] } }), { y: null })).toBe(false);
    expect(isShown(field('text', { when: { field: 'y', is: [true] } }), { y: true })).toBe(true);
  });
});

describe('rows', () => {
  const columns: readonly Field[] = [
    { name: 'demand', label: '整改要求', kind: 'text', isRequired: true },
    { name: 'dueOn', label: '完成时限', kind: 'date' },
    { name: 'isDone', label: '已完成', kind: 'flag' },
  ];
  const rows: Field = { name: 'items', label: '问题清单', kind: 'rows', of: columns };

  it('keeps the columns of filled rows and drops empty ones', () => {
    const items = [
      { demand: ' 补发工资 ', dueOn: '2026-03-15' },
      { demand: '', dueOn: null, isDone: false },
    ];
    expect(schemaOf([rows]).parse({ items })).toEqual({
      items: [{ demand: '补发工资', dueOn: '2026-03-15', isDone: false }],
    });
  });

  it('names row and column', () => {
    const items = [
      { demand: '补发工资', dueOn: '2026-02-30' },
      { demand: '', dueOn: '2026-03-15' },
    ];
    expect(checkFields([rows], { items })).toEqual([
      {
        field: 'items.0.dueOn',
        message: '问题清单第1行：「完成时限」不是有效日期，请按 2026-3-15 的形式填写',
      },
      { field: 'items.1.demand', message: '问题清单第2行：请填写「整改要求」' },
    ]);
    const parsed = schemaOf([rows]).safeParse({ items });
    expect(parsed.error?.issues.map(({ path }) => path)).toEqual([
      ['items', 0, 'dueOn'],
      ['items', 1, 'demand'],
    ]);
  });

  it('refuses unknown columns', () => {
    expect(checkFields([rows], { items: [{ demand: '补发', extra: 1 }] })).toEqual([
      { field: 'items.0.extra', message: expect.stringContaining('没有“extra”这一项') },
    ]);
  });

  it('knows rows without columns', () => {
    expect(checkFields([{ ...rows, of: undefined }], { items: [{ a: 1 }] })).toHaveLength(1);
  });
});

describe('the form as a whole', () => {
  it('refuses unknown keys and what is no form', () => {
    const schema = schemaOf([field('text')]);
    expect(schema.safeParse({ x: 'a', y: 'b' }).error?.issues).toMatchObject([
      { path: ['y'], message: '表单中没有“y”这一项，请关闭本页后重新打开' },
    ]);
    for (const wrong of [null, 'text', [], 12]) expect(schema.safeParse(wrong).success).toBe(false);
    expect(checkFields([field('text')], { x: 'a', y: 'b' })).toEqual([]);
  });

  it('opens empty', () => {
    const kinds = ['text', 'flag', 'rows', 'multiSelect', 'violations', 'count', 'employer'] as const;
    expect(emptyValues(kinds.map((kind) => field(kind, { name: kind })))).toEqual({
      text: null,
      flag: false,
      rows: [],
      multiSelect: [],
      violations: [],
      count: null,
      employer: null,
    });
  });

  it('cleans without refusing', () => {
    expect(cleanValues([field('text'), field('date', { name: 'd' })], { x: ' a ', d: 'soon' })).toEqual({
      x: 'a',
      d: 'soon',
    });
  });

  it.each([
    [null, true],
    [undefined, true],
    ['', true],
    [' \n', true],
    [[], true],
    [false, false],
    [0, false],
    ['a', false],
    [['a'], false],
    [{}, false],
  ])('%j is blank: %s', (value, expected) => {
    expect(isBlank(value)).toBe(expected);
  });
});
