import { FieldForm } from '@renderer/case-kit/field-form/field-form';
import { count } from '@renderer/lib/format';
import { Alert, Button, Progress } from 'antd';
import type { Batch } from './use-batch';

/** Step 3: signature, date, output; then the run with its progress. */
export function RunStep({ batch, kindLabel }: { readonly batch: Batch; readonly kindLabel: string }) {
  const { selection, progress, isRunning } = batch;
  if (isRunning) return <Running batch={batch} total={selection.size} progress={progress} />;
  return (
    <div className="sup-form-column">
      <Alert
        type="info"
        showIcon
        title={`将为 ${count(selection.size)} 家单位各签发一份${kindLabel}`}
        description="签发后内容锁定并编号。个别单位资料不全时，该单位不签发并说明原因，其他单位不受影响。"
      />
      <FieldForm form={batch.signing} idPrefix="batch-signing" />
    </div>
  );
}

type RunningProps = {
  readonly batch: Batch;
  readonly total: number;
  readonly progress: Batch['progress'];
};

function Running({ batch, total, progress }: RunningProps) {
  const done = progress?.done ?? 0;
  const all = progress?.total || total;
  return (
    <div className="sup-running" role="status">
      <p>
        {progress?.phase || '正在制发'}：{count(done)} / {count(all)}
      </p>
      <Progress percent={Math.floor((done / Math.max(1, all)) * 100)} status="active" />
      <Button loading={batch.isCancelling} onClick={() => void batch.cancel()}>
        停止
      </Button>
      <p className="sup-muted">停止后，已经签发编号的文书有效，其余单位不再制发。</p>
    </div>
  );
}
