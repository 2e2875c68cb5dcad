import { Timeline } from '@renderer/case-kit/timeline';
import type { SupervisionCase } from '@shared/contract/supervision';
import { Card, Space } from 'antd';
import { InvestigatorsPanel } from './investigators-panel';
import { ResultsPanel } from './results-panel';
import { ViolationsPanel } from './violations-panel';

/** Steps that tell of talks and investigation. */
const TALK_ACTIONS: readonly string[] = [
  'startTalk',
  'recordTalk',
  'talkSettled',
  'startInvestigation',
  'recordInvestigation',
  'employerObstructed',
  'recuse',
  'submitReport',
];

/** 调查: the suspected violations, who investigates, the talks held, and what was achieved. */
export function InvestigationTab({ caseFile }: { readonly caseFile: SupervisionCase }) {
  const talks = caseFile.timeline.filter((entry) => TALK_ACTIONS.includes(entry.action));
  return (
    <Space orientation="vertical" size={12} className="sup-fill">
      <ViolationsPanel caseFile={caseFile} />
      <InvestigatorsPanel investigators={caseFile.investigators} />
      <Card size="small" title="听取意见、协商和调查记录" className="sup-card">
        {talks.length > 0 ? (
          <Timeline entries={talks} />
        ) : (
          <p className="sup-muted">还没有记录。请用页面上方“下一步”中的按钮登记约谈、协商和调查情况。</p>
        )}
      </Card>
      <ResultsPanel caseFile={caseFile} />
    </Space>
  );
}
