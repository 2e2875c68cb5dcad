import type { BackupRun } from '@shared/contract/backup';
import { useChannelQuery } from '../../lib/channel-hooks';
import { dateTime } from '../../lib/format';
import { sizeText } from './size-text';

const REASONS: Readonly<Record<BackupRun['reason'], string>> = {
  daily: '每日自动',
  close: '关闭时自动',
  hand: '手动',
};

/** The last copies and tries. */
export function BackupRuns() {
  const { data } = useChannelQuery('backup.runs', {});
  if (!data || data.length === 0) return <p className="quiet">还没有备份过。</p>;
  return (
    <table className="plain-table" aria-label="最近的备份">
      <thead>
        <tr>
          <th scope="col">时间</th>
          <th scope="col">方式</th>
          <th scope="col">结果</th>
          <th scope="col">位置</th>
          <th scope="col" className="number-cell">
            大小
          </th>
        </tr>
      </thead>
      <tbody>
        {data.map((run) => (
          <tr key={run.id}>
            <td>{dateTime(run.finishedAt)}</td>
            <td>{REASONS[run.reason]}</td>
            <td className={run.outcome === 'failed' ? 'late' : undefined}>{outcomeOf(run)}</td>
            <td>{run.folder}</td>
            <td className="number-cell">{run.outcome === 'good' ? sizeText(run.bytes) : ''}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const outcomeOf = ({ outcome, message }: BackupRun): string => {
  if (outcome === 'good') return '完好，已核对';
  return outcome === 'cancelled' ? '已停止' : `没有完成：${message}`;
};
