import type { Output } from '@shared/contract';
import type { EmployerInput } from '@shared/contract/employers';
import type { Field, FieldValues, Option } from '@shared/domain/kernel/field';

export const UNION_STATES: readonly Option[] = [
  { value: 'yes', label: '已建会' },
  { value: 'no', label: '未建会' },
  { value: 'unknown', label: '不清楚' },
];

/** An option list of the catalogues; empty while it is not read. */
export const pickOptions = (
  options: Output<'catalogue.options'> | undefined,
  catalogue: string,
): readonly Option[] => options?.[catalogue] ?? [];

/** The form of an employer. */
export function employerFields(options: Output<'catalogue.options'> | undefined): readonly Field[] {
  const industries = pickOptions(options, 'industries');
  const natures = pickOptions(options, 'employer-natures');
  return [
    {
      name: 'name',
      label: '单位名称',
      kind: 'text',
      isRequired: true,
      maxLength: 120,
      group: '登记信息',
      help: '与营业执照或登记证书一致，文书的主送单位按此打印。',
    },
    { name: 'uscc', label: '统一社会信用代码', kind: 'uscc', group: '登记信息' },
    {
      name: 'legalRepresentative',
      label: '法定代表人（负责人）',
      kind: 'text',
      maxLength: 50,
      group: '登记信息',
    },
    { name: 'address', label: '住所', kind: 'text', group: '登记信息' },
    { name: 'formerNames', label: '曾用名', kind: 'text', group: '登记信息' },
    { name: 'town', label: '乡镇（街道）', kind: 'text', maxLength: 40, group: '所在与行业' },
    { name: 'businessAddress', label: '实际经营地', kind: 'text', group: '所在与行业' },
    {
      name: 'industry',
      label: '行业',
      kind: industries.length > 0 ? 'select' : 'text',
      options: industries,
      group: '所在与行业',
    },
    {
      name: 'nature',
      label: '单位性质',
      kind: natures.length > 0 ? 'select' : 'text',
      options: natures,
      group: '所在与行业',
    },
    { name: 'headcount', label: '职工人数', kind: 'count', group: '所在与行业' },
    {
      name: 'hasUnion',
      label: '是否建会',
      kind: 'select',
      isRequired: true,
      options: UNION_STATES,
      group: '所在与行业',
    },
    { name: 'contactName', label: '联系人', kind: 'text', maxLength: 50, group: '联系' },
    { name: 'contactPhone', label: '联系电话', kind: 'phone', maxLength: 40, group: '联系' },
    { name: 'note', label: '备注', kind: 'longText', maxLength: 1000, group: '联系' },
  ];
}

const text = (values: FieldValues, name: string) => {
  const value = values[name];
  return typeof value === 'string' ? value.trim() : '';
};

export const toEmployerInput = (values: FieldValues): EmployerInput => ({
  name: text(values, 'name'),
  uscc: text(values, 'uscc'),
  address: text(values, 'address'),
  businessAddress: text(values, 'businessAddress'),
  legalRepresentative: text(values, 'legalRepresentative'),
  contactName: text(values, 'contactName'),
  contactPhone: text(values, 'contactPhone'),
  industry: text(values, 'industry'),
  nature: text(values, 'nature'),
  town: text(values, 'town'),
  headcount: typeof values.headcount === 'number' ? values.headcount : null,
  hasUnion: values.hasUnion === 'yes' || values.hasUnion === 'no' ? values.hasUnion : 'unknown',
  formerNames: text(values, 'formerNames'),
  note: text(values, 'note'),
});

export const toEmployerValues = (employer: EmployerInput): FieldValues => ({
  name: employer.name,
  uscc: employer.uscc,
  address: employer.address,
  businessAddress: employer.businessAddress,
  legalRepresentative: employer.legalRepresentative,
  contactName: employer.contactName,
  contactPhone: employer.contactPhone,
  industry: employer.industry,
  nature: employer.nature,
  town: employer.town,
  headcount: employer.headcount,
  hasUnion: employer.hasUnion,
  formerNames: employer.formerNames,
  note: employer.note,
});

/** Errors of the service name employer.name or name; the form knows name. */
export const bareField = (field: string): string => field.split('.').pop() ?? field;
