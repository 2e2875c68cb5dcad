import {
  mmToPt,
  official,
  pageNumberLinePt,
  pageNumberSizePt,
  textWidthTwips,
} from '@shared/domain/papers/page';
import type { CSSProperties } from 'react';
import { fontFamily, pt } from './line-css';
import type { SheetSetting } from './paper-line';

type Props = {
  readonly number: number;
  readonly isOdd: boolean;
  readonly isLandscape: boolean;
  readonly setting: SheetSetting;
};

/** “— 1 —”: odd pages right, even pages left, one character in; on a turned page where the others have it. */
export function PageNumber({ number, isOdd, isLandscape, setting }: Props) {
  const { page, fonts } = setting;
  const font: CSSProperties = {
    fontFamily: fontFamily(fonts, 'song'),
    fontSize: pt(pageNumberSizePt),
    lineHeight: pt(pageNumberLinePt),
  };
  const fromEdge = mmToPt(official.pageNumberMm) - pageNumberLinePt / 2;
  const inset = pageNumberSizePt;
  const place: CSSProperties = isLandscape
    ? {
        left: pt(fromEdge),
        top: pt(page.topTwips / 20 + inset),
        height: pt((page.heightTwips - page.topTwips - page.bottomTwips) / 20 - 2 * inset),
        writingMode: 'vertical-rl',
        textOrientation: 'sideways',
      }
    : {
        left: pt(page.leftTwips / 20 + inset),
        width: pt(textWidthTwips(page) / 20 - 2 * inset),
        bottom: pt(fromEdge),
      };
  return (
    <div className="paper-number" style={{ ...font, ...place, textAlign: isOdd ? 'right' : 'left' }}>
      {`— ${number} —`}
    </div>
  );
}
