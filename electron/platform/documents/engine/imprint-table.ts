import { copiesLabelChars, type Imprint, imprintRowPaddingPt } from '@shared/domain/papers/imprint';
import { type PageGeometry, ptToTwips, textWidthTwips } from '@shared/domain/papers/page';
import { cleanText } from '@shared/domain/papers/text';
import {
  BorderStyle,
  Paragraph,
  RelativeVerticalPosition,
  Tab,
  Table,
  TableAnchorType,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from 'docx';
import { styleIdOf } from './styles-xml';

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
/** First and last rule 0.35 mm, the one between 0.25 mm. */
const outer = { style: BorderStyle.SINGLE, size: 8, color: '000000' };
const inner = { style: BorderStyle.SINGLE, size: 6, color: '000000' };

/** One 4号 character. */
const charTwips = 280;
const rowPadding = ptToTwips(imprintRowPaddingPt);

/** A table that floats at the foot of the text area: wherever the text ends, the 版记 stands at the bottom. */
export function drawImprint(imprint: Imprint, page: PageGeometry): Table {
  const width = textWidthTwips(page);
  const rows = [
    ...(imprint.copies === null ? [] : [copiesLine(imprint.copies)]),
    ...(imprint.printed === null ? [] : [printedLine(imprint.printed, width)]),
  ];
  const rule = imprint.hasRules ? outer : none;
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: width, type: WidthType.DXA },
    columnWidths: [width],
    borders: {
      top: rule,
      bottom: rule,
      left: none,
      right: none,
      insideHorizontal: imprint.hasRules ? inner : none,
      insideVertical: none,
    },
    margins: { marginUnitType: WidthType.DXA, top: rowPadding, bottom: rowPadding, left: 0, right: 0 },
    float: {
      horizontalAnchor: TableAnchorType.PAGE,
      absoluteHorizontalPosition: page.leftTwips,
      verticalAnchor: TableAnchorType.MARGIN,
      relativeVerticalPosition: RelativeVerticalPosition.BOTTOM,
    },
    rows: rows.map(
      (paragraph) =>
        new TableRow({
          cantSplit: true,
          children: [new TableCell({ width: { size: width, type: WidthType.DXA }, children: [paragraph] })],
        }),
    ),
  });
}

/** Wraps after the colon of 抄送：. */
function copiesLine(text: string): Paragraph {
  const hanging = copiesLabelChars * charTwips;
  return new Paragraph({
    style: styleIdOf('copies'),
    indent: { left: charTwips + hanging, hanging, right: charTwips },
    children: [new TextRun(cleanText(text))],
  });
}

function printedLine(printed: { by: string; on: string }, width: number): Paragraph {
  return new Paragraph({
    style: styleIdOf('copies'),
    indent: { left: charTwips, right: charTwips },
    tabStops: [{ type: TabStopType.RIGHT, position: width - charTwips }],
    children: [new TextRun({ children: [cleanText(printed.by), new Tab(), cleanText(printed.on)] })],
  });
}
