import { invoke } from '@renderer/lib/invoke';
import { useProgress } from '@renderer/lib/use-progress';
import { Button, Progress } from 'antd';
import { fileSize } from './file-size';
import type { Adding, AddingItem } from './use-adding';

/** Files on their way in, each with its progress and, when it was refused, the reason. */
export function AddingList({ adding }: { readonly adding: Adding }) {
  const { items, isRunning } = adding;
  if (items.length === 0) return null;
  const doneCount = items.filter((item) => item.state === 'done').length;
  const failed = items.filter((item) => item.state === 'refused');
  // While it runs every file keeps its place; in the end what went wrong must not lie below the edge of the window.
  const shown = isRunning ? items : [...failed, ...items.filter((item) => item.state !== 'refused')];
  return (
    <section className="evidence-adding" aria-label="添加进度" aria-live="polite">
      <div className="evidence-adding-head">
        <span>
          {isRunning ? '正在添加' : '添加结束'}：已添加 {doneCount} 件，共 {items.length} 件
          {!isRunning && failed.length > 0 ? `。没有添加的 ${failed.length} 件列在最前，后面写明原因` : ''}
        </span>
        {isRunning ? null : (
          <Button size="small" onClick={adding.clear}>
            收起
          </Button>
        )}
      </div>
      <ul>
        {shown.map((item) => (
          <li key={item.token} className={`evidence-adding-${item.state}`}>
            <span className="evidence-adding-name" title={item.name}>
              {item.name}
            </span>
            <span className="quiet number">{fileSize(item.size)}</span>
            <Standing item={item} adding={adding} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Standing({ item, adding }: { readonly item: AddingItem; readonly adding: Adding }) {
  switch (item.state) {
    case 'running':
      return <Running token={item.token} />;
    case 'waiting':
      return (
        <span className="evidence-adding-state">
          等待添加
          <Button size="small" type="link" onClick={() => adding.drop(item)}>
            取消
          </Button>
        </span>
      );
    case 'done':
      return <span className="evidence-adding-state">已添加。{item.message}</span>;
    default:
      return (
        <span className="evidence-adding-state">
          {item.message}
          {item.isRetryable ? (
            <Button size="small" type="link" onClick={() => adding.retry(item)}>
              重试
            </Button>
          ) : null}
        </span>
      );
  }
}

function Running({ token }: { readonly token: string }) {
  const progress = useProgress(token, true);
  const percent = progress && progress.total > 0 ? Math.floor((progress.done / progress.total) * 100) : 0;
  return (
    <span className="evidence-adding-state">
      {progress?.phase ?? '读取'}
      <Progress percent={percent} size="small" className="evidence-adding-bar" />
      <Button size="small" onClick={() => void invoke('jobs.cancel', { jobId: token })}>
        取消
      </Button>
    </span>
  );
}
