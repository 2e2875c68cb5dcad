import { Button, Descriptions, Spin } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useChannelQuery } from '../../lib/channel-hooks';
import { useMay } from '../../lib/may';
import { PageHeader } from '../../ui/page-header';
import { UnreadNotice } from '../../ui/unread-notice';
import { PartyCases } from '../parties/party-cases';
import { RemoveParty } from '../parties/remove-party';
import { PersonDrawer } from './person-drawer';

/** One person with the cases; reading it is written to the audit log. */
export function PersonPage() {
  const id = Number(useParams().personId);
  const mayWrite = useMay('party.write');
  const { data, error } = useChannelQuery('people.get', { id });
  const [isEditing, setIsEditing] = useState(false);
  if (error) return <UnreadNotice message={error.message} list="/people" label="回到人员列表" />;
  if (!data) return <Spin delay={300} />;
  const { person, cases } = data;
  return (
    <>
      <PageHeader
        back="/people"
        title={person.name}
        detail="查看本页会记入操作日志。"
        actions={
          mayWrite ? (
            <>
              <RemoveParty
                channel="people.remove"
                record={{ id, revision: person.revision }}
                label="删除"
                question="从人员名册中删除？"
                consequence="案件和文书不受影响。"
                done="已删除"
                list="/people"
              />
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
      <PartyCases label="相关案件" cases={cases} none="没有相关案件。" />
      {isEditing ? (
        <PersonDrawer
          record={{ id, revision: person.revision, person }}
          onClose={() => setIsEditing(false)}
        />
      ) : null}
    </>
  );
}
