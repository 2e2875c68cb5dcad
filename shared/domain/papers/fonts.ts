/** Names of the typefaces a paper is set in. */
export type FontProfile = {
  /** 小标宋: letterhead and titles. */
  readonly title: string;
  /** 仿宋: text. */
  readonly body: string;
  /** 楷体: second-level headings. */
  readonly kai: string;
  /** 黑体: first-level headings, labels. */
  readonly hei: string;
  /** 宋体: page numbers, dense tables. */
  readonly song: string;
};

export type FontSlot = keyof FontProfile;

/** What offices with the official fonts installed use. */
export const officialFonts: FontProfile = {
  title: '方正小标宋简体',
  body: '仿宋_GB2312',
  kai: '楷体_GB2312',
  hei: '黑体',
  song: '宋体',
};

/** What every Chinese Windows with Office has. */
export const windowsFonts: FontProfile = {
  title: '华文中宋',
  body: '仿宋',
  kai: '楷体',
  hei: '黑体',
  song: '宋体',
};

/** In order of preference; the first installed one is written into the paper. */
export const fontCandidates: Readonly<Record<FontSlot, readonly string[]>> = {
  title: ['方正小标宋简体', '方正小标宋_GBK', '方正小标宋', '小标宋', '华文中宋', '宋体'],
  body: ['仿宋_GB2312', '仿宋', '方正仿宋_GBK', '方正仿宋简体', '华文仿宋'],
  kai: ['楷体_GB2312', '楷体', '方正楷体_GBK', '方正楷体简体', '华文楷体'],
  hei: ['黑体', '方正黑体_GBK', '方正黑体简体', '华文黑体'],
  song: ['宋体', '新宋体', '方正书宋_GBK', '华文宋体'],
};

const slots: readonly FontSlot[] = ['title', 'body', 'kai', 'hei', 'song'];

/** The best profile the installed fonts allow; a slot nothing is installed for keeps its official name. */
export function chooseFonts(installed: ReadonlySet<string>): FontProfile {
  const chosen = slots.map((slot) => [
    slot,
    fontCandidates[slot].find((name) => installed.has(name)) ?? officialFonts[slot],
  ]);
  return Object.fromEntries(chosen) as FontProfile;
}

/** Fonts of the profile that are not installed: the paper will print in a substitute, which the user is told. */
export function missingFonts(profile: FontProfile, installed: ReadonlySet<string>): string[] {
  return slots.map((slot) => profile[slot]).filter((name) => !installed.has(name));
}

/** The other names the same face goes by, for the font table of the .docx and the fallbacks of the preview. */
export function alternativesOf(slot: FontSlot, name: string): string[] {
  return fontCandidates[slot].filter((candidate) => candidate !== name);
}
