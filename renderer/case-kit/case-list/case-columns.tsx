import type { CaseRow } from '@shared/contract/cases';
import { dateTime, shortDate } from '../../lib/format';
import type { Column } from '../../ui/data-table';
import { Mark } from '../../ui/mark';
import { DeadlineTag } from '../deadline-tag';

/** Columns of every case list. */
export const caseColumns = (today: string): readonly Column<CaseRow>[] => [
  { key: 'caseNo', title: '案号', width: 182, sort: 'caseNo', isEllipsis: true, render: (row) => row.caseNo },
  {
    key: 'title',
    title: '案由',
    width: 150,
    isEllipsis: true,
    render: (row) => <span title={row.title}>{row.title}</span>,
  },
  {
    key: 'employer',
    title: '用人单位',
    width: 176,
    isEllipsis: true,
    render: (row) => <span title={row.employerName}>{row.employerName}</span>,
  },
  { key: 'state', title: '状态', width: 128, sort: 'state', render: (row) => <Mark>{row.stateLabel}</Mark> },
  {
    key: 'due',
    title: '下一期限',
    width: 150,
    sort: 'due',
    render: (row) => (
      <span title={row.nextDueLabel}>
        <DeadlineTag daysLeft={row.daysLeft} dueOn={row.nextDueOn} isShort />
      </span>
    ),
  },
  {
    key: 'town',
    title: '乡镇（街道）',
    width: 110,
    isEllipsis: true,
    spareBelow: 1600,
    render: (row) => row.town,
  },
  {
    key: 'handler',
    title: '经办人',
    width: 76,
    isEllipsis: true,
    spareBelow: 1200,
    render: (row) => row.handlerName,
  },
  {
    key: 'opened',
    title: '收到日期',
    width: 110,
    sort: 'opened',
    spareBelow: 1600,
    render: (row) => shortDate(row.openedOn, today),
  },
  {
    key: 'updated',
    title: '更新',
    width: 90,
    sort: 'updated',
    spareBelow: 1200,
    render: (row) => (
      <span title={dateTime(row.updatedAt)}>{shortDate(dateTime(row.updatedAt).slice(0, 10), today)}</span>
    ),
  },
];
