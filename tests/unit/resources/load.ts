import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseRuleProfile } from '../../../shared/domain/kernel/rule-profile-schema';
import { catalogueFiles, parseCatalogue } from '../../../shared/domain/supervision/catalogue';

const root = resolve(import.meta.dirname, '../../..');
export const rulesDir = resolve(root, 'resources/rules');
export const cataloguesDir = resolve(root, 'resources/catalogues');

export const readText = (dir: string, name: string): string =>
  readFileSync(resolve(dir, `${name}.json`), 'utf8');

export const ruleFileNames = readdirSync(rulesDir)
  .filter((name) => name.endsWith('.json'))
  .map((name) => name.slice(0, -5));

export const loadProfiles = () =>
  new Map(
    ruleFileNames.map((name) => [name, parseRuleProfile(JSON.parse(readText(rulesDir, name)))] as const),
  );

export const loadCatalogue = () =>
  parseCatalogue(
    Object.fromEntries(catalogueFiles.map((name) => [name, JSON.parse(readText(cataloguesDir, name))])),
  );

/** Property names that stand twice in one object: JSON.parse would keep the last and say nothing. */
export function duplicateKeys(json: string): string[] {
  const stack: (Set<string> | null)[] = [];
  const duplicates: string[] = [];
  for (const match of json.matchAll(/"((?:[^"\\]|\\.)*)"(\s*:)?|[{}[\]]/g)) {
    const [token, key, colon] = match;
    if (token === '{') stack.push(new Set());
    else if (token === '[') stack.push(null);
    else if (token === '}' || token === ']') stack.pop();
    else if (colon && key !== undefined) {
      const top = stack.at(-1);
      if (top?.has(key)) duplicates.push(key);
      top?.add(key);
    }
  }
  return duplicates;
}
