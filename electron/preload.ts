import { contextBridge, ipcRenderer } from 'electron';

// The page gets two functions and nothing else. Whether a channel exists is decided in the main process;
// this list of one keeps everything that is not a call of ours from crossing at all.
const CALL = 'union-casework:call';
const EVENT = 'union-casework:event';

contextBridge.exposeInMainWorld('unionCasework', {
  invoke: (channel: unknown, input: unknown): Promise<unknown> => ipcRenderer.invoke(CALL, channel, input),
  onChange: (callback: (event: unknown) => void): (() => void) => {
    const listener = (_: unknown, event: unknown) => callback(event);
    ipcRenderer.on(EVENT, listener);
    return () => ipcRenderer.off(EVENT, listener);
  },
});
