import type { FontSlot } from './fonts';

/** The line styles of a paper: one table from which styles.xml and the preview's CSS are both made. */
export type LineStyle = {
  /** Name Word shows in its style list. */
  readonly label: string;
  readonly font: FontSlot;
  readonly sizePt: number;
  /** Exact line height; 'pitch' is one of the 22 lines of the page. */
  readonly linePt: number | 'pitch';
  readonly align: 'both' | 'left' | 'center' | 'right';
  /** First-line indent in characters. */
  readonly firstLineChars?: number;
  /** Space below, in points. */
  readonly afterPt?: number;
  readonly isRed?: boolean;
  readonly keepNext?: boolean;
};

const styles = {
  body: { label: '公文正文', font: 'body', sizePt: 16, linePt: 'pitch', align: 'both', firstLineChars: 2 },
  heading1: {
    label: '公文一级标题',
    font: 'hei',
    sizePt: 16,
    linePt: 'pitch',
    align: 'both',
    firstLineChars: 2,
    keepNext: true,
  },
  heading2: {
    label: '公文二级标题',
    font: 'kai',
    sizePt: 16,
    linePt: 'pitch',
    align: 'both',
    firstLineChars: 2,
  },
  heading3: {
    label: '公文三级标题',
    font: 'body',
    sizePt: 16,
    linePt: 'pitch',
    align: 'both',
    firstLineChars: 2,
  },
  flush: { label: '公文顶格', font: 'body', sizePt: 16, linePt: 'pitch', align: 'both' },
  center: { label: '公文居中', font: 'body', sizePt: 16, linePt: 'pitch', align: 'center' },
  right: { label: '公文居右', font: 'body', sizePt: 16, linePt: 'pitch', align: 'right' },
  note: { label: '公文说明', font: 'body', sizePt: 12, linePt: 20, align: 'both' },
  blank: { label: '公文空行', font: 'body', sizePt: 16, linePt: 'pitch', align: 'left' },
  mark: { label: '发文机关标志', font: 'title', sizePt: 48, linePt: 52.8, align: 'center', isRed: true },
  letterNo: { label: '信函文号', font: 'body', sizePt: 16, linePt: 'pitch', align: 'right' },
  redHeadNo: { label: '红头文号', font: 'body', sizePt: 16, linePt: 'pitch', align: 'center' },
  formNo: { label: '表单编号', font: 'body', sizePt: 12, linePt: 20, align: 'right', afterPt: 4 },
  title: { label: '公文标题', font: 'title', sizePt: 22, linePt: 'pitch', align: 'center', keepNext: true },
  formTitle: {
    label: '表单标题',
    font: 'title',
    sizePt: 22,
    linePt: 32,
    align: 'center',
    afterPt: 6,
    keepNext: true,
  },
  appendixMark: {
    label: '附件序号',
    font: 'hei',
    sizePt: 16,
    linePt: 'pitch',
    align: 'left',
    keepNext: true,
  },
  sign: { label: '公文署名', font: 'body', sizePt: 16, linePt: 'pitch', align: 'left' },
  cell: { label: '表格文字', font: 'body', sizePt: 12, linePt: 20, align: 'left' },
  cellLabel: { label: '表格栏目', font: 'hei', sizePt: 12, linePt: 20, align: 'center' },
  cellSmall: { label: '表格小字', font: 'song', sizePt: 10.5, linePt: 16, align: 'left' },
  cellSmallLabel: { label: '表格小栏目', font: 'hei', sizePt: 10.5, linePt: 16, align: 'center' },
  copies: { label: '版记', font: 'body', sizePt: 14, linePt: 21, align: 'left' },
  coverIssuer: { label: '封面单位', font: 'title', sizePt: 26, linePt: 40, align: 'center' },
  coverTitle: { label: '封面标题', font: 'title', sizePt: 36, linePt: 54, align: 'center' },
} as const satisfies Record<string, LineStyle>;

export type LineStyleId = keyof typeof styles;

export const lineStyles: Readonly<Record<LineStyleId, LineStyle>> = styles;
export const lineStyleIds = Object.keys(styles) as LineStyleId[];

/** Height of a line of the style on a page of the given pitch. */
export function lineHeightPt(style: LineStyleId, pitchPt: number): number {
  const { linePt } = lineStyles[style];
  return linePt === 'pitch' ? pitchPt : linePt;
}
