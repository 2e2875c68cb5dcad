import type { LeaderRow } from '@shared/contract/settings';
import type { Field, FieldValues } from '@shared/domain/kernel/field';
import { Button, Popconfirm } from 'antd';
import { useMemo, useState } from 'react';
import { useMay } from '../../app/may';
import { useChannelCommand, useChannelQuery } from '../../lib/channel-hooks';
import { longDate } from '../../lib/format';
import { useToday } from '../../lib/session';
import { useToasts } from '../../lib/toasts';
import { DataTable } from '../../ui/data-table';
import { EmptyState } from '../../ui/empty-state';
import { pickOptions } from '../employers/employer-fields';
import { RecordDrawer, textOf } from './record-drawer';

/** Who may sign: chair and vice-chairs with their terms. */
export function LeadersSection() {
  const today = useToday();
  const toasts = useToasts();
  const mayWrite = useMay('settings.write');
  const catalogue = useChannelQuery('catalogue.options', {}, { staleTime: 60_000 });
  const { data = [], isPending } = useChannelQuery('leaders.list', {});
  const save = useChannelCommand('leaders.save');
  const remove = useChannelCommand('leaders.remove');
  const [open, setOpen] = useState<LeaderRow | 'new' | null>(null);
  const posts = pickOptions(catalogue.data, 'leader-posts');
  const fields = useMemo<readonly Field[]>(
    () => [
      { name: 'name', label: '姓名', kind: 'text', isRequired: true, maxLength: 30 },
      posts.length > 0
        ? { name: 'post', label: '职务', kind: 'select', isRequired: true, options: posts }
        : { name: 'post', label: '职务', kind: 'text', isRequired: true, maxLength: 40 },
      { name: 'validFrom', label: '任职自', kind: 'date', isRequired: true },
      { name: 'validTo', label: '任职至', kind: 'date', help: '仍在任的不填。' },
    ],
    [posts],
  );
  const record = open === 'new' ? null : open;
  const submit = (values: FieldValues) =>
    save.run({
      id: record?.id ?? null,
      name: textOf(values, 'name'),
      post: textOf(values, 'post'),
      validFrom: textOf(values, 'validFrom'),
      validTo: textOf(values, 'validTo') || null,
    });
  const discard = async (row: LeaderRow) => {
    const result = await remove.run({ id: row.id });
    if (!result.ok) toasts.refused(result.error);
  };
  const add = { label: '登记签发人', onClick: () => setOpen('new') };
  return (
    <>
      <p className="settings-intro">
        意见书、建议书须由主席或副主席签发。离任的请填写“任职至”，以前签发的文书不受影响。
      </p>
      <DataTable
        label="签发人列表"
        rows={data}
        rowKey={(row) => row.id}
        onOpen={mayWrite ? setOpen : undefined}
        empty={
          isPending ? (
            ' '
          ) : (
            <EmptyState
              title="还没有登记签发人"
              detail="登记后才能签发文书。"
              action={mayWrite ? add : undefined}
            />
          )
        }
        columns={[
          { key: 'name', title: '姓名', width: 120, render: (row) => row.name },
          { key: 'post', title: '职务', render: (row) => row.postLabel },
          { key: 'from', title: '任职自', width: 150, render: (row) => longDate(row.validFrom) },
          { key: 'to', title: '任职至', width: 150, render: (row) => longDate(row.validTo) || '在任' },
          ...(mayWrite
            ? [
                {
                  key: 'remove',
                  title: '操作',
                  width: 80,
                  render: (row: LeaderRow) => (
                    <Popconfirm title="删除这位签发人？" okText="删除" onConfirm={() => void discard(row)}>
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
          title={record ? '修改签发人' : '登记签发人'}
          draftKey={`leader:${record?.id ?? 'new'}`}
          fields={fields}
          initial={
            record
              ? { name: record.name, post: record.post, validFrom: record.validFrom, validTo: record.validTo }
              : { name: '', post: null, validFrom: today, validTo: null }
          }
          onSave={submit}
          onClose={() => setOpen(null)}
        />
      ) : null}
    </>
  );
}
