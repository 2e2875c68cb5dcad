import type { Output } from '@shared/contract';
import { Alert, Button } from 'antd';
import { count } from '../../lib/format';

type Props = { readonly result: Output<'damage.salvage'>; readonly onLeave: () => void };

/** What could be read, table by table; losses first. */
export function SalvageResult({ result, onLeave }: Props) {
  const { tables, isAuditIntact, damagedFile, reportFile } = result;
  const worstFirst = [...tables]
    .filter(({ saved, lost, orphaned }) => saved > 0 || lost !== 0 || orphaned > 0)
    .sort((a, b) => rank(b) - rank(a));
  const isWhole = tables.every(({ lost, orphaned }) => lost === 0 && orphaned === 0);
  return (
    <section className="door-panel door-panel-restore" aria-label="抢救结果">
      <h1 className="door-title">抢救结果</h1>
      <Alert
        type={isWhole ? 'success' : 'warning'}
        showIcon
        title={
          isWhole
            ? '全部内容已读出，没有丢失。'
            : '能读出的内容已写入新文件。请按下表核对丢失的部分，从纸质材料或旧备份补录。'
        }
      />
      {isAuditIntact ? null : <p>操作日志有缺失，校验时会指出缺失处，这是损坏造成的。</p>}
      <table className="plain-table" aria-label="各类内容的抢救结果">
        <thead>
          <tr>
            <th scope="col">内容</th>
            <th scope="col" className="number-cell">
              读出
            </th>
            <th scope="col" className="number-cell">
              丢失
            </th>
            <th scope="col" className="number-cell">
              关联内容已丢失
            </th>
          </tr>
        </thead>
        <tbody>
          {worstFirst.map(({ table, label, saved, lost, orphaned }) => (
            <tr key={table}>
              <td>{label}</td>
              <td className="number-cell">{count(saved)}</td>
              <td className={lost === 0 ? 'number-cell' : 'number-cell late'}>
                {lost === null ? '无法确定' : lost === 0 ? '0' : `不超过 ${count(lost)}`}
              </td>
              <td className="number-cell">{count(orphaned)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="door-note">损坏的文件原样保存在：{damagedFile}</p>
      <p className="door-note">这份结果已存为：{reportFile}</p>
      <Button type="primary" size="large" autoFocus onClick={onLeave}>
        去登录
      </Button>
    </section>
  );
}

const rank = ({ lost, orphaned }: Props['result']['tables'][number]): number =>
  (lost ?? Number.MAX_SAFE_INTEGER) + orphaned;
