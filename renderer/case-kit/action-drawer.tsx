import type { ActionOffer } from '@shared/contract/common';
import type { DocumentRow } from '@shared/contract/documents';
import type { AppError, Result } from '@shared/contract/result';
import type { FieldValues } from '@shared/domain/kernel/field';
import { Button, Drawer } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useToasts } from '../lib/toasts';
import { DraftNotice } from './draft-notice';
import { flushDraft } from './draft-store';
import { FieldForm } from './field-form/field-form';
import { useFieldForm } from './field-form/field-form-state';
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
  const body = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const timer = setTimeout(() => body.current?.querySelector<HTMLElement>('input,textarea')?.focus(), 320);
    return () => clearTimeout(timer);
  }, []);

  const run = async () => {
    if (isRunning) return;
    setIsRunning(true);
    const result = await onAct(action.key, form.values);
    setIsRunning(false);
    if (result.ok) {
      await draft.discard();
      toasts.done(`${action.label}：已完成`);
      onClose();
    } else if (result.error.code === 'STALE_REVISION') setStale(result.error);
    else form.refuse(result.error);
  };
  const close = () => void flushDraft(draftKey).then(onClose);

  return (
    <Drawer
      open
      size={600}
      title={action.label}
      onClose={close}
      mask={{ closable: false }}
      footer={
        <div className="drawer-footer">
          <Button onClick={close}>取消</Button>
          <Button
            type="primary"
            danger={action.isDanger}
            loading={isRunning}
            onClick={() => {
              if (form.check()) void run();
            }}
          >
            {action.isDanger ? `确定${action.label}` : action.label}
          </Button>
        </div>
      }
    >
      <div ref={body}>
        <DraftNotice draft={draft} onGiveUp={() => form.reset(action.initial)} />
        <StaleNotice
          error={stale}
          onReload={() => {
            form.mergeNewer(action.initial);
            setStale(null);
          }}
        />
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
      </div>
    </Drawer>
  );
}
