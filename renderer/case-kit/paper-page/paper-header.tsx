import { ActionBar } from '@renderer/case-kit/action-bar';
import { StatusSteps } from '@renderer/case-kit/status-steps';
import { longDate } from '@renderer/lib/format';
import type { DocumentDetail } from '@shared/contract/documents';
import type { Result } from '@shared/contract/result';
import type { FieldValues } from '@shared/domain/kernel/field';
import { Button, Tag } from 'antd';

type Props = {
  readonly detail: DocumentDetail;
  readonly onLeave: () => void;
  readonly onAct: (action: string, values: FieldValues) => Promise<Result<unknown>>;
  readonly onHistory: () => void;
};

const HASH_SHOWN = 12;

/** Top of the paper page: which paper, where it stands, what can be done next. */
export function PaperHeader({ detail, onLeave, onAct, onHistory }: Props) {
  const { document: paper } = detail;
  return (
    <header className="paperpage-header">
      <div className="paperpage-header-line">
        <Button size="small" onClick={onLeave}>
          ← {detail.caseNo ? '返回案件' : '返回'}
        </Button>
        <h1>{paper.title || paper.kindLabel}</h1>
        <span className="paperpage-number">
          {paper.documentNo || (paper.isOutgoing ? '文号：签发后自动编号' : '')}
        </span>
        <Tag color={paper.status === 'D99' ? 'default' : 'red'}>{paper.statusLabel}</Tag>
        {paper.dueOn && !paper.repliedOn && <span>答复期限：{longDate(paper.dueOn)}</span>}
        <Button size="small" type="link" className="paperpage-push-right" onClick={onHistory}>
          办理记录
        </Button>
      </div>
      <div className="paperpage-header-second">
        <StatusSteps steps={detail.steps} />
        <span className="paperpage-header-case" title={detail.caseTitle}>
          {detail.caseNo}　{detail.caseTitle}
        </span>
      </div>
      {paper.isSealed && detail.contentHash && (
        <p className="paperpage-sealed">
          已签发，内容已锁定，不能修改。内容校验码{' '}
          <code title={detail.contentHash}>{detail.contentHash.slice(0, HASH_SHOWN)}</code>
          。确有错误的，请办理更正，另发新文号。
        </p>
      )}
      {detail.isReadOnly && !paper.isSealed && (
        <p className="paperpage-sealed">现在只能查看。已送审的文书需要修改时，请先办理退回。</p>
      )}
      <ActionBar
        actions={detail.actions}
        onAct={onAct}
        draftKey={`documents:${paper.id}`}
        documents={[paper]}
      />
    </header>
  );
}
