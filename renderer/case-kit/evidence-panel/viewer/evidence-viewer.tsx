import { AppFailure, messageOf } from '@renderer/lib/app-failure';
import { invoke } from '@renderer/lib/invoke';
import type { Output } from '@shared/contract';
import type { EvidenceRow } from '@shared/contract/evidence';
import { Alert, Modal, Spin } from 'antd';
import { useEffect, useState } from 'react';
import { type PdfProblem, PdfView } from './pdf-view';
import { PictureView } from './picture-view';
import { useViewState } from './use-view-state';
import { ViewerBar } from './viewer-bar';

type EvidenceViewerProps = {
  readonly rows: readonly EvidenceRow[];
  readonly firstId: number;
  /** null: the account may not give files out. */
  readonly onOutside: ((row: EvidenceRow) => void) | null;
  readonly onClose: () => void;
};

type Shown = Output<'evidence.view'>;

/** One piece after another, as large as the window lets it be. ← → go on, Esc closes. */
export function EvidenceViewer({ rows, firstId, onOutside, onClose }: EvidenceViewerProps) {
  const [id, setId] = useState(firstId);
  const [shown, setShown] = useState<Shown | null>(null);
  const [problem, setProblem] = useState('');
  const [pageTotal, setPageTotal] = useState(1);
  const view = useViewState();
  const { reset } = view;
  const index = rows.findIndex((row) => row.id === id);
  const row = rows[index];

  useEffect(() => {
    let isGone = false;
    setShown(null);
    setProblem('');
    setPageTotal(1);
    reset();
    void invoke('evidence.view', { id }).then((result) => {
      if (isGone) return;
      if (result.ok) setShown(result.value);
      else setProblem(messageOf(new AppFailure(result.error)));
    });
    return () => {
      isGone = true;
    };
  }, [id, reset]);

  const step = (by: 1 | -1) => {
    const next = rows[index + by];
    if (next) setId(next.id);
  };
  useFocusBack();
  if (!row) return null;
  return (
    <Modal
      open
      width="96vw"
      style={{ top: 16 }}
      className="evidence-viewer"
      title={`证据${row.number}　${row.name}`}
      footer={null}
      onCancel={onClose}
      destroyOnHidden
    >
      {/* Keys belong to the whole window of the viewer, as in any program that shows pictures. */}
      <KeySteps onStep={step} />
      <ViewerBar
        view={view}
        isTurnable={shown?.preview === 'picture' || shown?.preview === 'pdf'}
        pageTotal={pageTotal}
        place={{ index, total: rows.length }}
        onStep={step}
        onOutside={onOutside ? () => onOutside(row) : null}
      />
      <div className="evidence-viewer-stage">
        {problem ? <Alert type="warning" showIcon title={problem} /> : null}
        {!problem && !shown ? <Spin /> : null}
        {!problem && shown ? (
          <Shown
            key={shown.url}
            shown={shown}
            row={row}
            view={view}
            onPages={setPageTotal}
            onProblem={setProblem}
          />
        ) : null}
      </div>
    </Modal>
  );
}

/** Evidence is shown as it was recorded: nobody wrote captions for it. */
const NO_CAPTIONS = '没有字幕';

const UNSHOWN = '这种文件不能在窗口中显示。可以点“用其他程序打开”，或者在列表中另存后打开。';
const BROKEN =
  '文件内容不能显示，可能已损坏。可以点“用其他程序打开”试一试；仍打不开的，请管理员在“设置 - 证据检查”中检查。';
const PDF_PROBLEMS: Readonly<Record<PdfProblem, string>> = {
  broken: BROKEN,
  locked: '这份 PDF 设有打开密码，不能在窗口中显示。可以点“用其他程序打开”，在那里输入密码。',
  tooLarge: '这份 PDF 太大，在窗口中只能看一部分。请点“用其他程序打开”。',
};

type ShownProps = {
  readonly shown: Shown;
  readonly row: EvidenceRow;
  readonly view: ReturnType<typeof useViewState>;
  readonly onPages: (count: number) => void;
  readonly onProblem: (problem: string) => void;
};

function Shown({ shown, row, view, onPages, onProblem }: ShownProps) {
  const { url, preview } = shown;
  switch (preview) {
    case 'picture':
      return <PictureView url={url} alt={row.name} state={view.state} onProblem={() => onProblem(BROKEN)} />;
    case 'pdf':
      return (
        <PdfView
          url={url}
          size={row.size}
          state={view.state}
          onPages={onPages}
          onProblem={(problem) => onProblem(PDF_PROBLEMS[problem])}
        />
      );
    case 'sound':
      return (
        <audio src={url} controls onError={() => onProblem(BROKEN)}>
          <track kind="captions" label={NO_CAPTIONS} />
        </audio>
      );
    case 'film':
      return (
        <video src={url} controls onError={() => onProblem(BROKEN)}>
          <track kind="captions" label={NO_CAPTIONS} />
        </video>
      );
    default:
      return <p className="evidence-viewer-note">{UNSHOWN}</p>;
  }
}

/** Who works by the keyboard goes on in the list where the viewer was opened. */
function useFocusBack(): void {
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (opener instanceof HTMLElement) opener.focus();
    },
    [opener],
  );
}

function KeySteps({ onStep }: { readonly onStep: (by: 1 | -1) => void }) {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key === 'ArrowRight') onStep(1);
      if (event.key === 'ArrowLeft') onStep(-1);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [onStep]);
  return null;
}
