import type { EmployerRow } from '@shared/contract/employers';
import { EMPTY_EMPLOYER } from '@shared/contract/employers';
import { Alert, Button, Spin } from 'antd';
import { useMemo } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useChannelQuery } from '../../lib/channel-hooks';
import { EmployerForm } from './employer-form';

/** 登记单位. */
export function NewEmployerPage() {
  const blank = useMemo(() => ({ id: null, revision: 0, employer: EMPTY_EMPLOYER }), []);
  return <EmployerForm record={blank} />;
}

/** 修改单位资料. */
export function EditEmployerPage() {
  const id = Number(useParams().employerId);
  const navigate = useNavigate();
  const { data, error } = useChannelQuery('employers.get', { id });
  if (error) {
    return (
      <Alert
        type="error"
        showIcon
        title={error.message}
        action={<Button onClick={() => navigate(-1)}>返回</Button>}
      />
    );
  }
  if (!data) return <Spin delay={300} />;
  return <EmployerForm key={id} record={recordOf(data.employer)} />;
}

const recordOf = (employer: EmployerRow) => ({ id: employer.id, revision: employer.revision, employer });
