import { describe, expect, it } from 'vitest';
import { createThrottle, delayAfter } from '../../../electron/platform/accounts/throttle';

describe('wrong passwords slow the next try down', () => {
  it.each([
    [0, 0],
    [1, 0],
    [2, 0],
    [3, 1000],
    [4, 2000],
    [5, 4000],
    [6, 8000],
    [7, 16_000],
    [8, 30_000],
    [9, 30_000],
    [1000, 30_000],
  ])('after %i wrong tries by %i ms', (failures, wait) => {
    expect(delayAfter(failures)).toBe(wait);
  });

  it('each account by itself, and no longer after the right one', async () => {
    const waits: number[] = [];
    const throttle = createThrottle(async (ms) => void waits.push(ms));
    const none = () => 0;
    const fail = (name: string) => throttle.attempt(name, none, async () => null);
    const pass = (name: string) => throttle.attempt(name, none, async () => true);
    for (let i = 0; i < 5; i += 1) await fail('wangmin');
    await pass('lijun');
    await pass('wangmin');
    await pass('wangmin');
    expect(waits).toEqual([0, 0, 0, 1000, 2000, 0, 4000, 0]);
  });

  it('also those tried at the same time, and those from before the program was started', async () => {
    const waits: number[] = [];
    const throttle = createThrottle(async (ms) => void waits.push(ms));
    let under = 0;
    const guess = async () => {
      under += 1;
      expect(under).toBe(1);
      await new Promise((next) => setImmediate(next));
      under -= 1;
      return null;
    };
    await Promise.all(Array.from({ length: 10 }, () => throttle.attempt('wangmin', () => 0, guess)));
    expect(waits).toEqual([0, 0, 0, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
    await throttle.attempt('lijun', () => 6, guess);
    expect(waits.at(-1)).toBe(8000);
    // What ends in an error is neither a wrong one nor a right one, and holds nobody up.
    await expect(
      throttle.attempt(
        'lijun',
        () => 0,
        () => Promise.reject(new Error('disk')),
      ),
    ).rejects.toThrow();
    await throttle.attempt('lijun', () => 0, guess);
    expect(waits.slice(-2)).toEqual([16_000, 16_000]);
  });
});
