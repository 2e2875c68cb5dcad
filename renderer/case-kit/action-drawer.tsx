import type { ActionOffer } from '@shared/contract/common';
import type { DocumentRow } from '@shared/contract/documents';
import type { AppError, Result } from '@shared/contract/result';
import type { FieldValues } from '@shared/domain/kernel/field';
import { Alert } from 'antd';
import { useState } from 'react';
import { useToasts } from '../lib/toasts';
import { DraftNotice } from './draft-notice';
import { FieldForm } from './field-form/field-form';
import { useFieldForm } from './field-form/field-form-state';
import { FormDrawer } from './form-drawer';
import { StaleNotice } from './stale-notice';
import { useDraft } from './use-draft';

type ActionDrawerProps = {
  readonly action: ActionOffer;
  readonly draftKey: string;
  readonly documents?: readonly DocumentRow[];
  readonly onAct: (action: string, values: FieldValues) => Promise<Result<unknown>>;
  readonly onClose: () => void;
};

/** The form of one action at the right edge, the page still readable beside it. */
export function ActionDrawer({ action, draftKey, documents, onAct, onClose }: ActionDrawerProps) {
  const form = useFieldForm({ fields: action.fields, initial: action.initial });
  const draft = useDraft(draftKey, form.values, { isChanged: form.isChanged, onRestore: form.replace });
  const [isRunning, setIsRunning] = useState(false);
  const [stale, setStale] = useState<AppError | null>(null);
  const toasts = useToasts();
  const [isDone, setIsDone] = useState(false);
  // Something else happened to the case while the form was open.
  const isRefused = !action.isEnabled && !isRunning && !isDone;

  const run = async () => {
    if (isRunning || isRefused) return;
    setIsRunning(true);
    const result = await onAct(action.key, form.values);
    setIsRunning(false);
    setIsDone(result.ok);
    if (result.ok) {
      await draft.discard();
      toasts.done(`${action.label}：已完成`);
      onClose();
    } else if (result.error.code === 'STALE_REVISION') setStale(result.error);
    else form.refuse(result.error);
  };

  return (
    <FormDrawer
      title={action.label}
      draftKey={draftKey}
      onClose={onClose}
      okText={action.isDanger ? `确定${action.label}` : action.label}
      isDanger={action.isDanger}
      isRefused={isRefused}
      isRunning={isRunning}
      width={600}
      onOk={() => {
        if (form.check()) void run();
      }}
    >
      <DraftNotice draft={draft} onGiveUp={() => form.reset(action.initial)} />
      {isRefused ? (
        <Alert
          type="warning"
          showIcon
          role="alert"
          className="stale-notice"
          title={`现在不能办理“${action.label}”`}
          description={`${action.reason} 您填写的内容已存为草稿。`}
        />
      ) : null}
      <StaleNotice
        error={stale}
        onReload={() => {
          form.mergeNewer(action.initial);
          setStale(null);
        }}
      />
      {action.warnings.map((warning) => (
        <Alert key={warning} type="info" showIcon className="stale-notice" title={warning} />
      ))}
      {action.fields.length === 0 ? (
        <p>
          将执行“{action.label}”。{action.reason}请确认。
        </p>
      ) : null}
      <FieldForm form={form} onSubmit={() => void run()} documents={documents}>
        <button type="submit" className="visually-hidden" tabIndex={-1}>
          {action.label}
        </button>
      </FieldForm>
    </FormDrawer>
  );
}
