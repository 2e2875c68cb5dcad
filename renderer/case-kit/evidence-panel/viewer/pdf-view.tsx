import type { PdfFault } from '@shared/domain/evidence/pdf-bytes';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { openPdf, type PdfDocument } from './open-pdf';
import { useStageSize } from './use-stage-size';
import type { ViewState } from './use-view-state';

export type PdfProblem = PdfFault | 'locked';

type PdfViewProps = {
  readonly url: string;
  readonly size: number;
  readonly state: ViewState;
  readonly onPages: (count: number) => void;
  readonly onProblem: (problem: PdfProblem) => void;
};

/** One page of a PDF at a time, drawn by the page itself: no plug-in, no script of the file runs. */
export function PdfView({ url, size: bytes, state, onPages, onProblem }: PdfViewProps) {
  const [pdf, setPdf] = useState<PdfDocument | null>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const { ref, size } = useStageSize();
  const tellPages = useEffectEvent(onPages);
  const tellProblem = useEffectEvent(onProblem);

  useEffect(() => {
    let isGone = false;
    const opening = openPdf({ url, size: bytes }, (fault) => {
      if (!isGone) tellProblem(fault);
    });
    opening.document.then(
      (opened) => {
        if (isGone) return;
        setPdf(opened);
        tellPages(opened.numPages);
      },
      (error: unknown) => {
        const isLocked = error instanceof Error && error.name === 'PasswordException';
        if (!isGone) tellProblem(isLocked ? 'locked' : 'broken');
      },
    );
    return () => {
      isGone = true;
      opening.close();
    };
  }, [url, bytes]);

  useEffect(() => {
    const target = canvas.current;
    if (!pdf || !target || size.width === 0) return;
    let stop: (() => void) | null = null;
    let isGone = false;
    void pdf.getPage(Math.min(state.page, pdf.numPages)).then(async (page) => {
      if (isGone) return;
      const rotation = (page.rotate + state.turn) % 360;
      const whole = page.getViewport({ scale: 1, rotation });
      const fit = Math.min((size.width - 16) / whole.width, (size.height - 16) / whole.height);
      const viewport = page.getViewport({ scale: fit * state.zoom * window.devicePixelRatio, rotation });
      target.width = Math.floor(viewport.width);
      target.height = Math.floor(viewport.height);
      target.style.width = `${target.width / window.devicePixelRatio}px`;
      const task = page.render({ canvas: target, viewport });
      stop = () => {
        task.cancel();
        // Fonts and pictures of a page that is left; a scan of a thousand pages is turned through.
        page.cleanup();
      };
      try {
        await task.promise;
        target.dataset.page = String(page.pageNumber);
      } catch (error) {
        // Cancelled by the next page or size.
        if (!isGone && !(error instanceof Error && error.name === 'RenderingCancelledException'))
          tellProblem('broken');
      }
    });
    return () => {
      isGone = true;
      stop?.();
    };
  }, [pdf, state, size]);

  return (
    <div ref={ref}>
      <canvas ref={canvas} className="evidence-pdf" aria-label={`第 ${state.page} 页`} />
    </div>
  );
}
