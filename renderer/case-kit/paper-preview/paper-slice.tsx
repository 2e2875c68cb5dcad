import type { FlowItem } from '@shared/domain/papers/flow';
import { measureMark } from '@shared/domain/papers/mark';
import { redHeadRulePt } from '@shared/domain/papers/page';
import type { Slice } from '@shared/domain/papers/paginate';
import { lineHeightPt } from '@shared/domain/papers/styles';
import { pt } from './line-css';
import { PaperLine, type SheetSetting, spaceAfterPt, spaceBeforePt } from './paper-line';
import { PaperTable } from './paper-table';

type Props = { readonly item: FlowItem; readonly slice: Slice; readonly setting: SheetSetting };

/** The part of an item that stands on one page: a window of whole lines on the paragraph, or some rows. */
export function PaperSlice({ item, slice, setting }: Props) {
  if (item.kind === 'break') return null;
  if (item.kind === 'table') {
    return <PaperTable table={item.table} from={slice.from} to={slice.to} setting={setting} />;
  }
  const linePt =
    item.inkTopMm === undefined
      ? lineHeightPt(item.style, setting.page.pitchTwips / 20)
      : measureMark(item.runs.map((run) => run.text).join('')).linePt;
  const after = spaceAfterPt(item, setting.page);
  return (
    <>
      <div style={{ height: pt(slice.from === 0 ? spaceBeforePt(item, setting.page) : 0) }} />
      <div className="paper-slice" style={{ height: pt((slice.to - slice.from) * linePt) }}>
        <div style={{ marginTop: pt(-slice.from * linePt) }}>
          <PaperLine line={item} setting={setting} />
        </div>
      </div>
      {after > 0 && (
        <div
          style={{
            height: pt(after),
            borderBottom: item.hasRedRule ? `${pt(redHeadRulePt)} solid #ff0000` : undefined,
          }}
        />
      )}
    </>
  );
}
