import { PaperPage } from '@renderer/case-kit/paper-page/paper-page';
import { useNavigate, useParams } from 'react-router';

/** A paper of this module on the page that all modules share. */
export function SupervisionPaperPage() {
  const navigate = useNavigate();
  const documentId = Number(useParams().documentId);
  return (
    <PaperPage
      documentId={documentId}
      onLeave={(caseId) =>
        void navigate(caseId === null ? '/supervision' : `/supervision/cases/${caseId}?tab=papers`)
      }
      onOpenPaper={(id) => void navigate(`/supervision/papers/${id}`)}
    />
  );
}
