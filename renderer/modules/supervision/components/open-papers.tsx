import type { DocumentRow } from '@shared/contract/documents';
import { Link, useSearchParams } from 'react-router';

/** Papers that wait for somebody: drafted, under approval, signed but not yet served. */
const WAITING_STATES: readonly string[] = ['D01', 'D02', 'D03', 'D04', 'D05', 'D06'];
const MOST_SHOWN = 3;

/** 待办文书: often the next step is not an action of the case but a paper that lies half done. */
export function OpenPapers({ documents }: { readonly documents: readonly DocumentRow[] }) {
  const [, setSearch] = useSearchParams();
  const waiting = documents
    .filter(({ status }) => WAITING_STATES.includes(status))
    .sort((a, b) => Number(b.isOutgoing) - Number(a.isOutgoing) || b.id - a.id);
  if (waiting.length === 0) return null;
  const rest = waiting.length - MOST_SHOWN;
  return (
    <p className="sup-open-papers">
      <span className="quiet">待办文书</span>
      {waiting.slice(0, MOST_SHOWN).map((paper) => (
        <Link key={paper.id} to={`/supervision/papers/${paper.id}`}>
          {paper.kindLabel}（{paper.statusLabel}）
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
