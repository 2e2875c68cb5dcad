import { PlusOutlined } from '@ant-design/icons';
import type { PersonRow } from '@shared/contract/employers';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useChannelQuery } from '../../lib/channel-hooks';
import { useListPlace } from '../../lib/list-place';
import { useMay } from '../../lib/may';
import { useNewShortcut } from '../../lib/shortcuts';
import { useUrlState } from '../../lib/url-state';
import { useTypedText } from '../../lib/use-typed-text';
import { type Column, DataTable } from '../../ui/data-table';
import { EmptyState } from '../../ui/empty-state';
import { PageHeader } from '../../ui/page-header';
import { PersonDrawer } from './person-drawer';
import { NEW_PERSON } from './person-fields';

const DEFAULTS = { text: '', offset: '0', limit: '50' } as const satisfies Record<string, string>;
const NOBODY = { id: null, revision: 0, person: NEW_PERSON };

const COLUMNS: readonly Column<PersonRow>[] = [
  { key: 'name', title: '姓名', width: 120, render: (row) => row.name },
  {
    key: 'idNumber',
    title: '身份证号',
    width: 190,
    render: (row) => <span className="number">{row.idNumber}</span>,
  },
  { key: 'phone', title: '电话', width: 140, render: (row) => <span className="number">{row.phone}</span> },
  { key: 'employer', title: '所在单位', width: 220, isEllipsis: true, render: (row) => row.employerName },
  {
    key: 'post',
    title: '职务（岗位）',
    width: 160,
    isEllipsis: true,
    spareBelow: 1000,
    render: (row) => row.post,
  },
  { key: 'note', title: '备注', width: 160, isEllipsis: true, spareBelow: 1200, render: (row) => row.note },
];

/** 人员: the register of persons; ID numbers are masked here and shown on a person's own page. */
export function PeoplePage() {
  const navigate = useNavigate();
  const mayWrite = useMay('party.write');
  const maySeeNumbers = useMay('party.identify');
  const [state, setState] = useUrlState<Record<keyof typeof DEFAULTS, string>>(DEFAULTS);
  const [typed, setTyped] = useTypedText(state.text, (text) => setState({ text, offset: '0' }));
  const [isAdding, setIsAdding] = useState(false);
  const offset = Number(state.offset) || 0;
  const limit = Math.min(Number(state.limit) || 50, 200);
  const list = useChannelQuery('people.list', { text: state.text, offset, limit }, { keepPrevious: true });
  const place = useListPlace(list.data !== undefined);
  useNewShortcut(() => setIsAdding(true), mayWrite);

  return (
    <>
      <PageHeader
        title="人员"
        actions={
          mayWrite ? (
            <Button type="primary" icon={<PlusOutlined />} title="Ctrl+N" onClick={() => setIsAdding(true)}>
              登记人员
            </Button>
          ) : null
        }
      />
      <search className="filter-row">
        <Input
          className="filter-text"
          allowClear
          aria-label="查找人员"
          placeholder={maySeeNumbers ? '姓名、拼音首字母、证件号码、电话' : '姓名、身份证号后四位、完整号码'}
          value={typed}
          maxLength={200}
          onChange={(event) => setTyped(event.target.value)}
        />
      </search>
      <DataTable
        label="人员列表"
        rows={list.data?.rows ?? []}
        rowKey={(row) => row.id}
        columns={COLUMNS}
        isLoading={list.isFetching}
        place={place}
        onOpen={(row) => void navigate(`/people/${row.id}`)}
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
          ) : state.text ? (
            <EmptyState
              title="没有符合条件的人员"
              detail={
                maySeeNumbers
                  ? '可以试试姓名中的一个字、拼音首字母，或者证件号码、电话的前几位。'
                  : '可以试试姓名中的一个字、拼音首字母。身份证号请输入后四位或完整号码，电话请输入完整号码，只输入一部分查不到。'
              }
            />
          ) : (
            <EmptyState
              title="这里登记办案涉及的人员"
              detail="如用人单位负责人、基层工会主席。反映人的信息另行加密登记在案件中，不在这里显示。"
              action={mayWrite ? { label: '登记人员', onClick: () => setIsAdding(true) } : undefined}
            />
          )
        }
      />
      {isAdding ? <PersonDrawer record={NOBODY} onClose={() => setIsAdding(false)} /> : null}
    </>
  );
}
