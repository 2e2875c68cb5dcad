import type { ComposedPaper } from '@shared/domain/papers/composed';
import { letterBodyTopPt } from '@shared/domain/papers/estimate';
import type { Imprint } from '@shared/domain/papers/imprint';
import { copiesLabelChars } from '@shared/domain/papers/imprint';
import { textWidthTwips } from '@shared/domain/papers/page';
import type { PlannedPage } from '@shared/domain/papers/page-plan';
import { lineStyles } from '@shared/domain/papers/styles';
import { LetterFoot, LetterHead } from './letter-head';
import { fontFamily, lineCss, pt, twips } from './line-css';
import { PageNumber } from './page-number';
import type { SheetSetting } from './paper-line';
import { PaperSlice } from './paper-slice';

type Props = {
  readonly planned: PlannedPage;
  readonly paper: ComposedPaper;
  readonly setting: Omit<SheetSetting, 'page'>;
};

/** One A4 page as it prints. */
export function PaperSheet({ planned, paper, setting }: Props) {
  const { page, section } = planned;
  const here = { ...setting, page };
  const top = planned.isLetterFirst ? letterBodyTopPt(section.letterhead ?? '', page) : page.topTwips / 20;
  return (
    <div className="paper-sheet" style={{ width: twips(page.widthTwips), height: twips(page.heightTwips) }}>
      {paper.watermark && (
        <div className="paper-watermark" style={{ fontFamily: fontFamily(setting.fonts, 'hei') }}>
          <span>{paper.watermark}</span>
        </div>
      )}
      {planned.isLetterFirst && <LetterHead letterhead={section.letterhead ?? ''} setting={here} />}
      {planned.isLetterFirst && <LetterFoot page={page} />}
      <div
        className="paper-text"
        style={{ top: pt(top), left: twips(page.leftTwips), width: twips(textWidthTwips(page)) }}
      >
        {planned.slices.map((slice) => {
          const item = section.items[slice.item];
          return (
            item && (
              <PaperSlice key={`${slice.item}.${slice.from}`} item={item} slice={slice} setting={here} />
            )
          );
        })}
      </div>
      {planned.hasImprint && paper.imprint && <ImprintBlock imprint={paper.imprint} setting={here} />}
      {planned.number !== null && (
        <PageNumber
          number={planned.number}
          isOdd={planned.isOdd}
          setting={here}
          isLandscape={section.isLandscape}
        />
      )}
    </div>
  );
}

/** 版记 on the lower edge of the text. */
function ImprintBlock({ imprint, setting }: { readonly imprint: Imprint; readonly setting: SheetSetting }) {
  const { page, fonts } = setting;
  const char = lineStyles.copies.sizePt;
  const css = { ...lineCss('copies', fonts, 0), padding: `0 ${pt(char)}` };
  const rows = [
    imprint.copies !== null && (
      <p
        key="copies"
        className="paper-line"
        style={{
          ...css,
          paddingLeft: pt(char * (copiesLabelChars + 1)),
          textIndent: pt(-char * copiesLabelChars),
        }}
      >
        {imprint.copies}
      </p>
    ),
    imprint.printed !== null && (
      <p
        key="printed"
        className="paper-line"
        style={{ ...css, display: 'flex', justifyContent: 'space-between' }}
      >
        <span>{imprint.printed.by}</span>
        <span>{imprint.printed.on}</span>
      </p>
    ),
  ].filter((row) => row !== false);
  const outer = imprint.hasRules ? '1pt' : '0';
  const inner = imprint.hasRules ? '0.75pt' : '0';
  return (
    <div
      className="paper-imprint"
      style={{
        bottom: twips(page.bottomTwips),
        left: twips(page.leftTwips),
        width: twips(textWidthTwips(page)),
      }}
    >
      {rows.map((row, index) => (
        <div
          key={row.key}
          className="paper-imprint-row"
          style={{
            borderTopWidth: index === 0 ? outer : inner,
            borderBottomWidth: index === rows.length - 1 ? outer : '0',
          }}
        >
          {row}
        </div>
      ))}
    </div>
  );
}
