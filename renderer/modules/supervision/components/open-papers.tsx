import type { SupervisionCase } from '@shared/contract/supervision';
import { Button } from 'antd';
import { Link, useNavigate, useSearchParams } from 'react-router';

type Papers = { readonly papers: SupervisionCase['openPapers'] };

const MOST_SHOWN = 3;
const pathOf = (documentId: number) => `/supervision/papers/${documentId}`;

/** 待办文书: papers that wait for a step, beside what the case itself waits for. */
export function OpenPapers({ papers }: Papers) {
  const [, setSearch] = useSearchParams();
  const waiting = papers.filter(({ isNext }) => !isNext);
  if (waiting.length === 0) return null;
  const rest = waiting.length - MOST_SHOWN;
  return (
    <p className="sup-open-papers">
      <span className="quiet">待办文书</span>
      {waiting.slice(0, MOST_SHOWN).map(({ documentId, label }) => (
        <Link key={documentId} to={pathOf(documentId)}>
          {label}
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

/** The paper without which the case does not go on, as the first of its buttons. */
export function NextPaper({ papers }: Papers) {
  const navigate = useNavigate();
  const next = papers.find(({ isNext }) => isNext);
  if (!next) return null;
  return (
    <Button type="primary" onClick={() => void navigate(pathOf(next.documentId))}>
      {next.label}
    </Button>
  );
}
