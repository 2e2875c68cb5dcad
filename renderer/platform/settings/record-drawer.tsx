import type { AppError, Result } from '@shared/contract/result';
import type { FieldValues } from '@shared/domain/kernel/field';
import { type ReactNode, useState } from 'react';
import { DraftNotice } from '../../case-kit/draft-notice';
import { FieldForm } from '../../case-kit/field-form/field-form';
import { type FormFields, useFieldForm } from '../../case-kit/field-form/field-form-state';
import { FormDrawer } from '../../case-kit/form-drawer';
import { StaleNotice } from '../../case-kit/stale-notice';
import { useDraft } from '../../case-kit/use-draft';
import { useToasts } from '../../lib/toasts';

type RecordDrawerProps = {
  readonly title: string;
  readonly draftKey: string;
  readonly fields: FormFields;
  readonly initial: FieldValues;
  readonly onSave: (values: FieldValues) => Promise<Result<unknown>>;
  readonly onClose: () => void;
  /** Above the fields: what the change means. */
  readonly intro?: ReactNode;
  /** Further buttons at the left of the foot. */
  readonly extra?: ReactNode;
  readonly width?: number;
  /** Of a record that others may have saved meanwhile: the refusal, and its end once it was read again. */
  readonly stale?: { readonly error: AppError | null; readonly onReloaded: () => void };
  /** What stands below fields, made of what is typed. */
  readonly notesOf?: (values: FieldValues) => Readonly<Record<string, ReactNode>>;
};

/** A small record (leader, supervisor, rule, catalogue entry) in a drawer, its draft kept. */
export function RecordDrawer({
  title,
  draftKey,
  fields,
  initial,
  onSave,
  onClose,
  intro,
  extra,
  width,
  stale,
  notesOf,
}: RecordDrawerProps) {
  const toasts = useToasts();
  const form = useFieldForm({ fields, initial });
  const draft = useDraft(draftKey, form.values, { isChanged: form.isChanged, onRestore: form.replace });
  const [isSaving, setIsSaving] = useState(false);
  const submit = async () => {
    if (isSaving) return;
    setIsSaving(true);
    const result = await onSave(form.values);
    setIsSaving(false);
    if (!result.ok) {
      if (!stale || result.error.code !== 'STALE_REVISION') form.refuse(result.error);
      return;
    }
    await draft.discard();
    toasts.done('已保存');
    onClose();
  };
  return (
    <FormDrawer
      title={title}
      draftKey={draftKey}
      onClose={onClose}
      okText="保存"
      isRunning={isSaving}
      onOk={() => {
        if (form.check()) void submit();
      }}
      extra={extra}
      width={width}
    >
      {intro}
      <DraftNotice draft={draft} onGiveUp={() => form.reset(initial)} />
      {stale ? (
        <StaleNotice
          error={stale.error}
          onReload={() => {
            form.mergeNewer(initial);
            stale.onReloaded();
          }}
        />
      ) : null}
      <FieldForm form={form} onSubmit={() => void submit()} notes={notesOf?.(form.values)} />
    </FormDrawer>
  );
}

/** Text of a field value, trimmed. */
export const textOf = (values: FieldValues, name: string): string => {
  const value = values[name];
  return typeof value === 'string' ? value.trim() : '';
};
