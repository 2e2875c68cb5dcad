const CHECK_MS = 1_000;

type IdleParts = {
  /** Seconds without input until the lock; null while there is nothing to lock. */
  readonly limit: () => Promise<number | null>;
  readonly onIdle: () => void;
  /** Milliseconds that only go forward: the clock of the wall may be set. */
  readonly elapsed: () => number;
};

export type IdleWatch = {
  /** A key, the mouse, or work of the program that somebody waits for. */
  readonly touch: () => void;
  readonly check: () => Promise<void>;
  readonly stop: () => void;
};

/** Notices that nobody has touched the window for the time that is set. */
export function watchIdle({ limit, onIdle, elapsed }: IdleParts): IdleWatch {
  let touchedAt = elapsed();
  let isChecking = false;
  const touch = () => {
    touchedAt = elapsed();
  };
  const check = async () => {
    if (isChecking) return;
    isChecking = true;
    try {
      const seconds = await limit();
      if (seconds === null) touch();
      else if (elapsed() - touchedAt >= seconds * 1000) {
        touch();
        onIdle();
      }
    } finally {
      isChecking = false;
    }
  };
  // A check that meets the lock reads a closed file; the next one asks again.
  const timer = setInterval(() => void check().catch(() => undefined), CHECK_MS);
  return { touch, check, stop: () => clearInterval(timer) };
}
