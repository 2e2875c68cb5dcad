import { type FontProfile, type FontSlot, fontCandidates } from '@shared/domain/papers/fonts';
import { bodySizePt, bodySpacingPt, cssBaselineShiftPt } from '@shared/domain/papers/page';
import { type LineStyleId, lineHeightPt, lineStyles } from '@shared/domain/papers/styles';
import type { CSSProperties } from 'react';

export const pt = (value: number): string => `${Math.round(value * 1000) / 1000}pt`;
export const twips = (value: number): string => pt(value / 20);

/** The official face, then whatever the same face is called elsewhere, then any serif. */
export function fontFamily(fonts: FontProfile, slot: FontSlot): string {
  const names = [fonts[slot], ...fontCandidates[slot].filter((name) => name !== fonts[slot])];
  return [
    ...names.map((name) => `"${name.replaceAll('"', '')}"`),
    slot === 'hei' ? 'sans-serif' : 'serif',
  ].join(', ');
}

/** A line style as CSS; Word stands text on 80 % of an exact line, CSS in its middle, hence the shift. */
export function lineCss(style: LineStyleId, fonts: FontProfile, pitchPt: number): CSSProperties {
  const { font, sizePt, align, isRed } = lineStyles[style];
  const linePt = lineHeightPt(style, pitchPt);
  return {
    ...textCss(sizePt, linePt),
    fontFamily: fontFamily(fonts, font),
    letterSpacing: sizePt === bodySizePt ? pt(bodySpacingPt) : '0',
    textAlign: align === 'both' ? 'justify' : align,
    color: isRed ? '#ff0000' : undefined,
  };
}

export function textCss(sizePt: number, linePt: number): CSSProperties {
  return { fontSize: pt(sizePt), lineHeight: pt(linePt), top: pt(cssBaselineShiftPt(linePt, sizePt)) };
}
