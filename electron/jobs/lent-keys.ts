/**
 * Keys on their way to a task. What is sent between threads is copied, and such copies stayed in memory after the lock: a key
 * is put into memory both sides see, once, and is zeroed there when the task has ended, however it ended.
 */
const NAMES: readonly string[] = ['dataKey', 'newKey'];

export type Lent<T> = {
  readonly input: T;
  readonly takeBack: () => void;
};

/** Made at once: the lock may zero what was given before the task begins. */
export const lendKeys = <T extends object>(given: T): Lent<T> =>
  withCopies(given, (key) => {
    const shared = new Uint8Array(new SharedArrayBuffer(key.length));
    shared.set(key);
    return shared;
  });

/** For another process, which shares no memory: plain bytes, to be taken back as soon as they are sent. */
export const unshareKeys = <T extends object>(lent: T): Lent<T> =>
  withCopies(lent, (key) => Uint8Array.from(key));

/** The lent key itself, not a copy of it. */
export const lentKey = (key: Uint8Array): Buffer => Buffer.from(key.buffer, key.byteOffset, key.byteLength);

function withCopies<T extends object>(given: T, copy: (key: Uint8Array) => Uint8Array): Lent<T> {
  const copies = Object.entries(given).flatMap(([name, value]) =>
    NAMES.includes(name) && value instanceof Uint8Array ? [[name, copy(value)] as const] : [],
  );
  return {
    input: { ...given, ...Object.fromEntries(copies) },
    takeBack: () => {
      for (const [, key] of copies) key.fill(0);
    },
  };
}
