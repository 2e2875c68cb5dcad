import type { DocumentRow } from '@shared/contract/documents';
import { Link, useSearchParams } from 'react-router';

/** What a paper in this state waits for. Papers in other states wait for nobody. */
const WAITS_FOR: Readonly<Record<string, string>> = {
  D01: '完成拟稿',
  D02: '法律审核',
  D03: '审批签发',
  D04: '用印',
  D05: '登记送达',
  D06: '登记送达',
  D08: '登记答复',
  D09: '评价答复',
};
const MOST_SHOWN = 3;

/** Letters on their way come before drafts, drafts that go out before records of the office. */
const rank = ({ status, isOutgoing }: DocumentRow) => (status === 'D01' ? (isOutgoing ? 1 : 2) : 0);

/** 待办文书: often the next step is not an action of the case but a paper that waits for one. */
export function OpenPapers({ documents }: { readonly documents: readonly DocumentRow[] }) {
  const [, setSearch] = useSearchParams();
  const waiting = documents
    .filter(({ status }) => status in WAITS_FOR)
    .sort((a, b) => rank(a) - rank(b) || b.id - a.id);
  if (waiting.length === 0) return null;
  const rest = waiting.length - MOST_SHOWN;
  return (
    <p className="sup-open-papers">
      <span className="quiet">待办文书</span>
      {waiting.slice(0, MOST_SHOWN).map((paper) => (
        <Link key={paper.id} to={`/supervision/papers/${paper.id}`}>
          {paper.kindLabel}：{WAITS_FOR[paper.status]}
        </Link>
      ))}
      {rest > 0 && (
        <button
          type="button"
          className="link-button"
          onClick={() => setSearch({ tab: 'papers' }, { replace: true })}
        >
          另有 {rest} 份
        </button>
      )}
    </p>
  );
}
