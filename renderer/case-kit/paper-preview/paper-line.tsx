import type { FlowLine } from '@shared/domain/papers/flow';
import type { FontProfile } from '@shared/domain/papers/fonts';
import { markTopPt, measureMark } from '@shared/domain/papers/mark';
import { bodyCharPt, type PageGeometry, redHeadRuleGapPt, redHeadRulePt } from '@shared/domain/papers/page';
import { lineHeightPt, lineStyles } from '@shared/domain/papers/styles';
import type { CSSProperties } from 'react';
import { lineCss, pt, textCss } from './line-css';
import { PaperRuns } from './paper-runs';

export type SheetSetting = {
  readonly fonts: FontProfile;
  readonly page: PageGeometry;
  readonly highlightKey?: string;
};

/** One paragraph, whole. Space above and below is the slice's, not the paragraph's. */
export function PaperLine({ line, setting }: { readonly line: FlowLine; readonly setting: SheetSetting }) {
  const { fonts, page, highlightKey } = setting;
  const pitchPt = page.pitchTwips / 20;
  const isHighlighted = line.key !== undefined && line.key === highlightKey;
  const runs = <PaperRuns runs={line.runs} highlightKey={highlightKey} />;
  return (
    <p
      className={isHighlighted ? 'paper-line is-highlighted' : 'paper-line'}
      data-key={line.key}
      style={{
        ...lineCss(line.style, fonts, pitchPt),
        ...indentOf(line),
        ...markCss(line),
        minHeight: pt(lineHeightPt(line.style, pitchPt)),
      }}
    >
      {line.centreAtPt === undefined ? runs : <span className="paper-centred">{runs}</span>}
    </p>
  );
}

function indentOf(line: FlowLine): CSSProperties {
  if (line.centreAtPt !== undefined) return { paddingLeft: pt(line.centreAtPt), whiteSpace: 'pre' };
  if (line.indent !== undefined) {
    const { left, hanging = 0 } = line.indent;
    return { paddingLeft: pt(left * bodyCharPt), textIndent: pt(-hanging * bodyCharPt) };
  }
  const { firstLineChars } = lineStyles[line.style];
  return firstLineChars === undefined ? {} : { textIndent: pt(firstLineChars * bodyCharPt) };
}

function markCss(line: FlowLine): CSSProperties {
  if (line.inkTopMm === undefined) return {};
  const mark = measureMark(line.runs.map((run) => run.text).join(''));
  return textCss(mark.sizePt, mark.linePt);
}

/** Space above a line: the 标志 of a red-head paper stands at a fixed height of the page. */
export function spaceBeforePt(line: FlowLine, page: PageGeometry): number {
  if (line.inkTopMm === undefined) return line.beforePt ?? 0;
  const mark = measureMark(line.runs.map((run) => run.text).join(''));
  return markTopPt(mark, line.inkTopMm) - page.topTwips / 20;
}

export function spaceAfterPt(line: FlowLine, page: PageGeometry): number {
  if (line.hasRedRule) return redHeadRuleGapPt(page) + redHeadRulePt;
  return lineStyles[line.style].afterPt ?? 0;
}
