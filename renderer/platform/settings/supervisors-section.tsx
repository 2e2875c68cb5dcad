import type { SupervisorRow } from '@shared/contract/supervision';
import type { Field, FieldValues } from '@shared/domain/kernel/field';
import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { useMay } from '../../app/may';
import { useChannelCommand, useChannelQuery } from '../../lib/channel-hooks';
import { longDate } from '../../lib/format';
import { useToday } from '../../lib/session';
import { useToasts } from '../../lib/toasts';
import { DataTable } from '../../ui/data-table';
import { EmptyState } from '../../ui/empty-state';
import { Mark, type MarkTone } from '../../ui/mark';
import { RecordDrawer, textOf } from './record-drawer';

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

const toValues = ({ id: _, standing: __, ...row }: SupervisorRow): FieldValues => row;

/** 工会劳动法律监督员 with their certificates. */
export function SupervisorsSection() {
  const today = useToday();
  const toasts = useToasts();
  const mayWrite = useMay('settings.write');
  const { data = [], isPending } = useChannelQuery('supervision.supervisors.list', { onDate: null });
  const save = useChannelCommand('supervision.supervisors.save');
  const remove = useChannelCommand('supervision.supervisors.remove');
  const [open, setOpen] = useState<SupervisorRow | 'new' | null>(null);
  const record = open === 'new' ? null : open;
  const submit = (values: FieldValues) =>
    save.run({
      id: record?.id ?? null,
      name: textOf(values, 'name'),
      unit: textOf(values, 'unit'),
      certificateNo: textOf(values, 'certificateNo'),
      issuedBy: textOf(values, 'issuedBy'),
      validFrom: textOf(values, 'validFrom'),
      validTo: textOf(values, 'validTo'),
      phone: textOf(values, 'phone'),
      isActive: values.isActive === true,
    });
  const discard = async (row: SupervisorRow) => {
    const result = await remove.run({ id: row.id });
    if (!result.ok) toasts.refused(result.error);
  };
  const add = { label: '登记监督员', onClick: () => setOpen('new') };
  return (
    <>
      <p className="settings-intro">
        调查须由两名以上持有有效监督员证的监督员进行。证件到期前60日，今日待办会提醒换证。
      </p>
      <DataTable
        label="监督员列表"
        rows={data}
        rowKey={(row) => row.id}
        onOpen={mayWrite ? setOpen : undefined}
        empty={
          isPending ? (
            ' '
          ) : (
            <EmptyState
              title="还没有登记监督员"
              detail="登记后才能安排调查。"
              action={mayWrite ? add : undefined}
            />
          )
        }
        columns={[
          { key: 'name', title: '姓名', width: 100, render: (row) => row.name },
          { key: 'no', title: '证号', width: 160, render: (row) => row.certificateNo },
          { key: 'unit', title: '所在工会', isEllipsis: true, render: (row) => row.unit },
          { key: 'to', title: '有效期至', width: 140, render: (row) => longDate(row.validTo) },
          {
            key: 'standing',
            title: '状态',
            width: 110,
            render: (row) => <Mark tone={STANDINGS[row.standing].tone}>{STANDINGS[row.standing].label}</Mark>,
          },
          ...(mayWrite
            ? [
                {
                  key: 'remove',
                  title: '操作',
                  width: 80,
                  render: (row: SupervisorRow) => (
                    <Popconfirm title="删除这位监督员？" okText="删除" onConfirm={() => void discard(row)}>
                      <Button size="small">删除</Button>
                    </Popconfirm>
                  ),
                },
              ]
            : []),
        ]}
      />
      {mayWrite && data.length > 0 ? <Button onClick={add.onClick}>{add.label}</Button> : null}
      {open ? (
        <RecordDrawer
          key={record?.id ?? 'new'}
          title={record ? '修改监督员' : '登记监督员'}
          draftKey={`supervisor:${record?.id ?? 'new'}`}
          fields={FIELDS}
          initial={record ? toValues(record) : { validFrom: today, isActive: true }}
          onSave={submit}
          onClose={() => setOpen(null)}
        />
      ) : null}
    </>
  );
}
