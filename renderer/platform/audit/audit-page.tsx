import type { AuditRow } from '@shared/contract/audit';
import { entityLabel } from '@shared/domain/kernel/audit-labels';
import { isNature, NATURE_LABELS } from '@shared/domain/kernel/audit-nature';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useChannelCommand } from '../../lib/channel-hooks';
import { count, dateTime } from '../../lib/format';
import { useMay } from '../../lib/may';
import { useToasts } from '../../lib/toasts';
import { useDebounced } from '../../lib/use-debounced';
import { type Column, DataTable } from '../../ui/data-table';
import { EmptyState } from '../../ui/empty-state';
import { PageHeader } from '../../ui/page-header';
import { ProgressPanel } from '../../ui/progress-panel';
import { AuditFilters, NO_FILTER } from './audit-filters';
import { AuditVerdictNotice } from './audit-verdict';
import { useAuditCheck } from './use-audit-check';
import { useAuditPages } from './use-audit-pages';

const COLUMNS: readonly Column<AuditRow>[] = [
  { key: 'seq', title: '序号', width: 84, align: 'right', render: (row) => count(row.seq) },
  { key: 'at', title: '时间', width: 150, render: (row) => dateTime(row.at) },
  { key: 'who', title: '账号', width: 110, isEllipsis: true, render: (row) => row.accountName },
  {
    key: 'nature',
    title: '类别',
    width: 116,
    render: (row) => (isNature(row.nature) ? NATURE_LABELS[row.nature] : ''),
  },
  { key: 'entity', title: '对象', width: 104, render: (row) => entityLabel(row.entity) },
  { key: 'what', title: '事项', render: (row) => row.summary },
];

/** 操作日志: who did, saw and took out what and when, and whether the log is whole. */
export function AuditPage() {
  if (!useMay('audit.read')) {
    return (
      <>
        <PageHeader title="操作日志" />
        <EmptyState title="操作日志由管理员查看" detail="需要查阅时，请与本单位管理员联系。" />
      </>
    );
  }
  return <AuditLog />;
}

function AuditLog() {
  const toasts = useToasts();
  const [filter, setFilter] = useState(NO_FILTER);
  const asked = useDebounced(filter, 250);
  const page = useAuditPages(asked);
  const check = useAuditCheck();
  const exporting = useChannelCommand('audit.export');
  const rows = page.data?.rows ?? [];

  const exportRows = async () => {
    const result = await exporting.run(filter);
    if (!result.ok) toasts.refused(result.error);
    else if (result.value) toasts.wrote(`已导出 ${count(result.value.count)} 条`, result.value.path);
  };
  return (
    <>
      <PageHeader
        title="操作日志"
        detail={`登记、修改、签发、查看敏感信息、导出、打印和登录都记录在此，只能追加，不能修改或删除。共 ${count(page.data?.total ?? 0)} 条。`}
        actions={
          <>
            <Button loading={check.jobId !== null} onClick={() => void check.run()}>
              校验完整性
            </Button>
            <Button loading={exporting.isRunning} onClick={() => void exportRows()}>
              导出
            </Button>
          </>
        }
      />
      {check.jobId === null ? null : (
        <ProgressPanel jobId={check.jobId} title="正在校验操作日志" isCancellable />
      )}
      {check.verdict ? <AuditVerdictNotice verdict={check.verdict} /> : null}
      {page.error ? <Alert type="error" showIcon title={page.error.message} /> : null}
      <AuditFilters filter={filter} onChange={setFilter} />
      <DataTable
        label="操作日志"
        rows={rows}
        rowKey={(row) => row.seq}
        columns={COLUMNS}
        isLoading={page.isFetching}
        empty={
          page.isPending ? (
            ' '
          ) : (
            <EmptyState
              title={page.goOlder ? '这一段时间里没有符合条件的记录' : '没有符合条件的记录'}
              detail={page.goOlder ? '可以继续向更早的记录查找。' : '请放宽日期或清除筛选条件。'}
            />
          )
        }
      />
      <nav className="audit-pager" aria-label="翻页">
        <Button disabled={page.isNewest} onClick={page.goNewest}>
          最新
        </Button>
        <Button disabled={page.goNewer === null} onClick={() => page.goNewer?.()}>
          较新的记录
        </Button>
        <Button disabled={page.goOlder === null} onClick={() => page.goOlder?.()}>
          更早的记录
        </Button>
      </nav>
    </>
  );
}
