import { readableDemand } from '@renderer/lib/demand-marks';
import { longDate, yuan } from '@renderer/lib/format';
import { useToasts } from '@renderer/lib/toasts';
import type { SupervisionCase, ViolationItem } from '@shared/contract/supervision';
import { App, Button, Card, Empty, Space, Table, Tag } from 'antd';
import { useState } from 'react';
import { useViolationRemove } from '../api';
import { FINDING_LABELS, RECTIFIED_LABELS } from './labels';
import { ViolationDrawer } from './violation-drawer';
import { ViolationPicker } from './violation-picker';

type Editing = { readonly code: string; readonly name: string; readonly item: ViolationItem | null };

/** 涉嫌违法事项 of the case: fact, people, amount, basis, demand, finding and what became of it. */
export function ViolationsPanel({ caseFile }: { readonly caseFile: SupervisionCase }) {
  const { id: caseId, revision, violations, isReadOnly } = caseFile;
  const [editing, setEditing] = useState<Editing | null>(null);
  const remove = useViolationRemove();
  const toasts = useToasts();
  const { modal } = App.useApp();

  const askToRemove = (item: ViolationItem) =>
    void modal.confirm({
      title: `删除事项“${item.name}”？`,
      content: '已写入文书的内容不受影响。',
      okText: '删除',
      cancelText: '保留',
      okButtonProps: { danger: true },
      onOk: async () => {
        const result = await remove.run({ caseId, revision, id: item.id });
        if (!result.ok) toasts.refused(result.error);
      },
    });

  return (
    <Card size="small" title="涉嫌违法事项" className="sup-card">
      <Table<ViolationItem>
        size="small"
        rowKey="id"
        pagination={false}
        dataSource={violations}
        locale={{
          emptyText: (
            <Empty
              image={Empty.PRESENTED_IMAGE_SIMPLE}
              description="还没有事项。请从下方添加违法类型，再填写事实、人数和证据。"
            />
          ),
        }}
        columns={[
          {
            title: '事项与事实',
            render: (_, row) => (
              <>
                <strong>{row.name}</strong>
                <div className="sup-clamp">{row.fact || <span className="sup-danger">未填写事实</span>}</div>
                <div className="sup-muted sup-clamp" title={row.citation}>
                  {row.citation}
                </div>
              </>
            ),
          },
          { title: '人数', width: 70, align: 'right', render: (_, row) => row.workerCount ?? '—' },
          {
            title: '金额（元）',
            width: 110,
            align: 'right',
            render: (_, row) => (row.amountFen === null ? '—' : yuan(row.amountFen)),
          },
          {
            title: '证据',
            width: 150,
            render: (_, row) => row.evidence || <span className="sup-danger">未填写</span>,
          },
          {
            title: '整改要求',
            width: 190,
            render: (_, row) => (
              <>
                <div className="sup-clamp">{readableDemand(row.demand) || '—'}</div>
                {row.demandDueOn && <div className="sup-muted">{longDate(row.demandDueOn)}前</div>}
              </>
            ),
          },
          { title: '认定', width: 84, render: (_, row) => <Tag>{FINDING_LABELS[row.finding]}</Tag> },
          { title: '整改', width: 84, render: (_, row) => <Tag>{RECTIFIED_LABELS[row.rectified]}</Tag> },
          ...(isReadOnly
            ? []
            : [
                {
                  title: '操作',
                  width: 108,
                  render: (_: unknown, row: ViolationItem) => (
                    <Space size={0}>
                      <Button
                        size="small"
                        type="link"
                        aria-label={`修改事项：${row.name}`}
                        onClick={() => setEditing({ code: row.code, name: row.name, item: row })}
                      >
                        修改
                      </Button>
                      <Button
                        size="small"
                        type="link"
                        aria-label={`删除事项：${row.name}`}
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
      {!isReadOnly && (
        <div className="sup-gap">
          <ViolationPicker
            usedCodes={violations.map((item) => item.code)}
            onPick={({ code, name }) => setEditing({ code, name, item: null })}
          />
        </div>
      )}
      {editing && (
        <ViolationDrawer
          key={editing.item?.id ?? editing.code}
          caseId={caseId}
          revision={revision}
          {...editing}
          onClose={() => setEditing(null)}
        />
      )}
    </Card>
  );
}
