import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** The invented main case, as resources/demo/main-job.json tells it. */
export type Story = {
  readonly settings: Readonly<Record<string, string>>;
  readonly leaders: readonly { readonly name: string; readonly post: string; readonly validFrom: string }[];
  readonly supervisors: readonly { readonly name: string; readonly certificateNo: string }[];
  readonly employer: Readonly<Record<string, string | number>> & {
    readonly name: string;
    readonly uscc: string;
  };
  readonly complainant: Readonly<Record<string, string>> & { readonly name: string };
  readonly clue: Values;
  readonly violations: readonly (Values & { readonly code: string })[];
  readonly steps: readonly Step[];
};

export type Step = {
  readonly day: number;
  readonly case?: string;
  readonly paper?: string;
  readonly action?: string;
  /** Name of a screenshot of the filled form. */
  readonly shot?: string;
  readonly values: Values;
};

// biome-ignore lint/suspicious/noExplicitAny: told values are judged by the forms they are typed into
export type Values = Readonly<Record<string, any>>;

export const FIRST_DAY = '2026-09-01';

const root = resolve(import.meta.dirname, '../../..');

export const readStory = (): Story =>
  JSON.parse(readFileSync(resolve(root, 'resources/demo/main-job.json'), 'utf8')) as Story;

/** YYYY-MM-DD, `n` days after the clue came in. */
export const dayAfter = (n: number, first = FIRST_DAY): string =>
  new Date(Date.parse(`${first}T00:00:00Z`) + n * 86_400_000).toISOString().slice(0, 10);

/** Values with days as dates and people by their names, as a person types and chooses them. */
export function told(story: Story, value: Values): Values {
  const one = (item: unknown): unknown => {
    if (Array.isArray(item)) return item.map(one);
    if (typeof item !== 'object' || item === null) return item;
    const place = item as Values;
    if ('$day' in place) return dayAfter(place.$day);
    if ('$supervisor' in place) return story.supervisors[place.$supervisor]?.name;
    if ('$leader' in place) return story.leaders[place.$leader]?.name;
    return Object.fromEntries(Object.entries(place).map(([name, inner]) => [name, one(inner)]));
  };
  return one(value) as Values;
}

/** Every string of the complainant block that could lead to the person. */
export const complainantSecrets = ({ complainant }: Story): readonly string[] =>
  ['name', 'idNumber', 'phone', 'address', 'trade'].flatMap((name) => complainant[name] ?? []);
