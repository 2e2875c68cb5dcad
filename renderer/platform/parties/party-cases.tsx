import type { Output } from '@shared/contract';
import { useNavigate } from 'react-router';
import { casePath } from '../../app/modules';
import { shortDate } from '../../lib/format';
import { useToday } from '../../lib/session';
import { DataTable } from '../../ui/data-table';

type PartyCasesProps = {
  readonly label: string;
  readonly cases: Output<'people.get'>['cases'];
  readonly none: string;
};

/** The cases an employer or a person appears in. */
export function PartyCases({ label, cases, none }: PartyCasesProps) {
  const navigate = useNavigate();
  const today = useToday();
  return (
    <DataTable
      label={label}
      rows={cases}
      rowKey={(row) => row.id}
      onOpen={(row) => void navigate(casePath(row.id))}
      empty={none}
      columns={[
        { key: 'caseNo', title: '案号', width: 200, render: (row) => row.caseNo },
        { key: 'title', title: '案由', isEllipsis: true, render: (row) => row.title },
        { key: 'state', title: '状态', width: 160, render: (row) => row.stateLabel },
        { key: 'opened', title: '收到日期', width: 130, render: (row) => shortDate(row.openedOn, today) },
      ]}
    />
  );
}
