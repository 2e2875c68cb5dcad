import type { FlowItem } from './flow';
import type { Imprint } from './imprint';
import type { PaperModel } from './model';

/** A stretch of pages of one orientation. */
export type ComposedSection = {
  readonly isLandscape: boolean;
  /** The 标志 in the head of the section's first page, with the red double lines of a letter. */
  readonly letterhead: string | null;
  readonly hasPageNumbers: boolean;
  /** The 版记 alone on the next even page. */
  readonly startsOnEvenPage?: boolean;
  readonly items: readonly FlowItem[];
};

/** A paper set in order, before it is cut into pages: what the .docx engine and the preview both draw. */
export type ComposedPaper = {
  readonly sections: readonly ComposedSection[];
  readonly imprint: Imprint | null;
  readonly watermark: PaperModel['watermark'];
};
