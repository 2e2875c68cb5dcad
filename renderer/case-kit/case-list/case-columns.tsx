import type { CaseRow } from '@shared/contract/cases';
import { Tag } from 'antd';
import { dateTime, shortDate } from '../../lib/format';
import type { Column } from '../../ui/data-table';
import { DeadlineTag } from '../deadline-tag';

/** Columns of every case list. */
export const caseColumns = (today: string): readonly Column<CaseRow>[] => [
  { key: 'caseNo', title: '案号', width: 190, sort: 'caseNo', isEllipsis: true, render: (row) => row.caseNo },
  {
    key: 'title',
    title: '事由',
    isEllipsis: true,
    render: (row) => <span title={row.title}>{row.title}</span>,
  },
  {
    key: 'employer',
    title: '用人单位',
    width: 200,
    isEllipsis: true,
    render: (row) => <span title={row.employerName}>{row.employerName}</span>,
  },
  { key: 'state', title: '状态', width: 130, sort: 'state', render: (row) => <Tag>{row.stateLabel}</Tag> },
  {
    key: 'due',
    title: '下一期限',
    width: 170,
    sort: 'due',
    render: (row) => (
      <span title={row.nextDueLabel}>
        <DeadlineTag daysLeft={row.daysLeft} dueOn={row.nextDueOn} isShort />
      </span>
    ),
  },
  { key: 'town', title: '镇街', width: 100, isEllipsis: true, render: (row) => row.town },
  { key: 'handler', title: '经办人', width: 80, isEllipsis: true, render: (row) => row.handlerName },
  {
    key: 'opened',
    title: '登记',
    width: 100,
    sort: 'opened',
    render: (row) => shortDate(row.openedOn, today),
  },
  { key: 'updated', title: '更新', width: 140, sort: 'updated', render: (row) => dateTime(row.updatedAt) },
];
