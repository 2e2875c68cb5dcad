import { Alert, Button, Descriptions, Spin } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { useMay } from '../../app/may';
import { casePath } from '../../app/modules';
import { useChannelCommand, useChannelQuery } from '../../lib/channel-hooks';
import { shortDate } from '../../lib/format';
import { useToday } from '../../lib/session';
import { useToasts } from '../../lib/toasts';
import { DataTable } from '../../ui/data-table';
import { PageHeader } from '../../ui/page-header';
import { PersonDrawer } from './person-drawer';

/** One person with the cases; reading it is written to the audit log. */
export function PersonPage() {
  const id = Number(useParams().personId);
  const navigate = useNavigate();
  const toasts = useToasts();
  const today = useToday();
  const mayWrite = useMay('party.write');
  const { data, error } = useChannelQuery('people.get', { id });
  const remove = useChannelCommand('people.remove');
  const [isEditing, setIsEditing] = useState(false);
  if (error) {
    return (
      <Alert
        type="error"
        showIcon
        title={error.message}
        action={<Button onClick={() => void navigate('/people')}>回到人员列表</Button>}
      />
    );
  }
  if (!data) return <Spin delay={300} />;
  const { person, cases } = data;
  const discard = async () => {
    const result = await remove.run({ id, revision: person.revision });
    if (result.ok) {
      toasts.done('已删除');
      void navigate('/people');
    } else toasts.refused(result.error);
  };
  return (
    <>
      <PageHeader
        back="/people"
        title={person.name}
        detail="查看本页会记入审计日志。"
        actions={
          mayWrite ? (
            <>
              <Button loading={remove.isRunning} onClick={() => void discard()}>
                移入回收站
              </Button>
              <Button type="primary" onClick={() => setIsEditing(true)}>
                修改
              </Button>
            </>
          ) : null
        }
      />
      <Descriptions
        bordered
        size="small"
        column={2}
        className="facts person-facts"
        items={[
          { key: 'idNumber', label: '身份证号', children: person.idNumber || '—' },
          { key: 'phone', label: '电话', children: person.phone || '—' },
          {
            key: 'employer',
            label: '所在单位',
            children: person.employerId ? (
              <Link to={`/employers/${person.employerId}`}>{person.employerName}</Link>
            ) : (
              '—'
            ),
          },
          { key: 'post', label: '职务（岗位）', children: person.post || '—' },
          { key: 'note', label: '备注', span: 2, children: person.note || '—' },
        ]}
      />
      <h2>相关案件</h2>
      <DataTable
        label="相关案件"
        rows={cases}
        rowKey={(row) => row.id}
        onOpen={(row) => void navigate(casePath(row.id))}
        empty="没有相关案件。"
        columns={[
          { key: 'caseNo', title: '案号', width: 200, render: (row) => row.caseNo },
          { key: 'title', title: '事由', isEllipsis: true, render: (row) => row.title },
          { key: 'state', title: '状态', width: 160, render: (row) => row.stateLabel },
          { key: 'opened', title: '登记', width: 130, render: (row) => shortDate(row.openedOn, today) },
        ]}
      />
      {isEditing ? (
        <PersonDrawer
          record={{ id, revision: person.revision, person }}
          onClose={() => setIsEditing(false)}
        />
      ) : null}
    </>
  );
}
