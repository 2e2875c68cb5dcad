import { Table, type TableColumnsType } from 'antd';
import type { Key, KeyboardEvent, ReactNode } from 'react';
import type { ListPlace } from '../lib/list-place';
import { useWindowWidth } from '../lib/use-window-width';

export type Column<Row> = {
  readonly key: string;
  readonly title: string;
  readonly render: (row: Row) => ReactNode;
  readonly width?: number;
  /** Left out while the window is narrower than this many pixels, so that the rest stays readable. */
  readonly spareBelow?: number;
  /** Name the service sorts by. */
  readonly sort?: string;
  readonly align?: 'left' | 'right' | 'center';
  /** Long text ends with … instead of breaking the row height. */
  readonly isEllipsis?: boolean;
};

export type Sorting = { readonly by: string; readonly isDescending: boolean };

type DataTableProps<Row> = {
  /** What the table lists, for screen readers: 案件列表. */
  readonly label: string;
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => Key;
  readonly columns: readonly Column<Row>[];
  readonly isLoading?: boolean;
  readonly onOpen?: (row: Row) => void;
  /** Finds the row again that was opened last. */
  readonly place?: ListPlace;
  readonly sorting?: Sorting;
  readonly onSort?: (sorting: Sorting) => void;
  readonly paging?: {
    readonly total: number;
    readonly isTotalCapped?: boolean;
    readonly offset: number;
    readonly limit: number;
    readonly onPage: (offset: number, limit: number) => void;
  };
  readonly empty?: ReactNode;
  /** More columns than fit, e.g. a ledger: scrolls both ways in its own box, head and scroll bar stay in sight. */
  readonly isWide?: boolean;
};

/** What stands above and below a wide table, with the window's frame. */
const WIDE_BOX = { x: 'max-content', y: 'max(240px, calc(100vh - var(--band) - 372px))' } as const;

/** Rows of 36 px, paged and sorted by the service; a row opens on a click or on Enter. */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const { label, rows, rowKey, columns, isLoading, onOpen, sorting, onSort, paging, empty, isWide, place } =
    props;
  const windowWidth = useWindowWidth();
  const fitting = columns.filter((column) => windowWidth >= (column.spareBelow ?? 0));
  const tableColumns: TableColumnsType<Row> = fitting.map((column) => ({
    key: column.key,
    title: column.title,
    width: column.width,
    align: column.align,
    ellipsis: column.isEllipsis,
    render: (_: unknown, row: Row) => column.render(row),
    ...(column.sort
      ? {
          sorter: true,
          // Round and round: without the last one antd would take the order away and name no column.
          sortDirections: ['descend', 'ascend', 'descend'] as const,
          sortOrder: sorting?.by === column.sort ? (sorting.isDescending ? 'descend' : 'ascend') : null,
          showSorterTooltip: false,
        }
      : {}),
  }));
  return (
    <Table<Row>
      aria-label={label}
      size="small"
      {...(isWide && rows.length > 0 ? { scroll: WIDE_BOX } : {})}
      rowKey={rowKey}
      dataSource={rows as Row[]}
      columns={tableColumns}
      loading={isLoading ? { delay: 200 } : false}
      locale={{ emptyText: empty ?? '没有记录' }}
      pagination={
        paging && paging.total > 0
          ? {
              current: Math.floor(paging.offset / paging.limit) + 1,
              pageSize: paging.limit,
              total: paging.total,
              showSizeChanger: true,
              pageSizeOptions: [20, 50, 100, 200],
              showTotal: (total) =>
                `共 ${total.toLocaleString('zh-CN')}${paging.isTotalCapped ? ' 以上' : ''} 条`,
              size: 'small',
            }
          : false
      }
      onChange={(page, _filters, sorter, { action }) => {
        if (action === 'paginate' && paging) {
          const limit = page.pageSize ?? paging.limit;
          paging.onPage(limit === paging.limit ? ((page.current ?? 1) - 1) * limit : 0, limit);
        }
        if (action === 'sort' && onSort && !Array.isArray(sorter)) {
          const by = columns.find(({ key }) => key === sorter.columnKey)?.sort;
          if (by) onSort({ by, isDescending: sorting?.by === by ? !sorting.isDescending : true });
        }
      }}
      onRow={(row) => {
        if (!onOpen) return {};
        const key = rowKey(row);
        const open = () => {
          place?.keep(key);
          onOpen(row);
        };
        return {
          className: 'open-row',
          'aria-current': place?.opened === String(key) || undefined,
          tabIndex: 0,
          onClick: (event) => {
            if (!isOnControl(event.target)) open();
          },
          onKeyDown: (event) => rowKeys(event, open),
        };
      }}
    />
  );
}

/** Enter opens, the arrows go from row to row. */
function rowKeys(event: KeyboardEvent<HTMLElement>, open: () => void): void {
  if (event.target !== event.currentTarget) return;
  const row = event.currentTarget;
  if (event.key === 'Enter') open();
  else if (event.key === 'ArrowDown') (row.nextElementSibling as HTMLElement | null)?.focus();
  else if (event.key === 'ArrowUp') (row.previousElementSibling as HTMLElement | null)?.focus();
  else return;
  event.preventDefault();
}

const isOnControl = (target: EventTarget) =>
  target instanceof Element && target.closest('button,a,input') !== null;
