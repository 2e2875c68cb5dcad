/** The marks of a number pattern as people write them; the file keeps them short. */
const MARKS = [
  { kept: '{code}', shown: '{代字}' },
  { kept: '{yyyy}', shown: '{年份}' },
  { kept: '{n}', shown: '{顺序号}' },
] as const;

/** {code}劳监提〔{yyyy}〕{n}号 → {代字}劳监提〔{年份}〕{顺序号}号; also in the messages about a pattern. */
export const showMarks = (text: string): string =>
  MARKS.reduce((rest, { kept, shown }) => rest.replaceAll(kept, shown), text);

/** The way back. What is no mark stays, so that the service can name it. */
export const keepMarks = (text: string): string =>
  MARKS.reduce((rest, { kept, shown }) => rest.replaceAll(shown, kept), text);

/** What the first number of the year will look like. */
export const exampleNumber = (shown: string, code: string, year: string): string =>
  keepMarks(shown).replaceAll('{code}', code).replaceAll('{yyyy}', year).replaceAll('{n}', '1');
