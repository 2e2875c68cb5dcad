import { DraftNotice } from '@renderer/case-kit/draft-notice';
import { FieldForm } from '@renderer/case-kit/field-form/field-form';
import { useFieldForm } from '@renderer/case-kit/field-form/field-form-state';
import { FormDrawer } from '@renderer/case-kit/form-drawer';
import { useDraft } from '@renderer/case-kit/use-draft';
import { messageOf } from '@renderer/lib/app-failure';
import type { EvidenceFacts, EvidenceRow } from '@shared/contract/evidence';
import type { Field, FieldValues, Option } from '@shared/domain/kernel/field';
import { Alert, Skeleton } from 'antd';
import { useMemo } from 'react';
import { useEvidenceUpdate, useOneEvidence } from './api';

const fieldsWith = (kinds: readonly Option[]): readonly Field[] => [
  { name: 'name', label: '名称', kind: 'text', isRequired: true, maxLength: 100 },
  { name: 'kind', label: '种类', kind: 'select', isRequired: true, options: kinds },
  { name: 'provider', label: '提供人（来源）', kind: 'text', maxLength: 100 },
  { name: 'obtainedOn', label: '取得日期', kind: 'date' },
  {
    name: 'pageCount',
    label: '页数',
    kind: 'count',
    help: '编制卷内目录时按页数排定起止页号。录音录像、电子数据以光盘等载体入卷的，不填页数。',
  },
  { name: 'note', label: '备注', kind: 'longText', maxLength: 500 },
  {
    name: 'isRestricted',
    label: '涉及反映人（限制查看）',
    kind: 'flag',
    help: '勾选后，只有可以查阅反映人信息的人员能够打开，每次查看都有记录，卷内目录中不写名称。',
  },
];

type EvidenceDrawerProps = {
  readonly id: number;
  readonly kinds: readonly Option[];
  readonly onClose: () => void;
};

/** What is known of one piece, to be put right. */
export function EvidenceDrawer({ id, kinds, onClose }: EvidenceDrawerProps) {
  const query = useOneEvidence(id);
  if (query.isError) return <Alert type="warning" showIcon title={messageOf(query.error)} />;
  if (!query.data) return <Skeleton active paragraph={{ rows: 2 }} />;
  return <OpenedDrawer row={query.data} kinds={kinds} onClose={onClose} />;
}

type OpenedProps = Omit<EvidenceDrawerProps, 'id'> & { readonly row: EvidenceRow };

function OpenedDrawer({ row, kinds, onClose }: OpenedProps) {
  const fields = useMemo(() => fieldsWith(kinds), [kinds]);
  const initial = useMemo(() => toValues(row), [row]);
  const form = useFieldForm({ fields, initial });
  const save = useEvidenceUpdate();
  const draftKey = `evidence:${row.id}`;
  const draft = useDraft(draftKey, form.values, { isChanged: form.isChanged, onRestore: form.replace });
  const submit = async () => {
    if (!form.check()) return;
    const { id, revision } = row;
    const result = await save.run({ id, revision, facts: toFacts(form.values) });
    if (!result.ok) {
      form.refuse(result.error);
      return;
    }
    await draft.discard();
    onClose();
  };
  return (
    <FormDrawer
      title={`修改证据${row.number}`}
      draftKey={draftKey}
      onClose={onClose}
      okText="保存"
      onOk={() => void submit()}
      isRunning={save.isRunning}
    >
      <DraftNotice draft={draft} onGiveUp={() => form.reset(initial)} />
      <p className="quiet">
        文件：{row.fileName}（{row.typeLabel}）
      </p>
      <FieldForm form={form} onSubmit={submit} idPrefix="evidence" />
    </FormDrawer>
  );
}

function toValues(row: EvidenceRow): FieldValues {
  const { name, kind, provider, obtainedOn, pageCount, note, isRestricted } = row;
  return { name, kind, provider, obtainedOn, pageCount, note, isRestricted };
}

function toFacts(values: FieldValues): EvidenceFacts {
  const text = (name: string) => (typeof values[name] === 'string' ? values[name] : '');
  return {
    name: text('name'),
    kind: text('kind'),
    provider: text('provider'),
    obtainedOn: text('obtainedOn') || null,
    pageCount: typeof values.pageCount === 'number' ? values.pageCount : null,
    note: text('note'),
    isRestricted: values.isRestricted === true,
  };
}
