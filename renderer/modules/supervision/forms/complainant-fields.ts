import type { Complainant } from '@shared/contract/supervision';
import type { Field, FieldValues } from '@shared/domain/kernel/field';

const named = { field: 'isAnonymous', is: [false] } as const;

/** 反映人信息: the restricted block, apart from all other facts of the case. */
export const COMPLAINANT_FIELDS: readonly Field[] = [
  { name: 'isAnonymous', label: '匿名反映', kind: 'flag' },
  { name: 'name', label: '姓名', kind: 'text', isRequired: true, maxLength: 30, when: named },
  {
    name: 'sex',
    label: '性别',
    kind: 'select',
    options: [
      { value: '男', label: '男' },
      { value: '女', label: '女' },
    ],
    when: named,
  },
  {
    name: 'ageBand',
    label: '年龄段',
    kind: 'select',
    options: ['16至18周岁', '18至30周岁', '31至45周岁', '46至60周岁', '60周岁以上'].map((label) => ({
      value: label,
      label,
    })),
  },
  { name: 'phone', label: '联系电话', kind: 'phone', help: '用于联系反映人、告知办理情况。' },
  { name: 'idNumber', label: '居民身份证号（选填）', kind: 'idNumber', when: named },
  {
    name: 'address',
    label: '住址',
    kind: 'text',
    maxLength: 100,
    when: named,
    help: '用于寄送受理、不予受理等书面告知。',
  },
  { name: 'trade', label: '工种、部门', kind: 'text', maxLength: 60 },
  { name: 'bankAccount', label: '银行账号（选填）', kind: 'text', maxLength: 40, when: named },
  { name: 'hiredOn', label: '入职时间', kind: 'date' },
  { name: 'isEmployee', label: '是本单位职工', kind: 'flag' },
  { name: 'isMember', label: '是工会会员', kind: 'flag' },
  { name: 'allowsIdentity', label: '同意公开身份', kind: 'flag', when: named },
  { name: 'allowsClaims', label: '同意向用人单位说明其诉求', kind: 'flag' },
  {
    name: 'representatives',
    label: '代表人（多人反映的，不超过5人）',
    kind: 'text',
    maxLength: 200,
  },
  { name: 'agent', label: '委托代理人', kind: 'text', maxLength: 100 },
];

/** What the form holds as the contract wants it; an anonymous complainant keeps nothing that names the person. */
export function toComplainant(values: FieldValues): Complainant {
  const text = (name: string) => (typeof values[name] === 'string' ? values[name].trim() : '');
  const flag = (name: string) => values[name] === true;
  const isAnonymous = flag('isAnonymous');
  const personal = (name: string) => (isAnonymous ? '' : text(name));
  return {
    isAnonymous,
    name: personal('name'),
    sex: personal('sex'),
    ageBand: text('ageBand'),
    idNumber: personal('idNumber'),
    phone: text('phone'),
    address: personal('address'),
    trade: text('trade'),
    bankAccount: personal('bankAccount'),
    isEmployee: flag('isEmployee'),
    isMember: flag('isMember'),
    hiredOn: text('hiredOn') || null,
    allowsIdentity: !isAnonymous && flag('allowsIdentity'),
    allowsClaims: flag('allowsClaims'),
    representatives: text('representatives'),
    agent: text('agent'),
  };
}
