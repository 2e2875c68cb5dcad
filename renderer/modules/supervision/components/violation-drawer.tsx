import { DraftNotice } from '@renderer/case-kit/draft-notice';
import { flushDraft } from '@renderer/case-kit/draft-store';
import { checkFields } from '@renderer/case-kit/field-form/check-fields';
import { useDraft } from '@renderer/case-kit/use-draft';
import { readableDemand } from '@renderer/lib/demand-marks';
import { useSaveShortcut } from '@renderer/lib/shortcuts';
import type { FieldError } from '@shared/contract/result';
import type { ViolationItem } from '@shared/contract/supervision';
import type { FieldValues } from '@shared/domain/kernel/field';
import { Alert, Button, Drawer } from 'antd';
import { useState } from 'react';
import { useViolationCatalogue, useViolationSave } from '../api';
import { CASE_VIOLATION_FIELDS, toViolationInput, violationValues } from '../forms/violation-fields';
import { ViolationFields } from './violation-fields';

type Props = {
  readonly caseId: number;
  readonly revision: number;
  readonly code: string;
  readonly name: string;
  readonly item: ViolationItem | null;
  readonly onClose: () => void;
};

/** One violation of the case, opened at the right edge. */
export function ViolationDrawer({ caseId, revision, code, name, item, onClose }: Props) {
  const catalogue = useViolationCatalogue();
  const row = catalogue.data?.find((candidate) => candidate.code === code);
  const [opened] = useState<FieldValues>(() =>
    item
      ? violationValues(item)
      : { demand: readableDemand(row?.demand ?? ''), finding: 'pending', rectified: 'pending' },
  );
  const [openedRevision] = useState(revision);
  const [values, setValues] = useState(opened);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [problem, setProblem] = useState('');
  const save = useViolationSave();
  const draftKey = `supervision.case:${caseId}:violation:${item?.id ?? code}`;
  const draft = useDraft(draftKey, values, { isChanged: values !== opened, onRestore: setValues });

  const submit = async () => {
    const found = checkFields(CASE_VIOLATION_FIELDS, values);
    setErrors(found);
    if (found.length > 0 || save.isRunning) return;
    const input = toViolationInput(code, values);
    const result = await save.run({ caseId, revision: openedRevision, id: item?.id ?? null, item: input });
    if (!result.ok) {
      setErrors(result.error.fields ?? []);
      setProblem(result.error.message);
      return;
    }
    await draft.discard();
    onClose();
  };
  const close = () => void flushDraft(draftKey).then(onClose);
  useSaveShortcut(() => void submit());

  return (
    <Drawer
      open
      size={640}
      title={name}
      onClose={close}
      mask={{ closable: false }}
      footer={
        <div className="drawer-footer">
          <Button onClick={close}>取消</Button>
          <Button type="primary" loading={save.isRunning} onClick={() => void submit()}>
            保存
          </Button>
        </div>
      }
    >
      <DraftNotice draft={draft} onGiveUp={() => setValues(opened)} />
      {problem && <Alert type="warning" showIcon title={problem} />}
      {row && (
        <p className="sup-muted">
          依据：{row.basesText}
          {row.checkPoints && (
            <>
              <br />
              核查要点：{row.checkPoints}
            </>
          )}
        </p>
      )}
      <ViolationFields
        idPrefix="violation"
        fields={CASE_VIOLATION_FIELDS}
        values={values}
        onChange={setValues}
        catalogue={row}
        errorOf={(field) => errors.find((error) => error.field.split('.').pop() === field)?.message}
      />
    </Drawer>
  );
}
