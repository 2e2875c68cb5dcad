import type { StoryStep, Told } from '../../../electron/platform/demo/story.ts';
import { addDays } from '../../../shared/domain/kernel/civil-date.ts';
import { FIRST_DAY, type MainJob } from '../../builders/main-job.ts';

/** A step and, where a picture of its filled form is wanted, the picture's name. */
export type Step = StoryStep & { readonly shot?: string };

/** The day `n` days after the clue came in. */
export const dayAfter = (n: number): string => addDays(FIRST_DAY, n);

/** Values with days as dates and people by their names, as a person types and chooses them. */
export function told(story: MainJob, values: Told): Told {
  const one = (item: unknown): unknown => {
    if (Array.isArray(item)) return item.map(one);
    if (typeof item !== 'object' || item === null) return item;
    const place = item as Readonly<Record<string, unknown>>;
    if ('$day' in place) return dayAfter(Number(place.$day));
    if ('$supervisor' in place) return story.supervisors[Number(place.$supervisor)]?.name;
    if ('$leader' in place) return story.leaders[Number(place.$leader)]?.name;
    return Object.fromEntries(Object.entries(place).map(([name, inner]) => [name, one(inner)]));
  };
  return one(values) as Told;
}
