import { DraftNotice } from '@renderer/case-kit/draft-notice';
import { flushDraft } from '@renderer/case-kit/draft-store';
import { FieldForm } from '@renderer/case-kit/field-form/field-form';
import { useFieldForm } from '@renderer/case-kit/field-form/field-form-state';
import { groupFields } from '@renderer/case-kit/field-form/shown-fields';
import { LeaveGuard } from '@renderer/case-kit/leave-guard';
import { StaleNotice } from '@renderer/case-kit/stale-notice';
import { useDraft } from '@renderer/case-kit/use-draft';
import { messageOf } from '@renderer/lib/app-failure';
import { useLeaveShortcut } from '@renderer/lib/shortcuts';
import type { Output } from '@shared/contract';
import type { AppError } from '@shared/contract/result';
import type { SupervisionCase } from '@shared/contract/supervision';
import type { Field } from '@shared/domain/kernel/field';
import { Alert, Button, Descriptions, Skeleton, Space } from 'antd';
import { useState } from 'react';
import { useBasicsForm, useCaseUpdate, useSupervisionCase, useViolationCatalogue } from '../api';
import { readableValue } from '../forms/readable-value';

type Described = Output<'supervision.case.basicsForm'>;
type Props = { readonly caseFile: SupervisionCase };

/** 基本情况: the facts of registration, to read and to correct. */
export function BasicsTab({ caseFile }: Props) {
  const query = useBasicsForm(caseFile.id, true);
  const [editing, setEditing] = useState<Described | null>(null);
  if (query.isError) return <Alert type="warning" showIcon title={messageOf(query.error)} />;
  if (!query.data) return <Skeleton active paragraph={{ rows: 8 }} />;
  if (editing) return <BasicsEditor caseFile={caseFile} form={editing} onDone={() => setEditing(null)} />;
  return (
    <Space orientation="vertical" size={12} className="sup-fill">
      {!caseFile.isReadOnly && <Button onClick={() => setEditing(query.data ?? null)}>修改</Button>}
      <BasicsFacts caseFile={caseFile} fields={query.data.fields} />
    </Space>
  );
}

function BasicsFacts({ caseFile, fields }: Props & { readonly fields: readonly Field[] }) {
  const catalogue = useViolationCatalogue();
  const nameOf = (code: string) => catalogue.data?.find((row) => row.code === code)?.name ?? code;
  const read = (field: Field) => {
    const value = caseFile.basics[field.name];
    if (field.kind === 'employer') return caseFile.employerName;
    if (field.kind === 'violations' && Array.isArray(value))
      return value.map((code) => nameOf(String(code))).join('、');
    return readableValue(field, value);
  };
  const [isWhole, setIsWhole] = useState(false);
  const groups = groupFields(fields, caseFile.basics).map((group) => ({
    title: group.title,
    lines: group.fields.map((field) => ({ field, text: read(field) })),
  }));
  const emptyCount = groups.flatMap(({ lines }) => lines).filter(({ text }) => text === '').length;
  const shown = groups
    .map(({ title, lines }) => ({ title, lines: lines.filter(({ text }) => isWhole || text !== '') }))
    .filter(({ lines }) => lines.length > 0);
  return (
    <>
      {shown.map((group) => (
        <Descriptions
          key={group.title}
          className="sup-facts"
          size="small"
          column={2}
          bordered
          title={group.title || undefined}
          items={group.lines.map(({ field, text }) => ({
            key: field.name,
            label: field.label,
            span: field.kind === 'longText' || field.kind === 'rows' ? ('filled' as const) : 1,
            children: text || <span className="quiet">未填写</span>,
          }))}
        />
      ))}
      {emptyCount > 0 && (
        <Button type="link" className="sup-empty-toggle" onClick={() => setIsWhole(!isWhole)}>
          {isWhole ? '隐藏未填写的项目' : `显示未填写的 ${emptyCount} 项`}
        </Button>
      )}
    </>
  );
}

type EditorProps = Props & { readonly form: Described; readonly onDone: () => void };

function BasicsEditor({ caseFile, form: described, onDone }: EditorProps) {
  const form = useFieldForm(described);
  const draftKey = `supervision.case:${caseFile.id}:basics`;
  const draft = useDraft(draftKey, form.values, { isChanged: form.isChanged, onRestore: form.replace });
  const update = useCaseUpdate();
  const reading = useSupervisionCase(caseFile.id);
  // What is typed was typed upon this revision; a newer one has to be noticed, not overwritten.
  const [revision, setRevision] = useState(caseFile.revision);
  const [stale, setStale] = useState<AppError | null>(null);

  const submit = async () => {
    const result = await update.run({ id: caseFile.id, revision, values: form.values });
    if (result.ok) {
      await draft.discard();
      onDone();
    } else if (result.error.code === 'STALE_REVISION') setStale(result.error);
    else form.refuse(result.error);
  };
  useLeaveShortcut(() => void flushDraft(draftKey).then(onDone));
  const cancel = async () => {
    await draft.discard();
    onDone();
  };
  return (
    <div className="sup-form-column">
      <LeaveGuard isChanged={form.isChanged} draft={draft} draftKey={draftKey} />
      <DraftNotice draft={draft} onGiveUp={() => form.reset(described.initial)} />
      <StaleNotice
        error={stale}
        onReload={async () => {
          const { data: newer } = await reading.refetch();
          if (!newer) return;
          form.mergeNewer(newer.basics);
          setRevision(newer.revision);
          setStale(null);
        }}
      />
      <FieldForm form={form} onSubmit={() => void submit()} documents={caseFile.documents} idPrefix="basics">
        <Space>
          <Button type="primary" htmlType="submit" loading={update.isRunning}>
            保存（Ctrl+S）
          </Button>
          <Button onClick={() => void cancel()}>取消修改</Button>
        </Space>
      </FieldForm>
    </div>
  );
}
