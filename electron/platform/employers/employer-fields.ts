import type { Field } from '@shared/domain/kernel/field';

/** The register's form; also the columns an Excel import knows. */
export const EMPLOYER_FIELDS: readonly Field[] = [
  {
    name: 'name',
    label: '单位名称',
    kind: 'text',
    isRequired: true,
    maxLength: 120,
    help: '与营业执照（登记证书）一致的全称',
  },
  { name: 'uscc', label: '统一社会信用代码', kind: 'uscc' },
  { name: 'address', label: '住所', kind: 'text', maxLength: 200 },
  { name: 'businessAddress', label: '实际经营地', kind: 'text', maxLength: 200 },
  { name: 'legalRepresentative', label: '法定代表人（负责人）', kind: 'text', maxLength: 50 },
  { name: 'contactName', label: '联系人', kind: 'text', maxLength: 50 },
  { name: 'contactPhone', label: '联系电话', kind: 'text', maxLength: 40 },
  { name: 'industry', label: '行业', kind: 'text', maxLength: 10 },
  { name: 'nature', label: '单位性质', kind: 'text', maxLength: 20 },
  { name: 'town', label: '乡镇（街道）', kind: 'text', maxLength: 40 },
  { name: 'headcount', label: '职工人数', kind: 'count' },
  { name: 'hasUnion', label: '是否建会', kind: 'text', maxLength: 10 },
  { name: 'formerNames', label: '曾用名', kind: 'text', maxLength: 200 },
  { name: 'note', label: '备注', kind: 'longText', maxLength: 1000 },
];
