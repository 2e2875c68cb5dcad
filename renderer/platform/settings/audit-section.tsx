import type { Output } from '@shared/contract';
import { Alert, Button, Input } from 'antd';
import { useState } from 'react';
import { useMay } from '../../app/may';
import { useChannelQuery } from '../../lib/channel-hooks';
import { dateTime } from '../../lib/format';
import { invoke } from '../../lib/invoke';
import { useToasts } from '../../lib/toasts';
import { useDebounced } from '../../lib/use-debounced';
import { DataTable } from '../../ui/data-table';

type Verdict = Output<'audit.verify'>;

const FIRST_LIMIT = 50;

/** 审计日志: who did what when, and whether the chain is whole. */
export function AuditSection() {
  const mayRead = useMay('audit.read');
  const toasts = useToasts();
  const [typed, setTyped] = useState('');
  const [place, setPlace] = useState({ offset: 0, limit: FIRST_LIMIT });
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const [isVerifying, setIsVerifying] = useState(false);
  const text = useDebounced(typed.trim(), 250);
  const { data, error, isFetching } = useChannelQuery(
    'audit.list',
    { text, ...place },
    { keepPrevious: true, enabled: mayRead },
  );
  if (!mayRead) return <p className="quiet">只有管理员可以查看审计日志。</p>;

  const verify = async () => {
    setIsVerifying(true);
    const result = await invoke('audit.verify', {});
    setIsVerifying(false);
    if (result.ok) setVerdict(result.value);
    else toasts.refused(result.error);
  };
  return (
    <>
      <p className="settings-intro">
        每一次登记、修改、签发、导出和查看反映人信息都记录在此，只能追加，不能修改或删除。
      </p>
      <div className="filter-row">
        <Input
          className="filter-text"
          allowClear
          aria-label="查找审计日志"
          placeholder="姓名、事项"
          value={typed}
          maxLength={100}
          onChange={(event) => {
            setTyped(event.target.value);
            setPlace((current) => ({ ...current, offset: 0 }));
          }}
        />
        <Button loading={isVerifying} onClick={() => void verify()}>
          校验完整性
        </Button>
      </div>
      {verdict ? (
        <Alert
          className="page-notice"
          showIcon
          type={verdict.isIntact ? 'success' : 'error'}
          title={
            verdict.isIntact
              ? `日志完整，共 ${verdict.rowCount} 条。校验值 ${verdict.headHash.slice(0, 16)}`
              : `日志从第 ${verdict.brokenAt ?? '?'} 条起与校验值不符，请停止使用并联系维护人员，同时保存好现有备份。`
          }
        />
      ) : null}
      {error ? <Alert type="error" showIcon title={error.message} /> : null}
      <DataTable
        label="审计日志"
        rows={data?.rows ?? []}
        rowKey={(row) => row.seq}
        isLoading={isFetching}
        columns={[
          { key: 'seq', title: '序号', width: 80, align: 'right', render: (row) => row.seq },
          { key: 'at', title: '时间', width: 150, render: (row) => dateTime(row.at) },
          { key: 'who', title: '账户', width: 110, render: (row) => row.accountName },
          { key: 'what', title: '事项', render: (row) => row.summary },
        ]}
        paging={{ ...place, total: data?.total ?? 0, onPage: (offset, limit) => setPlace({ offset, limit }) }}
        empty="没有相符的记录。"
      />
    </>
  );
}
