/** Figures that a demand takes from its item: as kept in the catalogue, and as people read and type them. */
const MARKS = [
  ['{{amount}}', '【金额】'],
  ['{{workers_n}}', '【人数】'],
  ['{{period}}', '【所属期间】'],
  ['{{d}}', '【完成期限】'],
] as const;

/** 补发{{amount}}元 → 补发【金额】元 */
export const readableDemand = (demand: string): string =>
  MARKS.reduce((text, [kept, shown]) => text.replaceAll(kept, shown), demand);

/** The way back: 【金额】 is filled in by the paper when the item's amount is known. */
export const keptDemand = (demand: string): string =>
  MARKS.reduce((text, [kept, shown]) => text.replaceAll(shown, kept), demand);
