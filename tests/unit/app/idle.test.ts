import { describe, expect, it } from 'vitest';
import { watchIdle } from '../../../electron/app/idle';

/** A clock that the test turns by hand. */
function desk(limit: number | null) {
  let now = 0;
  let locks = 0;
  const state = { limit };
  const watch = watchIdle({
    limit: async () => state.limit,
    onIdle: () => {
      locks += 1;
    },
    elapsed: () => now,
  });
  watch.stop();
  const wait = async (seconds: number) => {
    now += seconds * 1000;
    await watch.check();
    return locks;
  };
  return { watch, wait, state };
}

describe('nobody touches the window', () => {
  it('for the time that is set: it locks, once', async () => {
    const { wait } = desk(600);
    expect(await wait(599)).toBe(0);
    expect(await wait(1)).toBe(1);
    expect(await wait(1)).toBe(1);
  });

  it('a key or the mouse begins the time anew', async () => {
    const { watch, wait } = desk(600);
    await wait(599);
    watch.touch();
    expect(await wait(599)).toBe(0);
    expect(await wait(1)).toBe(1);
  });

  it('while it is locked no time passes; after a login it begins at nothing', async () => {
    const { wait, state } = desk(null);
    expect(await wait(10_000)).toBe(0);
    state.limit = 600;
    expect(await wait(599)).toBe(0);
    expect(await wait(1)).toBe(1);
  });
});
