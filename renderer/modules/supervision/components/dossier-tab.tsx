import type { Output } from '@shared/contract';
import { Alert, Skeleton, Space, Table, Tag } from 'antd';
import { useDossier } from '../api';

type Row = Output<'supervision.dossier'>['rows'][number];

/** 卷内目录 as it stands, with what is still missing before the file can be archived. */
export function DossierTab({ caseId }: { readonly caseId: number }) {
  const dossier = useDossier(caseId);
  if (dossier.isError) return <Alert type="error" showIcon title={dossier.error.message} />;
  if (!dossier.data) return <Skeleton active />;
  const { rows, pageCount, missing } = dossier.data;
  return (
    <Space orientation="vertical" size={12} className="sup-fill">
      {missing.length > 0 ? (
        <Alert
          type="warning"
          showIcon
          title={`归档前还缺 ${missing.length} 项材料`}
          description={
            <ul className="sup-list">
              {missing.map((item) => (
                <li key={item}>{item}</li>
              ))}
            </ul>
          }
        />
      ) : (
        <Alert type="success" showIcon title={`材料齐全：共 ${rows.length} 件，${pageCount} 页`} />
      )}
      <Table<Row>
        size="small"
        rowKey={(row) => `${row.title}${row.documentId ?? ''}`}
        pagination={false}
        dataSource={rows}
        columns={[
          { title: '序号', width: 60, render: (_, __, index) => index + 1 },
          { title: '文号', dataIndex: 'documentNo', width: 190 },
          { title: '责任者', dataIndex: 'author', width: 150 },
          {
            title: '题名',
            render: (_, row) => (
              <>
                {row.title} {row.hasPersonalData && <Tag color="red">含个人信息</Tag>}
              </>
            ),
          },
          { title: '日期', dataIndex: 'date', width: 110 },
          {
            title: '页号',
            width: 80,
            render: (_, row) =>
              row.pageFrom === row.pageTo ? (row.pageFrom ?? '不编页') : `${row.pageFrom}—${row.pageTo}`,
          },
          { title: '备注', dataIndex: 'note' },
        ]}
      />
    </Space>
  );
}
