import { useChannelQuery } from '@renderer/lib/channel-hooks';
import { count } from '@renderer/lib/format';
import type { EmployerRow } from '@shared/contract/employers';
import { Alert, Button, Input, Select, Space, Table } from 'antd';
import { useState } from 'react';
import { useCatalogueOptions } from '../api';
import { ChosenDialog } from './chosen-dialog';
import { PasteDialog } from './paste-dialog';
import { MOST_LETTERS, type Selection, withAll, without } from './selection';
import { allOfFilter, PAGE_SIZE, useRegister } from './use-register';

type Props = { readonly selection: Selection; readonly onChange: (selection: Selection) => void };

/** Step 1: to whom. From the register by filter, by ticking, or by a pasted list. */
export function EmployersStep({ selection, onChange }: Props) {
  const { filter, setFilter, page, setPage, query } = useRegister();
  const towns = useChannelQuery('employers.towns', {});
  const options = useCatalogueOptions();
  const [isPasting, setPasting] = useState(false);
  const [isListing, setListing] = useState(false);
  const [isGathering, setGathering] = useState(false);
  const [problem, setProblem] = useState('');
  const total = query.data?.total ?? 0;

  const takeAll = async () => {
    setGathering(true);
    const result = await allOfFilter(filter);
    setGathering(false);
    setProblem(result.ok ? '' : result.error.message);
    if (result.ok) onChange(withAll(selection, result.value));
  };

  const tick = (rows: readonly EmployerRow[], isChosen: boolean) =>
    onChange(
      isChosen
        ? withAll(selection, rows)
        : without(
            selection,
            rows.map((row) => row.id),
          ),
    );

  return (
    <div>
      <div className="sup-filter-row">
        <Input
          aria-label="查找单位"
          placeholder="单位名称、拼音首字母或信用代码"
          value={filter.text}
          onChange={(event) => setFilter({ ...filter, text: event.target.value })}
          allowClear
          className="sup-filter-wide"
        />
        <Select
          aria-label="乡镇（街道）"
          placeholder="全部乡镇（街道）"
          allowClear
          showSearch
          value={filter.town || null}
          onChange={(town) => setFilter({ ...filter, town: town ?? '' })}
          options={(towns.data ?? []).map((town) => ({ value: town, label: town }))}
          className="sup-filter"
        />
        <Select
          aria-label="行业"
          placeholder="全部行业"
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          value={filter.industry || null}
          onChange={(industry) => setFilter({ ...filter, industry: industry ?? '' })}
          options={options.data?.industries ?? []}
          className="sup-filter"
        />
        <Button onClick={takeAll} loading={isGathering} disabled={total === 0}>
          全选筛选结果（{count(Math.min(total, MOST_LETTERS))} 家）
        </Button>
        <Button onClick={() => setPasting(true)}>粘贴名单</Button>
      </div>
      {problem && <Alert className="sup-gap" type="error" showIcon title={problem} />}
      {query.isError && <Alert className="sup-gap" type="error" showIcon title={query.error.message} />}
      <div className="sup-chosen-bar">
        <strong>已选 {count(selection.size)} 家</strong>
        {selection.size > 0 && (
          <Space>
            <Button size="small" type="link" onClick={() => setListing(true)}>
              查看已选
            </Button>
            <Button size="small" type="link" onClick={() => onChange(new Map())}>
              清空
            </Button>
          </Space>
        )}
        {selection.size > MOST_LETTERS && (
          <span className="sup-danger">一次最多 {count(MOST_LETTERS)} 家，请分批制发。</span>
        )}
      </div>
      <Table<EmployerRow>
        size="small"
        rowKey="id"
        loading={query.isLoading}
        dataSource={query.data?.rows ?? []}
        scroll={{ y: 'max(200px, calc(100vh - var(--band) - 430px))' }}
        locale={{ emptyText: '单位库中没有符合条件的单位。请调整筛选条件，或者先到“单位”中导入名单。' }}
        rowSelection={{
          selectedRowKeys: [...selection.keys()],
          preserveSelectedRowKeys: true,
          onSelect: (row, isChosen) => tick([row], isChosen),
          onSelectAll: (isChosen, _rows, changed) => tick(changed, isChosen),
        }}
        onRow={(row) => ({ onClick: () => tick([row], !selection.has(row.id)), className: 'sup-row-link' })}
        pagination={{
          current: page,
          pageSize: PAGE_SIZE,
          total,
          showSizeChanger: false,
          onChange: setPage,
          showTotal: (n) => `共 ${count(n)} 家`,
        }}
        columns={[
          { title: '单位名称', dataIndex: 'name' },
          { title: '统一社会信用代码', dataIndex: 'uscc', width: '25%' },
          { title: '乡镇（街道）', dataIndex: 'town', width: '20%' },
          {
            title: '职工人数',
            width: '14%',
            align: 'right',
            render: (_, row) => (row.headcount === null ? '—' : count(row.headcount)),
          },
        ]}
      />
      <PasteDialog
        isOpen={isPasting}
        onClose={() => setPasting(false)}
        onTake={(employers) => onChange(withAll(selection, employers))}
      />
      <ChosenDialog
        isOpen={isListing}
        onClose={() => setListing(false)}
        selection={selection}
        onChange={onChange}
      />
    </div>
  );
}
