import { chineseDate } from './compose-closing';
import type { PaperModel } from './model';

/** 版记 at the foot of the last page. */
export type Imprint = {
  /** 抄送：…。 */
  readonly copies: string | null;
  /** 印发机关 and date; a letter has none. */
  readonly printed: { readonly by: string; readonly on: string } | null;
  /** A letter's 版记 has no rules and needs no even page. */
  readonly hasRules: boolean;
};

export function composeImprint(model: PaperModel): Imprint | null {
  const copies = model.copiesTo.length === 0 ? null : `抄送：${model.copiesTo.join('，')}。`;
  const isLetter = model.layout === 'letter';
  const date = model.printedOn ?? model.signature?.signedOn;
  const on = date ? `${chineseDate(date)}印发` : '　　　　年　　月　　日印发';
  const printed = isLetter || !model.printedBy ? null : { by: model.printedBy, on };
  if (copies === null && printed === null) return null;
  return { copies, printed, hasRules: !isLetter };
}
