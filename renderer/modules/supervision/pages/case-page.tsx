import { useEvidence } from '@renderer/case-kit/evidence-panel/api';
import { Timeline } from '@renderer/case-kit/timeline';
import { messageOf } from '@renderer/lib/app-failure';
import { UnreadNotice } from '@renderer/ui/unread-notice';
import type { SupervisionCase } from '@shared/contract/supervision';
import { Skeleton, Tabs } from 'antd';
import { useEffect } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { useSupervisionCase } from '../api';
import { BasicsTab } from '../components/basics-tab';
import { CaseHeader } from '../components/case-header';
import { CaseWarnings } from '../components/case-warnings';
import { DeadlinesTab, isOpenDeadline } from '../components/deadlines-tab';
import { DocumentsTab } from '../components/documents-tab';
import { DossierTab } from '../components/dossier-tab';
import { EvidenceTab } from '../components/evidence-tab';
import { InvestigationTab } from '../components/investigation-tab';
import { PartiesTab } from '../components/parties-tab';
import { RelatedTab } from '../components/related-tab';
import '../styles/common.css';
import '../styles/case.css';
import '../styles/forms.css';

/** One case, one page. */
export function CasePage() {
  const caseId = Number(useParams().caseId);
  const query = useSupervisionCase(caseId);
  if (query.isError) {
    return <UnreadNotice message={messageOf(query.error)} list="/supervision" label="返回列表" />;
  }
  if (!query.data) return <Skeleton active paragraph={{ rows: 12 }} />;
  return <LoadedCase key={caseId} caseFile={query.data} />;
}

/** States in which the dossier is put in order: 结案审批, 已结案, 已归档. */
const CLOSING_STATES: readonly string[] = ['C15', 'C20', 'C21'];

function LoadedCase({ caseFile }: { readonly caseFile: SupervisionCase }) {
  const [search, setSearch] = useSearchParams();
  const title = `${caseFile.caseNo || caseFile.clueNo} ${caseFile.title}`;
  useEffect(() => {
    document.title = `${title} - 工会案管`;
  }, [title]);
  const evidence = useEvidence(caseFile.id);
  const counted = (label: string, n: number) => (n > 0 ? `${label} ${n}` : label);
  const running = caseFile.deadlines.filter(isOpenDeadline).length;
  const tabs = [
    { key: 'basics', label: '基本情况', children: <BasicsTab caseFile={caseFile} /> },
    { key: 'parties', label: '当事人', children: <PartiesTab caseFile={caseFile} /> },
    { key: 'investigation', label: '调查', children: <InvestigationTab caseFile={caseFile} /> },
    {
      key: 'papers',
      label: counted('文书', caseFile.documents.length),
      children: <DocumentsTab caseFile={caseFile} />,
    },
    {
      key: 'evidence',
      label: counted('证据材料', evidence.data?.rows.length ?? 0),
      children: <EvidenceTab caseFile={caseFile} />,
    },
    { key: 'deadlines', label: counted('期限', running), children: <DeadlinesTab caseFile={caseFile} /> },
    {
      key: 'related',
      label: counted('关联', caseFile.related.length),
      children: <RelatedTab related={caseFile.related} />,
    },
    { key: 'timeline', label: '时间线', children: <Timeline entries={caseFile.timeline} /> },
    ...(CLOSING_STATES.includes(caseFile.state)
      ? [{ key: 'dossier', label: '卷内目录', children: <DossierTab caseId={caseFile.id} /> }]
      : []),
  ];
  const asked = search.get('tab');
  return (
    <div className="sup-page">
      <CaseHeader caseFile={caseFile} />
      <CaseWarnings warnings={caseFile.warnings} />
      <Tabs
        activeKey={tabs.some(({ key }) => key === asked) ? (asked ?? undefined) : 'basics'}
        onChange={(tab) => setSearch({ tab }, { replace: true })}
        items={tabs}
      />
    </div>
  );
}
