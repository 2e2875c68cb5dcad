import type { AppEvent } from '@shared/contract';
import { fail, type Result } from '@shared/contract/result';
import { BrowserWindow, ipcMain } from 'electron';
import { isTrustedSender } from './sender';

const CALL = 'union-casework:call';
const EVENT = 'union-casework:event';

/** Puts the pipeline on the one channel that crosses from the page. */
export function registerPipeline(
  pipeline: (channel: unknown, input: unknown) => Promise<Result<unknown>>,
): void {
  ipcMain.handle(CALL, (event, channel: unknown, input: unknown) => {
    if (!isTrustedSender(event.senderFrame)) {
      return fail('UNTRUSTED_SENDER', '请求来自不受信任的页面，已拒绝。');
    }
    return pipeline(channel, input);
  });
}

/** Tells every window of ours. */
export function broadcast(event: AppEvent): void {
  for (const window of BrowserWindow.getAllWindows()) {
    if (!window.isDestroyed()) window.webContents.send(EVENT, event);
  }
}
