import { FieldForm } from '@renderer/case-kit/field-form/field-form';
import { useFieldForm } from '@renderer/case-kit/field-form/field-form-state';
import { messageOf } from '@renderer/lib/app-failure';
import { useMay } from '@renderer/lib/may';
import { EMPTY_COMPLAINANT } from '@shared/contract/complainant';
import type { Complainant, SupervisionCase } from '@shared/contract/supervision';
import { Alert, Button, Descriptions, Skeleton, Space } from 'antd';
import { useState } from 'react';
import { useComplainant, useComplainantSave } from '../api';
import { COMPLAINANT_FIELDS, toComplainant } from '../forms/complainant-fields';
import { readableValue } from '../forms/readable-value';
import { ComplainantAccessPanel } from './complainant-access-panel';
import { RestrictedPanel } from './restricted-panel';

/** 反映人信息: nothing is read until 查看 is pressed, since each reading is recorded. */
export function ComplainantPanel({ caseFile }: { readonly caseFile: SupervisionCase }) {
  const [isOpen, setOpen] = useState(false);
  const mayRead = useMay('complainant.read');
  const mayWrite = useMay('complainant.write');
  if (!mayRead) {
    return (
      <RestrictedPanel title="反映人信息">
        <p className="quiet">您的账号不能查看反映人信息。需要查看的，请联系经办人。</p>
        <ComplainantAccessPanel caseId={caseFile.id} />
      </RestrictedPanel>
    );
  }
  return (
    <RestrictedPanel title="反映人信息">
      {isOpen ? (
        <OpenedComplainant caseFile={caseFile} onClose={() => setOpen(false)} />
      ) : (
        <Space>
          <span>
            {caseFile.hasComplainant
              ? caseFile.isAnonymous
                ? '匿名反映。'
                : '实名反映，信息已隐藏。'
              : '本案没有登记反映人（巡查发现、上级交办等）。'}
          </span>
          <Button onClick={() => setOpen(true)}>
            {caseFile.hasComplainant || caseFile.isReadOnly || !mayWrite ? '查看' : '补登反映人'}
          </Button>
        </Space>
      )}
      <ComplainantAccessPanel caseId={caseFile.id} />
    </RestrictedPanel>
  );
}

type OpenedProps = { readonly caseFile: SupervisionCase; readonly onClose: () => void };

function OpenedComplainant({ caseFile, onClose }: OpenedProps) {
  const query = useComplainant(caseFile.id, true);
  const mayEdit = useMay('complainant.write') && !caseFile.isReadOnly;
  const [isEditing, setEditing] = useState(!caseFile.hasComplainant && mayEdit);
  if (query.isError) return <Alert type="warning" showIcon title={messageOf(query.error)} />;
  if (query.data === undefined) return <Skeleton active paragraph={{ rows: 3 }} />;
  if (isEditing) {
    return (
      <ComplainantEditor
        caseId={caseFile.id}
        complainant={query.data ?? EMPTY_COMPLAINANT}
        onDone={() => (query.data === null && !caseFile.hasComplainant ? onClose() : setEditing(false))}
      />
    );
  }
  if (query.data === null) return <p>没有登记反映人。</p>;
  return (
    <>
      <ComplainantFacts complainant={query.data} />
      <Space className="sup-gap">
        {mayEdit && <Button onClick={() => setEditing(true)}>修改</Button>}
        <Button onClick={onClose}>隐藏</Button>
      </Space>
    </>
  );
}

function ComplainantFacts({ complainant }: { readonly complainant: Complainant }) {
  const shown = COMPLAINANT_FIELDS.filter((field) => !field.when || !complainant.isAnonymous);
  return (
    <Descriptions
      size="small"
      column={2}
      items={shown.map((field) => ({
        key: field.name,
        label: field.label.replace(/（.*）/, ''),
        children: readableValue(field, complainant[field.name as keyof Complainant]) || (
          <span className="quiet">未填写</span>
        ),
      }))}
    />
  );
}

type EditorProps = {
  readonly caseId: number;
  readonly complainant: Complainant;
  readonly onDone: () => void;
};

function ComplainantEditor({ caseId, complainant, onDone }: EditorProps) {
  const form = useFieldForm({ fields: COMPLAINANT_FIELDS, initial: complainant });
  const save = useComplainantSave();
  const submit = async () => {
    if (!form.check()) return;
    const result = await save.run({ caseId, complainant: toComplainant(form.values) });
    if (result.ok) onDone();
    else form.refuse(result.error);
  };
  return (
    <FieldForm form={form} onSubmit={submit} idPrefix="complainant">
      <Space>
        <Button type="primary" loading={save.isRunning} onClick={submit}>
          保存反映人信息
        </Button>
        <Button onClick={onDone}>取消</Button>
      </Space>
    </FieldForm>
  );
}
