import type { DelegationRow } from '@shared/contract/accounts';
import type { Field, FieldValues } from '@shared/domain/kernel/field';
import { isRole, ROLE_LABELS } from '@shared/domain/kernel/permissions';
import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { useChannelCommand, useChannelQuery } from '../../lib/channel-hooks';
import { longDate } from '../../lib/format';
import { useMay } from '../../lib/may';
import { useSession, useToday } from '../../lib/session';
import { useToasts } from '../../lib/toasts';
import { DataTable } from '../../ui/data-table';
import { EmptyState } from '../../ui/empty-state';
import { Mark, type MarkTone } from '../../ui/mark';
import { RecordDrawer, textOf } from '../settings/record-drawer';
import { ROLE_OPTIONS } from './role-fields';

const STANDINGS: Readonly<Record<DelegationRow['standing'], { label: string; tone: MarkTone }>> = {
  coming: { label: '尚未开始', tone: 'plain' },
  running: { label: '正在代理', tone: 'good' },
  over: { label: '已到期', tone: 'plain' },
  ended: { label: '提前结束', tone: 'plain' },
  void: { label: '委托人已无此角色', tone: 'warn' },
};

/** 委托: one person's role lent to another, e.g. during leave. */
export function DelegationsSection() {
  const today = useToday();
  const toasts = useToasts();
  const me = useSession().status.account?.id ?? 0;
  const mayManage = useMay('account.manage');
  const { data: names = [] } = useChannelQuery('accounts.names', {});
  const { data = [], isPending } = useChannelQuery('delegations.list', {});
  const add = useChannelCommand('delegations.add');
  const end = useChannelCommand('delegations.end');
  const [isOpen, setOpen] = useState(false);
  const people = names.map(({ id, displayName }) => ({ value: String(id), label: displayName }));
  const fieldsOf = (values: FieldValues): readonly Field[] => [
    {
      name: 'giverId',
      label: '委托人',
      kind: 'select',
      isRequired: true,
      options: mayManage ? people : people.filter(({ value }) => value === String(me)),
    },
    { name: 'role', label: '委托的角色', kind: 'select', isRequired: true, options: ROLE_OPTIONS },
    {
      name: 'receiverId',
      label: '受托人',
      kind: 'select',
      isRequired: true,
      options: people.filter(({ value }) => value !== values.giverId),
      help: '委托“经办人”角色的，受托人可以办理委托人名下的案件，也可以查看其反映人信息。',
    },
    { name: 'fromOn', label: '自', kind: 'date', isRequired: true },
    { name: 'toOn', label: '至（含当日）', kind: 'date', isRequired: true },
    {
      name: 'reason',
      label: '事由',
      kind: 'text',
      isRequired: true,
      maxLength: 100,
      help: '如 休假、出差。',
    },
  ];
  const finish = async (row: DelegationRow) => {
    const result = await end.run({ id: row.id });
    if (!result.ok) toasts.refused(result.error);
  };
  const button = { label: '登记委托', onClick: () => setOpen(true) };
  return (
    <>
      <p className="settings-intro">
        休假、出差期间，可以把自己的角色委托给同事，到期自动收回。期间所办事项记在受托人名下。
      </p>
      <DataTable
        label="委托列表"
        rows={data}
        rowKey={(row) => row.id}
        empty={
          isPending ? (
            ' '
          ) : (
            <EmptyState title="还没有委托" detail="休假前登记，同事即可代为办理。" action={button} />
          )
        }
        columns={[
          { key: 'giver', title: '委托人', width: 90, render: (row) => row.giverName },
          { key: 'role', title: '角色', width: 90, render: (row) => ROLE_LABELS[row.role] },
          { key: 'receiver', title: '受托人', width: 90, render: (row) => row.receiverName },
          { key: 'from', title: '自', width: 130, spareBelow: 1100, render: (row) => longDate(row.fromOn) },
          { key: 'to', title: '至（含当日）', width: 130, render: (row) => longDate(row.toOn) },
          { key: 'reason', title: '事由', isEllipsis: true, spareBelow: 1100, render: (row) => row.reason },
          {
            key: 'standing',
            title: '状态',
            width: 140,
            render: (row) => <Mark tone={STANDINGS[row.standing].tone}>{STANDINGS[row.standing].label}</Mark>,
          },
          {
            key: 'end',
            title: '操作',
            width: 100,
            render: (row) =>
              (row.standing === 'running' || row.standing === 'coming') &&
              (mayManage || row.giverId === me) ? (
                <Popconfirm title="提前结束这项委托？" okText="结束" onConfirm={() => void finish(row)}>
                  <Button size="small">提前结束</Button>
                </Popconfirm>
              ) : null,
          },
        ]}
      />
      {data.length > 0 ? <Button onClick={button.onClick}>{button.label}</Button> : null}
      {isOpen ? (
        <RecordDrawer
          title="登记委托"
          draftKey="delegation:new"
          fields={fieldsOf}
          initial={{
            giverId: String(me),
            role: null,
            receiverId: null,
            fromOn: today,
            toOn: null,
            reason: '',
          }}
          onSave={(values) => {
            const role = values.role;
            return add.run({
              giverId: Number(textOf(values, 'giverId')),
              receiverId: Number(textOf(values, 'receiverId')),
              role: isRole(role) ? role : 'reader',
              fromOn: textOf(values, 'fromOn'),
              toOn: textOf(values, 'toOn'),
              reason: textOf(values, 'reason'),
            });
          }}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  );
}
