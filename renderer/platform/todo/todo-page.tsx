import type { Output } from '@shared/contract';
import type { TodoItem } from '@shared/contract/cases';
import { Alert, Button, Spin } from 'antd';
import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { casePath, modules, paperPath } from '../../app/modules';
import { useChannelQuery } from '../../lib/channel-hooks';
import { longDate, weekday } from '../../lib/format';
import { useMay } from '../../lib/may';
import { useToday } from '../../lib/session';
import { EmptyState } from '../../ui/empty-state';
import { PageHeader } from '../../ui/page-header';
import { KeysNotice } from '../accounts/keys-notice';
import { RecoveryNotice } from '../accounts/recovery-notice';
import { BackupNotice } from '../backup/backup-notice';
import { FirstSteps, MissingSteps } from './first-steps';
import { TodoList } from './todo-list';
import { useFirstSteps } from './use-first-steps';
import { YearNumbers } from './year-numbers';

type Board = Output<'todo.board'>;

const LISTS = [
  { key: 'overdue', title: '已逾期', none: '没有逾期的事项' },
  { key: 'today', title: '今天到期', none: '今天没有到期的事项' },
  { key: 'soon', title: '5个工作日内', none: '5个工作日内没有到期的事项' },
  { key: 'waiting', title: '等我审核、签发、用印', none: '没有等您办理的文书' },
] as const;

/** Today first: what is late, due, due soon and waiting for me; then the numbers of the year. */
export function TodoPage() {
  const navigate = useNavigate();
  const today = useToday();
  const board = useChannelQuery('todo.board', {});
  const open = useMemo(() => (item: TodoItem) => void navigate(pathOf(item)), [navigate]);
  const isEmpty = board.data ? isFresh(board.data) : false;
  const newPath = modules.find((module) => module.newPath)?.newPath ?? '/';
  const maySet = useMay('settings.write');
  const steps = useFirstSteps(maySet);

  return (
    <>
      <PageHeader title="今日待办" detail={`${longDate(today)} ${weekday(today)}`} />
      {board.error ? (
        <Alert
          type="error"
          showIcon
          title={board.error.message}
          action={<Button onClick={() => void board.refetch()}>重试</Button>}
        />
      ) : null}
      {board.data?.isCalendarProjected ? (
        <Alert
          type="warning"
          showIcon
          className="page-notice"
          title="有的期限落在尚未公布放假安排的年份，暂按周末休息推算。放假通知公布后，请在“设置 - 工作日历”中录入。"
        />
      ) : null}
      <BackupNotice />
      <RecoveryNotice />
      <KeysNotice />
      {board.isPending ? <Spin delay={300} /> : null}
      {isEmpty && steps ? <FirstSteps steps={steps} newPath={newPath} /> : null}
      {isEmpty && !maySet ? (
        <EmptyState
          title="这里会列出每天要办的事"
          detail="登记第一条线索后，到期的期限、等您审核签发的文书都会自动出现在这一页。"
          action={{ label: '登记第一条线索', onClick: () => void navigate(newPath) }}
        />
      ) : null}
      {board.data && !isEmpty && steps ? <MissingSteps steps={steps} /> : null}
      {board.data && !isEmpty ? (
        <>
          <div className="todo-board">
            {LISTS.map(({ key, title, none }) => (
              <TodoList
                key={key}
                title={title}
                none={none}
                isLate={key === 'overdue'}
                items={board.data[key]}
                onOpen={open}
              />
            ))}
          </div>
          <YearNumbers year={today.slice(0, 4)} numbers={board.data.year} monthly={board.data.monthly} />
        </>
      ) : null}
    </>
  );
}

function pathOf(item: TodoItem): string {
  if (item.kind === 'certificate') return '/settings/supervisors';
  if (item.kind === 'approval' && item.documentId !== null) return paperPath(item.documentId);
  if (item.caseId !== null) return casePath(item.caseId);
  return item.documentId === null ? '/' : paperPath(item.documentId);
}

/** Nothing to do and nothing counted: the file is new. */
const isFresh = (board: Board) =>
  LISTS.every(({ key }) => board[key].length === 0) &&
  board.monthly.every(({ issued, replied }) => issued === 0 && replied === 0) &&
  board.year.every(({ value }) => /^[0—%.\s-]*\D*$/.test(value));
