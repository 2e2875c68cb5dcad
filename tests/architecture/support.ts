import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize, relative, resolve } from 'node:path';

export const ROOT = resolve(import.meta.dirname, '../..');

export type Import = {
  /** As written, or, for a file of ours, its path from the root without ending. */
  readonly from: string;
  readonly isTypeOnly: boolean;
};
export type Source = {
  /** From the root, with forward slashes. */
  readonly path: string;
  readonly text: string;
  /** Without comments and without the contents of strings and templates. */
  readonly code: string;
  readonly imports: readonly Import[];
  readonly lines: number;
};

/** Each violation as `path: what`, so that an empty list is the proof and a full one the work to do. */
export const violations = (
  sources: readonly Source[],
  judge: (source: Source) => readonly string[],
): string[] => sources.flatMap((source) => judge(source).map((what) => `${source.path}: ${what}`));

/** Imports that are forbidden. */
export const importing = (
  sources: readonly Source[],
  isForbidden: (from: string, isTypeOnly: boolean) => boolean,
): string[] =>
  violations(sources, ({ imports }) =>
    imports.filter(({ from, isTypeOnly }) => isForbidden(from, isTypeOnly)).map(({ from }) => from),
  );

/** Places of the code, comments and strings left out, that look as they must not. */
export const containing = (sources: readonly Source[], pattern: RegExp): string[] =>
  violations(sources, ({ code }) =>
    [...code.matchAll(new RegExp(pattern, 'g'))].map((match) => match[0].trim()),
  );

const cache = new Map<string, Source>();

/** Every TypeScript source under a folder, declarations left out. */
export function sourcesUnder(folder: string): Source[] {
  return filesUnder(folder)
    .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'))
    .map(readSource);
}

export function filesUnder(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true })
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      return entry.isDirectory() ? filesUnder(path) : [path];
    })
    .sort();
}

export const foldersIn = (folder: string): string[] =>
  readdirSync(join(ROOT, folder))
    .filter((name) => statSync(join(ROOT, folder, name)).isDirectory())
    .sort();

export function readSource(path: string): Source {
  const known = cache.get(path);
  if (known) return known;
  const text = readFileSync(join(ROOT, path), 'utf8');
  const source = {
    path,
    text,
    code: strip(text),
    imports: importsOf(path, text),
    lines: text.trimEnd().split('\n').length,
  };
  cache.set(path, source);
  return source;
}

const STATIC = /^\s*(?:import|export)\s+(type\s+)?([^'"]*?\s+from\s+)?['"]([^'"\n]+)['"]/gm;
const DYNAMIC = /\b(?:import|require)\(\s*['"]([^'"\n]+)['"]\s*\)/g;

function importsOf(path: string, text: string): Import[] {
  const found: Import[] = [];
  const code = withoutComments(text);
  for (const [, type, clause, from] of code.matchAll(STATIC)) {
    if (from === undefined) continue;
    const names = clause?.match(/\{([^}]*)\}/)?.[1];
    const rest = clause?.replace(/\{[^}]*\}/, '').replace(/\bfrom\b|[\s,]/g, '') ?? '';
    const areAllTypes =
      names !== undefined &&
      rest === '' &&
      names.split(',').every((name) => name.trim() === '' || name.trim().startsWith('type '));
    found.push({ from: resolved(path, from), isTypeOnly: type !== undefined || areAllTypes });
  }
  for (const [, from] of code.matchAll(DYNAMIC)) {
    if (from !== undefined) found.push({ from: resolved(path, from), isTypeOnly: false });
  }
  return found;
}

function resolved(path: string, from: string): string {
  if (from.startsWith('@shared/')) return `shared/${from.slice('@shared/'.length)}`;
  if (from.startsWith('@renderer/')) return `renderer/${from.slice('@renderer/'.length)}`;
  if (!from.startsWith('.')) return from;
  return relative(ROOT, normalize(join(ROOT, dirname(path), from))).replaceAll('\\', '/');
}

/** A scanner small enough to read: comments go, strings stay. Regular expressions with quotes are the one thing it may misread. */
function withoutComments(text: string): string {
  return text.replace(
    /("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`)|\/\*[\s\S]*?\*\/|(?<![:\\])\/\/[^\n]*/g,
    (all, kept) => kept ?? all.replace(/[^\n]/g, ''),
  );
}

function strip(text: string): string {
  return withoutComments(text)
    .replace(/"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'/g, "''")
    .replace(
      /`(?:\\.|[^`\\])*`/g,
      (template) =>
        // What stands in ${…} is code.
        `\`${[...template.matchAll(/\$\{([^}]*)\}/g)].map((match) => match[1]).join(' ')}\``,
    );
}
