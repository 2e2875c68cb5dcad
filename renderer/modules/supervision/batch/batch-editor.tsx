import { DraftNotice } from '@renderer/case-kit/draft-notice';
import { LeaveGuard } from '@renderer/case-kit/leave-guard';
import { useEscapeToLeave } from '@renderer/case-kit/paper-page/use-escape-to-leave';
import { useToasts } from '@renderer/lib/toasts';
import { Button, Steps } from 'antd';
import { useNavigate } from 'react-router';
import { EmployersStep } from './employers-step';
import { OutcomeList } from './outcome-list';
import { RunStep } from './run-step';
import { TextStep } from './text-step';
import { type BatchForm, useBatch } from './use-batch';

type Props = { readonly kind: string; readonly kindLabel: string; readonly described: BatchForm };

const LAST_STEP = 2;

/** The three steps of a batch, then its outcome. */
export function BatchEditor({ kind, kindLabel, described }: Props) {
  const batch = useBatch(kind, described);
  const { step, setStep, outcome } = batch;
  const navigate = useNavigate();
  const toasts = useToasts();
  const isLeaving = useEscapeToLeave(batch.draftKey, () => void navigate('/supervision'));
  if (outcome) return <OutcomeList outcome={outcome} onAgain={batch.startAgain} />;

  const forward = () => {
    if (step === 1 && !batch.form.check()) return;
    if (step === 1 && batch.blockCount > 0) {
      toasts.refused({
        code: 'REFUSED',
        message: `“检查”中还有 ${batch.blockCount} 项须改正，改正后才能签发。请逐项点“去修改”。`,
      });
      return;
    }
    setStep(step + 1);
  };
  return (
    <>
      <LeaveGuard isChanged={batch.isChanged && !isLeaving} draft={batch.draft} draftKey={batch.draftKey} />
      <Steps
        size="small"
        current={step}
        items={[{ title: '选择单位' }, { title: '填写内容' }, { title: '签发导出' }]}
        className="sup-steps"
      />
      <DraftNotice draft={batch.draft} onGiveUp={batch.startAgain} />
      <div className="sup-step-body">
        {step === 0 && <EmployersStep selection={batch.selection} onChange={batch.setSelection} />}
        {step === 1 && <TextStep kind={kind} batch={batch} />}
        {step === LAST_STEP && <RunStep batch={batch} kindLabel={kindLabel} />}
      </div>
      {!batch.isRunning && (
        <div className="sup-form-foot">
          <span className="sup-muted" role="status">
            {batch.draft.isFailing
              ? '草稿暂时没有存入，请先不要关闭程序。'
              : batch.isChanged
                ? '草稿已自动保留'
                : ''}
          </span>
          <div className="sup-inline">
            {step > 0 && <Button onClick={() => setStep(step - 1)}>上一步</Button>}
            {step < LAST_STEP ? (
              <Button type="primary" disabled={!batch.isSelectionFine} onClick={forward}>
                {batch.selection.size === 0 ? '请先选择单位' : '下一步'}
              </Button>
            ) : (
              <Button type="primary" onClick={() => void batch.run()}>
                签发并制作 {batch.selection.size} 份
              </Button>
            )}
          </div>
        </div>
      )}
    </>
  );
}
