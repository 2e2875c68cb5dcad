import { PlusOutlined } from '@ant-design/icons';
import type { EmployerRow } from '@shared/contract/employers';
import { Button, Checkbox, Input, Select } from 'antd';
import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { useChannelCommand, useChannelQuery } from '../../lib/channel-hooks';
import { dateTime } from '../../lib/format';
import { useListPlace } from '../../lib/list-place';
import { useMay } from '../../lib/may';
import { useNewShortcut } from '../../lib/shortcuts';
import { useToasts } from '../../lib/toasts';
import { useUrlState } from '../../lib/url-state';
import { useTypedText } from '../../lib/use-typed-text';
import { type Column, DataTable } from '../../ui/data-table';
import { EmptyState } from '../../ui/empty-state';
import { PageHeader } from '../../ui/page-header';
import { pickOptions } from './employer-fields';

const DEFAULTS = {
  text: '',
  town: '',
  industry: '',
  sort: 'name',
  order: 'asc',
  offset: '0',
  limit: '50',
  trash: '',
} as const satisfies Record<string, string>;

const SORTS = ['name', 'town', 'headcount', 'updatedAt'] as const;

/** 单位: the register of employers. */
export function EmployerListPage() {
  const navigate = useNavigate();
  const toasts = useToasts();
  const mayWrite = useMay('party.write');
  const [state, setState] = useUrlState<Record<keyof typeof DEFAULTS, string>>(DEFAULTS);
  const [typed, setTyped] = useTypedText(state.text, (text) => setState({ text, offset: '0' }));
  const towns = useChannelQuery('employers.towns', {}, { staleTime: 60_000 });
  const catalogue = useChannelQuery('catalogue.options', {}, { staleTime: 60_000 });
  const industries = pickOptions(catalogue.data, 'industries');
  const isDeleted = state.trash === '1';
  const sort = SORTS.find((name) => name === state.sort) ?? 'name';
  const offset = Number(state.offset) || 0;
  const limit = Math.min(Number(state.limit) || 50, 200);
  const isDescending = state.order === 'desc';
  const filter = { text: state.text, town: state.town, industry: state.industry };
  const list = useChannelQuery(
    'employers.list',
    { ...filter, sort, isDescending, isDeleted, offset, limit },
    { keepPrevious: true },
  );
  const exportList = useChannelCommand('employers.export');
  const restore = useChannelCommand('employers.restore');
  const place = useListPlace(list.data !== undefined);
  useNewShortcut(() => void navigate('/employers/new'), mayWrite);

  const columns = useMemo<readonly Column<EmployerRow>[]>(() => {
    const base: readonly Column<EmployerRow>[] = [
      {
        key: 'name',
        title: '单位名称',
        width: 260,
        sort: 'name',
        isEllipsis: true,
        render: (row) => <span title={row.name}>{row.name}</span>,
      },
      {
        key: 'uscc',
        title: '统一社会信用代码',
        width: 176,
        render: (row) => <span className="number">{row.uscc}</span>,
      },
      {
        key: 'town',
        title: '乡镇（街道）',
        width: 120,
        sort: 'town',
        isEllipsis: true,
        render: (row) => row.town,
      },
      {
        key: 'legal',
        title: '法定代表人',
        width: 100,
        isEllipsis: true,
        spareBelow: 1200,
        render: (row) => row.legalRepresentative,
      },
      {
        key: 'phone',
        title: '联系电话',
        width: 126,
        isEllipsis: true,
        spareBelow: 1000,
        render: (row) => row.contactPhone,
      },
      {
        key: 'headcount',
        title: '职工人数',
        width: 100,
        sort: 'headcount',
        align: 'right',
        render: (row) => row.headcount,
      },
      { key: 'cases', title: '案件', width: 56, align: 'right', render: (row) => row.caseCount || '' },
      {
        key: 'updated',
        title: '更新',
        width: 140,
        sort: 'updatedAt',
        spareBelow: 1200,
        render: (row) => dateTime(row.updatedAt),
      },
    ];
    if (!isDeleted) return base;
    const putBack = async (row: EmployerRow) => {
      const result = await restore.run({ id: row.id });
      if (result.ok) toasts.done(`${row.name} 已恢复`);
      else toasts.refused(result.error);
    };
    return [
      ...base,
      {
        key: 'restore',
        title: '操作',
        width: 80,
        render: (row) => (
          <Button size="small" onClick={() => void putBack(row)}>
            恢复
          </Button>
        ),
      },
    ];
  }, [isDeleted, restore.run, toasts]);

  const exportRows = async () => {
    const result = await exportList.run(filter);
    if (!result.ok) toasts.refused(result.error);
    else if (result.value) toasts.wrote(`已导出 ${result.value.count} 家`, result.value.path);
  };
  const isBare = list.data?.total === 0 && !state.text && !state.town && !state.industry && !isDeleted;

  return (
    <>
      <PageHeader
        title="单位"
        actions={
          <>
            <Button loading={exportList.isRunning} onClick={() => void exportRows()}>
              导出
            </Button>
            {mayWrite ? (
              <Button onClick={() => void navigate('/employers/import')}>从 Excel 导入</Button>
            ) : null}
            {mayWrite ? (
              <Button
                type="primary"
                icon={<PlusOutlined />}
                title="Ctrl+N"
                onClick={() => void navigate('/employers/new')}
              >
                登记单位
              </Button>
            ) : null}
          </>
        }
      />
      <search className="filter-row">
        <Input
          className="filter-text"
          allowClear
          aria-label="查找单位"
          placeholder="名称、拼音首字母、信用代码"
          value={typed}
          maxLength={200}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Select
          aria-label="乡镇（街道）"
          placeholder="乡镇（街道）"
          allowClear
          showSearch
          value={state.town || null}
          options={(towns.data ?? []).map((town) => ({ value: town, label: town }))}
          onChange={(town: string | undefined) => setState({ town: town ?? '', offset: '0' })}
        />
        {industries.length > 0 ? (
          <Select
            aria-label="行业"
            placeholder="行业"
            allowClear
            popupMatchSelectWidth={280}
            showSearch={{ optionFilterProp: 'label' }}
            value={state.industry || null}
            options={[...industries]}
            onChange={(industry: string | undefined) => setState({ industry: industry ?? '', offset: '0' })}
          />
        ) : null}
        <Checkbox
          className="filter-flag"
          checked={isDeleted}
          onChange={({ target }) => setState({ trash: target.checked ? '1' : '', offset: '0' })}
        >
          回收站
        </Checkbox>
      </search>
      <DataTable
        label="单位列表"
        rows={list.data?.rows ?? []}
        rowKey={(row) => row.id}
        columns={columns}
        isLoading={list.isFetching}
        place={place}
        onOpen={(row) => void navigate(`/employers/${row.id}`)}
        sorting={{ by: sort, isDescending }}
        onSort={(next) => setState({ sort: next.by, order: next.isDescending ? 'desc' : 'asc', offset: '0' })}
        paging={{
          total: list.data?.total ?? 0,
          isTotalCapped: list.data?.isTotalCapped,
          offset,
          limit,
          onPage: (nextOffset, nextLimit) =>
            setState({ offset: String(nextOffset), limit: String(nextLimit) }),
        }}
        empty={
          list.isPending ? (
            ' '
          ) : isBare ? (
            <EmptyState
              title="这里登记辖区内的用人单位"
              detail="每家单位登记一次，以后办案、发函直接选用，并能看到它的全部案件和文书。手里有名册的，可以从 Excel 一次导入。"
              action={
                mayWrite
                  ? { label: '从 Excel 导入', onClick: () => void navigate('/employers/import') }
                  : undefined
              }
            />
          ) : (
            <EmptyState
              title={isDeleted ? '回收站是空的' : '没有符合条件的单位'}
              detail="请换一个名称，或清除筛选条件。"
            />
          )
        }
      />
    </>
  );
}
