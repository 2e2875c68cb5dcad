import type { EmployerInput } from '@shared/contract/employers';
import { Button } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { DraftNotice } from '../../case-kit/draft-notice';
import { FieldForm } from '../../case-kit/field-form/field-form';
import { useFieldForm } from '../../case-kit/field-form/field-form-state';
import { LeaveGuard } from '../../case-kit/leave-guard';
import { StaleNotice } from '../../case-kit/stale-notice';
import { useDraft } from '../../case-kit/use-draft';
import { useChannelCommand, useChannelQuery } from '../../lib/channel-hooks';
import { useLeaveShortcut } from '../../lib/shortcuts';
import { useToasts } from '../../lib/toasts';
import { useDebounced } from '../../lib/use-debounced';
import { DuplicateNotice } from '../../ui/duplicate-notice';
import { PageHeader } from '../../ui/page-header';
import { bareField, employerFields, toEmployerInput, toEmployerValues } from './employer-fields';

type EmployerFormProps = {
  readonly record: {
    readonly id: number | null;
    readonly revision: number;
    readonly employer: EmployerInput;
  };
};

/** The form of an employer, with a warning while typing when it seems to be there already. */
export function EmployerForm({ record }: EmployerFormProps) {
  const navigate = useNavigate();
  const toasts = useToasts();
  const [saved, setSaved] = useState<number | null>(null);
  // What the form was opened with; a newer record is taken over on request only.
  const [base, setBase] = useState(record);
  const catalogue = useChannelQuery('catalogue.options', {}, { staleTime: 60_000 });
  const fields = useMemo(() => employerFields(catalogue.data), [catalogue.data]);
  const form = useFieldForm({ fields, initial: toEmployerValues(base.employer) });
  const draftKey = `employer:${record.id ?? 'new'}`;
  const draft = useDraft(draftKey, form.values, { isChanged: form.isChanged, onRestore: form.replace });
  const save = useChannelCommand('employers.save');

  const input = toEmployerInput(form.values);
  const asked = useDebounced({ name: input.name, uscc: input.uscc }, 300);
  const isAsking = asked.name.length > 1 || asked.uscc.length > 0;
  const check = useChannelQuery(
    'employers.check',
    { ...asked, exceptId: record.id },
    { enabled: isAsking, keepPrevious: true },
  );
  const usccProblem = asked.uscc.length === 18 ? (check.data?.usccProblem ?? '') : '';

  useEffect(() => {
    if (saved !== null) void navigate(`/employers/${saved}`, { replace: true });
  }, [saved, navigate]);
  const leave = () => void navigate(record.id === null ? '/employers' : `/employers/${record.id}`);
  useLeaveShortcut(leave);

  const submit = async () => {
    if (save.isRunning) return;
    const result = await save.run({
      id: base.id,
      revision: base.revision,
      employer: toEmployerInput(form.values),
    });
    if (result.ok) {
      form.reset(form.values);
      await draft.discard();
      toasts.done('已保存');
      setSaved(result.value.id);
    } else if (result.error.code !== 'STALE_REVISION') {
      form.refuse({
        ...result.error,
        fields: result.error.fields?.map((e) => ({ ...e, field: bareField(e.field) })),
      });
    }
  };

  return (
    <>
      <PageHeader title={record.id === null ? '登记单位' : '修改单位资料'} />
      <LeaveGuard isChanged={form.isChanged && saved === null} draft={draft} draftKey={draftKey} />
      <DraftNotice draft={draft} onGiveUp={() => form.reset(toEmployerValues(base.employer))} />
      <StaleNotice
        error={save.error}
        onReload={() => {
          setBase(record);
          form.mergeNewer(toEmployerValues(record.employer));
          save.clearError();
        }}
      />
      <FieldForm
        form={form}
        onSubmit={() => void submit()}
        idPrefix="employer"
        hasCursor={record.id === null}
        notes={{
          name: (
            <DuplicateNotice
              duplicates={isAsking ? (check.data?.duplicates ?? []) : []}
              verb="打开查看"
              onPick={(id) => void navigate(`/employers/${id}`)}
            />
          ),
          uscc: usccProblem ? <p className="field-error field-note">{usccProblem}</p> : null,
        }}
      >
        <div className="form-buttons">
          <Button type="primary" htmlType="submit" loading={save.isRunning} title="Ctrl+S">
            保存
          </Button>
          <Button onClick={leave}>取消</Button>
        </div>
      </FieldForm>
    </>
  );
}
