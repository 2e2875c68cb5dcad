import type { Run, Table } from './model';
import type { LineStyleId } from './styles';

/** One paragraph of a paper, already placed: the unit the engine writes and the preview measures. */
export type FlowLine = {
  readonly kind: 'line';
  readonly style: LineStyleId;
  readonly runs: readonly Run[];
  /** Indents in characters, instead of the style's own first-line indent. */
  readonly indent?: { readonly left: number; readonly hanging?: number };
  /** The text is centred on this distance from the left edge of the text, in points (署名 over 成文日期). */
  readonly centreAtPt?: number;
  /** Upper edge of the ink, from the edge of the page. */
  readonly inkTopMm?: number;
  /** A red line under it, 4 mm below the ink. */
  readonly hasRedRule?: boolean;
  readonly keepNext?: boolean;
  /** Extra space above, in points: a line that follows a table. */
  readonly beforePt?: number;
  /** Key of the editable paragraph it came from. */
  readonly key?: string;
};

export type FlowTable = { readonly kind: 'table'; readonly table: Table };
export type FlowBreak = { readonly kind: 'break' };
export type FlowItem = FlowLine | FlowTable | FlowBreak;

export function line(
  style: LineStyleId,
  runs: readonly Run[],
  options: Omit<FlowLine, 'kind' | 'style' | 'runs'> = {},
): FlowLine {
  return { kind: 'line', style, runs, ...options };
}

export const textRuns = (text: string): Run[] => [{ text }];
export const blank: FlowLine = line('blank', []);
export const pageBreak: FlowBreak = { kind: 'break' };

/** The runs of one line, cut where a text inside them has line ends. */
export function linesOfRuns(runs: readonly Run[], linesIn: (text: string) => readonly string[]): Run[][] {
  const lines: Run[][] = [[]];
  for (const run of runs) {
    linesIn(run.text).forEach((text, index) => {
      if (index > 0) lines.push([]);
      lines.at(-1)?.push({ ...run, text });
    });
  }
  return lines;
}

/** What a reader sees of a run that still lacks its value. */
export const missingText = '待填';

export const textOf = (runs: readonly Run[]): string =>
  runs.map((run) => (run.isMissing && run.text === '' ? missingText : run.text)).join('');
