import type { ReactNode } from 'react';

export type MarkTone = 'plain' | 'good' | 'warn' | 'late' | 'info';

/** A word in a box: a status or a reminder. The word carries the meaning, the colour only helps; contrast is AA. */
export function Mark({
  tone = 'plain',
  children,
}: {
  readonly tone?: MarkTone;
  readonly children: ReactNode;
}) {
  return <span className={`mark mark-${tone}`}>{children}</span>;
}
