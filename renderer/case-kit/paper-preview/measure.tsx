import type { ComposedPaper } from '@shared/domain/papers/composed';
import { measureByGrid } from '@shared/domain/papers/estimate';
import type { FontProfile } from '@shared/domain/papers/fonts';
import { type Geometry, pageGeometry, textWidthTwips } from '@shared/domain/papers/page';
import type { MeasuredItem } from '@shared/domain/papers/paginate';
import { placed } from '../../lib/placed';
import { twips } from './line-css';
import { PaperLine } from './paper-line';
import { PaperTable } from './paper-table';

/** What the flow is drawn from: another paper, other fonts or another page measure anew. */
export type Flow = {
  readonly paper: ComposedPaper;
  readonly fonts: FontProfile;
  readonly geometry: Geometry;
};

/** The whole text once, unbroken and unseen, so that the browser can say how high each part is. */
export function MeasuredFlow({ flow: { paper, fonts, geometry } }: { readonly flow: Flow }) {
  return placed(paper.sections).map(({ item: section, place }) => {
    const page = pageGeometry(geometry, section.isLandscape);
    const setting = { fonts, page };
    return (
      <div
        key={place}
        className="paper-sheet"
        data-section={place}
        style={{ width: twips(textWidthTwips(page)) }}
      >
        {placed(section.items).map(({ item, place: at }) => (
          <div key={at} data-item={at}>
            {item.kind === 'line' && <PaperLine line={item} setting={setting} />}
            {item.kind === 'table' && (
              <PaperTable table={item.table} from={0} to={item.table.rows.length} setting={setting} />
            )}
          </div>
        ))}
      </div>
    );
  });
}

const pixelToPt = 0.75;

/** Heights as the browser laid them out; what has no element there is counted by the grid. */
export function readHeights(host: Element, { paper, geometry }: Omit<Flow, 'fonts'>): MeasuredItem[][] {
  return paper.sections.map((section, sectionIndex) => {
    const page = pageGeometry(geometry, section.isLandscape);
    const elements = host.querySelector(`[data-section="${sectionIndex}"]`)?.children;
    return section.items.map((item, index) => {
      const counted = measureByGrid(item, page);
      const element = elements?.[index];
      if (element === undefined || counted.kind === 'break') return counted;
      if (counted.kind === 'rows') {
        const rows = [...element.querySelectorAll('tr')];
        return { ...counted, heights: rows.map((row) => row.getBoundingClientRect().height * pixelToPt) };
      }
      const height = element.getBoundingClientRect().height * pixelToPt;
      return { ...counted, count: Math.max(1, Math.round(height / counted.linePt)) };
    });
  });
}

export function countHeights(paper: ComposedPaper, geometry: Geometry): MeasuredItem[][] {
  return paper.sections.map((section) =>
    section.items.map((item) => measureByGrid(item, pageGeometry(geometry, section.isLandscape))),
  );
}
