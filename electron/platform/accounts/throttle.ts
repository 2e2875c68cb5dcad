/** Wrong passwords slow the next try down, up to half a minute; they never lock the data away. */
export type Throttle = {
  /**
   * One try after another at the same door, each after the pause that the wrong ones before it have earned.
   * @param formerly wrong tries that were noted before the program was started
   * @param guess gives null when it was a wrong one; what it throws counts neither way
   */
  readonly attempt: <T>(
    door: string,
    formerly: () => number,
    guess: () => Promise<T | null>,
  ) => Promise<T | null>;
};

const FREE_TRIES = 3;
const LONGEST_MS = 30_000;

/** @param failures wrong tries so far @returns milliseconds to wait before the next */
export function delayAfter(failures: number): number {
  return failures < FREE_TRIES ? 0 : Math.min(1000 * 2 ** (failures - FREE_TRIES), LONGEST_MS);
}

export function createThrottle(
  sleep: (ms: number) => Promise<void> = (ms) => new Promise((done) => setTimeout(done, ms)),
): Throttle {
  const failures = new Map<string, number>();
  const turns = new Map<string, Promise<unknown>>();
  return {
    attempt: (door, formerly, guess) => {
      const attempt = async () => {
        const before = failures.get(door) ?? formerly();
        await sleep(delayAfter(before));
        const found = await guess();
        failures.set(door, found === null ? before + 1 : 0);
        return found;
      };
      const result = (turns.get(door) ?? Promise.resolve()).then(attempt);
      turns.set(
        door,
        result.catch(() => undefined),
      );
      return result;
    },
  };
}
