import { DraftNotice } from '@renderer/case-kit/draft-notice';
import { LeaveGuard } from '@renderer/case-kit/leave-guard';
import { StaleNotice } from '@renderer/case-kit/stale-notice';
import { useChannelQuery } from '@renderer/lib/channel-hooks';
import { useSaveShortcut } from '@renderer/lib/shortcuts';
import { useToasts } from '@renderer/lib/toasts';
import type { DocumentDetail } from '@shared/contract/documents';
import type { FieldValues } from '@shared/domain/kernel/field';
import { judgeOffers } from '@shared/domain/papers/lifecycle';
import { Alert, Button, Skeleton } from 'antd';
import { useEffect, useState } from 'react';
import { ApprovalChain } from './approval-chain';
import { PaperFooter } from './paper-footer';
import { PaperHeader } from './paper-header';
import { PaperHistory } from './paper-history';
import { PaperNotices } from './paper-notices';
import { PaperWorkbench } from './paper-workbench';
import { useEscapeToLeave } from './use-escape-to-leave';
import { usePaperEditor } from './use-paper-editor';
import { usePaperOutput } from './use-paper-output';
import { VersionCompare } from './version-compare';

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
    // Shown a moment ago: the step that was taken sent it on, and with it the right to read it.
    const hasLeft = query.data !== undefined && query.error.code === 'FORBIDDEN';
    return (
      <Alert
        type={hasLeft ? 'success' : 'warning'}
        showIcon
        title={hasLeft ? '已办理。该文书含反映人信息，已转到下一环节，您不再能查看。' : query.error.message}
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
  const [isComparing, setComparing] = useState(false);
  const { document: paper, isReadOnly } = detail;
  const leave = () => onLeave(paper.caseId);
  // What stands against the text changes while it is typed, and the buttons with it.
  const faults = editor.shown.findings.filter((finding) => finding.severity === 'block');
  const actions = [
    ...judgeOffers(
      detail.actions,
      faults.map((finding) => finding.message),
    ),
  ];
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
    if (!result.ok || !('warnings' in result.value)) return result;
    const { warnings, createdId } = result.value;
    for (const warning of warnings) toasts.noted(`提示：${warning}`);
    if (createdId !== null) onOpenPaper(createdId);
    return result;
  };

  return (
    <div className="paperpage">
      <LeaveGuard
        isChanged={editor.isChanged && !escaping && !output.isRemoved}
        draft={editor.draft}
        draftKey={editor.draftKey}
      />
      <PaperHeader
        detail={detail}
        actions={actions}
        onLeave={leave}
        onAct={act}
        onHistory={() => setHistoryOpen(true)}
        onCompare={() => setComparing(true)}
      />
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
            <PaperNotices detail={detail} onOpenPaper={onOpenPaper} />
            <StaleNotice error={editor.stale} onReload={() => void editor.takeNewer()} />
            {editor.previewError && <Alert type="warning" showIcon title={editor.previewError.message} />}
            <ApprovalChain chain={detail.chain} />
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
        canRemove={!isReadOnly && paper.status === 'D01'}
        onSave={() => void save()}
        onExport={() => void output.exportWord()}
        onPrint={() => void output.print()}
        onRemove={() => output.remove(leave)}
      />
      <PaperHistory history={detail.history} isOpen={isHistoryOpen} onClose={() => setHistoryOpen(false)} />
      <VersionCompare
        documentId={paper.id}
        versions={detail.versions}
        isOpen={isComparing}
        onClose={() => setComparing(false)}
      />
    </div>
  );
}
