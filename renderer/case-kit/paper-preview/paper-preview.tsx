import { composePaper } from '@shared/domain/papers/compose';
import { type FontProfile, officialFonts } from '@shared/domain/papers/fonts';
import type { PaperModel } from '@shared/domain/papers/model';
import type { Geometry } from '@shared/domain/papers/page';
import { planPages } from '@shared/domain/papers/page-plan';
import type { MeasuredItem } from '@shared/domain/papers/paginate';
import { type ReactNode, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { twips } from './line-css';
import { countHeights, type Flow, MeasuredFlow, readHeights } from './measure';
import { PaperSheet } from './paper-sheet';
import './paper.css';
import './paper-preview.css';

/** Where a click on the paper leads: the form field or the paragraph it came from. */
export type PickedPlace = { readonly field?: string; readonly key?: string };

const TWIPS_PER_PX = 15;

type Props = {
  readonly model: PaperModel;
  readonly zoom: number;
  /** Widest a sheet may be in CSS pixels: one that lies across is made smaller than the others. */
  readonly widest?: number;
  readonly onPick?: (place: PickedPlace) => void;
  /** Field or paragraph to mark. */
  readonly highlightKey?: string;
  readonly fonts?: FontProfile;
  readonly geometry?: Geometry;
};

/** The paper as it prints, page by page. */
export function PaperPreview(props: Props) {
  const { model, zoom, widest, onPick, highlightKey, fonts = officialFonts, geometry = 'office' } = props;
  const desk = useRef<HTMLDivElement>(null);
  const flow = useRef<HTMLDivElement>(null);
  const paper = useMemo(() => composePaper(model), [model]);
  const drawn = useMemo<Flow>(() => ({ paper, fonts, geometry }), [paper, fonts, geometry]);
  const [measured, setMeasured] = useState<MeasuredItem[][]>(() => countHeights(paper, geometry));

  // Before the browser paints, so that pages never jump from counted to measured before the eye.
  useLayoutEffect(() => {
    if (flow.current !== null) setMeasured(readHeights(flow.current, drawn));
  }, [drawn]);
  usePick(desk, onPick);
  useReveal(desk, highlightKey);

  const fits = measured.length === paper.sections.length;
  const pages = useMemo(
    () => planPages(paper, fits ? measured : countHeights(paper, geometry), geometry),
    [paper, measured, fits, geometry],
  );
  return (
    <div ref={desk} className={onPick === undefined ? 'paper-desk' : 'paper-desk is-pickable'}>
      {pages.map((planned) => (
        <div key={planned.sheet}>
          <ScaledPage page={planned.page} zoom={zoom} widest={widest}>
            <PaperSheet planned={planned} paper={paper} setting={{ fonts, highlightKey }} />
          </ScaledPage>
          <p className="paper-desk-caption">{`第 ${planned.sheet} 页，共 ${pages.length} 页`}</p>
        </div>
      ))}
      <div ref={flow} className="paper-flow" aria-hidden="true">
        <MeasuredFlow flow={drawn} />
      </div>
    </div>
  );
}

type ScaledProps = Pick<Props, 'zoom' | 'widest'> & {
  readonly page: { readonly widthTwips: number; readonly heightTwips: number };
  readonly children: ReactNode;
};

function ScaledPage({ page, zoom, widest = Number.POSITIVE_INFINITY, children }: ScaledProps) {
  const scale = Math.min(zoom, widest / (page.widthTwips / TWIPS_PER_PX));
  return (
    <div
      className="paper-desk-page"
      style={{
        width: `calc(${twips(page.widthTwips)} * ${scale})`,
        height: `calc(${twips(page.heightTwips)} * ${scale})`,
      }}
    >
      <div style={{ transform: `scale(${scale})`, transformOrigin: '0 0' }}>{children}</div>
    </div>
  );
}

/** One listener for the whole paper: a paragraph of a list of 1,000 rows needs none of its own. */
function usePick(desk: React.RefObject<HTMLDivElement | null>, onPick: Props['onPick']) {
  useEffect(() => {
    const element = desk.current;
    if (element === null || onPick === undefined) return;
    const pick = (event: MouseEvent) => {
      const target = event.target instanceof Element ? event.target : null;
      const place = target?.closest<HTMLElement>('[data-field], [data-key]');
      if (!place) return;
      const { field } = place.dataset;
      const key = place.closest<HTMLElement>('[data-key]')?.dataset.key;
      onPick({ field, key });
    };
    element.addEventListener('click', pick);
    return () => element.removeEventListener('click', pick);
  }, [desk, onPick]);
}

/** Brings the place a finding or a focused field speaks of into view. */
function useReveal(desk: React.RefObject<HTMLDivElement | null>, highlightKey: string | undefined) {
  useEffect(() => {
    if (highlightKey === undefined) return;
    desk.current?.querySelector('.is-highlighted')?.scrollIntoView({ block: 'nearest', behavior: 'smooth' });
  }, [desk, highlightKey]);
}
