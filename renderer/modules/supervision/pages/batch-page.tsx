import { messageOf } from '@renderer/lib/app-failure';
import { PageHeader } from '@renderer/ui/page-header';
import { Alert, Select, Skeleton } from 'antd';
import { useRef, useState } from 'react';
import { useBatchForm } from '../api';
import { BatchEditor } from '../batch/batch-editor';
import type { BatchForm } from '../batch/use-batch';
import '../styles/common.css';
import '../styles/forms.css';
import '../styles/batch.css';

const FIRST_KIND = 'reminderLetter';

/** 批量发函: one letter to many employers of the register. */
export function BatchPage() {
  const [kind, setKind] = useState(FIRST_KIND);
  const query = useBatchForm(kind);
  // What a form opened with stays, whatever is read anew while it is filled in.
  const opened = useRef(new Map<string, BatchForm>());
  if (query.data && !query.isPlaceholderData && !opened.current.has(kind))
    opened.current.set(kind, query.data);
  const form = opened.current.get(kind);
  const kinds = query.data?.kinds ?? [];
  return (
    <div className="sup-page sup-page-full">
      <PageHeader
        title="批量发函"
        detail="同一内容发给多家用人单位，逐份编号。"
        actions={
          <div className="sup-inline">
            <label htmlFor="batch-kind">文书种类</label>
            <Select
              id="batch-kind"
              className="sup-filter"
              value={kind}
              onChange={setKind}
              options={kinds.length > 0 ? kinds : [{ value: kind, label: '提示函' }]}
            />
          </div>
        }
      />
      {form ? (
        <BatchEditor
          key={kind}
          kind={kind}
          kindLabel={kinds.find(({ value }) => value === kind)?.label ?? '文书'}
          described={form}
        />
      ) : query.isError ? (
        <Alert type="warning" showIcon title={messageOf(query.error)} />
      ) : (
        <Skeleton active paragraph={{ rows: 8 }} />
      )}
    </div>
  );
}
