/**
 * Cuts a measured flow into pages by Word's rules: exact lines, paragraphs that stay with the next one, rows that
 * stay whole, header rows repeated on every page. Pure: heights come from the browser or from the grid.
 */

export type MeasuredItem =
  | {
      readonly kind: 'lines';
      readonly count: number;
      readonly linePt: number;
      /** Space above the first line; lost at the top of a page. */
      readonly beforePt?: number;
      /** Space below the last line. */
      readonly afterPt?: number;
      readonly keepNext?: boolean;
    }
  | { readonly kind: 'rows'; readonly heights: readonly number[]; readonly headerRows: number }
  | { readonly kind: 'break' };

/** Lines or rows [from, to) of an item. A table slice that starts below its header rows repeats them. */
export type Slice = { readonly item: number; readonly from: number; readonly to: number };
export type PageSlices = { readonly slices: readonly Slice[]; readonly usedPt: number };

const tolerance = 0.05;

export function paginate(
  items: readonly MeasuredItem[],
  heightOfPage: (page: number) => number,
): PageSlices[] {
  const pages: { slices: Slice[]; usedPt: number }[] = [{ slices: [], usedPt: 0 }];
  const current = () => pages.at(-1) as { slices: Slice[]; usedPt: number };
  const room = () => heightOfPage(pages.length - 1) - current().usedPt + tolerance;
  const turn = () => pages.push({ slices: [], usedPt: 0 });
  const put = (slice: Slice, height: number) => {
    current().slices.push(slice);
    current().usedPt += height;
  };

  items.forEach((item, index) => {
    if (item.kind === 'break') {
      if (current().slices.length > 0) turn();
      return;
    }
    if (item.kind === 'rows') {
      putRows(index, item.heights, item.headerRows);
      return;
    }
    const before = item.beforePt ?? 0;
    const after = item.afterPt ?? 0;
    const all = before + item.count * item.linePt;
    const follow = item.keepNext ? keptHeight(items, index + 1) : 0;
    if (all + follow <= room()) {
      put({ item: index, from: 0, to: item.count }, all + after);
      return;
    }
    // The last line stays with what follows; the lines above it may stay behind.
    const movable = item.keepNext ? item.count - 1 : item.count;
    let from = 0;
    let space = before;
    while (from < item.count) {
      const limit = from + Math.floor((room() - space) / item.linePt);
      const isEnd = space + (item.count - from) * item.linePt + follow <= room();
      const to = isEnd ? item.count : Math.min(limit, movable);
      if (to > from) {
        put({ item: index, from, to }, space + (to - from) * item.linePt);
        from = to;
      } else if (current().slices.length === 0) {
        put({ item: index, from, to: item.count }, space + (item.count - from) * item.linePt);
        from = item.count;
      }
      space = 0;
      if (from < item.count) turn();
    }
  });

  function putRows(item: number, heights: readonly number[], headerRows: number) {
    const headHeight = sum(heights.slice(0, headerRows));
    let from = 0;
    let height = 0;
    heights.forEach((rowHeight, row) => {
      const isFirstBodyRow = row === headerRows && from === 0;
      // A head without a row below it does not stay alone at the foot of a page.
      const needed = row < headerRows ? headHeight - height + (heights[headerRows] ?? 0) : rowHeight;
      const isFull = height + needed > room() && !(isFirstBodyRow && current().slices.length === 0);
      if (isFull && (row > from || current().slices.length > 0)) {
        if (row > from) put({ item, from, to: row }, height);
        turn();
        from = row;
        height = row >= headerRows ? headHeight : 0;
      }
      height += rowHeight;
    });
    if (heights.length > from) put({ item, from, to: heights.length }, height);
  }

  return pages;
}

/** Height of the lines that must stand on the same page as the line before them. */
function keptHeight(items: readonly MeasuredItem[], start: number): number {
  let height = 0;
  for (const item of items.slice(start)) {
    if (item.kind === 'break') return height;
    if (item.kind === 'rows') return height + sum(item.heights.slice(0, item.headerRows + 1));
    height += (item.beforePt ?? 0) + (item.keepNext ? item.count : 1) * item.linePt + (item.afterPt ?? 0);
    if (!item.keepNext) return height;
  }
  return height;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
