import { count, yuan } from '@renderer/lib/format';
import { useToasts } from '@renderer/lib/toasts';
import type { SupervisionCase } from '@shared/contract/supervision';
import { App, Button, Card, Empty, Space, Table } from 'antd';
import { useState } from 'react';
import { useResultRemove } from '../api';
import { ResultDialog } from './result-dialog';

type ResultRow = SupervisionCase['results'][number];
type Editing = { readonly row: ResultRow | null };

/** 成效: what was really paid, signed or set up, each with its voucher; promises do not count. */
export function ResultsPanel({ caseFile }: { readonly caseFile: SupervisionCase }) {
  const { id: caseId, revision, results, isReadOnly } = caseFile;
  const [editing, setEditing] = useState<Editing | null>(null);
  const remove = useResultRemove();
  const toasts = useToasts();
  const { modal } = App.useApp();

  const askToRemove = (row: ResultRow) =>
    void modal.confirm({
      title: `删除成效“${row.kindLabel}”？`,
      okText: '删除',
      cancelText: '保留',
      okButtonProps: { danger: true },
      onOk: async () => {
        const result = await remove.run({ caseId, revision, id: row.id });
        if (!result.ok) toasts.refused(result.error);
      },
    });

  return (
    <Card
      size="small"
      title="监督成效"
      className="sup-card"
      extra={!isReadOnly && <Button onClick={() => setEditing({ row: null })}>登记成效</Button>}
    >
      <Table<ResultRow>
        size="small"
        rowKey="id"
        pagination={false}
        dataSource={results}
        locale={{
          emptyText: (
            <Empty
              image={Empty.PRESENTED_IMAGE_SIMPLE}
              description="还没有成效。有凭证的补发工资、补缴社保、补签合同等登记后计入统计，仅承诺未兑现的不登记。"
            />
          ),
        }}
        columns={[
          { title: '成效', dataIndex: 'kindLabel' },
          {
            title: '金额（元）',
            width: 140,
            align: 'right',
            render: (_, row) => (row.amountFen > 0 ? yuan(row.amountFen) : '—'),
          },
          {
            title: '涉及职工',
            width: 100,
            align: 'right',
            render: (_, row) => (row.workerCount > 0 ? `${count(row.workerCount)} 人` : '—'),
          },
          {
            title: '数量',
            width: 80,
            align: 'right',
            render: (_, row) => (row.quantity > 0 ? count(row.quantity) : '—'),
          },
          { title: '凭证', dataIndex: 'evidence' },
          ...(isReadOnly
            ? []
            : [
                {
                  title: '操作',
                  width: 108,
                  render: (_: unknown, row: ResultRow) => (
                    <Space size={0}>
                      <Button
                        size="small"
                        type="link"
                        aria-label={`修改成效：${row.kindLabel}`}
                        onClick={() => setEditing({ row })}
                      >
                        修改
                      </Button>
                      <Button
                        size="small"
                        type="link"
                        aria-label={`删除成效：${row.kindLabel}`}
                        onClick={() => askToRemove(row)}
                      >
                        删除
                      </Button>
                    </Space>
                  ),
                },
              ]),
        ]}
      />
      {editing && (
        <ResultDialog
          key={editing.row?.id ?? 'new'}
          caseId={caseId}
          revision={revision}
          row={editing.row}
          onClose={() => setEditing(null)}
        />
      )}
    </Card>
  );
}
