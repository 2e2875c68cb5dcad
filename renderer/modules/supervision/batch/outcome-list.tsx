import { count } from '@renderer/lib/format';
import type { batchItem } from '@shared/contract/documents';
import { Alert, Button, Radio, Space, Table, Tag } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { z } from 'zod';
import { useOpenPath } from '../api';
import type { BatchOutcome } from './use-batch';

type Item = z.infer<typeof batchItem>;
type Show = 'all' | 'done' | 'failed';

/** What to do about letters without a file, and about employers without a letter. */
function adviceOn({ problem }: BatchOutcome, failedCount: number): string | undefined {
  if (problem !== '') return `文件没有全部写出：${problem}已签发的文书不受影响，可以在单位页面逐份导出。`;
  return failedCount > 0 ? '请按原因补充单位资料后，对这些单位重新制发。' : undefined;
}

/** What came of the run: the numbers given, and for each employer left out the reason. */
export function OutcomeList({
  outcome,
  onAgain,
}: {
  readonly outcome: BatchOutcome;
  readonly onAgain: () => void;
}) {
  const openPath = useOpenPath();
  const failed = outcome.items.filter((item) => !item.isDone);
  const doneCount = outcome.items.length - failed.length;
  const [show, setShow] = useState<Show>(failed.length > 0 ? 'failed' : 'all');
  const rows =
    show === 'all' ? outcome.items : outcome.items.filter((item) => item.isDone === (show === 'done'));
  return (
    <Space orientation="vertical" size={12} className="sup-fill">
      <Alert
        type={failed.length > 0 || outcome.isCancelled || outcome.problem !== '' ? 'warning' : 'success'}
        showIcon
        title={`${outcome.isCancelled ? '已停止。' : ''}已签发 ${count(doneCount)} 份${
          failed.length > 0 ? `，${count(failed.length)} 家没有签发` : ''
        }`}
        description={adviceOn(outcome, failed.length)}
        action={
          <Space>
            {outcome.folder && (
              <Button type="primary" onClick={() => void openPath.run({ path: outcome.folder })}>
                打开文件夹
              </Button>
            )}
            <Button onClick={onAgain}>再发一批</Button>
          </Space>
        }
      />
      <Radio.Group
        value={show}
        onChange={(event) => setShow(event.target.value as Show)}
        optionType="button"
        options={[
          { value: 'all', label: `全部 ${count(outcome.items.length)}` },
          { value: 'done', label: `已签发 ${count(doneCount)}` },
          { value: 'failed', label: `未签发 ${count(failed.length)}` },
        ]}
      />
      <Table<Item>
        size="small"
        rowKey="employerId"
        dataSource={rows}
        pagination={{ pageSize: 100, hideOnSinglePage: true, showSizeChanger: false }}
        scroll={{ y: 'max(200px, calc(100vh - var(--band) - 400px))' }}
        columns={[
          { title: '单位', dataIndex: 'employerName' },
          {
            title: '结果',
            width: 100,
            render: (_, row) => (
              <Tag color={row.isDone ? 'green' : 'red'}>{row.isDone ? '已签发' : '未签发'}</Tag>
            ),
          },
          {
            title: '文号',
            width: 220,
            render: (_, row) =>
              row.documentId && row.documentNo ? (
                <Link to={`/supervision/papers/${row.documentId}`}>{row.documentNo}</Link>
              ) : (
                row.documentNo || '—'
              ),
          },
          { title: '原因', dataIndex: 'reason' },
        ]}
      />
    </Space>
  );
}
