import { composePaper } from '@shared/domain/papers/compose';
import { type FontProfile, officialFonts } from '@shared/domain/papers/fonts';
import type { PaperModel } from '@shared/domain/papers/model';
import type { Geometry } from '@shared/domain/papers/page';
import { planPages } from '@shared/domain/papers/page-plan';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { renderToStaticMarkup } from 'react-dom/server';
import { countHeights, type Flow, MeasuredFlow, readHeights } from './measure';
import paperCss from './paper.css?inline';
import { PaperSheet } from './paper-sheet';

type PrintOptions = { readonly fonts?: FontProfile; readonly geometry?: Geometry };

/** Sheets carry their own margins; a turned sheet asks the printer for a turned page. */
const pageCss = `
@page { size: 210mm 297mm; margin: 0; }
@page turned { size: 297mm 210mm; margin: 0; }
html, body { margin: 0; padding: 0; background: #fff; }
.paper-print { break-after: page; break-inside: avoid; }
.paper-print:last-child { break-after: auto; }
.paper-print.is-turned { page: turned; }
@media screen { .paper-print { margin: 0 auto 16px; width: fit-content; } }
`;

/** The paper as a document of its own, page for page what the preview shows, for printing and for PDF. */
export function printHtml(model: PaperModel, options: PrintOptions = {}): string {
  const { fonts = officialFonts, geometry = 'office' } = options;
  const paper = composePaper(model);
  const measured = measure({ paper, fonts, geometry });
  const body = planPages(paper, measured, geometry)
    .map((planned) =>
      renderToStaticMarkup(
        <div className={planned.section.isLandscape ? 'paper-print is-turned' : 'paper-print'}>
          <PaperSheet planned={planned} paper={paper} setting={{ fonts }} />
        </div>,
      ),
    )
    .join('');
  const title = renderToStaticMarkup(<title>{model.title.replaceAll('\n', '')}</title>);
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">${title}<style>${paperCss}${pageCss}</style></head><body>${body}</body></html>`;
}

/** Heights by the browser's own fonts; by the grid where there is no browser. */
function measure(flow: Flow) {
  if (typeof document === 'undefined') return countHeights(flow.paper, flow.geometry);
  const host = document.createElement('div');
  host.className = 'paper-flow';
  host.style.cssText = 'position:absolute;left:-10000px;top:0;visibility:hidden';
  document.body.append(host);
  const root = createRoot(host);
  try {
    flushSync(() => root.render(<MeasuredFlow flow={flow} />));
    return readHeights(host, flow);
  } finally {
    root.unmount();
    host.remove();
  }
}
