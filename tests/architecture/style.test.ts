import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import open from './open-violations.json';
import { containing, filesUnder, ROOT, readSource, type Source, sourcesUnder, violations } from './support';

const program = ['electron', 'shared', 'renderer'].flatMap(sourcesUnder);
const tests = sourcesUnder('tests');
const everything = ['electron', 'shared', 'renderer', 'tests', 'scripts']
  .flatMap(filesUnder)
  .filter((path) => /\.(?:tsx?|mjs|cjs|css)$/.test(path))
  .map(readSource);

describe('size', () => {
  const long = everything.filter(({ lines }) => lines > 300);

  it('no file has more than 300 lines, or more than it is listed with', () => {
    const known: Readonly<Record<string, number>> = open.long;
    expect(
      long
        .filter(({ path, lines }) => lines > (known[path] ?? 300))
        .map(({ path, lines }) => `${path}: ${lines}`),
    ).toEqual([]);
  });

  it('what is short by now is listed no more', () => {
    expect(Object.keys(open.long)).toEqual(long.map(({ path }) => path));
  });
});

describe('the compiler and the linter are obeyed', () => {
  const SWITCHES = /@ts-(?:ignore|nocheck|expect-error)|(?:eslint|oxlint)-disable|biome[-]ignore/g;
  const CASTS = /\bas\s+unknown\s+as\b|\bas\s+never\b|\bas\s+any\b/g;
  const ANY = /(?<=[:<,|&(=]\s*|\b(?:extends|keyof|typeof|is)\s+)any\b(?!\s*[(:?])/g;

  /** The samples below are put together, so that no sample is itself a finding. */
  const ANYTHING = 'any';

  /** In a file: the switches stand in comments, the rest in code. */
  const escapesOf = ({ text, code }: Pick<Source, 'text' | 'code'>): string[] =>
    [text.match(SWITCHES), code.match(CASTS), code.match(ANY)].flatMap((found) => found ?? []);

  it('no check is switched off, no type is talked away, but where it is listed', () => {
    const found = everything
      .map((source) => [source.path, escapesOf(source).length] as const)
      .filter(([, count]) => count > 0);
    // Equal, not fewer: what is repaired leaves the list.
    expect(Object.fromEntries(found)).toEqual(open.escapes);
  });

  it.each([
    [`const a: ${ANYTHING} = 1`, 1],
    [`const a: Record<string, ${ANYTHING}> = {}`, 1],
    [`type A = ${ANYTHING}[]`, 1],
    [`x as ${ANYTHING}`, 1],
    [`/* biome-${'ignore'} lint: no */`, 1],
    [`// @ts-${'ignore'}`, 1],
    [`x as ${'unknown'} as Y`, 1],
    [`f(x as ${'never'})`, 1],
    [`const ${ANYTHING} = (a: never) => a; ${ANYTHING}(1)`, 0],
    [`const a = { ${ANYTHING}: '' }`, 0],
  ])('%s counts %i', (code, count) => {
    expect(escapesOf({ text: code, code })).toHaveLength(count);
  });

  it('the linter has no rule off but two, each for the files that need it', () => {
    const off = [...readFileSync(join(ROOT, 'biome.json'), 'utf8').matchAll(/"(\w+)": "off"/g)];
    // Where a tool asks for a default export; in tests, where undefined fails the test as it should.
    expect(off.map((match) => match[1])).toEqual(['noDefaultExport', 'noNonNullAssertion']);
  });
});

describe('tests', () => {
  it('none runs alone, and none is left out without a word of why', () => {
    expect(containing(tests, /\.only\b(?=\(|\.each)/)).toEqual([]);
    expect(
      violations(tests, ({ text }) => {
        const lines = text.split('\n');
        return lines.filter(
          (line, at) =>
            /\.(?:skip|skipIf|runIf|todo|fixme|fails)\(/.test(line) &&
            !/\/\/ |skipped/.test(lines.slice(Math.max(0, at - 6), at + 1).join('\n')),
        );
      }),
    ).toEqual([]);
  });

  it('each in the window says in its first comment what it is about', () => {
    const windows = tests.filter(({ path }) => path.endsWith('.e2e.ts'));
    expect(windows.length).toBeGreaterThan(5);
    expect(
      windows
        .filter(({ text }) => !/\/\*\* [^*]{20,} \*\//.test(text.slice(0, text.search(/^test/m))))
        .map(({ path }) => path),
    ).toEqual([]);
  });
});

describe('style', () => {
  it('no default exports', () => {
    expect(containing(program, /\bexport default\b|\bas default\b/)).toEqual([]);
  });

  it('no swallowed errors', () => {
    expect(
      violations([...program, ...tests], ({ text }) =>
        /catch\s*(?:\([^)]*\))?\s*\{\s*\}/.test(text) ? ['empty catch'] : [],
      ),
    ).toEqual([]);
  });

  it('no TypeScript enums, no namespaces', () => {
    expect(
      containing([...program, ...tests], /^\s*(?:export\s+)?(?:const\s+)?enum\s+\w+|^\s*namespace\s+\w+/m),
    ).toEqual([]);
  });

  it('no console, no debugger', () => {
    expect(containing(program, /\bconsole\.\w+\(|\bdebugger\b/)).toEqual(open.console);
  });

  it('names are kebab-case with a role', () => {
    expect(
      [...program, ...tests]
        .map(({ path }) => path.split('/').at(-1) ?? '')
        .filter((name) => !/^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)*\.tsx?$/.test(name)),
    ).toEqual([]);
  });
});
