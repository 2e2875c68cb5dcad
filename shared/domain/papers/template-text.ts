import type { Run } from './model';

/** How a placeholder is answered: its text ('' = missing), its Chinese label, the form field it comes from. */
export type Answer = { readonly text: string; readonly label: string; readonly field?: string };
export type Resolve = (name: string) => Answer;

const PLACEHOLDER = /\{\{([a-z][a-z0-9_]*)(\?)?\}\}/g;
const OPTIONAL = /\[\[([\s\S]*?)\]\]/g;

/** Names of the {{placeholders}} in a text. */
export function placeholdersOf(text: string): string[] {
  return [...new Set([...text.matchAll(PLACEHOLDER)].map((match) => match[1] as string))];
}

/** 【label】: how a missing value stands in text that the clerk edits; it is found again by the same label. */
export const missingMark = (label: string): string => `【${label}】`;

/** The lines of a filled text, each a list of runs; [[ … ]] with an empty placeholder inside is dropped. */
export function fillText(text: string, resolve: Resolve): Run[][] {
  const kept = text.replace(OPTIONAL, (_, inner: string) =>
    placeholdersOf(inner).every((name) => resolve(name).text !== '') ? inner : '',
  );
  const runs: Run[] = [];
  let end = 0;
  for (const match of kept.matchAll(PLACEHOLDER)) {
    pushText(runs, kept.slice(end, match.index));
    end = match.index + match[0].length;
    const answer = resolve(match[1] as string);
    const field = answer.field ? { field: answer.field } : {};
    if (answer.text !== '') runs.push({ text: answer.text, ...field });
    else if (match[2] === undefined)
      runs.push({ text: missingMark(answer.label), isMissing: true, ...field });
  }
  pushText(runs, kept.slice(end));
  return splitLines(runs);
}

/**
 * Text the clerk wrote, after filling: {{name}} works here too, and 【label】 of a placeholder left in the text is
 * filled once its value is known, and stays missing until then.
 */
export function fillEditedText(text: string, names: readonly string[], resolve: Resolve): Run[][] {
  const byLabel = new Map(names.map((name) => [resolve(name).label, name]));
  const restored = text.replace(/【([^【】]+)】/g, (mark, label: string) => {
    const name = byLabel.get(label);
    return name ? `{{${name}}}` : mark;
  });
  return fillText(restored, resolve);
}

/** The text of filled lines, as the editor shows it. */
export function plainText(lines: readonly (readonly Run[])[]): string {
  return lines.map((line) => line.map((run) => run.text).join('')).join('\n');
}

function pushText(runs: Run[], text: string): void {
  if (text !== '') runs.push({ text });
}

function splitLines(runs: readonly Run[]): Run[][] {
  const lines: Run[][] = [[]];
  for (const run of runs) {
    run.text.split(/\r?\n/).forEach((part, i) => {
      if (i > 0) lines.push([]);
      if (part !== '') lines.at(-1)?.push({ ...run, text: part });
    });
  }
  return lines;
}
