import type { SupervisorRow } from '@shared/contract/supervision';
import type { Field, FieldValues } from '@shared/domain/kernel/field';
import { useChannelCommand, useChannelQuery } from '../../lib/channel-hooks';
import { longDate } from '../../lib/format';
import { useToday } from '../../lib/session';
import type { Column } from '../../ui/data-table';
import { Mark, type MarkTone } from '../../ui/mark';
import { textOf } from './record-drawer';
import { RegisterSection } from './register-section';

const STANDINGS: Readonly<
  Record<SupervisorRow['standing'], { readonly label: string; readonly tone: MarkTone }>
> = {
  valid: { label: '有效', tone: 'good' },
  expiring: { label: '60日内到期', tone: 'warn' },
  expired: { label: '已过期', tone: 'late' },
  notYet: { label: '尚未生效', tone: 'plain' },
  inactive: { label: '已停用', tone: 'plain' },
};

const FIELDS: readonly Field[] = [
  { name: 'name', label: '姓名', kind: 'text', isRequired: true, maxLength: 30 },
  { name: 'unit', label: '所在工会', kind: 'text', maxLength: 60 },
  { name: 'certificateNo', label: '监督员证号', kind: 'text', isRequired: true, maxLength: 40 },
  { name: 'issuedBy', label: '发证机关', kind: 'text', maxLength: 60 },
  { name: 'validFrom', label: '有效期自', kind: 'date', isRequired: true },
  { name: 'validTo', label: '有效期至', kind: 'date', isRequired: true },
  { name: 'phone', label: '电话', kind: 'phone', maxLength: 30 },
  { name: 'isActive', label: '在用（停用后不能再选为调查人员）', kind: 'flag' },
];

const COLUMNS: readonly Column<SupervisorRow>[] = [
  { key: 'name', title: '姓名', width: 100, render: (row) => row.name },
  { key: 'no', title: '证号', width: 160, render: (row) => row.certificateNo },
  { key: 'unit', title: '所在工会', isEllipsis: true, spareBelow: 1000, render: (row) => row.unit },
  { key: 'to', title: '有效期至', width: 140, render: (row) => longDate(row.validTo) },
  {
    key: 'standing',
    title: '状态',
    width: 110,
    render: (row) => <Mark tone={STANDINGS[row.standing].tone}>{STANDINGS[row.standing].label}</Mark>,
  },
];

const toValues = ({ id: _, standing: __, ...row }: SupervisorRow): FieldValues => row;

/** 工会劳动法律监督员 with their certificates. */
export function SupervisorsSection() {
  const today = useToday();
  const supervisors = useChannelQuery('supervision.supervisors.list', { onDate: null });
  const save = useChannelCommand('supervision.supervisors.save');
  const remove = useChannelCommand('supervision.supervisors.remove');
  return (
    <RegisterSection<SupervisorRow>
      noun="监督员"
      intro="调查须由两名以上持有有效监督员证的监督员进行。证件到期前60日，今日待办会提醒换证。"
      need="登记后才能安排调查。"
      rows={supervisors.data ?? null}
      columns={COLUMNS}
      draftKey="supervisor"
      fields={FIELDS}
      valuesOf={(row) => (row ? toValues(row) : { validFrom: today, isActive: true })}
      onSave={(id, values) =>
        save.run({
          id,
          name: textOf(values, 'name'),
          unit: textOf(values, 'unit'),
          certificateNo: textOf(values, 'certificateNo'),
          issuedBy: textOf(values, 'issuedBy'),
          validFrom: textOf(values, 'validFrom'),
          validTo: textOf(values, 'validTo'),
          phone: textOf(values, 'phone'),
          isActive: values.isActive === true,
        })
      }
      onRemove={(id) => remove.run({ id })}
    />
  );
}
