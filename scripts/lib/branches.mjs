import { relative, sep } from 'node:path';
import { root } from './paths.mjs';

/** Branches in an istanbul report of the rules: how many there are, and where one was never taken. */
export function branchesOf(report) {
  const found = { total: 0, missed: [] };
  for (const [file, { b: counts, branchMap }] of Object.entries(report)) {
    const path = relative(root, file).replaceAll(sep, '/');
    for (const [id, taken] of Object.entries(counts)) {
      found.total += taken.length;
      const { type, loc, locations } = branchMap[id];
      taken.forEach((times, index) => {
        // An `if` without `else` has no place for it: the line is that of the `if`.
        const line = locations[index]?.start?.line ?? loc.start.line;
        if (times === 0) found.missed.push(`${path}:${line} ${type}`);
      });
    }
  }
  return found;
}
