/** What stands against a letter, or should be thought about, before it is signed. Same shape as the contract's finding. */
export type LetterFinding = {
  readonly severity: 'block' | 'warn';
  readonly code: string;
  readonly message: string;
  readonly field?: string;
  readonly excerpt: string;
};

export const block = (code: string, message: string, excerpt = '', field?: string): LetterFinding => ({
  severity: 'block',
  code,
  message,
  field,
  excerpt,
});

export const warn = (code: string, message: string, excerpt = ''): LetterFinding => ({
  severity: 'warn',
  code,
  message,
  excerpt,
});
