import { EmptyState } from '@renderer/ui/empty-state';
import type { SupervisionCase } from '@shared/contract/supervision';
import { Alert, Space, Table } from 'antd';
import { useViolationCatalogue } from '../api';

type Row = SupervisionCase['violations'][number];

/** 证据材料: the evidence named for each violation, and what is usual and still missing. */
export function EvidenceTab({ caseFile }: { readonly caseFile: SupervisionCase }) {
  const catalogue = useViolationCatalogue();
  const missingOf = (row: Row) =>
    (catalogue.data?.find((entry) => entry.code === row.code)?.evidence ?? []).filter(
      (kind) => !row.evidence.includes(kind),
    );
  if (caseFile.violations.length === 0) {
    return (
      <EmptyState
        title="还没有证据目录"
        detail="在“调查”中添加涉嫌违法事项并填写证据后，这里按事项列出证据。"
      />
    );
  }
  return (
    <Space orientation="vertical" size={12} className="sup-fill">
      <Alert
        type="info"
        showIcon
        title="本版本登记证据名称和编号，原件、照片和扫描件请存入纸质卷宗。电子附件在后续版本提供。"
      />
      <Table<Row>
        size="small"
        rowKey="id"
        pagination={false}
        dataSource={caseFile.violations}
        columns={[
          { title: '事项', width: 240, dataIndex: 'name' },
          {
            title: '已登记证据',
            render: (_, row) => row.evidence || <span className="sup-danger">未填写</span>,
          },
          {
            title: '通常还需要',
            render: (_, row) => <span className="sup-muted">{missingOf(row).join('、') || '—'}</span>,
          },
        ]}
      />
    </Space>
  );
}
