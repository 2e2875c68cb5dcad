import { wipeCopies, wipeCopy } from './copies';

/** Takes plain copies away from other programs; what one of them still holds is tried again until it is gone. */
export type CopyWiper = {
  /** @returns how many are still held */
  readonly wipe: () => Promise<number>;
};

type WiperParts = {
  readonly folder: string;
  /** Told after each try that leaves any, and once when the last one is gone. */
  readonly onLeft: (count: number) => void;
  readonly later?: (work: () => void) => void;
};

const PAUSE_MS = 5_000;

export function createCopyWiper({ folder, onLeft, later = afterPause }: WiperParts): CopyWiper {
  let left: readonly string[] = [];
  let isWaiting = false;
  let last: Promise<unknown> = Promise.resolve();

  const settle = (held: readonly string[]): number => {
    if (held.length > 0 || left.length > 0) onLeft(held.length);
    left = held;
    if (held.length > 0 && !isWaiting) {
      isWaiting = true;
      later(() => {
        isWaiting = false;
        void inTurn(retry);
      });
    }
    return held.length;
  };
  // Only what was left: who has unlocked meanwhile may have opened another one.
  const retry = async () => {
    const held: string[] = [];
    for (const path of left) if (!(await wipeCopy(path))) held.push(path);
    return settle(held);
  };
  const inTurn = (work: () => Promise<number>): Promise<number> => {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  };
  return { wipe: () => inTurn(async () => settle(await wipeCopies(folder))) };
}

/** Keeps no program alive that wants to end. */
const afterPause = (work: () => void): void => void setTimeout(work, PAUSE_MS).unref();
