import { missingText } from '@shared/domain/papers/flow';
import type { Run } from '@shared/domain/papers/model';
import { cleanText } from '@shared/domain/papers/text';

type Props = { readonly runs: readonly Run[]; readonly highlightKey?: string };

/** Runs of a line; a field that is still empty is a yellow box in its place. */
export function PaperRuns({ runs, highlightKey }: Props) {
  let at = 0;
  return runs.map((run) => {
    const text = cleanText(run.text);
    const isEmpty = run.isMissing === true && text.trim() === '';
    const key = at;
    at += text.length + 1;
    if (run.field === undefined && !run.isMissing && !run.isBold) return text;
    return (
      <span key={key} className={classOf(run, highlightKey)} data-field={run.field}>
        {isEmpty ? missingText : text}
      </span>
    );
  });
}

function classOf(run: Run, highlightKey: string | undefined): string | undefined {
  const classes = [
    run.isMissing ? 'paper-missing' : '',
    run.isBold ? 'paper-bold' : '',
    run.field !== undefined && run.field === highlightKey ? 'is-highlighted' : '',
  ].filter((name) => name !== '');
  return classes.length === 0 ? undefined : classes.join(' ');
}
