import type { PaperPreview } from '@renderer/case-kit/paper-page/paper-types';
import { PaperWorkbench } from '@renderer/case-kit/paper-page/paper-workbench';
import { useLivePreview } from '@renderer/case-kit/paper-page/use-live-preview';
import { invoke } from '@renderer/lib/invoke';
import type { PaperModel } from '@shared/domain/papers/model';
import { Alert, Select, Skeleton } from 'antd';
import { useEffect, useState } from 'react';
import type { Batch } from './use-batch';

type Props = { readonly kind: string; readonly batch: Batch };

/** Step 2: what it says, seen as the letter of any of the chosen employers. */
export function TextStep({ kind, batch }: Props) {
  const { form, edits, selection } = batch;
  const employers = [...selection.values()];
  const [shownId, setShownId] = useState<number | null>(null);
  const employerId = shownId !== null && selection.has(shownId) ? shownId : (employers[0]?.id ?? null);
  const question = employerId === null ? null : JSON.stringify({ employerId, values: form.values, edits });
  const live = useLivePreview(question, () =>
    invoke('documents.batch.preview', { kind, employerId: employerId ?? 0, values: form.values, edits }),
  );
  const shown = live.preview ?? NOTHING_YET;
  const { setBlockCount } = batch;
  const blockCount = shown.findings.filter(({ severity }) => severity === 'block').length;
  useEffect(() => setBlockCount(blockCount), [blockCount, setBlockCount]);
  if (!live.preview && !live.error) return <Skeleton active paragraph={{ rows: 8 }} />;
  return (
    <PaperWorkbench
      form={form}
      edits={edits}
      onEdits={batch.setEdits}
      shown={shown}
      isPending={live.isPending}
      isReadOnly={false}
      notices={live.error && <Alert type="warning" showIcon title={live.error.message} />}
      previewHead={
        <div className="sup-preview-head">
          <label htmlFor="batch-preview-employer">预览单位</label>
          <Select<number>
            id="batch-preview-employer"
            showSearch={{ optionFilterProp: 'label' }}
            value={employerId ?? undefined}
            onChange={setShownId}
            options={employers.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </div>
      }
    />
  );
}

const EMPTY_MODEL: PaperModel = {
  layout: 'letter',
  letterhead: '',
  documentNo: null,
  title: '',
  blocks: [],
  attachments: [],
  copiesTo: [],
  appendices: [],
};
const NOTHING_YET: PaperPreview = { model: EMPTY_MODEL, paragraphs: [], findings: [] };
