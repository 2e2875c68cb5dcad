import { Progress as Bar, Button } from 'antd';
import { useState } from 'react';
import { invoke } from '../lib/invoke';
import { useProgress } from '../lib/use-progress';

type ProgressPanelProps = {
  /** Empty: reports of whatever job is running. */
  readonly jobId: string;
  /** What is being done: 正在导入单位. */
  readonly title: string;
  /** Long work that can be stopped in between. */
  readonly isCancellable?: boolean;
};

/** Long work: a bar, counts, and a way to stop it. */
export function ProgressPanel({ jobId, title, isCancellable }: ProgressPanelProps) {
  const progress = useProgress(jobId, true);
  const [isCancelling, setIsCancelling] = useState(false);
  const percent = progress && progress.total > 0 ? Math.floor((progress.done / progress.total) * 100) : 0;
  const cancel = async () => {
    setIsCancelling(true);
    await invoke('jobs.cancel', { jobId });
  };
  return (
    <section className="progress-panel" aria-label={title} aria-live="polite">
      <div className="progress-panel-line">
        <span>
          {title}
          {progress && !title.includes(progress.phase) ? `：${progress.phase}` : ''}
        </span>
        {progress && progress.total > 1 ? (
          <span className="number">
            {progress.done.toLocaleString('zh-CN')} / {progress.total.toLocaleString('zh-CN')}
          </span>
        ) : null}
      </div>
      {/* A step that cannot be counted shows that it is under way, not 0 %. */}
      <Bar percent={progress && progress.total > 1 ? percent : 100} showInfo={false} status="active" />
      {isCancellable && jobId ? (
        <Button disabled={isCancelling} onClick={() => void cancel()}>
          {isCancelling ? '正在停止' : '停止'}
        </Button>
      ) : null}
    </section>
  );
}
