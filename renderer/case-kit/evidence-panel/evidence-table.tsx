import { shortDate } from '@renderer/lib/format';
import { useToday } from '@renderer/lib/session';
import type { EvidenceRow } from '@shared/contract/evidence';
import { Button, Dropdown, Space, Table, Tag } from 'antd';
import { fileSize } from './file-size';

export type RowAction = 'view' | 'edit' | 'outside' | 'export' | 'up' | 'down' | 'remove';

type EvidenceTableProps = {
  readonly rows: readonly EvidenceRow[];
  readonly mayWrite: boolean;
  readonly mayExport: boolean;
  readonly mayReadRestricted: boolean;
  readonly onAct: (row: EvidenceRow, action: RowAction) => void;
};

/** The pieces in the order they lie in the file. */
export function EvidenceTable(props: EvidenceTableProps) {
  const { rows, mayReadRestricted, onAct } = props;
  const today = useToday();
  const isClosed = (row: EvidenceRow) => row.isRestricted && !mayReadRestricted;
  return (
    <Table<EvidenceRow>
      size="small"
      rowKey="id"
      pagination={false}
      dataSource={rows}
      columns={[
        { title: '证据号', width: 76, render: (_, row) => `证据${row.number}` },
        {
          title: '名称',
          render: (_, row) => (
            <>
              {isClosed(row) ? (
                <span className="quiet">{row.name}</span>
              ) : (
                <button type="button" className="link-button" onClick={() => onAct(row, 'view')}>
                  {row.name}
                </button>
              )}{' '}
              {row.isRestricted ? <Tag color="red">限制查看</Tag> : null}
              <div className="quiet">
                {row.typeLabel}，{fileSize(row.size)}
                {row.note ? `；${row.note}` : ''}
              </div>
            </>
          ),
        },
        { title: '种类', width: 96, dataIndex: 'kindLabel' },
        { title: '提供人（来源）', width: 150, render: (_, row) => row.provider || '—' },
        { title: '取得日期', width: 100, render: (_, row) => shortDate(row.obtainedOn, today) || '—' },
        { title: '页数', width: 84, render: (_, row) => <Pages row={row} /> },
        {
          title: '操作',
          width: 178,
          render: (_, row) =>
            isClosed(row) ? <span className="quiet">无权查看</span> : <Actions {...props} row={row} />,
        },
      ]}
    />
  );
}

function Pages({ row }: { readonly row: EvidenceRow }) {
  if (!row.isPaged) return <span className="quiet">不编页</span>;
  return row.pageCount === null ? <span className="evidence-lacking">未填页数</span> : row.pageCount;
}

function Actions({
  row,
  rows,
  mayWrite,
  mayExport,
  onAct,
}: EvidenceTableProps & { readonly row: EvidenceRow }) {
  const index = rows.findIndex(({ id }) => id === row.id);
  const items = [
    ...(mayExport
      ? [
          { key: 'outside', label: '用其他程序打开' },
          { key: 'export', label: '另存为' },
        ]
      : []),
    ...(mayWrite
      ? [
          { key: 'up', label: '上移', disabled: index === 0 },
          { key: 'down', label: '下移', disabled: index === rows.length - 1 },
          { key: 'remove', label: '移除', danger: true },
        ]
      : []),
  ];
  return (
    <Space size={4}>
      <Button size="small" onClick={() => onAct(row, 'view')}>
        查看
      </Button>
      {mayWrite ? (
        <Button size="small" onClick={() => onAct(row, 'edit')}>
          修改
        </Button>
      ) : null}
      {items.length > 0 ? (
        <Dropdown
          autoFocus
          trigger={['click']}
          menu={{ items, onClick: ({ key }) => onAct(row, key as RowAction) }}
        >
          <Button size="small" aria-label={`证据${row.number}的更多操作`}>
            更多
          </Button>
        </Dropdown>
      ) : null}
    </Space>
  );
}
