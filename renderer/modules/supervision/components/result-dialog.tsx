import { DraftNotice } from '@renderer/case-kit/draft-notice';
import { FieldForm } from '@renderer/case-kit/field-form/field-form';
import { useFieldForm } from '@renderer/case-kit/field-form/field-form-state';
import { useDraft } from '@renderer/case-kit/use-draft';
import type { SupervisionCase } from '@shared/contract/supervision';
import type { Field, FieldValues, Option } from '@shared/domain/kernel/field';
import { Modal } from 'antd';
import { useMemo, useState } from 'react';
import { useCatalogueOptions, useResultSave } from '../api';

type Props = {
  readonly caseId: number;
  readonly revision: number;
  readonly row: SupervisionCase['results'][number] | null;
  readonly onClose: () => void;
};

const NO_OPTIONS: readonly Option[] = [];

const fieldsWith = (kinds: readonly Option[]): readonly Field[] => [
  { name: 'kind', label: '成效类别', kind: 'select', isRequired: true, options: kinds },
  { name: 'amountFen', label: '实际兑现金额（元）', kind: 'money' },
  { name: 'workerCount', label: '涉及职工人数', kind: 'count' },
  { name: 'quantity', label: '数量（份、项）', kind: 'count' },
  {
    name: 'evidence',
    label: '凭证编号或说明',
    kind: 'text',
    isRequired: true,
    maxLength: 500,
    help: '没有凭证的成效不计入统计。例如：银行代发回单3份（编号2026-15至17）。',
  },
];

/** One achieved result with its voucher. */
export function ResultDialog({ caseId, revision, row, onClose }: Props) {
  const options = useCatalogueOptions();
  const kinds = options.data?.results ?? NO_OPTIONS;
  const fields = useMemo(() => fieldsWith(kinds), [kinds]);
  const [initial] = useState<FieldValues>(
    (): FieldValues =>
      row
        ? {
            kind: row.kind,
            amountFen: row.amountFen || null,
            workerCount: row.workerCount || null,
            quantity: row.quantity || null,
            evidence: row.evidence,
          }
        : {},
  );
  const [openedRevision] = useState(revision);
  const form = useFieldForm({ fields, initial });
  const save = useResultSave();
  const draft = useDraft(`supervision.case:${caseId}:result:${row?.id ?? 'new'}`, form.values, {
    isChanged: form.isChanged,
    onRestore: form.replace,
  });

  const submit = async () => {
    const { kind, amountFen, workerCount, quantity, evidence } = form.values;
    const result = await save.run({
      caseId,
      revision: openedRevision,
      id: row?.id ?? null,
      kind: String(kind ?? ''),
      amountFen: Number(amountFen ?? 0),
      workerCount: Number(workerCount ?? 0),
      quantity: Number(quantity ?? 0),
      evidence: String(evidence ?? ''),
    });
    if (!result.ok) {
      form.refuse(result.error);
      return;
    }
    await draft.discard();
    onClose();
  };

  return (
    <Modal
      open
      title={row ? '修改成效' : '登记成效'}
      okText="保存"
      cancelText="取消"
      confirmLoading={save.isRunning}
      onOk={() => {
        if (form.check()) void submit();
      }}
      onCancel={onClose}
    >
      <DraftNotice draft={draft} onGiveUp={() => form.reset(initial)} />
      <FieldForm form={form} onSubmit={() => void submit()} idPrefix="result" />
    </Modal>
  );
}
