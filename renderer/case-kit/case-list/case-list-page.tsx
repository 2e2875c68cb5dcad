import { PlusOutlined } from '@ant-design/icons';
import { CASE_VIEWS, type CaseFilter, type CaseRow } from '@shared/contract/cases';
import type { Option } from '@shared/domain/kernel/field';
import { Alert, Button, Tabs } from 'antd';
import { type ReactNode, useMemo } from 'react';
import { useNavigate } from 'react-router';
import { useChannelCommand, useChannelQuery } from '../../lib/channel-hooks';
import { useListPlace } from '../../lib/list-place';
import { useMay } from '../../lib/may';
import { useToday } from '../../lib/session';
import { useNewShortcut } from '../../lib/shortcuts';
import { useToasts } from '../../lib/toasts';
import { useUrlState } from '../../lib/url-state';
import { ColumnChooser, useColumnChoice } from '../../ui/column-chooser';
import { type Column, DataTable } from '../../ui/data-table';
import { EmptyState } from '../../ui/empty-state';
import { PageHeader } from '../../ui/page-header';
import { caseColumns } from './case-columns';
import { CaseFilters } from './case-filters';
import {
  CASE_LIST_DEFAULTS,
  type CaseListState,
  toCaseFilter,
  toCaseListInput,
  VIEW_LABELS,
} from './case-list-state';
import { SavedViews } from './saved-views';

type CaseListPageProps = {
  readonly module: CaseFilter['module'];
  readonly title: string;
  /** What the page is for, shown while it is empty. */
  readonly emptyTitle: string;
  readonly emptyDetail: string;
  /** 登记线索, 新建申请 … */
  readonly newLabel: string;
  readonly newPath: string;
  readonly casePath: (caseId: number) => string;
  /** States the list can be narrowed to. */
  readonly stateOptions?: readonly Option[];
  readonly hasViolations?: boolean;
  /** Further columns, before 经办人. */
  readonly extraColumns?: readonly Column<CaseRow>[];
  /** Further buttons beside 新建. */
  readonly actions?: ReactNode;
};

const NO_OPTIONS: readonly Option[] = [];
const NO_COLUMNS: readonly Column<CaseRow>[] = [];

/** The list page of every case module: views, filters, table, 新建, 导出. Its state stands in the address. */
export function CaseListPage(props: CaseListPageProps) {
  const { module, newLabel, newPath, extraColumns = NO_COLUMNS, stateOptions = NO_OPTIONS } = props;
  const navigate = useNavigate();
  const today = useToday();
  const toasts = useToasts();
  const mayWrite = useMay('case.write');
  const [state, setState] = useUrlState<CaseListState>(CASE_LIST_DEFAULTS);
  const input = toCaseListInput(module, state, state.text);
  const list = useChannelQuery('cases.list', input, { keepPrevious: true });
  const counts = useChannelQuery('cases.counts', { module });
  const exportList = useChannelCommand('cases.export');
  const restore = useChannelCommand('cases.restore');
  const place = useListPlace(list.data !== undefined);
  useNewShortcut(() => void navigate(newPath), mayWrite);

  const columns = useMemo(() => {
    const all = caseColumns(today);
    const at = all.findIndex(({ key }) => key === 'handler');
    return [...all.slice(0, at), ...extraColumns, ...all.slice(at)];
  }, [today, extraColumns]);
  const { shown, hidden, choose } = useColumnChoice(`cases.${module}`, columns);
  const isTrash = input.view === 'trash';
  const tableColumns = isTrash ? [...shown, restoreColumn((row) => void putBack(row))] : shown;

  const putBack = async (row: CaseRow) => {
    const result = await restore.run({ id: row.id });
    if (result.ok) toasts.done(`${row.caseNo || row.title} 已恢复`);
    else toasts.refused(result.error);
  };
  const exportRows = async () => {
    const result = await exportList.run(toCaseFilter(module, state, state.text));
    if (!result.ok) toasts.refused(result.error);
    else if (result.value) toasts.wrote(`已导出 ${result.value.count} 条`, result.value.path);
  };
  const isBare = (counts.data?.all ?? 1) === 0 && !isTrash;

  return (
    <>
      <PageHeader
        title={props.title}
        actions={
          <>
            {props.actions}
            <SavedViews list={`cases.${module}`} />
            <ColumnChooser columns={columns} hidden={hidden} onChange={choose} />
            <Button loading={exportList.isRunning} onClick={() => void exportRows()}>
              导出
            </Button>
            {mayWrite ? (
              <Button
                type="primary"
                icon={<PlusOutlined />}
                title="Ctrl+N"
                onClick={() => void navigate(newPath)}
              >
                {newLabel}
              </Button>
            ) : null}
          </>
        }
      />
      <Tabs
        activeKey={input.view}
        onChange={(view) => setState({ view, offset: '0' })}
        items={CASE_VIEWS.map((view) => ({ key: view, label: viewLabel(view, counts.data?.[view]) }))}
      />
      <CaseFilters
        state={state}
        onChange={setState}
        stateOptions={stateOptions}
        hasViolations={props.hasViolations ?? false}
      />
      {list.error ? <Alert type="error" showIcon title={list.error.message} /> : null}
      <DataTable
        label={`${props.title}列表`}
        rows={list.data?.rows ?? []}
        rowKey={(row) => row.id}
        columns={tableColumns}
        isLoading={list.isFetching}
        place={place}
        onOpen={(row) => void navigate(props.casePath(row.id))}
        sorting={{ by: input.sort, isDescending: input.isDescending }}
        onSort={({ by, isDescending }) =>
          setState({ sort: by, order: isDescending ? 'desc' : 'asc', offset: '0' })
        }
        paging={{
          total: list.data?.total ?? 0,
          isTotalCapped: list.data?.isTotalCapped,
          offset: input.offset,
          limit: input.limit,
          onPage: (offset, limit) => setState({ offset: String(offset), limit: String(limit) }),
        }}
        empty={
          list.isPending ? (
            ' '
          ) : isBare ? (
            <EmptyState
              title={props.emptyTitle}
              detail={props.emptyDetail}
              action={mayWrite ? { label: newLabel, onClick: () => void navigate(newPath) } : undefined}
            />
          ) : (
            <EmptyState title="没有符合条件的案件" detail="请换一个标签，或清除筛选条件。" />
          )
        }
      />
    </>
  );
}

const viewLabel = (view: (typeof CASE_VIEWS)[number], count: number | undefined) =>
  count === undefined ? VIEW_LABELS[view] : `${VIEW_LABELS[view]} ${count}`;

const restoreColumn = (putBack: (row: CaseRow) => void): Column<CaseRow> => ({
  key: 'restore',
  title: '操作',
  width: 80,
  render: (row) => (
    <Button size="small" onClick={() => putBack(row)}>
      恢复
    </Button>
  ),
});
