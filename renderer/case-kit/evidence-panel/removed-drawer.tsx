import { messageOf } from '@renderer/lib/app-failure';
import { useToasts } from '@renderer/lib/toasts';
import type { EvidenceRow } from '@shared/contract/evidence';
import { Alert, Button, Drawer, Table } from 'antd';
import { useEvidenceRestore, useRemovedEvidence } from './api';

type RemovedDrawerProps = {
  readonly caseId: number;
  readonly mayWrite: boolean;
  readonly onClose: () => void;
};

/** 已移除的材料: what was taken out, why, and the way back. */
export function RemovedDrawer({ caseId, mayWrite, onClose }: RemovedDrawerProps) {
  const query = useRemovedEvidence(caseId);
  const restore = useEvidenceRestore();
  const toasts = useToasts();
  const bringBack = async ({ id, number }: EvidenceRow) => {
    const result = await restore.run({ id });
    if (result.ok) toasts.done(`证据${number}已恢复`);
    else toasts.refused(result.error);
  };
  return (
    <Drawer open size={640} title="已移除的材料" onClose={onClose}>
      {query.isError ? <Alert type="warning" showIcon title={messageOf(query.error)} /> : null}
      <Table<EvidenceRow>
        size="small"
        rowKey="id"
        pagination={false}
        loading={query.isLoading}
        dataSource={query.data ?? []}
        columns={[
          { title: '证据号', width: 80, render: (_, row) => `证据${row.number}` },
          { title: '名称', dataIndex: 'name' },
          { title: '移除理由', render: (_, row) => row.removedReason || '—' },
          {
            title: '操作',
            width: 80,
            render: (_, row) =>
              mayWrite ? (
                <Button size="small" loading={restore.isRunning} onClick={() => void bringBack(row)}>
                  恢复
                </Button>
              ) : null,
          },
        ]}
      />
    </Drawer>
  );
}
