import { EmptyState } from '@renderer/ui/empty-state';
import type { SupervisionCase } from '@shared/contract/supervision';
import { Table } from 'antd';
import { Link } from 'react-router';

type Related = SupervisionCase['related'][number];

/** 关联: other cases of the same employer or facts, so that one matter is not handled twice. */
export function RelatedTab({ related }: { readonly related: readonly Related[] }) {
  if (related.length === 0) {
    return (
      <EmptyState
        title="没有关联案件"
        detail="同一用人单位另有线索或者案件、违法类型相同时，会自动列在这里，供判断是否并案。"
      />
    );
  }
  return (
    <Table<Related>
      size="small"
      rowKey="id"
      pagination={false}
      dataSource={[...related]}
      columns={[
        {
          title: '案号',
          width: 220,
          render: (_, row) => <Link to={`/supervision/cases/${row.id}`}>{row.caseNo}</Link>,
        },
        { title: '名称', dataIndex: 'title' },
        { title: '关联原因', dataIndex: 'why' },
      ]}
    />
  );
}
