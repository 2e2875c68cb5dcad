import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

type Store = typeof import('@renderer/case-kit/draft-store');
type Call = { readonly channel: string; readonly key: string; readonly payload: string | undefined };

const WITHIN_A_SECOND = 1_000;
let store: Store;
let calls: Call[];
let listeners: Map<string, () => void>;
/** Answers of the main process, in order; without one it says yes at once. */
let answers: Promise<boolean>[];

beforeEach(async () => {
  vi.useFakeTimers();
  vi.resetModules();
  calls = [];
  answers = [];
  listeners = new Map();
  const invoke = async (channel: string, input: { key: string; payload?: string }) => {
    calls.push({ channel, key: input.key, payload: input.payload });
    const isKept = await (answers.shift() ?? Promise.resolve(true));
    return isKept ? { ok: true, value: {} } : { ok: false, error: { code: 'LOCKED', message: '' } };
  };
  vi.stubGlobal('window', {
    unionCasework: { invoke },
    addEventListener: (name: string, run: () => void) => listeners.set(name, run),
  });
  store = await import('@renderer/case-kit/draft-store');
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const saved = () => calls.filter(({ channel }) => channel === 'drafts.save').map(({ payload }) => payload);

describe('drafts on their way to the disk', () => {
  it('are written within a second of the last key, once', async () => {
    const kept: boolean[] = [];
    for (const text of ['加', '加班', '加班费']) {
      store.keepDraft('clue', text, (isKept) => kept.push(isKept));
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(saved()).toEqual([]);
    await vi.advanceTimersByTimeAsync(WITHIN_A_SECOND - 100);
    expect(saved()).toEqual(['加班费']);
    expect(kept).toEqual([true]);
  });

  it('of several forms do not wait for each other', async () => {
    store.keepDraft('a', '1', () => undefined);
    store.keepDraft('b', '2', () => undefined);
    await vi.advanceTimersByTimeAsync(WITHIN_A_SECOND);
    expect(saved().sort()).toEqual(['1', '2']);
  });

  it('say when they could not be kept', async () => {
    const kept: boolean[] = [];
    answers.push(Promise.resolve(false));
    store.keepDraft('a', '1', (isKept) => kept.push(isKept));
    await vi.advanceTimersByTimeAsync(WITHIN_A_SECOND);
    expect(kept).toEqual([false]);
  });

  it('are written at once when a form is left, and not a second time', async () => {
    store.keepDraft('a', '1', () => undefined);
    expect(await store.flushDraft('a')).toBe(true);
    expect(saved()).toEqual(['1']);
    await vi.advanceTimersByTimeAsync(WITHIN_A_SECOND);
    expect(saved()).toEqual(['1']);
    expect(await store.flushDraft('a')).toBe(true);
    expect(saved()).toEqual(['1']);
  });

  it('of one form are written in the order of typing', async () => {
    let answerFirst: (isKept: boolean) => void = () => undefined;
    answers.push(new Promise((answer) => (answerFirst = answer)));
    store.keepDraft('a', 'old', () => undefined);
    const first = store.flushDraft('a');
    await vi.advanceTimersByTimeAsync(0);
    store.keepDraft('a', 'new', () => undefined);
    const second = store.flushDraft('a');
    await vi.advanceTimersByTimeAsync(0);
    expect(saved()).toEqual(['old']);
    answerFirst(true);
    await Promise.all([first, second]);
    expect(saved()).toEqual(['old', 'new']);
  });

  it.each(['pagehide', 'blur'])('are all written on %s', async (event) => {
    store.keepDraft('a', '1', () => undefined);
    store.keepDraft('b', '2', () => undefined);
    listeners.get(event)?.();
    await vi.advanceTimersByTimeAsync(0);
    expect(saved().sort()).toEqual(['1', '2']);
  });

  it('are all on the disk before locking goes on', async () => {
    let answer: (isKept: boolean) => void = () => undefined;
    answers.push(new Promise((done) => (answer = done)));
    store.keepDraft('a', '1', () => undefined);
    let isFlushed = false;
    const flushed = store.flushAllDrafts().then(() => (isFlushed = true));
    await vi.advanceTimersByTimeAsync(0);
    expect(isFlushed).toBe(false);
    answer(true);
    await flushed;
    expect(isFlushed).toBe(true);
  });

  it('that are given up do not come back', async () => {
    store.keepDraft('a', '1', () => undefined);
    await store.dropDraft('a');
    await vi.advanceTimersByTimeAsync(WITHIN_A_SECOND);
    expect(calls.map(({ channel }) => channel)).toEqual(['drafts.discard']);
  });

  it('under way are waited for before they are given up', async () => {
    let answer: (isKept: boolean) => void = () => undefined;
    answers.push(new Promise((done) => (answer = done)));
    store.keepDraft('a', '1', () => undefined);
    void store.flushDraft('a');
    const dropped = store.dropDraft('a');
    await vi.advanceTimersByTimeAsync(0);
    expect(calls.map(({ channel }) => channel)).toEqual(['drafts.save']);
    answer(true);
    await dropped;
    expect(calls.map(({ channel }) => channel)).toEqual(['drafts.save', 'drafts.discard']);
  });
});
