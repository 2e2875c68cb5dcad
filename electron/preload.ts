import { contextBridge, ipcRenderer, webUtils } from 'electron';

// The page gets two functions and nothing else. Whether a channel exists is decided in the main process;
// this list of one keeps everything that is not a call of ours from crossing at all.
const CALL = 'union-casework:call';
const EVENT = 'union-casework:event';
const OFFER = 'union-casework:offer';
/** Marks the part of a page that takes files. */
const TAKES_FILES = '[data-takes-files]';

contextBridge.exposeInMainWorld('unionCasework', {
  invoke: (channel: unknown, input: unknown): Promise<unknown> => ipcRenderer.invoke(CALL, channel, input),
  onChange: (callback: (event: unknown) => void): (() => void) => {
    const listener = (_: unknown, event: unknown) => callback(event);
    ipcRenderer.on(EVENT, listener);
    return () => ipcRenderer.off(EVENT, listener);
  },
});

// Files a person drops or pastes where the page takes files: they go to the main process and nowhere else, and the page hears
// of tokens. A page cannot make such an event up: isTrusted is set by the browser alone.
window.addEventListener('drop', (event) => void offer(event, event.dataTransfer, event.target), true);
window.addEventListener('paste', (event) => void offer(event, event.clipboardData, document), true);

async function offer(event: Event, carried: DataTransfer | null, place: EventTarget | null): Promise<void> {
  const zone = place instanceof Element ? place.closest(TAKES_FILES) : findVisible();
  if (!event.isTrusted || !carried || !zone || isTyping(event.target)) return;
  const files = await Promise.all(Array.from(carried.files, describe));
  if (files.length > 0) ipcRenderer.send(OFFER, files);
}

/** A picture out of the clipboard or another window has no path: its bytes go along. */
async function describe(file: File): Promise<{ path: string } | { name: string; bytes: Uint8Array }> {
  const path = webUtils.getPathForFile(file);
  return path === '' ? { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) } : { path };
}

/** Text copied from Word brings a picture of itself along: pasted into a field it is text. */
function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, [contenteditable]') !== null;
}

/** A tab that is not in front keeps its place in the page, unseen. */
function findVisible(): Element | undefined {
  return Array.from(document.querySelectorAll(TAKES_FILES)).find((zone) => zone.checkVisibility());
}
