import type { Output } from '@shared/contract';
import { Alert, Button, Descriptions, Spin, Tabs } from 'antd';
import { Link, useNavigate, useParams } from 'react-router';
import { casePath, modules, paperPath } from '../../app/modules';
import { useChannelQuery } from '../../lib/channel-hooks';
import { shortDate } from '../../lib/format';
import { useMay } from '../../lib/may';
import { useToday } from '../../lib/session';
import { DataTable } from '../../ui/data-table';
import { PageHeader } from '../../ui/page-header';
import { UnreadNotice } from '../../ui/unread-notice';
import { PartyCases } from '../parties/party-cases';
import { RemoveParty } from '../parties/remove-party';
import { pickOptions, UNION_STATES } from './employer-fields';

type Detail = Output<'employers.get'>;

/** One employer, all round: its facts, cases, papers, people and deadlines. */
export function EmployerPage() {
  const id = Number(useParams().employerId);
  const navigate = useNavigate();
  const today = useToday();
  const mayWrite = useMay('party.write');
  const mayRegister = useMay('case.write');
  const { data, error } = useChannelQuery('employers.get', { id });
  if (error) return <UnreadNotice message={error.message} list="/employers" label="回到单位列表" />;
  if (!data) return <Spin delay={300} />;
  const { employer, cases, documents, people, deadlines } = data;
  const newCase = modules.find((module) => module.newForEmployer)?.newForEmployer;

  return (
    <>
      <PageHeader
        back="/employers"
        title={employer.name}
        detail={employer.uscc ? `统一社会信用代码 ${employer.uscc}` : '未登记统一社会信用代码'}
        actions={
          mayWrite ? (
            <>
              <RemoveParty
                channel="employers.remove"
                record={{ id, revision: employer.revision }}
                label="移入回收站"
                question="把这家单位移入回收站？"
                consequence="案件和文书不受影响，可随时从回收站恢复。"
                done="已移入回收站"
                list="/employers"
              />
              <Button onClick={() => void navigate(`/employers/${id}/edit`)}>修改</Button>
              {newCase && mayRegister ? (
                <Button type="primary" onClick={() => void navigate(newCase.path(id))}>
                  {newCase.label}
                </Button>
              ) : null}
            </>
          ) : null
        }
      />
      {deadlines.length > 0 ? (
        <Alert
          className="page-notice"
          type={deadlines.some(({ isOverdue }) => isOverdue) ? 'warning' : 'info'}
          showIcon
          title={
            <ul className="plain-list">
              {deadlines.map((deadline) => (
                <li key={`${deadline.caseId}-${deadline.label}-${deadline.dueOn}`}>
                  <Link to={casePath(deadline.caseId)}>
                    {deadline.label}：{shortDate(deadline.dueOn, today)}
                    {deadline.isOverdue ? '（已逾期）' : ''}
                  </Link>
                </li>
              ))}
            </ul>
          }
        />
      ) : null}
      <Tabs
        items={[
          { key: 'facts', label: '基本情况', children: <Facts employer={employer} /> },
          {
            key: 'cases',
            label: `案件 ${cases.length}`,
            children: <PartyCases label="案件列表" cases={cases} none="这家单位还没有案件。" />,
          },
          {
            key: 'documents',
            label: `文书 ${documents.length}`,
            children: (
              <DataTable
                label="文书列表"
                rows={documents}
                rowKey={(row) => row.id}
                onOpen={(row) => void navigate(paperPath(row.id))}
                empty="还没有发给这家单位的文书。"
                columns={[
                  { key: 'no', title: '文号', width: 220, render: (row) => row.documentNo },
                  { key: 'title', title: '标题', isEllipsis: true, render: (row) => row.title },
                  { key: 'status', title: '状态', width: 120, render: (row) => row.statusLabel },
                  { key: 'date', title: '日期', width: 130, render: (row) => row.date },
                ]}
              />
            ),
          },
          {
            key: 'people',
            label: `人员 ${people.length}`,
            children: (
              <DataTable
                label="人员列表"
                rows={people}
                rowKey={(row) => row.id}
                onOpen={(row) => void navigate(`/people/${row.id}`)}
                empty="还没有登记这家单位的人员。"
                columns={[
                  { key: 'name', title: '姓名', width: 120, render: (row) => row.name },
                  { key: 'post', title: '职务', width: 160, render: (row) => row.post },
                  { key: 'phone', title: '电话', width: 160, render: (row) => row.phone },
                  { key: 'note', title: '备注', isEllipsis: true, render: (row) => row.note },
                ]}
              />
            ),
          },
        ]}
      />
    </>
  );
}

function Facts({ employer }: { readonly employer: Detail['employer'] }) {
  const catalogue = useChannelQuery('catalogue.options', {}, { staleTime: 60_000 });
  const labelOf = (value: string, name: string) =>
    pickOptions(catalogue.data, name).find((option) => option.value === value)?.label ?? value;
  const lines: readonly (readonly [string, string])[] = [
    ['法定代表人（负责人）', employer.legalRepresentative],
    ['职工人数', employer.headcount === null ? '' : String(employer.headcount)],
    ['住所', employer.address],
    ['实际经营地', employer.businessAddress],
    ['乡镇（街道）', employer.town],
    ['是否建会', UNION_STATES.find(({ value }) => value === employer.hasUnion)?.label ?? ''],
    ['行业', labelOf(employer.industry, 'industries')],
    ['单位性质', labelOf(employer.nature, 'employer-natures')],
    ['联系人', employer.contactName],
    ['联系电话', employer.contactPhone],
    ['曾用名', employer.formerNames],
    ['备注', employer.note],
  ];
  return (
    <Descriptions
      className="facts"
      bordered
      size="small"
      column={2}
      items={lines.map(([label, text]) => ({ key: label, label, children: text || '—' }))}
    />
  );
}
