import { invoke } from '../lib/invoke';

/** Drafts on their way to the disk. One place, so that locking and closing can wait for all of them. */
type Pending = { readonly payload: string; readonly timer: ReturnType<typeof setTimeout> };

const DEBOUNCE_MS = 400;
const pending = new Map<string, Pending>();
const underWay = new Map<string, Promise<boolean>>();

/** Keeps `payload` under `key` within a second. */
export function keepDraft(key: string, payload: string, onKept: (isKept: boolean) => void): void {
  const former = pending.get(key);
  if (former) clearTimeout(former.timer);
  const timer = setTimeout(() => void write(key).then(onKept), DEBOUNCE_MS);
  pending.set(key, { payload, timer });
}

/** Writes what still waits; true when it is on disk or nothing waited. */
export async function flushDraft(key: string): Promise<boolean> {
  return pending.has(key) ? write(key) : (underWay.get(key) ?? true);
}

/** Before locking: everything typed anywhere is kept. */
export async function flushAllDrafts(): Promise<void> {
  await Promise.all([...new Set([...pending.keys(), ...underWay.keys()])].map(flushDraft));
}

/** The lock has fallen: what could not be written any more leaves memory. */
export function forgetDrafts(): void {
  for (const { timer } of pending.values()) clearTimeout(timer);
  pending.clear();
}

/** After a save or when the user gives it up. */
export async function dropDraft(key: string): Promise<void> {
  const former = pending.get(key);
  if (former) clearTimeout(former.timer);
  pending.delete(key);
  await underWay.get(key);
  await invoke('drafts.discard', { key });
}

function write(key: string): Promise<boolean> {
  const waiting = pending.get(key);
  if (!waiting) return underWay.get(key) ?? Promise.resolve(true);
  clearTimeout(waiting.timer);
  pending.delete(key);
  const writing = Promise.resolve(underWay.get(key))
    .then(() => invoke('drafts.save', { key, payload: waiting.payload }))
    .then((result) => {
      if (underWay.get(key) === writing) underWay.delete(key);
      return result.ok;
    });
  underWay.set(key, writing);
  return writing;
}

window.addEventListener('pagehide', () => void flushAllDrafts());
window.addEventListener('blur', () => void flushAllDrafts());
