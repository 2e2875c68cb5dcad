import { markTopPt, measureMark } from '@shared/domain/papers/mark';
import {
  inkBottomPt,
  letterRule,
  mmToPt,
  official,
  type PageGeometry,
  textWidthTwips,
} from '@shared/domain/papers/page';
import type { CSSProperties } from 'react';
import { fontFamily, pt, textCss, twips } from './line-css';
import type { SheetSetting } from './paper-line';

const overhangPt = mmToPt(official.letterRuleOverhangMm);

function placeOf(page: PageGeometry): CSSProperties {
  return {
    left: pt(page.leftTwips / 20 - overhangPt),
    width: pt(textWidthTwips(page) / 20 + 2 * overhangPt),
  };
}

const rule = (heightPt: number): CSSProperties => ({ height: pt(heightPt), background: '#ff0000' });

/** 标志 30 mm from the edge; 武文线, thick over thin, 4 mm below it. */
export function LetterHead({
  letterhead,
  setting,
}: {
  readonly letterhead: string;
  readonly setting: SheetSetting;
}) {
  const mark = measureMark(letterhead);
  const gap = mmToPt(official.ruleGapMm) - inkBottomPt(mark.linePt, mark.sizePt);
  return (
    <div
      className="paper-head"
      style={{ ...placeOf(setting.page), top: pt(markTopPt(mark, official.letterMarkMm)) }}
    >
      <p
        className="paper-line"
        style={{
          ...textCss(mark.sizePt, mark.linePt),
          fontFamily: fontFamily(setting.fonts, 'title'),
          color: '#ff0000',
          textAlign: 'center',
        }}
      >
        {letterhead}
      </p>
      <div style={{ ...rule(letterRule.thickPt), marginTop: pt(gap) }} />
      <div style={{ ...rule(letterRule.thinPt), marginTop: pt(letterRule.gapPt) }} />
    </div>
  );
}

/** 文武线, thin over thick, 20 mm from the lower edge. */
export function LetterFoot({ page }: { readonly page: PageGeometry }) {
  const total = letterRule.thinPt + letterRule.gapPt + letterRule.thickPt;
  return (
    <div
      className="paper-foot"
      style={{
        ...placeOf(page),
        top: twips(page.heightTwips - 20 * mmToPt(official.letterFootMm) - 10 * total),
      }}
    >
      <div style={rule(letterRule.thinPt)} />
      <div style={{ ...rule(letterRule.thickPt), marginTop: pt(letterRule.gapPt) }} />
    </div>
  );
}
