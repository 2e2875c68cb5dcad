import { Alert, Spin } from 'antd';
import { useState } from 'react';
import { useChannelQuery } from '../../lib/channel-hooks';
import { DataTable } from '../../ui/data-table';
import { EmptyState } from '../../ui/empty-state';

const FIRST_LIMIT = 50;
const NARROWEST = 88;
const A_CHARACTER = 15;

/** One ledger of one year, as it is exported. */
export function LedgerTable({ ledger, year }: { readonly ledger: string; readonly year: number }) {
  const [place, setPlace] = useState({ offset: 0, limit: FIRST_LIMIT });
  const { data, error, isFetching } = useChannelQuery(
    'statistics.ledger',
    { ledger, year, ...place },
    { keepPrevious: true },
  );
  if (error) return <Alert type="error" showIcon title={error.message} />;
  if (!data) return <Spin delay={300} />;
  const rows = data.rows.map((cells, index) => ({ index: place.offset + index, cells }));
  return (
    <div className="wide-table">
      <DataTable
        label="台账"
        rows={rows}
        rowKey={(row) => row.index}
        isLoading={isFetching}
        isWide
        columns={data.columns.map((column) => ({
          key: column.key,
          title: column.label,
          width: Math.max(NARROWEST, column.label.length * A_CHARACTER + 24),
          align: column.isNumber ? ('right' as const) : ('left' as const),
          render: (row: (typeof rows)[number]) => {
            const value = row.cells[column.key];
            return typeof value === 'boolean' ? (value ? '是' : '否') : String(value ?? '');
          },
        }))}
        paging={{ ...place, total: data.total, onPage: (offset, limit) => setPlace({ offset, limit }) }}
        empty={
          <EmptyState
            title={`${year}年这本台账还没有记录`}
            detail="办理案件、制发文书后，台账会自动生成，不需要另外登记。"
          />
        }
      />
    </div>
  );
}
