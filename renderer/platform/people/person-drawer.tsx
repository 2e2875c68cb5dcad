import type { PersonInput } from '@shared/contract/employers';
import { useNavigate } from 'react-router';
import { DraftNotice } from '../../case-kit/draft-notice';
import { FieldForm } from '../../case-kit/field-form/field-form';
import { useFieldForm } from '../../case-kit/field-form/field-form-state';
import { FormDrawer } from '../../case-kit/form-drawer';
import { StaleNotice } from '../../case-kit/stale-notice';
import { useDraft } from '../../case-kit/use-draft';
import { useChannelCommand, useChannelQuery } from '../../lib/channel-hooks';
import { useToasts } from '../../lib/toasts';
import { useDebounced } from '../../lib/use-debounced';
import { DuplicateNotice } from '../../ui/duplicate-notice';
import { bareField } from '../employers/employer-fields';
import { PERSON_FIELDS, toPersonInput, toPersonValues } from './person-fields';

type PersonDrawerProps = {
  readonly record: { readonly id: number | null; readonly revision: number; readonly person: PersonInput };
  readonly onClose: () => void;
};

/** The form of a person, at the right edge. */
export function PersonDrawer({ record, onClose }: PersonDrawerProps) {
  const navigate = useNavigate();
  const toasts = useToasts();
  const initial = toPersonValues(record.person);
  const form = useFieldForm({ fields: PERSON_FIELDS, initial });
  const draftKey = `person:${record.id ?? 'new'}`;
  const draft = useDraft(draftKey, form.values, { isChanged: form.isChanged, onRestore: form.replace });
  const save = useChannelCommand('people.save');
  const input = toPersonInput(form.values);
  const asked = useDebounced({ name: input.name, idNumber: input.idNumber }, 300);
  const isAsking = asked.name.length > 1 || asked.idNumber.length > 0;
  const check = useChannelQuery(
    'people.check',
    { ...asked, exceptId: record.id },
    { enabled: isAsking, keepPrevious: true },
  );
  const problem = asked.idNumber.length === 18 ? (check.data?.idNumberProblem ?? '') : '';

  const submit = async () => {
    if (save.isRunning) return;
    const result = await save.run({
      id: record.id,
      revision: record.revision,
      person: toPersonInput(form.values),
    });
    if (result.ok) {
      await draft.discard();
      toasts.done('已保存');
      onClose();
    } else if (result.error.code !== 'STALE_REVISION') {
      form.refuse({
        ...result.error,
        fields: result.error.fields?.map((e) => ({ ...e, field: bareField(e.field) })),
      });
    }
  };
  return (
    <FormDrawer
      title={record.id === null ? '登记人员' : '修改人员资料'}
      draftKey={draftKey}
      onClose={onClose}
      okText="保存"
      isRunning={save.isRunning}
      onOk={() => {
        if (form.check()) void submit();
      }}
    >
      <DraftNotice draft={draft} onGiveUp={() => form.reset(initial)} />
      <StaleNotice
        error={save.error}
        onReload={() => {
          form.mergeNewer(initial);
          save.clearError();
        }}
      />
      <FieldForm
        form={form}
        onSubmit={() => void submit()}
        idPrefix="person"
        notes={{
          name: (
            <DuplicateNotice
              duplicates={isAsking ? (check.data?.duplicates ?? []) : []}
              verb="打开查看"
              onPick={(id) => void navigate(`/people/${id}`)}
            />
          ),
          idNumber: problem ? <p className="field-error field-note">{problem}</p> : null,
        }}
      />
    </FormDrawer>
  );
}
