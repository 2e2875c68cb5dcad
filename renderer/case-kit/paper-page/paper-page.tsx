import { DraftNotice } from '@renderer/case-kit/draft-notice';
import { LeaveGuard } from '@renderer/case-kit/leave-guard';
import { StaleNotice } from '@renderer/case-kit/stale-notice';
import { useChannelQuery } from '@renderer/lib/channel-hooks';
import { useSaveShortcut } from '@renderer/lib/shortcuts';
import { useToasts } from '@renderer/lib/toasts';
import type { DocumentDetail } from '@shared/contract/documents';
import type { FieldValues } from '@shared/domain/kernel/field';
import { Alert, Button, Skeleton } from 'antd';
import { useEffect, useState } from 'react';
import { PaperFooter } from './paper-footer';
import { PaperHeader } from './paper-header';
import { PaperHistory } from './paper-history';
import { PaperWorkbench } from './paper-workbench';
import { useEscapeToLeave } from './use-escape-to-leave';
import { usePaperEditor } from './use-paper-editor';
import { usePaperOutput } from './use-paper-output';

type Props = {
  readonly documentId: number;
  /** Where 返回 and Esc lead. */
  readonly onLeave: (caseId: number | null) => void;
  /** A step may make another paper, e.g. 更正. */
  readonly onOpenPaper: (documentId: number) => void;
};

/** One paper of any module: its fields and wording beside the page as it prints, its steps, its ways out. */
export function PaperPage({ documentId, onLeave, onOpenPaper }: Props) {
  const query = useChannelQuery('documents.get', { id: documentId });
  if (query.isError) {
    return (
      <Alert
        type="warning"
        showIcon
        title={query.error.message}
        action={<Button onClick={() => onLeave(null)}>返回</Button>}
      />
    );
  }
  if (!query.data) return <Skeleton active paragraph={{ rows: 12 }} />;
  return (
    <LoadedPaper
      key={documentId}
      detail={query.data}
      readAgain={async () => (await query.refetch()).data}
      onLeave={onLeave}
      onOpenPaper={onOpenPaper}
    />
  );
}

type LoadedProps = Omit<Props, 'documentId'> & {
  readonly detail: DocumentDetail;
  readonly readAgain: () => Promise<DocumentDetail | undefined>;
};

function LoadedPaper({ detail, readAgain, onLeave, onOpenPaper }: LoadedProps) {
  const editor = usePaperEditor(detail, readAgain);
  const output = usePaperOutput(detail, editor);
  const toasts = useToasts();
  const [isHistoryOpen, setHistoryOpen] = useState(false);
  const { document: paper, isReadOnly } = detail;
  const leave = () => onLeave(paper.caseId);
  const escaping = useEscapeToLeave(editor.draftKey, leave);

  useEffect(() => {
    document.title = `${paper.title} - 工会案管`;
  }, [paper.title]);

  const save = async () => {
    const result = await editor.save();
    if (result.ok) toasts.done('已保存');
    else if (result.error.code !== 'STALE_REVISION') toasts.refused(result.error);
  };
  useSaveShortcut(() => void save(), !isReadOnly);

  const act = async (action: string, values: FieldValues) => {
    const result = await editor.act(action, values);
    if (result.ok && result.value.id !== paper.id) onOpenPaper(result.value.id);
    return result;
  };

  return (
    <div className="paperpage">
      <LeaveGuard
        isChanged={editor.isChanged && !escaping && !output.isRemoved}
        draft={editor.draft}
        draftKey={editor.draftKey}
      />
      <PaperHeader detail={detail} onLeave={leave} onAct={act} onHistory={() => setHistoryOpen(true)} />
      <PaperWorkbench
        form={editor.form}
        edits={editor.edits}
        onEdits={editor.setEdits}
        shown={editor.shown}
        isPending={editor.isPreviewPending}
        isReadOnly={isReadOnly}
        documents={[paper]}
        notices={
          <>
            <DraftNotice draft={editor.draft} onGiveUp={editor.giveUp} />
            <StaleNotice error={editor.stale} onReload={() => void editor.takeNewer()} />
            {editor.previewError && <Alert type="warning" showIcon title={editor.previewError.message} />}
          </>
        }
      />
      <PaperFooter
        isReadOnly={isReadOnly}
        isChanged={editor.isChanged}
        isSaving={editor.isSaving}
        isDraftFailing={editor.draft.isFailing}
        isExporting={output.isExporting}
        isPrinting={output.isPrinting}
        canRemove={!isReadOnly && paper.documentNo === '' && !paper.isSealed}
        onSave={() => void save()}
        onExport={() => void output.exportWord()}
        onPrint={() => void output.print()}
        onRemove={() => output.remove(leave)}
      />
      <PaperHistory history={detail.history} isOpen={isHistoryOpen} onClose={() => setHistoryOpen(false)} />
    </div>
  );
}
