import { pasteRows } from '@renderer/case-kit/field-form/paste-rows';
import type { Field } from '@shared/domain/kernel/field';
import { describe, expect, it } from 'vitest';

const COLUMNS: readonly Field[] = [
  { name: 'name', label: '姓名', kind: 'text' },
  { name: 'workers', label: '人数', kind: 'count' },
  { name: 'amount', label: '金额', kind: 'money' },
  { name: 'on', label: '日期', kind: 'date' },
  { name: 'isPaid', label: '已付', kind: 'flag' },
  {
    name: 'state',
    label: '整改',
    kind: 'select',
    options: [
      { value: 'done', label: '已整改' },
      { value: 'none', label: '未整改' },
    ],
  },
];
const paste = (text: string) => pasteRows(text, COLUMNS, '2026-09-10');

describe('rows pasted from Excel', () => {
  it('are read by position', () => {
    expect(paste('甲\t12\t1,234.5\t2026-3-15\t是\t已整改')).toEqual([
      { name: '甲', workers: 12, amount: 123_450, on: '2026-03-15', isPaid: true, state: 'done' },
    ]);
  });

  it('are read by name when the first line names columns, in any order and with strange ones', () => {
    expect(paste('金额\t备注\t姓名\n100\t无\t甲\n200\t\t乙')).toEqual([
      { amount: 10_000, name: '甲' },
      { amount: 20_000, name: '乙' },
    ]);
  });

  it('take units and separators away from numbers', () => {
    expect(paste('甲\t86人\t￥\n')[0]).toMatchObject({ workers: 86 });
    expect(paste('甲\t１\t2，000元')[0]).toMatchObject({ amount: 200_000 });
  });

  it('leave open what cannot be understood, and keep a wrong date so that the form can say so', () => {
    expect(paste('甲\t很多\t若干\t去年\t否\t也许')).toEqual([
      { name: '甲', workers: null, amount: null, on: '去年', isPaid: false, state: null },
    ]);
  });

  it('accept the kept value of an option as well as its words', () => {
    expect(paste('甲\t\t\t\t\tnone')[0]).toMatchObject({ state: 'none', workers: null });
  });

  it('round money to 分 without drift', () => {
    expect(paste('甲\t1\t0.29')[0]).toMatchObject({ amount: 29 });
    expect(paste('甲\t1\t236800')[0]).toMatchObject({ amount: 23_680_000 });
  });
});
