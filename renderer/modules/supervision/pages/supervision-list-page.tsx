import { CaseListPage } from '@renderer/case-kit/case-list/case-list-page';
import { CASE_STATES } from '@shared/domain/supervision/case-state';
import { Button } from 'antd';
import { useNavigate } from 'react-router';

const STATE_OPTIONS = Object.entries(CASE_STATES).map(([value, label]) => ({ value, label }));

/** All supervision cases, from clue to archive. */
export function SupervisionListPage() {
  const navigate = useNavigate();
  return (
    <CaseListPage
      module="supervision"
      title="一函两书"
      emptyTitle="这里办理工会劳动法律监督案件"
      emptyDetail="从登记线索开始，依次受理、协商、调查，制发提示函、意见书、建议书，跟踪答复和整改，直到结案归档。"
      newLabel="新建线索"
      newPath="/supervision/new"
      casePath={(caseId) => `/supervision/cases/${caseId}`}
      stateOptions={STATE_OPTIONS}
      hasViolations
      actions={<Button onClick={() => void navigate('/supervision/batch')}>批量发函</Button>}
    />
  );
}
