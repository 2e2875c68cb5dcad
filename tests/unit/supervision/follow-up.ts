import { caseData, item } from './samples';
import { createWorld, investigated, type World } from './world';

/** A case after its investigation: both items established, a letter sent. */

export const BOTH = [
  { item: '11', finding: 'established' },
  { item: '12', finding: 'established' },
];

export const rows = (state: string) => [
  { item: '11', state },
  { item: '12', state },
];

export const established = [
  item({ finding: 'established' }),
  item({ id: 12, code: 'V21', name: '超时加班', finding: 'established' }),
];

export function served(
  kind: 'reminderLetter' | 'opinionLetter',
  over: Parameters<typeof createWorld>[1] = {},
): World {
  const world = createWorld(caseData(), over);
  investigated(world);
  world.act('deliberate', { items: BOTH, measures: [kind] });
  world.goTo('2026-09-10');
  world.issue(kind);
  world.goTo('2026-09-11');
  world.paper(kind, 'serve', { method: 'direct' });
  return world;
}
