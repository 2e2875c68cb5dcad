/** One step of a status bar. */
export type Step = {
  readonly key: string;
  readonly label: string;
  readonly status: 'done' | 'current' | 'coming' | 'skipped';
};
