import { blank, type FlowLine, line, textRuns } from './flow';
import type { PaperSignature } from './model';
import { bodyCharPt } from './page';
import { widthOf } from './text';

/** 附件说明: one blank line below the text, names without end punctuation, wrapped under their first character. */
export function composeAttachments(titles: readonly string[], keepsWithSignature: boolean): FlowLine[] {
  const label = '附件：';
  const isNumbered = titles.length > 1;
  const lines = titles.map((title, index) => {
    const number = isNumbered ? `${index + 1}.` : '';
    const text = `${index === 0 ? label : ''}${number}${title.replace(/[。；，]$/, '')}`;
    const nameAt = 2 + widthOf(label) + widthOf(number);
    const hanging = widthOf(number) + (index === 0 ? widthOf(label) : 0);
    return line('flush', textRuns(text), { indent: { left: nameAt, hanging }, keepNext: keepsWithSignature });
  });
  return lines.length === 0 ? [] : [{ ...blank, keepNext: true }, ...lines];
}

/** Room for the seal between the text and the issuer. */
const sealBlankLines = 2;
const dateFromRight = 4;
const openDate = '　　　　年　　月　　日';

/** 署名 and 成文日期, kept on the page of the last paragraph. */
export function composeSignature(
  signature: PaperSignature,
  charactersOnLine: number,
  hasRemark: boolean,
): FlowLine[] {
  const date = signature.signedOn === null ? openDate : chineseDate(signature.signedOn);
  const blanks = Array.from({ length: signature.hasSeal ? sealBlankLines : 1 }, () => ({
    ...blank,
    keepNext: true,
  }));
  const place = signature.hasSeal ? placeUnderSeal : placeWithoutSeal;
  const [issuerPlace, datePlace] = place(widthOf(signature.issuer), widthOf(date), charactersOnLine);
  return [
    ...blanks,
    line('sign', [{ text: signature.issuer, isMissing: signature.issuer === '' }], {
      ...issuerPlace,
      keepNext: true,
    }),
    line('sign', textRuns(date), { ...datePlace, keepNext: hasRemark }),
  ];
}

type Placing = Pick<FlowLine, 'centreAtPt' | 'indent'>;

/** The date ends 4 characters from the right, the issuer is centred over it; a long issuer ends at the edge. */
function placeUnderSeal(issuer: number, date: number, line: number): [Placing, Placing] {
  const centre = line - Math.max(dateFromRight + date / 2, issuer / 2);
  const placing = { centreAtPt: centre * bodyCharPt };
  return [placing, placing];
}

/** The issuer ends 2 characters from the right, the date starts 2 after the issuer's first character. */
function placeWithoutSeal(issuer: number, date: number, line: number): [Placing, Placing] {
  const end = line - 2;
  const dateAt = Math.max(0, Math.min(end - issuer + 2, end - date));
  const issuerAt = Math.max(0, Math.min(dateAt - 2, line - issuer));
  return [{ indent: { left: issuerAt } }, { indent: { left: dateAt } }];
}

/** 2026-09-10 → 2026年9月10日 */
export function chineseDate(on: string): string {
  const [year, month, day] = on.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}
