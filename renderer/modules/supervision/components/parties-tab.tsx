import type { SupervisionCase } from '@shared/contract/supervision';
import { Space } from 'antd';
import { ComplainantPanel } from './complainant-panel';
import { EmployerCard } from './employer-card';

/** 当事人: the employer, and apart from it, closed until asked for, who complained. */
export function PartiesTab({ caseFile }: { readonly caseFile: SupervisionCase }) {
  return (
    <Space orientation="vertical" size={12} className="sup-fill">
      <EmployerCard employerId={caseFile.employerId} />
      <ComplainantPanel caseFile={caseFile} />
    </Space>
  );
}
