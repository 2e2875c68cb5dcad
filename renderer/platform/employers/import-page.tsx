import type { ImportPreview } from '@shared/contract/employers';
import { Alert, Button, Steps } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { useChannelCommand } from '../../lib/channel-hooks';
import { invoke } from '../../lib/invoke';
import { useToasts } from '../../lib/toasts';
import { PageHeader } from '../../ui/page-header';
import { ProgressPanel } from '../../ui/progress-panel';
import { ImportPreviewStep } from './import-preview-step';

/** Of the main process: reading and writing report under it, and writing can be stopped by it. */
const JOB_ID = 'employers.import';
const EXTENSIONS = '.xlsx 或 .xls';

type Outcome = { readonly inserted: number; readonly updated: number; readonly skipped: number };

/** A roster from Excel: choose, check, commit once. A rejected file leaves nothing behind. */
export function EmployerImportPage() {
  const navigate = useNavigate();
  const toasts = useToasts();
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [stopped, setStopped] = useState('');
  const read = useChannelCommand('employers.import.preview');
  const commit = useChannelCommand('employers.import.commit');
  const template = useChannelCommand('employers.import.template');
  const token = useRef<string | null>(null);

  useEffect(
    () => () => {
      if (token.current) void invoke('employers.import.discard', { token: token.current });
    },
    [],
  );

  const take = async (mapping: Record<string, string> | null) => {
    setStopped('');
    const result = await read.run({ mapping });
    if (!result.ok || !result.value) return;
    token.current = result.value.token;
    setPreview(result.value);
  };
  const write = async () => {
    if (!preview || commit.isRunning) return;
    const result = await commit.run({ token: preview.token, skipErrors: preview.errorCount > 0 });
    // The file went with the stopped worker: it is chosen anew.
    if (!result.ok && result.error.code !== 'CANCELLED') return;
    token.current = null;
    if (!result.ok) {
      setStopped('已停止，单位名册没有改变。需要导入时请重新选择文件。');
      setPreview(null);
      return;
    }
    setOutcome(result.value);
  };
  const saveTemplate = async () => {
    const result = await template.run({});
    if (!result.ok) toasts.refused(result.error);
    else if (result.value) toasts.wrote('空白模板已存为', result.value.path);
  };
  const step = outcome ? 2 : preview ? 1 : 0;
  const refusal = read.error ?? commit.error;

  return (
    <>
      <PageHeader
        title="从 Excel 导入单位"
        detail="先核对，再一次写入。核对期间不会改动任何资料。"
        back="/employers"
      />
      <Steps
        className="import-steps"
        size="small"
        current={step}
        items={[{ title: '选择文件' }, { title: '核对' }, { title: '完成' }]}
      />
      {refusal && refusal.code !== 'CANCELLED' ? (
        <Alert className="page-notice" type="error" showIcon title={refusal.message} />
      ) : null}
      {stopped ? <Alert className="page-notice" type="info" showIcon title={stopped} /> : null}
      {read.isRunning ? <ProgressPanel jobId={JOB_ID} title="正在读取文件" /> : null}
      {commit.isRunning ? <ProgressPanel jobId={JOB_ID} title="正在写入" isCancellable /> : null}
      {step === 0 && !read.isRunning ? (
        <div className="import-start">
          <p>
            {`请选择单位名册（${EXTENSIONS}）。第一行应为列名，列名不必与模板完全相同，下一步可以逐列指定。`}
            {'已登记的单位按统一社会信用代码识别，只更新，不重复登记。'}
          </p>
          <div className="button-row">
            <Button type="primary" onClick={() => void take(null)}>
              选择文件
            </Button>
            <Button loading={template.isRunning} onClick={() => void saveTemplate()}>
              下载空白模板
            </Button>
          </div>
        </div>
      ) : null}
      {step === 1 && preview && !commit.isRunning ? (
        <ImportPreviewStep
          preview={preview}
          isReading={read.isRunning}
          onRemap={(mapping) => void take(mapping)}
          onCommit={() => void write()}
          onOther={() => {
            void invoke('employers.import.discard', { token: preview.token });
            token.current = null;
            setPreview(null);
          }}
        />
      ) : null}
      {outcome ? (
        <Alert
          type="success"
          showIcon
          title="导入完成"
          description={`新登记 ${outcome.inserted} 家，更新 ${outcome.updated} 家，跳过 ${outcome.skipped} 行。`}
          action={
            <Button type="primary" onClick={() => void navigate('/employers')}>
              查看单位列表
            </Button>
          }
        />
      ) : null}
    </>
  );
}
