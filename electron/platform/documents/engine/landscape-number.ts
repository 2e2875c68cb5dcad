import { mmToTwips, official, pageGeometry } from '@shared/domain/papers/page';
import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  PageNumber,
  Paragraph,
  Table,
  TableAnchorType,
  TableCell,
  TableLayoutType,
  TableRow,
  TextDirection,
  TextRun,
  WidthType,
} from 'docx';
import { pageNumberStyleId } from './styles-xml';

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const borders = {
  top: none,
  bottom: none,
  left: none,
  right: none,
  insideHorizontal: none,
  insideVertical: none,
};
const margins = { marginUnitType: WidthType.DXA, top: 0, bottom: 0, left: 0, right: 0 };

const widthTwips = 340;
const lengthTwips = mmToTwips(30);

/**
 * The number of a landscape page stands where a portrait page has it: seen on the screen, turned by a right angle in
 * the left margin, low on odd pages and high on even ones. A floating table does it without a text box, which WPS
 * places differently.
 */
export function drawLandscapeNumber(side: 'odd' | 'even'): Table {
  const page = pageGeometry('office', true);
  const isOdd = side === 'odd';
  const oneCharacter = 280;
  const y = isOdd
    ? page.heightTwips - page.bottomTwips - oneCharacter - lengthTwips
    : page.topTwips + oneCharacter;
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widthTwips, type: WidthType.DXA },
    columnWidths: [widthTwips],
    borders,
    margins,
    float: {
      horizontalAnchor: TableAnchorType.PAGE,
      verticalAnchor: TableAnchorType.PAGE,
      absoluteHorizontalPosition: mmToTwips(official.pageNumberMm) - widthTwips / 2,
      absoluteVerticalPosition: y,
    },
    rows: [
      new TableRow({
        height: { value: lengthTwips, rule: HeightRule.EXACT },
        children: [
          new TableCell({
            width: { size: widthTwips, type: WidthType.DXA },
            textDirection: TextDirection.TOP_TO_BOTTOM_RIGHT_TO_LEFT,
            children: [
              new Paragraph({
                style: pageNumberStyleId,
                alignment: isOdd ? AlignmentType.RIGHT : AlignmentType.LEFT,
                children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'] })],
              }),
            ],
          }),
        ],
      }),
    ],
  });
}
