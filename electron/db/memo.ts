import type { ReadDb } from './kysely';
import type { Sqlite } from './open';

/** What a connection was asked since its data last changed. */
type Memory = {
  readonly sqlite: Sqlite;
  readonly version: () => string;
  seen: string;
  answers: Map<string, unknown>;
};

const memories = new WeakMap<object, Memory>();
const MOST = 200;

/** Called once for the handle that queries get; a transaction's handle remembers nothing. */
export function giveMemory(kysely: object, sqlite: Sqlite): void {
  const own = sqlite.prepare('select total_changes()').pluck();
  const others = sqlite.prepare('pragma data_version').pluck();
  const version = () => `${own.get()}.${others.get()}`;
  memories.set(kysely, { sqlite, version, seen: '', answers: new Map() });
}

/**
 * The answer remembered from before, as long as nothing was written by this connection or another one; for what is costly
 * and asked again and again, such as the total of a list while its pages are turned.
 */
export async function untilDataChange<T>(db: ReadDb, key: string, ask: () => Promise<T>): Promise<T> {
  const memory = memories.get(db);
  if (!memory || memory.sqlite.inTransaction) return ask();
  const version = memory.version();
  if (version !== memory.seen || memory.answers.size >= MOST) {
    memory.seen = version;
    memory.answers.clear();
  }
  if (memory.answers.has(key)) return memory.answers.get(key) as T;
  const answer = await ask();
  // A command may have begun meanwhile: what it has not committed must not be remembered.
  if (!memory.sqlite.inTransaction && memory.version() === version) memory.answers.set(key, answer);
  return answer;
}
