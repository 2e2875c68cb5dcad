import { count } from '@renderer/lib/format';
import type { EmployerRow } from '@shared/contract/employers';
import { Alert, Card, Descriptions, Skeleton } from 'antd';
import { Link } from 'react-router';
import { useEmployer } from '../api';

const UNION_LABELS = { yes: '已建立工会', no: '未建立工会', unknown: '未核实' } as const;

/** 被监督单位 as registered; letters are addressed to exactly this name. */
export function EmployerCard({ employerId }: { readonly employerId: number | null }) {
  const query = useEmployer(employerId);
  if (employerId === null) {
    return (
      <Alert
        type="warning"
        showIcon
        title="还没有登记被监督单位"
        description="对外文书要写明登记名称。请在“基本情况”中点击“修改”，选择用人单位。"
      />
    );
  }
  return (
    <Card
      size="small"
      title="被监督单位"
      className="sup-card"
      extra={<Link to={`/employers/${employerId}`}>查看单位档案</Link>}
    >
      {query.data ? (
        <EmployerFacts employer={query.data.employer} />
      ) : query.isError ? (
        <Alert type="error" showIcon title={query.error.message} />
      ) : (
        <Skeleton active paragraph={{ rows: 3 }} />
      )}
    </Card>
  );
}

function EmployerFacts({ employer }: { readonly employer: EmployerRow }) {
  const rows: readonly [string, string][] = [
    ['登记名称', employer.name],
    ['统一社会信用代码', employer.uscc],
    ['住所', employer.address],
    ['实际经营地', employer.businessAddress],
    ['法定代表人（负责人）', employer.legalRepresentative],
    ['联系人', [employer.contactName, employer.contactPhone].filter(Boolean).join('　')],
    ['乡镇（街道）', employer.town],
    ['职工人数', employer.headcount === null ? '' : `${count(employer.headcount)} 人`],
    ['建会情况', UNION_LABELS[employer.hasUnion]],
    ['曾用名', employer.formerNames],
  ];
  return (
    <Descriptions
      size="small"
      column={2}
      items={rows.map(([label, value]) => ({
        key: label,
        label,
        children: value || <span className="quiet">未填写</span>,
      }))}
    />
  );
}
