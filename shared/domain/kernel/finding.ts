/** block: the paper is not signed or sent like this. warn: a person looks and decides. */
export type Severity = 'block' | 'warn';

/** One thing a check found in a text. `excerpt` may hold personal data: for the screen, never for a log. */
export type Finding = {
  readonly severity: Severity;
  readonly code: string;
  /** What it is and what to do, in Chinese. */
  readonly message: string;
  /** Form field the text came from. */
  readonly field?: string;
  /** Key of the editable paragraph. */
  readonly key?: string;
  readonly excerpt: string;
};

/** A text that is checked, and where it came from. */
export type CheckedText = { readonly text: string; readonly field?: string; readonly key?: string };

export const hasBlock = (findings: readonly Finding[]): boolean =>
  findings.some((finding) => finding.severity === 'block');

const EXCERPT_MARGIN = 12;

/** The hit with the characters around it, … where it was cut. */
export function excerptAround(text: string, start: number, end: number): string {
  const from = Math.max(0, start - EXCERPT_MARGIN);
  const to = Math.min(text.length, end + EXCERPT_MARGIN);
  return `${from > 0 ? '…' : ''}${text.slice(from, to).replace(/\s+/g, ' ')}${to < text.length ? '…' : ''}`;
}
