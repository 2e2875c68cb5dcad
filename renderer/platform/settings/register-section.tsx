import type { Result } from '@shared/contract/result';
import type { Field, FieldValues } from '@shared/domain/kernel/field';
import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { useMay } from '../../lib/may';
import { useToasts } from '../../lib/toasts';
import { type Column, DataTable } from '../../ui/data-table';
import { EmptyState } from '../../ui/empty-state';
import { RecordDrawer } from './record-drawer';

type RegisterSectionProps<Row> = {
  /** What one entry is called: 签发人. */
  readonly noun: string;
  readonly intro: string;
  /** null while they are being read. */
  readonly rows: readonly Row[] | null;
  readonly columns: readonly Column<Row>[];
  /** Why the first entry is needed. */
  readonly need: string;
  /** Key of the drafts of this register. */
  readonly draftKey: string;
  readonly fields: readonly Field[];
  /** What the form opens with; null: a new entry. */
  readonly valuesOf: (row: Row | null) => FieldValues;
  readonly onSave: (id: number | null, values: FieldValues) => Promise<Result<unknown>>;
  readonly onRemove: (id: number) => Promise<Result<unknown>>;
};

/** A small register of people: the list, and a drawer for an entry. */
export function RegisterSection<Row extends { readonly id: number }>(props: RegisterSectionProps<Row>) {
  const { noun, intro, rows, columns, need, draftKey, fields, valuesOf, onSave, onRemove } = props;
  const toasts = useToasts();
  const mayWrite = useMay('settings.write');
  const [open, setOpen] = useState<Row | 'new' | null>(null);
  const record = open === 'new' ? null : open;
  const add = { label: `登记${noun}`, onClick: () => setOpen('new') };
  const discard = async (row: Row) => {
    const result = await onRemove(row.id);
    if (!result.ok) toasts.refused(result.error);
  };
  const removal: Column<Row> = {
    key: 'remove',
    title: '操作',
    width: 80,
    render: (row) => (
      <Popconfirm title={`删除这位${noun}？`} okText="删除" onConfirm={() => void discard(row)}>
        <Button size="small">删除</Button>
      </Popconfirm>
    ),
  };
  return (
    <>
      <p className="settings-intro">{intro}</p>
      <div className="settings-register">
        {mayWrite && rows !== null && rows.length > 0 ? (
          <Button className="settings-register-add" onClick={add.onClick}>
            {add.label}
          </Button>
        ) : null}
        <DataTable
          label={`${noun}列表`}
          rows={rows ?? []}
          rowKey={(row) => row.id}
          onOpen={mayWrite ? setOpen : undefined}
          columns={mayWrite ? [...columns, removal] : columns}
          empty={
            rows === null ? (
              ' '
            ) : (
              <EmptyState title={`还没有登记${noun}`} detail={need} action={mayWrite ? add : undefined} />
            )
          }
        />
      </div>
      {open ? (
        <RecordDrawer
          key={record?.id ?? 'new'}
          title={record ? `修改${noun}` : add.label}
          draftKey={`${draftKey}:${record?.id ?? 'new'}`}
          fields={fields}
          initial={valuesOf(record)}
          onSave={(values) => onSave(record?.id ?? null, values)}
          onClose={() => setOpen(null)}
        />
      ) : null}
    </>
  );
}
