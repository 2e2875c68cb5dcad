import type { Field, FieldValues } from '@shared/domain/kernel/field';

export const OUTPUTS = ['files', 'merged', 'none'] as const;
export type BatchOutput = (typeof OUTPUTS)[number];

/** Step 3: who signs, when, and what comes out. */
export const SIGNING_FIELDS: readonly Field[] = [
  {
    name: 'signerId',
    label: '签发人',
    kind: 'leader',
    isRequired: true,
    help: '请先按规定履行审批手续，再选择签发人。签发后逐份自动编号，文号不重不漏。',
  },
  { name: 'signedOn', label: '签发日期（成文日期）', kind: 'date', isRequired: true },
  {
    name: 'output',
    label: '导出方式',
    kind: 'select',
    isRequired: true,
    options: [
      { value: 'files', label: '每家单位一个 Word 文件' },
      { value: 'merged', label: '合并为一个 Word 文件，便于一次打印' },
      { value: 'none', label: '只编号登记，暂不导出' },
    ],
  },
];

export const initialSigning = (today: string): FieldValues => ({
  signerId: null,
  signedOn: today,
  output: 'files',
});

export const outputOf = (values: FieldValues): BatchOutput =>
  OUTPUTS.find((output) => output === values.output) ?? 'files';
