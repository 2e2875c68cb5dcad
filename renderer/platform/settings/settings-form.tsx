import type { UnitSettings } from '@shared/contract/settings';
import type { Field, FieldValues } from '@shared/domain/kernel/field';
import { Button } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { DraftNotice } from '../../case-kit/draft-notice';
import { FieldForm } from '../../case-kit/field-form/field-form';
import { useFieldForm } from '../../case-kit/field-form/field-form-state';
import { LeaveGuard } from '../../case-kit/leave-guard';
import { StaleNotice } from '../../case-kit/stale-notice';
import { useDraft } from '../../case-kit/use-draft';
import { useChannelCommand } from '../../lib/channel-hooks';
import { useMay } from '../../lib/may';
import { useToasts } from '../../lib/toasts';
import { bareField } from '../employers/employer-fields';

type SettingsFormProps = {
  readonly name: string;
  readonly fields: readonly Field[];
  /** As last read. */
  readonly initial: FieldValues;
  readonly revision: number;
  readonly toSettings: (values: FieldValues) => Partial<UnitSettings>;
  /** The words of a refusal as this form writes them. */
  readonly readError?: (message: string) => string;
  /** Under a field: what its value means. */
  readonly noteOf?: (name: string, value: string) => ReactNode;
};

/** A part of the unit's settings as a form; others may have saved meanwhile. */
export function SettingsForm(props: SettingsFormProps) {
  const { name, fields, initial, revision, toSettings, readError = asItIs, noteOf } = props;
  const toasts = useToasts();
  const mayWrite = useMay('settings.write');
  const form = useFieldForm({ fields, initial });
  const [openedAt, setOpenedAt] = useState(revision);
  const draftKey = `settings:${name}`;
  const draft = useDraft(draftKey, form.values, { isChanged: form.isChanged, onRestore: form.replace });
  const save = useChannelCommand('settings.update');

  // Untouched forms follow what was saved elsewhere.
  const { isChanged, reset } = form;
  useEffect(() => {
    if (isChanged || revision === openedAt) return;
    setOpenedAt(revision);
    reset(initial);
  }, [isChanged, revision, openedAt, initial, reset]);

  const submit = async () => {
    if (save.isRunning) return;
    const result = await save.run({ settings: toSettings(form.values), revision: openedAt });
    if (result.ok) {
      setOpenedAt(result.value.revision);
      form.reset(form.values);
      await draft.discard();
      toasts.done('已保存');
    } else if (result.error.code !== 'STALE_REVISION') {
      form.refuse({
        ...result.error,
        message: readError(result.error.message),
        fields: result.error.fields?.map(({ field, message }) => ({
          field: bareField(field),
          message: readError(message),
        })),
      });
    }
  };
  const notes = noteOf
    ? Object.fromEntries(
        fields.map((field) => [field.name, noteOf(field.name, String(form.values[field.name] ?? ''))]),
      )
    : undefined;
  return (
    <>
      <LeaveGuard isChanged={form.isChanged} draft={draft} draftKey={draftKey} />
      <DraftNotice draft={draft} onGiveUp={() => form.reset(initial)} />
      <StaleNotice
        error={save.error}
        onReload={() => {
          form.mergeNewer(initial);
          setOpenedAt(revision);
          save.clearError();
        }}
      />
      <FieldForm
        form={form}
        onSubmit={() => void submit()}
        isReadOnly={!mayWrite}
        idPrefix="settings"
        notes={notes}
      >
        {mayWrite ? (
          <div className="form-buttons">
            <Button type="primary" htmlType="submit" loading={save.isRunning} disabled={!form.isChanged}>
              保存
            </Button>
          </div>
        ) : (
          <p className="quiet">只有管理员可以修改。</p>
        )}
      </FieldForm>
    </>
  );
}

const asItIs = (message: string) => message;
