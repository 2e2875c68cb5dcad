/** Wrong passwords slow the next try down, up to half a minute; they never lock the data away. */
export type Throttle = {
  readonly wait: (loginName: string) => Promise<void>;
  readonly failed: (loginName: string) => void;
  readonly passed: (loginName: string) => void;
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
  return {
    wait: (loginName) => sleep(delayAfter(failures.get(loginName) ?? 0)),
    failed: (loginName) => void failures.set(loginName, (failures.get(loginName) ?? 0) + 1),
    passed: (loginName) => void failures.delete(loginName),
  };
}
