import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type EvidenceCatalogue, parseEvidenceCatalogue } from '@shared/domain/evidence/catalogue';
import type { HolidayCalendar } from '@shared/domain/kernel/calendar';
import type { RuleProfile } from '@shared/domain/kernel/rule-profile';
import { ruleProfileSchema } from '@shared/domain/kernel/rule-profile-schema';
import { parseWordingLexicon, type WordingLexicon } from '@shared/domain/kernel/wording-lexicon';
import type { PaperTemplate } from '@shared/domain/papers/template';
import { parseTemplate } from '@shared/domain/papers/template-schema';
import { type Catalogue, catalogueFiles, parseCatalogue } from '@shared/domain/supervision/catalogue';

/** What ships under resources/ and a union may correct without a programmer, parsed and judged once. */
export type Resources = {
  readonly calendars: readonly HolidayCalendar[];
  readonly profiles: readonly RuleProfile[];
  readonly catalogue: Catalogue;
  readonly lexicon: WordingLexicon;
  readonly evidence: EvidenceCatalogue;
  readonly templates: ReadonlyMap<string, PaperTemplate>;
  readonly manual: readonly { key: string; title: string; markdown: string }[];
};

/** Reads each part when it is first asked for: the login page needs none of it. */
export function loadResources(folder: string): Resources {
  return {
    get calendars() {
      return memo(folder, 'calendars', () => jsonFiles<HolidayCalendar>(join(folder, 'calendars')));
    },
    get profiles() {
      return memo(folder, 'profiles', () =>
        jsonFiles<unknown>(join(folder, 'rules')).map((raw) => ruleProfileSchema.parse(raw)),
      );
    },
    get catalogue() {
      return memo(folder, 'catalogue', () => parseCatalogue(catalogueSources(folder)));
    },
    get lexicon() {
      return memo(folder, 'lexicon', () =>
        parseWordingLexicon(readJson(join(folder, 'catalogues', 'wording.json'))),
      );
    },
    get evidence() {
      return memo(folder, 'evidence', () =>
        parseEvidenceCatalogue(readJson(join(folder, 'catalogues', 'evidence.json'))),
      );
    },
    get templates() {
      return memo(folder, 'templates', () => {
        const templates = jsonFiles<unknown>(join(folder, 'templates', 'supervision')).map((raw) =>
          parseTemplate(raw),
        );
        return new Map(templates.map((template) => [template.kind, template]));
      });
    },
    get manual() {
      return memo(folder, 'manual', () => readManual(join(folder, 'manual')));
    },
  };
}

/** What the first page asks for, read while the password is typed and not after it. */
export const readAhead = ({ calendars, profiles, catalogue }: Resources): void =>
  void [calendars, profiles, catalogue];

const cache = new Map<string, unknown>();
function memo<T>(folder: string, part: string, read: () => T): T {
  const key = `${folder}#${part}`;
  if (!cache.has(key)) cache.set(key, read());
  return cache.get(key) as T;
}

const readJson = <T>(path: string): T => JSON.parse(readFileSync(path, 'utf8')) as T;

const jsonFiles = <T>(folder: string): T[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => readJson<T>(join(folder, name)));

function catalogueSources(folder: string): Record<string, unknown> {
  return Object.fromEntries(
    catalogueFiles.map((name) => [name, readJson(join(folder, 'catalogues', `${name}.json`))]),
  );
}

function readManual(folder: string) {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => {
      const markdown = readFileSync(join(folder, name), 'utf8');
      return { key: name.replace(/\.md$/, ''), title: markdown.match(/^#\s*(.+)$/m)?.[1] ?? name, markdown };
    });
}
