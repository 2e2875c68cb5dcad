/** Sums up measurements and puts them into lines. */

export function median(values) {
  return quantile(values, 0.5);
}

/** Interpolated, so that the median of an even number of values is their middle. */
export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return low + (high - low) * (place - Math.floor(place));
}

/** Median and range, in whole milliseconds. */
export function rounded(values) {
  const [low, high] = [Math.min(...values), Math.max(...values)].map(Math.round);
  return `${Math.round(median(values))} ms (${low}–${high})`;
}

export function milliseconds(value) {
  if (value >= 10_000) return `${(value / 1000).toFixed(1)} s`;
  if (value >= 100) return `${Math.round(value)} ms`;
  return `${value.toFixed(value >= 10 ? 1 : 2)} ms`;
}

const COLUMNS = ['what', 'value', 'peer', 'ratio', 'goal', 'verdict'];

/**
 * A table of figures: `value` and its `peer` as text, `measured` as the number the `limit` is held against. Where
 * `measured` is left out the line is for information only.
 */
export function table(rows) {
  const cells = rows.map(({ what, value, peer = '', measured, limit, unit = '×' }) => [
    what,
    value,
    peer,
    measured === undefined || unit !== '×' ? '' : `${measured.toFixed(2)} ×`,
    limit === undefined ? '' : limitText(limit, unit),
    measured === undefined || limit === undefined ? '' : verdict(measured, limit),
  ]);
  const widths = COLUMNS.map((name, i) => Math.max(name.length, ...cells.map((row) => widthOf(row[i]))));
  return [COLUMNS, ...cells].map((row) =>
    row
      .map((cell, i) => cell + ' '.repeat(widths[i] - widthOf(cell)))
      .join('  ')
      .trimEnd(),
  );
}

/** A limit below zero is one that must be reached: −20 means at least 20 times. */
const limitText = (limit, unit) => `${limit < 0 ? '≥' : '≤'} ${Math.abs(limit)} ${unit}`;

function verdict(measured, limit) {
  const over = limit < 0 ? -limit / measured : measured / limit;
  return over <= 1 ? 'met' : `missed by ${Math.round((over - 1) * 100)} %`;
}

/** Chinese characters take two columns. */
const widthOf = (text) => [...text].reduce((sum, character) => sum + (/[⺀-￦]/.test(character) ? 2 : 1), 0);
