import { useChannelCommand } from '@renderer/lib/channel-hooks';
import { useMay } from '@renderer/lib/may';
import { useToasts } from '@renderer/lib/toasts';
import { ProgressPanel } from '@renderer/ui/progress-panel';
import type { Output } from '@shared/contract';
import { Alert, Button, Space, Table } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';

type Report = Output<'evidence.check'>;
type Problem = Report['problems'][number];

const JOB_ID = 'evidence-check';
const STATES = { missing: '文件缺失', damaged: '文件损坏' } as const;

/** 证据检查: every file read through and compared with what was recorded when it was added. */
export function EvidenceSection() {
  const mayCheck = useMay('backup.manage');
  const check = useChannelCommand('evidence.check');
  const clean = useChannelCommand('evidence.clean');
  const toasts = useToasts();
  const [report, setReport] = useState<Report | null>(null);
  if (!mayCheck) return <p className="quiet">证据检查由管理员办理。</p>;
  const run = async () => {
    setReport(null);
    const result = await check.run({ jobId: JOB_ID });
    if (result.ok) setReport(result.value);
    else toasts.refused(result.error);
  };
  const tidy = async () => {
    const result = await clean.run({});
    if (!result.ok) {
      toasts.refused(result.error);
      return;
    }
    toasts.done(`已清理 ${result.value.removedCount} 个多余文件`);
    await run();
  };
  return (
    <Space orientation="vertical" size={12} className="sup-fill">
      <p className="quiet">
        逐个读取全部证据文件，核对是否缺失、损坏或者被改动。检查不改动任何文件，文件多时需要几分钟，可以随时停止。
      </p>
      <Button type="primary" disabled={check.isRunning} onClick={() => void run()}>
        开始检查
      </Button>
      {check.isRunning ? <ProgressPanel jobId={JOB_ID} title="正在检查证据文件" isCancellable /> : null}
      {report ? (
        <ReportView report={report} isCleaning={clean.isRunning} onClean={() => void tidy()} />
      ) : null}
    </Space>
  );
}

type ReportViewProps = {
  readonly report: Report;
  readonly isCleaning: boolean;
  readonly onClean: () => void;
};

function ReportView({ report, isCleaning, onClean }: ReportViewProps) {
  const { checkedCount, problems, strayCount, foreignCount } = report;
  return (
    <>
      {problems.length === 0 ? (
        <Alert type="success" showIcon title={`已检查 ${checkedCount} 个文件，全部完好`} />
      ) : (
        <>
          <Alert
            type="error"
            showIcon
            title={`已检查 ${checkedCount} 个文件，有 ${problems.length} 件证据的文件缺失或者损坏`}
            description="请从备份恢复这些文件；手边还有原件的，也可以在案件中重新添加同一个文件，记录随即恢复完整。"
          />
          <Table<Problem>
            size="small"
            rowKey="evidenceId"
            pagination={false}
            dataSource={problems}
            columns={[
              {
                title: '案件',
                render: (_, row) => (
                  <Link to={`/supervision/cases/${row.caseId}?tab=evidence`}>{row.caseNo}</Link>
                ),
              },
              { title: '证据号', width: 90, render: (_, row) => `证据${row.number}` },
              { title: '名称', dataIndex: 'name' },
              { title: '情况', width: 110, render: (_, row) => STATES[row.state] },
            ]}
          />
        </>
      )}
      {strayCount > 0 ? (
        <Alert
          type="info"
          showIcon
          title={`有 ${strayCount} 个多余文件，是添加中断时留下的，不属于任何案件`}
          action={
            <Button loading={isCleaning} onClick={onClean}>
              清理多余文件
            </Button>
          }
        />
      ) : null}
      {foreignCount > 0 ? (
        <Alert
          type="info"
          showIcon
          title={`证据文件夹中有 ${foreignCount} 个不是本程序写入的文件，程序不会改动它们`}
        />
      ) : null}
    </>
  );
}
