import { EvidencePanel } from '@renderer/case-kit/evidence-panel/evidence-panel';
import type { SupervisionCase } from '@shared/contract/supervision';
import { Space, Table } from 'antd';
import { useViolationCatalogue } from '../api';

type Row = SupervisionCase['violations'][number];

/** 证据材料: the files of the case, and what is named and still missing for each violation. */
export function EvidenceTab({ caseFile }: { readonly caseFile: SupervisionCase }) {
  return (
    <Space orientation="vertical" size={20} className="sup-fill">
      <EvidencePanel caseId={caseFile.id} isReadOnly={caseFile.isReadOnly} />
      {caseFile.violations.length > 0 ? <NamedEvidence caseFile={caseFile} /> : null}
    </Space>
  );
}

function NamedEvidence({ caseFile }: { readonly caseFile: SupervisionCase }) {
  const catalogue = useViolationCatalogue();
  const missingOf = (row: Row) =>
    (catalogue.data?.find((entry) => entry.code === row.code)?.evidence ?? []).filter(
      (kind) => !row.evidence.includes(kind),
    );
  return (
    <section aria-label="各事项的证据">
      <h3>各事项的证据</h3>
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
    </section>
  );
}
