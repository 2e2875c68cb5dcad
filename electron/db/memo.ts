import type { ReadDb } from './kysely';
import type { Sqlite } from './open';

/** What the reading connection was asked since somebody last committed. */
type Memory = {
  readonly version: () => unknown;
  seen: unknown;
  answers: Map<string, unknown>;
};

const memories = new WeakMap<object, Memory>();
const MOST = 200;

/** Called once for the handle that queries get: it only ever sees what is committed. */
export function giveMemory(reader: object, sqlite: Sqlite): void {
  const commits = sqlite.prepare('pragma data_version').pluck();
  memories.set(reader, { version: () => commits.get(), seen: null, answers: new Map() });
}

/**
 * The answer remembered from before, as long as no other connection committed anything; for what is costly and asked
 * again and again, such as the total of a list while its pages are turned. A command's own handle remembers nothing.
 */
export async function untilDataChange<T>(db: ReadDb, key: string, ask: () => Promise<T>): Promise<T> {
  const memory = memories.get(db);
  if (!memory) return ask();
  const version = memory.version();
  if (version !== memory.seen || memory.answers.size >= MOST) {
    memory.seen = version;
    memory.answers.clear();
  }
  if (memory.answers.has(key)) return memory.answers.get(key) as T;
  const answer = await ask();
  if (memory.version() === version) memory.answers.set(key, answer);
  return answer;
}
