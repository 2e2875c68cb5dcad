import { describe, expect, it } from 'vitest';
import { sourcesUnder } from './support';

/** Files that import each other in a ring can only be understood all at once; types count as well. */

const sources = ['electron', 'renderer', 'shared'].flatMap(sourcesUnder);

/** Path without ending → paths without ending that it imports. */
const graph = new Map(
  sources.map((source) => {
    const name = source.path.replace(/(?:\/index)?\.tsx?$/, '');
    return [name, source.imports.map(({ from }) => from)] as const;
  }),
);

/** The first ring found, as the way round it; empty when there is none. */
function findCircle(files: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>();
  const walk = (file: string, way: readonly string[]): string[] => {
    const known = way.indexOf(file);
    if (known >= 0) return [...way.slice(known), file];
    if (done.has(file)) return [];
    for (const next of files.get(file) ?? []) {
      const found = walk(next, [...way, file]);
      if (found.length > 0) return found;
    }
    done.add(file);
    return [];
  };
  for (const file of files.keys()) {
    const found = walk(file, []);
    if (found.length > 0) return found;
  }
  return [];
}

describe('imports', () => {
  it('are read: the graph holds the arrows of a file everybody knows', () => {
    expect(graph.get('electron/db/reader')).toContain('electron/db/kysely');
  });

  it('go round in no circle', () => {
    expect(findCircle(graph)).toEqual([]);
  });

  it('a ring would be found', () => {
    const ring = new Map([
      ['a', ['b']],
      ['b', ['c', 'd']],
      ['c', []],
      ['d', ['b']],
    ]);
    expect(findCircle(ring)).toEqual(['b', 'd', 'b']);
  });
});
