import type { Result } from '@shared/contract/result';
import type { Field, FieldValues } from '@shared/domain/kernel/field';
import { type ReactNode, useState } from 'react';
import { DraftNotice } from '../../case-kit/draft-notice';
import { FieldForm } from '../../case-kit/field-form/field-form';
import { useFieldForm } from '../../case-kit/field-form/field-form-state';
import { FormDrawer } from '../../case-kit/form-drawer';
import { useDraft } from '../../case-kit/use-draft';
import { useToasts } from '../../lib/toasts';

type RecordDrawerProps = {
  readonly title: string;
  readonly draftKey: string;
  readonly fields: readonly Field[];
  readonly initial: FieldValues;
  readonly onSave: (values: FieldValues) => Promise<Result<unknown>>;
  readonly onClose: () => void;
  /** Above the fields: what the change means. */
  readonly intro?: ReactNode;
  /** Further buttons at the left of the foot. */
  readonly extra?: ReactNode;
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
      form.refuse(result.error);
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
    >
      {intro}
      <DraftNotice draft={draft} onGiveUp={() => form.reset(initial)} />
      <FieldForm form={form} onSubmit={() => void submit()} />
    </FormDrawer>
  );
}

/** Text of a field value, trimmed. */
export const textOf = (values: FieldValues, name: string): string => {
  const value = values[name];
  return typeof value === 'string' ? value.trim() : '';
};
