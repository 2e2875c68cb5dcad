import type { UnitSettings } from '@shared/contract/settings';
import type { Field, FieldValues } from '@shared/domain/kernel/field';
import { Alert, Spin } from 'antd';
import { useMemo } from 'react';
import { useChannelQuery } from '../../lib/channel-hooks';
import { SettingsForm } from './settings-form';

const GEOMETRIES = [
  { value: 'office', label: '每面22行、每行28字（GB/T 9704）' },
  { value: 'ruler', label: '以毫米标尺为准' },
];
const FONTS = [
  { value: 'gb', label: '方正小标宋、仿宋_GB2312、楷体_GB2312' },
  { value: 'windows', label: 'Windows 自带字体（宋体、仿宋、楷体、黑体）' },
];
const RETENTIONS = [
  { value: '10年', label: '10年' },
  { value: '30年', label: '30年' },
  { value: '永久', label: '永久' },
];

const fieldsOf = (profiles: readonly { value: string; label: string }[]): readonly Field[] => [
  {
    name: 'unitName',
    label: '单位全称',
    kind: 'text',
    isRequired: true,
    maxLength: 60,
    group: '名称',
    help: '与公章一致，文书的发文机关按此打印。',
  },
  {
    name: 'issuerCode',
    label: '机关代字',
    kind: 'text',
    isRequired: true,
    maxLength: 12,
    group: '名称',
    help: '用于文号，如 安工 → 安工劳监提〔2026〕1号。',
  },
  {
    name: 'printingOffice',
    label: '印发机关',
    kind: 'text',
    maxLength: 60,
    group: '名称',
    help: '红头文件末页版记中的印发机关。留空时按单位全称打印；由办公室统一印发的，填写办公室全称。',
  },
  { name: 'area', label: '所在地区', kind: 'text', maxLength: 30, group: '名称' },
  {
    name: 'jurisdiction',
    label: '适用规则',
    kind: 'select',
    isRequired: true,
    options: profiles,
    group: '名称',
    help: '改变后只影响以后的案件；已在办的案件仍按立案时的规则。',
  },
  { name: 'contact', label: '联系人', kind: 'text', maxLength: 30, group: '文书上的联系方式' },
  { name: 'phone', label: '联系电话', kind: 'phone', maxLength: 40, group: '文书上的联系方式' },
  { name: 'address', label: '通信地址', kind: 'text', maxLength: 100, group: '文书上的联系方式' },
  { name: 'postcode', label: '邮政编码', kind: 'text', maxLength: 10, group: '文书上的联系方式' },
  { name: 'email', label: '电子邮箱', kind: 'text', maxLength: 80, group: '文书上的联系方式' },
  { name: 'upperUnion', label: '上级工会', kind: 'text', maxLength: 60, group: '往来单位' },
  {
    name: 'laborDepartment',
    label: '人力资源社会保障部门',
    kind: 'text',
    maxLength: 60,
    group: '往来单位',
    help: '建议书的主送单位默认填写此名称。',
  },
  { name: 'fondsName', label: '全宗名称', kind: 'text', maxLength: 60, group: '归档' },
  {
    name: 'retentionYears',
    label: '默认保管期限',
    kind: 'select',
    isRequired: true,
    options: RETENTIONS,
    group: '归档',
  },
  {
    name: 'geometry',
    label: '版面',
    kind: 'select',
    isRequired: true,
    options: GEOMETRIES,
    group: '文书版面',
  },
  { name: 'fontProfile', label: '字体', kind: 'select', isRequired: true, options: FONTS, group: '文书版面' },
];

/** What the office prints on its papers and works by. */
export function UnitSection() {
  const profiles = useChannelQuery('rules.profiles', {});
  const { data, error } = useChannelQuery('settings.get', {});
  const fields = useMemo(() => fieldsOf(profiles.data ?? []), [profiles.data]);
  const initial = useMemo(() => (data ? toValues(data.settings) : null), [data]);
  if (error) return <Alert type="error" showIcon title={error.message} />;
  if (!data || !initial) return <Spin delay={300} />;
  return (
    <SettingsForm
      name="unit"
      fields={fields}
      initial={initial}
      revision={data.revision}
      toSettings={toSettings}
    />
  );
}

function toValues({ numbering: _, exportFolder: __, ...plain }: UnitSettings): FieldValues {
  return plain;
}

const toSettings = (values: FieldValues): Partial<UnitSettings> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value ?? '']));
