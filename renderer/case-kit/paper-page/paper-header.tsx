import { ActionBar } from '@renderer/case-kit/action-bar';
import { StatusSteps } from '@renderer/case-kit/status-steps';
import { longDate } from '@renderer/lib/format';
import type { DocumentDetail } from '@shared/contract/documents';
import type { Result } from '@shared/contract/result';
import type { FieldValues } from '@shared/domain/kernel/field';
import { Button, Tag } from 'antd';

type Props = {
  readonly detail: DocumentDetail;
  /** The steps as the text on screen allows them. */
  readonly actions: DocumentDetail['actions'];
  readonly onLeave: () => void;
  readonly onAct: (action: string, values: FieldValues) => Promise<Result<unknown>>;
  readonly onHistory: () => void;
  readonly onCompare: () => void;
};

const HASH_SHOWN = 12;

/** Top of the paper page: which paper, where it stands, what can be done next. */
export function PaperHeader({ detail, actions, onLeave, onAct, onHistory, onCompare }: Props) {
  const { document: paper } = detail;
  return (
    <header className="paperpage-header">
      <div className="paperpage-header-line">
        <Button size="small" onClick={onLeave}>
          ← {detail.caseNo ? '返回案件' : '返回'}
        </Button>
        <h1>{paper.title || paper.kindLabel}</h1>
        <span className="paperpage-number">
          {paper.documentNo || (paper.takesNumber ? '文号：签发后自动编号' : '')}
        </span>
        <Tag color={paper.status === 'D99' ? 'default' : 'red'}>{paper.statusLabel}</Tag>
        {paper.dueOn && !paper.repliedOn && <span>答复期限：{longDate(paper.dueOn)}</span>}
        <span className="paperpage-push-right">
          {detail.versions.length > 0 && (
            <Button size="small" type="link" onClick={onCompare}>
              对比文稿（已存 {detail.versions.length} 稿）
            </Button>
          )}
          <Button size="small" type="link" onClick={onHistory}>
            办理记录
          </Button>
        </span>
      </div>
      <div className="paperpage-header-second">
        <StatusSteps steps={detail.steps} />
        <span className="paperpage-header-case" title={detail.caseTitle}>
          {detail.caseNo}　{detail.caseTitle}
        </span>
      </div>
      {paper.isSealed && detail.contentHash && (
        <p className="paperpage-sealed">
          {paper.isRecord ? '已定稿' : '已签发'}，内容已锁定，不能修改。内容校验码{' '}
          <code title={detail.contentHash}>{detail.contentHash.slice(0, HASH_SHOWN)}</code>
          {paper.isRecord ? '。确有错误的，请作废后重新拟制。' : '。确有错误的，请办理更正，另发新文书。'}
        </p>
      )}
      {detail.isReadOnly && !paper.isSealed && (
        <p className="paperpage-sealed">{readOnlyText(paper.status)}</p>
      )}
      <ActionBar actions={actions} onAct={onAct} draftKey={`documents:${paper.id}`} documents={[paper]} />
    </header>
  );
}

function readOnlyText(status: string): string {
  if (status === 'D02' || status === 'D03')
    return '已送审，正由审核、签发人员处理，您现在只能查看。需要自己修改时，请其退回修改。';
  return '现在只能查看。';
}
