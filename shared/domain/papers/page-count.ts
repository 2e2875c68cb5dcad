import { composePaper } from './compose';
import { estimatePages } from './estimate';
import type { PaperModel } from './model';
import { type Geometry, pageGeometry } from './page';

/** Pages of a paper by the 28 × 22 grid, appendices included: what 卷内目录 numbers. */
export function countPages(model: PaperModel, geometry: Geometry): number {
  return composePaper(model).sections.reduce(
    (sum, section) =>
      sum + Math.max(1, estimatePages(section, pageGeometry(geometry, section.isLandscape)).length),
    0,
  );
}
