import { messageOf } from '@renderer/lib/app-failure';
import { PageHeader } from '@renderer/ui/page-header';
import type { Output } from '@shared/contract';
import { Alert, Skeleton } from 'antd';
import { useRef } from 'react';
import { useSearchParams } from 'react-router';
import { useClueForm } from '../api';
import { ClueForm } from '../components/clue-form';
import '../styles/common.css';
import '../styles/forms.css';

/** 新建线索: from the first word to a numbered clue with its case page. */
export function NewCluePage() {
  const query = useClueForm();
  const employerId = Number(useSearchParams()[0].get('employer')) || null;
  // The form keeps what it opened with: an answer read anew must not touch what is being typed.
  const opened = useRef<Output<'supervision.clue.form'> | null>(null);
  opened.current ??= query.data ?? null;
  return (
    <div className="sup-page">
      <PageHeader title="新建线索" detail="登记后自动编线索号，并进入案件页面办理受理审查。" />
      {opened.current ? (
        <ClueForm fields={opened.current.fields} initial={opened.current.initial} employerId={employerId} />
      ) : query.isError ? (
        <Alert type="warning" showIcon title={messageOf(query.error)} />
      ) : (
        <Skeleton active paragraph={{ rows: 10 }} />
      )}
    </div>
  );
}
